//! The codes of what a user can mend: each is described, and each is one that its action can answer. That an action
//! answers no other is the compiler's to hold: its problems are of its own type of codes.

use crate::repository::{File, repository};

/// A set of codes, its file, and its members.
struct Codes {
    file: String,
    name: String,
    members: Vec<String>,
}

fn declared(file: &File) -> Vec<Codes> {
    let mut found: Vec<Codes> = Vec::new();
    let mut within = false;
    for line in file.text.lines().map(str::trim) {
        if let Some(name) = line.strip_suffix(" {").filter(|name| name.ends_with("ErrorCode")) {
            let name = name.rsplit(' ').next().unwrap_or_default().to_owned();
            found.push(Codes { file: file.path.clone(), name, members: Vec::new() });
            within = true;
        } else if line == "}" {
            within = false;
        } else if within
            && let (Some(codes), Some((member, described))) = (found.last_mut(), line.split_once(" = \""))
        {
            let says = described.split_once("\": \"").map_or("", |(_, says)| says);
            assert!(!says.is_empty() && !says.starts_with('"'), "{}: {member} says nothing", codes.name);
            codes.members.push(member.to_owned());
        }
    }
    found.retain(|codes| !codes.members.is_empty());
    found
}

/// Whether this code names a member of the codes, by their own name or one that they are given there.
fn names(code: &str, codes: &str, member: &str) -> bool {
    let renamed = format!("use {codes} as ");
    let given = code.split(&renamed).skip(1).filter_map(|rest| rest.split(';').next());
    std::iter::once(codes).chain(given).any(|name| {
        code.match_indices(&format!("{name}::{member}")).any(|(at, found)| {
            let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
            !code[at + found.len()..].starts_with(is_part) && !code[..at].ends_with(is_part)
        })
    })
}

/// Whether a check of words answers it.
fn by_checks(code: &str, codes: &str, member: &str) -> bool {
    let given = |list: &str| {
        code.split(&format!("{list}!(")).skip(1).any(|rest| {
            rest.split(')').next().unwrap_or_default().split(',').any(|name| name.trim() == codes)
        })
    };
    match member {
        "Required" => given("field_codes") && code.contains(".required("),
        "TooLong" => (given("field_codes") || given("length_codes")) && code.contains("checks."),
        _ => false,
    }
}

#[test]
fn every_code_that_is_declared_can_be_answered() {
    let files: Vec<File> =
        repository().into_iter().filter(|file| file.path.starts_with("api/capabilities/src/")).collect();
    let all: Vec<Codes> =
        files.iter().filter(|file| file.text.contains("described_enum! {")).flat_map(declared).collect();
    assert!(all.len() > 30, "only {} sets of codes were found", all.len());
    let mut dead = Vec::new();
    for codes in &all {
        let mut users = files.iter().filter(|file| file.text.contains(&codes.name)).map(File::code);
        let users: Vec<String> = users.by_ref().collect();
        for member in &codes.members {
            let lives = users
                .iter()
                .any(|code| names(code, &codes.name, member) || by_checks(code, &codes.name, member));
            if !lives {
                dead.push(format!("{}: {}::{member}", codes.file, codes.name));
            }
        }
    }
    assert!(dead.is_empty(), "never answered:\n{}", dead.join("\n"));
}

#[test]
fn a_code_that_nobody_answers_is_found() {
    let file = File::new(
        "api/capabilities/src/x/actions.rs",
        "described_enum! {\n    /// Why.\n    XErrorCode {\n        Required = \"REQUIRED\": \"Something is missing.\",\n        \
         Past = \"PAST\": \"It lies in the past.\",\n        PastTwice = \"PAST_TWICE\": \"Twice over.\",\n    }\n}\n\
         field_codes!(XErrorCode);\nuse XErrorCode as Wrong;\nfn f() { checks.required(\"x\", x); Wrong::PastTwice }",
    );
    let codes = &declared(&file)[0];
    assert_eq!(codes.members, ["Required", "Past", "PastTwice"]);
    let lives = |member: &str| {
        names(&file.code(), "XErrorCode", member) || by_checks(&file.code(), "XErrorCode", member)
    };
    assert!(lives("Required") && !lives("Past") && lives("PastTwice"));
}
