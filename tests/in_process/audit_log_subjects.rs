//! Whatever the audit log shows as a link leads to the other entries about it, and what it does not know is said.

use std::collections::BTreeMap;

use http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::app::{Member, TestApp, code};
use crate::for_each_database;
use crate::notifications::catch_up;

const OFFICER: &str = "officer@prison.example";
const ADMIN: &str = "admin@ngo.example";
const CASEWORKER: &str = "caseworker@ngo.example";
/// Read audit logs that have something of every kind in them.
const READERS: [&str; 3] = ["head@prison.invalid", ADMIN, "review@ngo.invalid"];

const LIST: &str =
    "query($after: String, $subject: ID) { auditLog(first: 100, after: $after, subject: $subject) {
    pageInfo { hasNextPage endCursor } nodes { id subjects { kind id } about { kind id } }
} }";

const PEOPLE: &[u8] = include_bytes!("../spreadsheets/people-by.csv");

/// Imports a list of people.
async fn import(app: &TestApp, member: &Member<'_>) {
    let ticket = member.act("importUploadCreate", json!({ "kind": "PEOPLE" }), "ticket { path }").await;
    let path = ticket["ticket"]["path"].as_str().expect("a path");
    let request = Request::post(format!("{path}?name=list.csv"))
        .header("content-type", "application/octet-stream")
        .body(axum::body::Body::from(PEOPLE))
        .expect("a request");
    assert_eq!(app.send(request).await.status, StatusCode::CREATED);
    catch_up(app).await;
}

/// Changes how the viewer's organisation is reached.
async fn change_organisation(admin: &Member<'_>) {
    let query = "{ viewer { organisation { version timeZone language managersSeeAll } } }";
    let mut input = admin.data(query, json!({})).await["viewer"]["organisation"].take();
    input["phone"] = json!("+370 600 00000");
    admin.act("organisationChange", input, "organisation { id }").await;
}

async fn add_need(officer: &Member<'_>) {
    let people = officer.data("{ people(first: 1) { nodes { id } } }", json!({})).await;
    let need = json!({ "domain": "LEGAL", "urgency": "ROUTINE", "text": "A letter" });
    let input = json!({ "personId": people["people"]["nodes"][0]["id"], "need": need });
    officer.act("needAdd", input, "need { id }").await;
}

async fn state_places(admin: &Member<'_>) {
    let query = "{ viewer { organisation { services(first: 1) { nodes { id version } } } } }";
    let found = admin.data(query, json!({})).await;
    let service = &found["viewer"]["organisation"]["services"]["nodes"][0];
    let capacities = json!([{ "from": "2026-01-01", "maximum": 9 }]);
    let input =
        json!({ "serviceId": service["id"], "version": service["version"], "capacities": capacities });
    admin.act("serviceSetCapacity", input, "service { id }").await;
}

async fn entries(member: &Member<'_>) -> Vec<Value> {
    let (mut found, mut after) = (Vec::new(), Value::Null);
    loop {
        let page = member.data(LIST, json!({ "after": after })).await["auditLog"].take();
        found.extend(page["nodes"].as_array().cloned().unwrap_or_default());
        if page["pageInfo"]["hasNextPage"] != true {
            return found;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

/// One thing of each kind that entries are about, by its kind.
fn one_of_each(entries: &[Value]) -> BTreeMap<String, Value> {
    let mut each = BTreeMap::new();
    for entry in entries {
        let beside = Some(&entry["about"]).filter(|about| !about.is_null());
        for thing in entry["subjects"].as_array().into_iter().flatten().chain(beside) {
            each.entry(thing["kind"].as_str().unwrap_or_default().to_owned()).or_insert(thing["id"].clone());
        }
    }
    each
}

/// Every kind that the schema knows.
async fn every_kind(member: &Member<'_>) -> Vec<String> {
    let ask = "{ __type(name: \"AuditLogSubjectKind\") { enumValues { name } } }";
    let kinds = member.data(ask, json!({})).await;
    let kinds = kinds["__type"]["enumValues"].as_array().cloned().unwrap_or_default();
    kinds.iter().filter_map(|kind| kind["name"].as_str().map(str::to_owned)).collect()
}

for_each_database! {
    async fn every_thing_that_entries_are_about_finds_its_entries(database: Database) {
        let app = TestApp::demo(database).await;
        let officer = app.as_member(OFFICER).await;
        officer.data("{ people(first: 2) { nodes { identity { familyName } } } }", json!({})).await;
        add_need(&officer).await;
        let admin = app.as_member(ADMIN).await;
        change_organisation(&admin).await;
        state_places(&admin).await;
        import(&app, &app.as_member(CASEWORKER).await).await;
        let mut left = every_kind(&app.as_nobody()).await;
        let mut pages = app.browserless(ADMIN).await;
        for email in READERS {
            let member = app.as_member(email).await;
            for (kind, id) in one_of_each(&entries(&member).await) {
                let id = id.as_str().unwrap_or_default();
                let reply = member.gql(LIST, json!({ "subject": id })).await;
                let found = reply["data"]["auditLog"]["nodes"].as_array().cloned().unwrap_or_default();
                let about = found.iter().filter(|entry| entry.to_string().contains(id)).count();
                assert!(about > 0 && about == found.len(), "{email}, {kind}: {reply:#}");
                left.retain(|other| *other != kind);
                for address in ["/journal", "/journal.csv"] {
                    if email == ADMIN {
                        let page = pages.get(&format!("{address}?subject={id}")).await;
                        assert_eq!(page.status, StatusCode::OK, "{kind}: {address}");
                    }
                }
            }
        }
        assert!(left.is_empty(), "nothing was tried of {left:?}");
    }

    async fn what_the_audit_log_does_not_know_is_said(database: Database) {
        let app = TestApp::demo(database).await;
        let member = app.as_member(ADMIN).await;
        let reply = member.gql(LIST, json!({ "subject": "municipality_00000000000000000000000001" })).await;
        assert_eq!(code(&reply).as_deref(), Some("BAD_USER_INPUT"), "{reply}");
        let message = reply["errors"][0]["message"].as_str().unwrap_or_default();
        assert!(message.starts_with("subject: ") && message.contains("referral_") && message.contains("import_"), "{message}");
        let mut pages = app.browserless(ADMIN).await;
        for (language, words) in [
            ("en", "The audit log cannot be filtered like this"),
            ("lt", "Taip veiksmų žurnalo filtruoti negalima"),
            ("ru", "Так отфильтровать журнал действий нельзя"),
        ] {
            pages.speak(language);
            let page = pages.get("/journal?after=x").await;
            assert!(page.status == StatusCode::BAD_REQUEST && page.says(words), "{page:?}");
            for asked in ["subject=municipality_00000000000000000000000001", "subject=x", "member=x"] {
                for address in ["/journal", "/journal.csv", "/journal.xlsx"] {
                    let page = pages.get(&format!("{address}?{asked}")).await;
                    assert_eq!(page.status, StatusCode::BAD_REQUEST, "{address}?{asked}");
                    assert!(page.says(words) && page.says("href=\"/journal\""), "{address}?{asked}: {page:?}");
                }
            }
        }
    }
}
