//! Rules about which file may know what.

use crate::repository::File;

fn is_rust_of_ours(file: &File) -> bool {
    let ours = ["api/", "entities/", "migration/", "web/"];
    file.has_ending(&["rs"]) && ours.iter().any(|folder| file.path.starts_with(folder))
}

/// Does the code reach into this crate? A word in a text, such as a log's filter, is no path.
fn reaches(code: &str, library: &str) -> bool {
    names(code, &format!("{library}::")) || names(code, &format!("use {library};"))
}

/// Does the code say this word, not only as a part of another?
fn names(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, found)| {
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
        let ends = word.ends_with([':', ';']) || !code[at + found.len()..].starts_with(is_part);
        ends && !code[..at].ends_with(is_part)
    })
}

/// The GraphQL server library is known to what describes the schema, and to nothing else.
pub fn graphql_server(file: &File) -> Vec<String> {
    let path = file.path.as_str();
    let may = path.starts_with("api/src/graphql/")
        || path.starts_with("api/src/schema/")
        || path == "api/src/schema.rs"
        || path.starts_with("api/src/") && path.ends_with("/graphql.rs")
        || path.starts_with("api/src/domain/") && path.contains("/graphql/");
    if may || !is_rust_of_ours(file) || !reaches(&file.code(), "async_graphql") {
        return Vec::new();
    }
    vec!["knows async_graphql; that belongs into graphql.rs, api/src/graphql/ or schema.rs".into()]
}

/// The database is reached through reads and actions, and the few rooms below them: what every room
/// shares, how the program starts and keeps what it has, and the demonstration network, which writes the past.
pub fn database(file: &File) -> Vec<String> {
    let path = file.path.as_str();
    let parts_below = [
        "db",
        "events",
        "access",
        "identity",
        "reference_data",
        "context",
        "error",
        "sealing",
        "start",
        "doctor",
        "maintenance",
        "demonstration",
    ];
    let parts: Vec<&str> = path.trim_end_matches(".rs").split('/').collect();
    let may = path.starts_with("entities/")
        || path.starts_with("migration/")
        || path.starts_with("api/src/")
            && (parts.get(2).is_some_and(|capability| parts_below.contains(capability))
                || parts.iter().any(|part| ["reads", "actions"].contains(part)));
    if may || !is_rust_of_ours(file) {
        return Vec::new();
    }
    let code = file.code();
    let known = ["sea_orm", "sea_query", "sqlx", "sea_orm_migration"];
    known
        .iter()
        .filter(|library| reaches(&code, library))
        .map(|library| {
            format!("knows {library}; that belongs into reads or actions, or what lies below them")
        })
        .collect()
}

/// Rows are locked in one order, so one file locks them.
pub fn locks(file: &File) -> Vec<String> {
    if !file.path.starts_with("api/src/") || !file.has_ending(&["rs"]) || file.path == "api/src/db/locks.rs" {
        return Vec::new();
    }
    let code = file.code();
    let ways = [
        "LockType",
        "lock_exclusive",
        "lock_shared",
        "lock_with_",
        "FOR UPDATE",
        "FOR NO KEY UPDATE",
        "FOR SHARE",
    ];
    let found = ways.iter().filter(|way| code.contains(**way));
    found.map(|way| format!("locks rows by itself ({way}); that belongs into db/locks.rs")).collect()
}

/// Settings have one table and one check, so one file reads them.
pub fn environment(file: &File) -> Vec<String> {
    let path = file.path.as_str();
    if !is_rust_of_ours(file) || path == "api/src/config.rs" || path.ends_with("/build.rs") {
        return Vec::new();
    }
    let code = file.code();
    let reads =
        ["env::var", "env::vars", "env::var_os", "env::vars_os"].iter().any(|request| names(&code, request));
    let by_argument = code.lines().any(|line| line.contains("#[arg(") && names(line, "env"));
    if reads || by_argument {
        vec!["reads the environment; that belongs into config.rs".into()]
    } else {
        Vec::new()
    }
}

/// Crates that exist to forbid imports keep no door open in their manifest.
pub fn own_crates(file: &File) -> Vec<String> {
    let closed = ["entities/", "migration/", "web/"];
    if !file.path.ends_with("/Cargo.toml") || !closed.iter().any(|own| file.path.starts_with(own)) {
        return Vec::new();
    }
    let mut complaints = Vec::new();
    for line in file.text.lines() {
        let name: String =
            line.chars().take_while(|letter| letter.is_alphanumeric() || "-_".contains(*letter)).collect();
        let is_ours = ["api", "entities", "migration", "web", "tests"].contains(&name.as_str());
        if is_ours || line.contains("path = \"..") && line.contains('{') {
            complaints.push(format!("depends on a crate of ours: {line}"));
        }
    }
    complaints
}

/// One capability uses another through its `mod.rs`: what is behind another room's door stays there.
pub fn other_capabilities(file: &File) -> Vec<String> {
    let Some(capability) = capability_of(&file.path) else {
        return Vec::new();
    };
    let mut complaints = Vec::new();
    for path in paths(&file.code()) {
        let inside = path.strip_prefix("crate::domain::").or_else(|| path.strip_prefix("super::super::"));
        let Some((other, behind)) = inside.and_then(|inside| inside.split_once("::")) else {
            continue;
        };
        // A module's name begins with a small letter, and another name follows it.
        let goes_deeper = behind.starts_with(|first: char| first.is_lowercase())
            && behind.split_once("::").is_some_and(|(_, rest)| !rest.is_empty());
        if other != capability && goes_deeper {
            complaints.push(format!("goes behind the door of {other}: {path}"));
        }
    }
    complaints
}

fn capability_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("api/src/domain/")?;
    inside.split_once('/').map(|(capability, _)| capability)
}

/// What a part of the house must not know, so that arrows run one way.
const ABOVE: [(&str, &[&str]); 8] = [
    ("domain", &["http", "schema"]),
    ("graphql", &["http", "schema", "domain"]),
    ("access", &["http", "schema", "domain", "graphql", "identity"]),
    ("events", &["http", "schema", "domain", "graphql", "identity"]),
    ("identity", &["http", "schema", "domain"]),
    ("db", &["http", "schema", "domain", "graphql", "access", "identity", "config"]),
    ("sealing", &["http", "schema", "domain", "graphql", "access", "identity", "events"]),
    ("config", &["http", "schema", "domain", "graphql", "access", "identity"]),
];
const BESIDE_THE_MODEL: [&str; 6] = ["db", "access", "events", "sealing", "graphql", "identity"];
const BESIDE_THE_POLICY: [&str; 4] = ["db", "events", "sealing", "graphql"];

pub fn arrows(file: &File) -> Vec<String> {
    let Some(inside) = file.path.strip_prefix("api/src/") else {
        return Vec::new();
    };
    let part = inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs");
    let mut closed: Vec<&str> = ABOVE
        .iter()
        .filter(|(lower, _)| *lower == part)
        .flat_map(|(_, upper)| upper.iter().copied())
        .collect();
    if part == "domain" && inside.ends_with("/model.rs") {
        closed.extend(BESIDE_THE_MODEL);
    }
    if part == "domain" && inside.ends_with("/policy.rs") {
        closed.extend(BESIDE_THE_POLICY);
    }
    let mut complaints = Vec::new();
    for path in paths(&file.code()) {
        let Some(known) = path.strip_prefix("crate::") else {
            continue;
        };
        let known = known.split("::").next().unwrap_or(known);
        if closed.contains(&known) {
            complaints.push(format!("knows what is above it: {path}"));
        }
    }
    complaints
}

/// Every path that begins with `crate::` or `super::`, groups in braces written out.
fn paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let before = &code[..at];
            // Found already as part of a longer path.
            if before.ends_with("::") || before.ends_with(char::is_alphanumeric) {
                continue;
            }
            write_out("", &code[at..], &mut found);
        }
    }
    found
}

/// Reads one path or group from the start of `code`, puts it behind `prefix`, answers what follows.
fn write_out<'a>(prefix: &str, code: &'a str, found: &mut Vec<String>) -> &'a str {
    let end =
        code.find(|letter: char| !(letter.is_alphanumeric() || "_:".contains(letter))).unwrap_or(code.len());
    let path = format!("{prefix}{}", &code[..end]);
    let mut rest = &code[end..];
    if !path.ends_with("::") || !rest.starts_with('{') {
        // `name::<T>` ends in a separator that leads nowhere.
        found.push(path.trim_end_matches(':').to_owned());
        return rest;
    }
    loop {
        rest = write_out(&path, rest[1..].trim_start(), found).trim_start();
        if rest.starts_with(" as ") || rest.starts_with("as ") {
            rest = rest.find([',', '}']).map_or("", |at| &rest[at..]);
        }
        if !rest.starts_with(',') {
            return rest.strip_prefix('}').unwrap_or(rest);
        }
    }
}
