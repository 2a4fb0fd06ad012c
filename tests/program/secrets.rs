//! No name of a person is to be found where it must not be: in what the database stores, in the log, in events
//! and errors, in the answers to those who may not see it.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use crate::for_each_database;
use crate::installation::Place;
use crate::program::Started;

const OFFICER: &str = "officer@prison.example";
const OUTSIDE: [&str; 3] = ["pastor@parish.example", "trainer@centre.example", "coordinator@network.example"];

/// Family names of the people whom a member's organisation holds, without those that members bear too.
fn family_names(gateway: &Started, token: &str) -> BTreeSet<String> {
    let query = "{ people(first: 100) { nodes { identity { familyName } contact { phone } } }
        organisations(first: 100) { nodes { name } } demonstrationMembers { name } }";
    let seen = gateway.data(token, query, json!({}));
    let people = seen["people"]["nodes"].as_array().cloned().unwrap_or_default();
    let public = format!("{}{}", seen["organisations"], seen["demonstrationMembers"]);
    let names = people.iter().filter_map(|person| person["identity"]["familyName"].as_str());
    names.filter(|name| name.chars().count() > 4 && !public.contains(*name)).map(str::to_owned).collect()
}

/// All that lies in the data folder, and all that PostgreSQL would give away.
fn stored(place: &Place) -> Vec<u8> {
    let mut bytes = Vec::new();
    for file in fs::read_dir(place.home.join("data")).into_iter().flatten().flatten() {
        bytes.extend(fs::read(file.path()).unwrap_or_default());
    }
    if let Some(postgres) = place.postgres() {
        let dump = Command::new("pg_dump").arg(postgres.address()).output().expect("pg_dump comes with it");
        assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
        bytes.extend(dump.stdout);
    }
    bytes
}

/// As text in any of the ways in which a database or a dump writes text: as it is, or byte by byte.
fn holds(bytes: &[u8], name: &str) -> bool {
    let hexadecimal: String = name.bytes().map(|byte| format!("{byte:02x}")).collect();
    [name.as_bytes(), hexadecimal.as_bytes()]
        .iter()
        .any(|sought| bytes.windows(sought.len()).any(|window| window == *sought))
}

fn somebody(given: &str, family: &str) -> Value {
    let person = json!({ "givenName": given, "familyName": family, "sex": "MALE", "language": "lt",
        "legalStatus": "IN_CUSTODY", "sobriety": "UNKNOWN", "phone": "+370 600 73519", "address": "Nerandamoji g. 7" });
    let need = json!({ "domain": "ACCOMMODATION", "urgency": "URGENT", "text": "Miegojo pas Slaptūną." });
    json!({ "input": { "person": person, "needs": [need] } })
}

/// Each too long to stand by chance among the digits of ids and hashes.
const SECRETS: [&str; 6] =
    ["Rimgaudžius", "Paslaptingasis", "600 73519", "60073519", "Nerandamoji", "Slaptūną"];

for_each_database! {
    async fn the_database_and_the_log_hold_no_name(database: Database) {
        let place = Place::demonstration(database).await;
        let (gateway, home) = (place.program(&["serve"]).with("THROUGHGATE_LOG", "debug").start(), &place.home);
        let token = gateway.token(OFFICER, home);
        let mutation = "mutation($input: PersonRecordInput!)
            { personRecord(input: $input) { person { id } errors { code path message } } }";
        let reply = gateway.gql(Some(&token), mutation, somebody(SECRETS[0], SECRETS[1]));
        assert!(reply["data"]["personRecord"]["person"]["id"].is_string(), "{reply:#}");
        // An error must not repeat what it was given.
        let mut bad = somebody(SECRETS[0], SECRETS[1]);
        bad["input"]["person"]["dateOfBirth"] = json!("3026-01-01");
        let complaint = gateway.gql(Some(&token), mutation, bad).to_string();
        assert!(SECRETS.iter().all(|secret| !complaint.contains(secret)), "{complaint}");

        let mut names = family_names(&gateway, &token);
        assert!(names.len() > 5, "too few people to look for: {names:?}");
        names.extend(SECRETS.map(str::to_owned));
        for email in OUTSIDE {
            let outsider = gateway.token(email, home);
            let all = "{ referrals(first: 100) { nodes { reference pseudonym ask messages { text } } } }";
            let seen = gateway.gql(Some(&outsider), all, json!({})).to_string();
            let told: Vec<_> = names.iter().filter(|name| seen.contains(name.as_str())).collect();
            assert!(told.is_empty(), "{email} is told {told:?}");
        }
        let ended = gateway.stop();
        let log = format!("{}{}", ended.out, ended.err);
        let bytes = stored(&place);
        assert!(bytes.len() > 50_000, "hardly anything is stored: {} bytes", bytes.len());
        let found: Vec<_> = names.iter().filter(|name| holds(&bytes, name) || log.contains(name.as_str())).collect();
        assert!(found.is_empty(), "in the open: {found:?}");
    }
}

#[test]
fn the_search_finds_what_is_there() {
    assert!(holds("Jonas Paslaptingasis".as_bytes(), "Paslaptingasis"));
    assert!(holds(b"\\x5061736c61", "Pasla"));
    assert!(!holds(b"nothing of the kind", "Pasla"));
}
