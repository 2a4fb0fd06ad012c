//! Looking after what is kept: backups and restoring them, changing the master key, erasing people.

mod backups;
mod erasing;
mod keys;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::folder::Folder;
use crate::program::{Ended, Program, Started};

const OFFICER: &str = "officer@prison.example";
const HEAD: &str = "head@prison.invalid";

/// One clear sentence and exit code 1.
fn refuses(ended: &Ended, about: &str) {
    assert_eq!(ended.code, Some(1), "{ended:?}");
    let lines: Vec<&str> = ended.err.lines().filter(|line| !line.trim().is_empty()).collect();
    assert!(
        lines.len() == 1 && lines[0].contains(about),
        "{about} is not the one sentence of: {}",
        ended.err
    );
}

fn well(ended: &Ended) {
    assert_eq!(ended.code, Some(0), "{ended:?}");
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Everybody whom the officer sees, by name.
fn everybody(gateway: &Started, token: &str) -> Value {
    let query = "{ people(first: 100) { totalCount nodes {
        id version identity { givenName familyName } needs { domain text } } } }";
    let reply = gateway.gql(Some(token), query, json!({}));
    assert!(reply.get("errors").is_none(), "{reply:#}");
    reply["data"]["people"].clone()
}

fn record(gateway: &Started, token: &str, given: &str) -> Value {
    let mutation = "mutation($input: PersonRecordInput!) { personRecord(input: $input) {
        person { id version } errors { code path message } } }";
    let person = json!({ "givenName": given, "familyName": "Bandomoji", "sex": "FEMALE", "language": "lt",
        "legalStatus": "IN_CUSTODY", "sobriety": "UNKNOWN", "yearOfBirth": 1987, "releaseDate": "2027-03-19" });
    let need = json!({ "domain": "ACCOMMODATION", "urgency": "URGENT", "text": "A bed." });
    let input = json!({ "input": { "person": person, "needs": [need] } });
    let reply = gateway.gql(Some(token), mutation, input);
    let person = reply["data"]["personRecord"]["person"].clone();
    assert!(person["id"].is_string(), "{reply:#}");
    person
}

fn erase(gateway: &Started, token: &str, person: &Value) -> Value {
    let mutation = "mutation($input: PersonEraseInput!) { personErase(input: $input) {
        ended errors { code path message } } }";
    let input = json!({ "input": {
        "personId": person["id"], "version": person["version"], "reason": "REQUESTED" } });
    gateway.gql(Some(token), mutation, input)
}

/// A new folder in which the key of another lies, and nothing else.
fn with_key_of(home: &Folder) -> Folder {
    let other = Folder::new("restored");
    fs::create_dir_all(other.join("data")).expect("a folder can be made below target");
    fs::copy(home.join("data/master.key"), other.join("data/master.key")).expect("the key was made");
    other
}

fn program(home: &Folder, arguments: &[&str]) -> Program {
    Program::new(home, arguments)
}
