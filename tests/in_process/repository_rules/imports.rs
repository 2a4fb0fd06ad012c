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
    let may = path.starts_with("api/platform/src/graphql/")
        || path == "api/src/schema.rs"
        || ["api/capabilities/src/loaders.rs", "api/capabilities/src/node.rs"].contains(&path)
        || path.starts_with("api/capabilities/src/")
            && (path.ends_with("/graphql.rs") || path.contains("/graphql/"));
    if may || !is_rust_of_ours(file) || !reaches(&file.code(), "async_graphql") {
        return Vec::new();
    }
    vec!["knows async_graphql; that belongs into graphql.rs, api/platform/src/graphql/ or schema.rs".into()]
}

/// The database is reached through reads and actions and through what they stand on: some modules of the platform, how
/// the program starts and looks after what it has, and the demonstration network, which writes the past.
pub fn database(file: &File) -> Vec<String> {
    let path = file.path.as_str();
    let platform = ["db", "events", "access", "identity", "reference_data", "context", "error", "sealing"];
    let program = ["start", "doctor", "maintenance"];
    let is_part = |folder: &str, parts: &[&str]| {
        path.strip_prefix(folder)
            .and_then(|inside| inside.split(['/', '.']).next())
            .is_some_and(|part| parts.contains(&part))
    };
    let may = path.starts_with("entities/")
        || path.starts_with("migration/")
        || path.starts_with("api/demo/src/")
        || is_part("api/platform/src/", &platform)
        || is_part("api/src/", &program)
        || path.starts_with("api/capabilities/src/")
            && path
                .trim_end_matches(".rs")
                .split('/')
                .any(|part| ["reads", "actions", "visible", "subjects", "legal_bases"].contains(&part));
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
    if !file.path.starts_with("api/")
        || !file.has_ending(&["rs"])
        || file.path == "api/platform/src/db/locks.rs"
    {
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
    if !is_rust_of_ours(file) || path == "api/platform/src/config.rs" || path.ends_with("/build.rs") {
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
        let is_ours = [
            "api",
            "capabilities",
            "demo",
            "entities",
            "migration",
            "platform",
            "spreadsheets",
            "tests",
            "web",
        ]
        .contains(&name.as_str());
        if is_ours || line.contains("path = \"..") && line.contains('{') {
            complaints.push(format!("depends on a crate of ours: {line}"));
        }
    }
    complaints
}

/// One capability uses another through the names of its `mod.rs`.
pub fn other_capabilities(file: &File) -> Vec<String> {
    let Some(capability) = capability_of(&file.path) else {
        return Vec::new();
    };
    let mut complaints = Vec::new();
    for (other, behind, path) in crossings(file, capability) {
        // What a viewer may see, and what happened, are for others to start from.
        if ["events::", "visible::", "legal_bases::"].iter().any(|open| behind.starts_with(open)) {
            continue;
        }
        // A module's name begins with a small letter, and another name follows it.
        let goes_deeper = behind.starts_with(|first: char| first.is_lowercase())
            && behind.split_once("::").is_some_and(|(_, rest)| !rest.is_empty());
        if goes_deeper {
            complaints.push(format!("reaches behind the mod.rs of {other}: {path}"));
        }
    }
    complaints
}

/// Which capability may build on which others. Graph types are left out: they refer to each other as the graph does.
const BUILDS_ON: [(&str, &[&str]); 8] = [
    ("network", &[]),
    ("people", &["network"]),
    ("disclosures", &["network", "people"]),
    ("referrals", &["network", "people", "disclosures"]),
    ("imports", &["network", "people"]),
    ("audit_log", &[]),
    ("notifications", &[]),
    ("members", &["notifications", "network", "people", "referrals"]),
];

pub fn arrows_between_capabilities(file: &File) -> Vec<String> {
    let Some(capability) = capability_of(&file.path) else {
        return Vec::new();
    };
    if file.path.contains("/graphql") {
        return Vec::new();
    }
    let Some((_, lower)) = BUILDS_ON.iter().find(|(name, _)| *name == capability) else {
        return vec![format!("{capability} is not in the table of what builds on what")];
    };
    crossings(file, capability)
        .into_iter()
        .filter(|(other, ..)| !lower.contains(&other.as_str()))
        .map(|(other, _, path)| format!("{capability} does not build on {other}: {path}"))
        .collect()
}

/// What a file of a capability names of others: which, what of it, and the path as it stands there.
fn crossings(file: &File, capability: &str) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for path in paths(&file.code()) {
        let inside = path.strip_prefix("crate::").or_else(|| path.strip_prefix("super::super::"));
        let Some((other, behind)) = inside.and_then(|inside| inside.split_once("::")) else {
            continue;
        };
        let is_capability = BUILDS_ON.iter().any(|(name, _)| *name == other);
        if is_capability && other != capability {
            found.push((other.to_owned(), behind.to_owned(), path.clone()));
        }
    }
    found
}

fn capability_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("api/capabilities/src/")?;
    inside.split_once('/').map(|(capability, _)| capability)
}

/// What a module of the platform must not know of the others, so that arrows run one way. That it knows no capability,
/// the compiler holds.
const ABOVE: [(&str, &[&str]); 6] = [
    ("access", &["graphql", "identity"]),
    ("events", &["graphql", "identity"]),
    ("identity", &["graphql"]),
    ("db", &["graphql", "access", "identity", "config"]),
    ("sealing", &["graphql", "access", "identity", "events"]),
    ("config", &["graphql", "access", "identity"]),
];
const BESIDE_THE_MODEL: [&str; 6] = ["db", "access", "events", "sealing", "graphql", "identity"];
const BESIDE_THE_POLICY: [&str; 4] = ["db", "events", "sealing", "graphql"];

pub fn arrows(file: &File) -> Vec<String> {
    let mut closed: Vec<String> = Vec::new();
    if let Some(inside) = file.path.strip_prefix("api/platform/src/") {
        let part = inside.split(['/', '.']).next().unwrap_or(inside);
        let above = ABOVE.iter().filter(|(lower, _)| *lower == part).flat_map(|(_, upper)| upper.iter());
        closed.extend(above.map(|upper| format!("crate::{upper}")));
    } else if file.path.starts_with("api/capabilities/src/") {
        let beside: &[&str] = match file.path.rsplit('/').next() {
            Some("model.rs") => &BESIDE_THE_MODEL,
            Some("policy.rs") => &BESIDE_THE_POLICY,
            _ => &[],
        };
        closed.extend(beside.iter().map(|part| format!("platform::{part}")));
    }
    let mut complaints = Vec::new();
    for path in paths(&file.code()) {
        let knows = |closed: &&String| {
            path.strip_prefix(closed.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        };
        if closed.iter().any(|each| knows(&each)) {
            complaints.push(format!("knows what is above it: {path}"));
        }
    }
    complaints
}

/// Every path that begins with `crate::`, `super::` or `platform::`, groups in braces written out.
fn paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for start in ["crate::", "super::", "platform::"] {
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
