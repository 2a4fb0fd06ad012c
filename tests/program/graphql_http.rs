//! The public suite of audits for GraphQL over HTTP, with real requests to the started program.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::installation::demonstration_home;
use crate::program::Program;

#[test]
fn every_audit_of_graphql_over_http_passes() {
    let home = demonstration_home();
    let gateway = Program::new(&home, &["serve"]).start();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("graphql-http");
    assert!(folder.join("node_modules").exists(), "the audits are not installed; run: make tools");
    let audit = Command::new("node")
        .arg(folder.join("audit.mjs"))
        .arg(gateway.url("/graphql"))
        .stdin(Stdio::null())
        .output()
        .expect("node is there, as it is for building the pages");
    let said = String::from_utf8_lossy(&audit.stdout);
    let complained = String::from_utf8_lossy(&audit.stderr);
    assert!(audit.status.success(), "{said}{complained}");
    assert!(said.contains("61 passed, 0 failed"), "{said}{complained}");
}
