//! The rules of how the repository is built, held by a test so that nobody has to remember them.
//! Each rule is tried on a bad sample too: a rule that cannot fail holds nothing.

mod causes;
mod imports;
mod texts;

use crate::repository::{File, repository};

/// Every file that breaks a rule, one a line, or nothing.
fn broken(rule: fn(&File) -> Vec<String>) -> String {
    let mut found = String::new();
    for file in repository() {
        for complaint in rule(&file) {
            found.push_str(&format!("{}: {complaint}\n", file.path));
        }
    }
    found
}

fn holds(rule: fn(&File) -> Vec<String>) {
    let found = broken(rule);
    assert!(found.is_empty(), "\n{found}");
}

/// Each bad sample must be complained about, each good one must pass.
fn tells(rule: fn(&File) -> Vec<String>, bad: &[(&str, &str)], good: &[(&str, &str)]) {
    for (path, text) in bad {
        assert!(!rule(&File::new(path, text)).is_empty(), "passed: {path}\n{text}");
    }
    for (path, text) in good {
        let complaints = rule(&File::new(path, text));
        assert!(complaints.is_empty(), "refused: {path}\n{text}\n{complaints:?}");
    }
}

#[test]
fn the_rules_see_the_whole_repository() {
    let paths: Vec<String> = repository().into_iter().map(|file| file.path).collect();
    for expected in [
        "Cargo.toml",
        "Makefile",
        ".ci/run",
        "api/src/lib.rs",
        "api/schema.graphql",
        "entities/src/lib.rs",
        "migration/src/lib.rs",
        "tests/in_process/main.rs",
        "tests/program/main.rs",
        "web/src/lib.rs",
    ] {
        assert!(paths.iter().any(|path| path == expected), "{expected}");
    }
    assert!(!paths.iter().any(|path| path.contains("node_modules/") || path.starts_with("target/")));
}

#[test]
fn graphql_server_only_in_graphql_files() {
    tells(
        imports::graphql_server,
        &[
            ("api/capabilities/src/people/actions.rs", "use async_graphql::ID;\n"),
            ("api/src/http/router.rs", "fn run() { async_graphql::Request::new(text) }\n"),
            ("web/src/client.rs", "use async_graphql::Value;\n"),
        ],
        &[
            ("api/capabilities/src/people/graphql.rs", "use async_graphql::ID;"),
            ("api/platform/src/graphql/ids.rs", "use async_graphql::ID;"),
            ("api/src/schema.rs", "use async_graphql::Schema;"),
            ("api/src/http/router.rs", "// not async_graphql's own transport\n"),
        ],
    );
    holds(imports::graphql_server);
}

#[test]
fn database_only_behind_its_doors() {
    tells(
        imports::database,
        &[
            ("api/capabilities/src/people/graphql.rs", "use sea_orm::EntityTrait;\n"),
            ("api/capabilities/src/people/model.rs", "use sea_orm::prelude::*;"),
            ("api/src/lib.rs", "sea_orm::Database::connect(address).await"),
            ("web/src/lib.rs", "use sqlx::Row;"),
        ],
        &[
            ("api/capabilities/src/people/reads.rs", "use sea_orm::EntityTrait;"),
            ("api/capabilities/src/people/actions/record.rs", "use sea_orm::*;"),
            ("api/platform/src/db.rs", "use sea_orm::Database;"),
            ("api/platform/src/config.rs", "filter: \"info,sqlx=warn\""),
            ("api/platform/src/access/visible.rs", "use sea_orm::sea_query::Condition;"),
            ("entities/src/person.rs", "use sea_orm::entity::prelude::*;"),
        ],
    );
    holds(imports::database);
}

#[test]
fn rows_are_locked_in_one_place() {
    tells(
        imports::locks,
        &[
            (
                "api/capabilities/src/people/actions.rs",
                "find_by_id(id).lock(LockType::Update).one(tx.on()).await",
            ),
            ("api/capabilities/src/people/reads.rs", "find_by_id(id).lock_exclusive().one(tx.on()).await"),
            (
                "api/platform/src/events/worker.rs",
                "let next = \"SELECT 1 FROM email FOR UPDATE SKIP LOCKED\";",
            ),
        ],
        &[
            ("api/platform/src/db/locks.rs", "which.lock(LockType::NoKeyUpdate)"),
            ("api/capabilities/src/people/actions.rs", "locks::person(tx, which, id).await"),
            ("api/src/start.rs", "self.looks.lock()"),
        ],
    );
    holds(imports::locks);
}

#[test]
fn environment_only_in_config() {
    tells(
        imports::environment,
        &[
            ("api/platform/src/db.rs", "let address = std::env::var(\"DATABASE_URL\");"),
            ("api/src/main.rs", "use std::env::var_os;"),
            ("api/src/main.rs", "#[arg(long, env = \"THROUGHGATE_LISTEN\")]"),
            ("web/src/lib.rs", "for (name, _) in env::vars() {}"),
        ],
        &[
            ("api/platform/src/config.rs", "std::env::var(name).ok()"),
            ("web/build.rs", "std::env::var(\"OUT_DIR\")"),
            ("api/src/main.rs", "#[arg(long)]\nenvironment: String,"),
            ("web/src/assets.rs", "include_str!(env!(\"OUT_DIR\"))"),
        ],
    );
    holds(imports::environment);
}

#[test]
fn crates_that_import_nothing_of_ours() {
    tells(
        imports::own_crates,
        &[
            ("web/Cargo.toml", "[dependencies]\nentities.workspace = true\n"),
            ("entities/Cargo.toml", "[dependencies]\nmigration = { workspace = true }\n"),
            ("migration/Cargo.toml", "[dependencies]\nours = { path = \"../api\" }\n"),
        ],
        &[
            ("web/Cargo.toml", "[package]\nname = \"web\"\n[dependencies]\naxum.workspace = true\n"),
            ("api/Cargo.toml", "[dependencies]\nentities.workspace = true\n"),
        ],
    );
    holds(imports::own_crates);
}

#[test]
fn a_capability_is_used_through_its_mod() {
    tells(
        imports::other_capabilities,
        &[
            ("api/capabilities/src/referrals/actions.rs", "use crate::people::reads::person;"),
            (
                "api/capabilities/src/referrals/actions.rs",
                "use crate::{network::Service, people::{Person, actions::record}};",
            ),
            (
                "api/capabilities/src/referrals/graphql.rs",
                "let found = crate::network::reads::services(ctx).await;",
            ),
            ("api/capabilities/src/referrals/actions.rs", "use super::super::people::policy::may_read;"),
        ],
        &[
            ("api/capabilities/src/referrals/actions.rs", "use crate::people::{Person, consent_in_force};"),
            (
                "api/capabilities/src/referrals/actions.rs",
                "crate::people::open_disclosure::<Referral>(tx).await",
            ),
            ("api/capabilities/src/referrals/graphql.rs", "use crate::referrals::reads::inbox;"),
            ("api/src/schema.rs", "use crate::people::graphql::PeopleQuery;"),
        ],
    );
    holds(imports::other_capabilities);
}

#[test]
fn a_capability_builds_on_those_below_it_alone() {
    tells(
        imports::arrows_between_capabilities,
        &[
            ("api/capabilities/src/people/actions.rs", "use crate::referrals::end_for_consent;"),
            ("api/capabilities/src/network/reads/services.rs", "use crate::{loaders::Rows, people::Person};"),
            ("api/capabilities/src/shelters/model.rs", "pub const NIGHTS: u8 = 3;"),
        ],
        &[
            ("api/capabilities/src/referrals/actions.rs", "use crate::{network::Places, people::disclose};"),
            ("api/capabilities/src/people/graphql/persons.rs", "use crate::referrals::Referral;"),
            ("api/capabilities/src/people/reads.rs", "use super::super::people::model::age_on;"),
        ],
    );
    holds(imports::arrows_between_capabilities);
}

#[test]
fn arrows_run_one_way() {
    tells(
        imports::arrows,
        &[
            ("api/platform/src/db.rs", "use crate::graphql::Problem;"),
            ("api/platform/src/access/viewer.rs", "use crate::{db::Tx, identity::Known};"),
            ("api/capabilities/src/people/model.rs", "use platform::access::Viewer;"),
            ("api/capabilities/src/people/policy.rs", "use platform::{access::Viewer, db::Db};"),
        ],
        &[
            ("api/capabilities/src/people/policy.rs", "use platform::access::Viewer;"),
            (
                "api/capabilities/src/people/actions.rs",
                "use platform::{access::Viewer, db::Tx, events::Lease};",
            ),
            ("api/src/http/router.rs", "use capabilities::people;"),
        ],
    );
    holds(imports::arrows);
}

#[test]
fn no_error_is_thrown_away_unseen() {
    tells(
        causes::swallowed,
        &[
            (
                "api/capabilities/src/people/actions.rs",
                "found.map_err(|_| DomainError::NotFound(\"need\"))?;",
            ),
            ("api/src/maintenance/ledger.rs", "read(file)\n    .map_err(\n        |_error| stop(\"none\"))"),
            ("web/src/client.rs", "page.map_err(|(_, _)| broken())"),
            (
                "api/capabilities/src/people/actions.rs",
                "find(tx).await.or(Err(DomainError::NotFound(\"need\")))",
            ),
        ],
        &[
            (
                "api/capabilities/src/people/actions.rs",
                "found.map_err(|refusal| refusal.missing_as(\"need\"))?;",
            ),
            ("api/spreadsheets/src/reading/excel.rs", "archive.by_index(at).map_err(damaged)?;"),
            (
                "api/platform/src/paging.rs",
                "// never map_err(|_| …)\ncursor.parse().or_else(|_| Err(bad_cursor()))",
            ),
        ],
    );
    holds(causes::swallowed);
}

#[test]
fn files_that_can_be_read_in_one_go() {
    let long = "one line\n".repeat(451);
    let fits = "one line\n".repeat(450);
    tells(
        texts::length,
        &[("api/capabilities/src/people/graphql.rs", &long), ("web/assets/styles.css", &long)],
        &[
            ("web/src/pages/people/person.html", &fits),
            ("api/schema.graphql", &long),
            ("tests/package-lock.json", &long),
        ],
    );
    holds(texts::length);
}

#[test]
fn the_project_speaks_only_of_itself() {
    let folders = ["a path such as /wo|rk/main", "see /tm|p/notes.txt", "/ho|me/anybody/x"];
    let left_open = ["// TO|DO later", "tod|o!()", "unimplement|ed!()"];
    let elsewhere = ["as issue| 2 says", "see issu|es show 2"];
    for sample in folders.iter().chain(&left_open).chain(&elsewhere) {
        let sample = sample.replace('|', "");
        tells(texts::words, &[("api/src/lib.rs", &sample)], &[]);
    }
    tells(
        texts::words,
        &[],
        &[
            ("README.md", "serve the work of /workshops/ and tmp files"),
            ("web/src/pages/mod.rs", "pages/work/my_work.graphql"),
            ("web/locales/en/referrals.ftl", "issued = Issued on { $date }"),
        ],
    );
    holds(texts::words);
}
