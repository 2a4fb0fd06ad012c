//! Looking after what is kept: backups and restoring them, changing the master key.

mod backups;
mod keys;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::client::at_once;
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
    gateway.data(token, query, json!({}))["people"].clone()
}

fn record(gateway: &Started, token: &str, given: &str) -> Value {
    let person = json!({ "givenName": given, "familyName": "Bandomoji", "sex": "FEMALE", "language": "lt",
        "legalStatus": "IN_CUSTODY", "sobriety": "UNKNOWN", "yearOfBirth": 1987, "releaseDate": "2027-03-19" });
    let need = json!({ "domain": "ACCOMMODATION", "urgency": "URGENT", "text": "A bed." });
    let input = json!({ "person": person, "needs": [need] });
    let recording = gateway.with_secret(token);
    at_once(recording.act("personRecord", input, "person { id version }"))["person"].clone()
}

fn erase(gateway: &Started, token: &str, person: &Value) {
    let input = json!({ "personId": person["id"], "version": person["version"], "reason": "REQUESTED" });
    at_once(gateway.with_secret(token).act("personErase", input, "ended"));
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
