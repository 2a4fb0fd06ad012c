//! The README's call of the API, run as it is written.

use std::process::Command;

use serde_json::Value;

use crate::installation::demonstration_home;
use crate::program::Program;

const README: &str = include_str!("../../README.md");

/// The README's block in this language that contains a text.
fn block(language: &str, text: &str) -> &'static str {
    let fence = format!("```{language}\n");
    let mut blocks = README.split(fence.as_str()).skip(1).filter_map(|rest| rest.split("```").next());
    blocks.find(|block| block.contains(text)).expect("the README has such a block")
}

#[test]
fn the_call_is_answered_as_the_readme_says() {
    const TOKEN: &str = "TOKEN=$(target/debug/throughgate token create --member ";
    let (token, call) = block("sh", "curl ").split_once('\n').expect("the first line makes the token");
    let member = token.strip_prefix(TOKEN).and_then(|rest| rest.strip_suffix(')'));
    let member = member.expect("the first line makes the token of a member");
    assert!(call.contains("http://127.0.0.1:8080/"), "{call}");

    let home = demonstration_home();
    let gateway = Program::new(&home, &["serve"]).start();
    let secret = gateway.token(member, &home);
    let call = call.replace("http://127.0.0.1:8080", &gateway.url(""));
    let shell = ["-euc", call.as_str()];
    let ran = Command::new("sh").args(shell).env("TOKEN", secret).env("no_proxy", "127.0.0.1").output();
    let ran = ran.expect("every Debian has a shell");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let answer: Value = serde_json::from_slice(&ran.stdout).expect("the answer is JSON");
    let promised: Value = serde_json::from_str(block("json", "\"data\"")).expect("the README shows JSON");
    assert_eq!(answer, promised);
}
