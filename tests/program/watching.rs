//! What an installation shows to whoever watches over it: figures, and a log that names requests and
//! nobody.

use serde_json::{Value, json};

use crate::installation::demonstration_home;
use crate::plain_http;
use crate::program::{Program, Started, free_address};

const SECRETS: [&str; 7] = [
    "Rimgaudas",
    "Slaptasis",
    "60073519",
    "Nerandamoji",
    "Miegojo",
    "slaptas@paslaptis.example",
    "Klausimas",
];

fn record(date_of_birth: &str) -> Value {
    let person = json!({ "givenName": SECRETS[0], "familyName": SECRETS[1], "sex": "MALE", "language": "lt",
        "legalStatus": "IN_CUSTODY", "sobriety": "UNKNOWN", "phone": SECRETS[2], "address": SECRETS[3],
        "email": SECRETS[5], "dateOfBirth": date_of_birth });
    let need = json!({ "domain": "ACCOMMODATION", "urgency": "URGENT", "text": SECRETS[4] });
    json!({ "input": { "person": person, "needs": [need], "idempotencyKey": SECRETS[6] } })
}

const RECORD: &str =
    "mutation($input: PersonRecordInput!) { personRecord(input: $input) { person { id } errors { code } } }";

fn ask(gateway: &Started, token: &str, id: &str, variables: &Value) -> plain_http::Answer {
    let headers =
        format!("Content-Type: application/json\r\nAuthorization: Bearer {token}\r\nX-Request-Id: {id}\r\n");
    let body = json!({ "query": RECORD, "variables": variables }).to_string();
    plain_http::post(gateway.address, "/graphql", &headers, &body).expect("the program answers")
}

#[tokio::test]
async fn the_log_names_the_request_and_nobody() {
    let home = demonstration_home();
    let gateway = Program::new(&home, &["serve"])
        .with("THROUGHGATE_LOG_FORMAT", "json")
        .with("THROUGHGATE_LOG", "debug")
        .start();
    let token = gateway.token("officer@prison.example", &home);
    let id = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
    let named = ask(&gateway, &token, id, &record("1990-05-17"));
    assert_eq!(named.header("x-request-id"), Some(id));
    // What is wrong with an input is told to whoever sent it, and not written down.
    ask(&gateway, &token, id, &record("Slaptasis"));
    ask(&gateway, &token, id, &record("3026-05-17"));
    let invented = ask(&gateway, &token, "slaptas@paslaptis.example", &record("1990-05-17"));
    assert!(invented.header("x-request-id").is_some_and(|id| !id.contains("slaptas")), "{invented:?}");
    assert!(!format!("{:?}", invented.headers).to_lowercase().contains("slaptas"), "{invented:?}");
    gateway.get("/people?text=Slaptasis");
    gateway.get("/Nerandamoji/Slaptasis");

    // A fault of ours: its line has the request's id, and the reference that was shown.
    let file = format!("sqlite://{}", home.join("data").join("throughgate.sqlite").display());
    let on = crate::databases::connect(&file).await;
    let drop = sea_orm::ConnectionTrait::execute_unprepared(&on, "ALTER TABLE person RENAME TO gone").await;
    drop.expect("a table can be renamed");
    let mut another = record("1990-05-17");
    another["input"]["idempotencyKey"] = json!("another");
    let failed = ask(&gateway, &token, "feedfacefeedface", &another);
    let reply: Value = serde_json::from_str(&failed.body).expect("an error is JSON");
    let reference = reply["errors"][0]["extensions"]["reference"].as_str().expect("a fault has a reference");

    let ended = gateway.stop();
    // The command that made the token began the file anew, which leaves a gap.
    let lines = ended.err.lines().map(|line| line.trim_start_matches('\0'));
    let lines = lines.filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let told: Vec<_> = lines.filter(|line| line.to_string().contains(reference)).collect();
    assert_eq!(told.len(), 1, "{}", ended.err);
    assert_eq!(told[0]["span"]["id"], "feedfacefeedface", "{:#}", told[0]);
    let found: Vec<_> = SECRETS.iter().filter(|secret| ended.err.contains(**secret)).collect();
    assert!(found.is_empty(), "{found:?} in {}", ended.err);
}

#[test]
fn figures_have_a_door_of_their_own() {
    let home = demonstration_home();
    let at = free_address();
    let gateway = Program::new(&home, &["serve"]).with("THROUGHGATE_METRICS_LISTEN", &at.to_string()).start();
    assert_eq!(gateway.get("/metrics").status, 404);
    assert_eq!(plain_http::get(at, "/").expect("the door answers").status, 404);
    let seen = plain_http::get(at, "/metrics").expect("the door answers");
    assert_eq!(seen.status, 200);
    for name in [
        "requests_total{status=\"2xx\"}",
        "request_seconds_count",
        "database_up 1",
        "database_connections",
        "emails_oldest_due_seconds",
        "emails_given_up 0",
        "emails_failing",
        "audit_log_oldest_seconds",
        "consumer_behind{consumer=\"notifications\"}",
        "deadlines_due",
        "job_held{job=\"audit_log\"}",
    ] {
        assert!(seen.body.contains(&format!("\nthroughgate_{name}")), "{name} in {}", seen.body);
    }
    assert!(!seen.body.contains('@') && !seen.body.contains("organisation"), "{}", seen.body);
    let shared =
        Program::new(&home, &["serve"]).with("THROUGHGATE_METRICS_LISTEN", &gateway.address.to_string());
    let refused = shared.with("THROUGHGATE_LISTEN", &gateway.address.to_string()).run();
    assert!(refused.code != Some(0) && refused.err.contains("THROUGHGATE_METRICS_LISTEN"), "{refused:?}");
}
