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
            ("api/src/domain/people/actions.rs", "use async_graphql::ID;\n"),
            ("api/src/http/router.rs", "fn run() { async_graphql::Request::new(text) }\n"),
            ("web/src/client.rs", "use async_graphql::Value;\n"),
        ],
        &[
            ("api/src/domain/people/graphql.rs", "use async_graphql::ID;"),
            ("api/src/graphql/ids.rs", "use async_graphql::ID;"),
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
            ("api/src/domain/people/graphql.rs", "use sea_orm::EntityTrait;\n"),
            ("api/src/domain/people/model.rs", "use sea_orm::prelude::*;"),
            ("api/src/lib.rs", "sea_orm::Database::connect(address).await"),
            ("web/src/lib.rs", "use sqlx::Row;"),
        ],
        &[
            ("api/src/domain/people/reads.rs", "use sea_orm::EntityTrait;"),
            ("api/src/domain/people/actions/record.rs", "use sea_orm::*;"),
            ("api/src/db.rs", "use sea_orm::Database;"),
            ("api/src/config.rs", "filter: \"info,sqlx=warn\""),
            ("api/src/access/visible.rs", "use sea_orm::sea_query::Condition;"),
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
            ("api/src/domain/people/actions.rs", "find_by_id(id).lock(LockType::Update).one(tx.on()).await"),
            ("api/src/domain/people/reads.rs", "find_by_id(id).lock_exclusive().one(tx.on()).await"),
            ("api/src/events/worker.rs", "let next = \"SELECT 1 FROM email FOR UPDATE SKIP LOCKED\";"),
        ],
        &[
            ("api/src/db/locks.rs", "which.lock(LockType::NoKeyUpdate)"),
            ("api/src/domain/people/actions.rs", "locks::person(tx, which, id).await"),
            ("api/src/house.rs", "self.looks.lock()"),
        ],
    );
    holds(imports::locks);
}

#[test]
fn environment_only_in_config() {
    tells(
        imports::environment,
        &[
            ("api/src/db.rs", "let address = std::env::var(\"DATABASE_URL\");"),
            ("api/src/main.rs", "use std::env::var_os;"),
            ("api/src/main.rs", "#[arg(long, env = \"THROUGHGATE_LISTEN\")]"),
            ("web/src/lib.rs", "for (name, _) in env::vars() {}"),
        ],
        &[
            ("api/src/config.rs", "std::env::var(name).ok()"),
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
            ("api/src/domain/referrals/actions.rs", "use crate::domain::people::reads::person;"),
            (
                "api/src/domain/referrals/actions.rs",
                "use crate::domain::{network::Service, people::{Person, actions::record}};",
            ),
            (
                "api/src/domain/referrals/graphql.rs",
                "let found = crate::domain::network::reads::services(ctx).await;",
            ),
            ("api/src/domain/referrals/actions.rs", "use super::super::people::policy::may_read;"),
        ],
        &[
            ("api/src/domain/referrals/actions.rs", "use crate::domain::people::{Person, consent_in_force};"),
            (
                "api/src/domain/referrals/actions.rs",
                "crate::domain::people::open_disclosure::<Referral>(tx).await",
            ),
            ("api/src/domain/referrals/graphql.rs", "use crate::domain::referrals::reads::inbox;"),
            ("api/src/schema.rs", "use crate::domain::people::graphql::PeopleQuery;"),
        ],
    );
    holds(imports::other_capabilities);
}

#[test]
fn arrows_run_one_way() {
    tells(
        imports::arrows,
        &[
            ("api/src/access/visible.rs", "use crate::domain::people::Person;"),
            ("api/src/db.rs", "use crate::graphql::Problem;"),
            ("api/src/domain/people/actions.rs", "use crate::{db::Tx, http::Session};"),
            ("api/src/domain/people/model.rs", "use crate::access::Viewer;"),
            ("api/src/domain/people/policy.rs", "use crate::db::Db;"),
        ],
        &[
            ("api/src/domain/people/policy.rs", "use crate::access::Viewer;"),
            ("api/src/domain/people/actions.rs", "use crate::{access::Viewer, db::Tx, events::Event};"),
            ("api/src/http/router.rs", "use crate::{schema, domain::people};"),
        ],
    );
    holds(imports::arrows);
}

#[test]
fn no_error_is_thrown_away_unseen() {
    tells(
        causes::swallowed,
        &[
            ("api/src/domain/people/actions.rs", "found.map_err(|_| DomainError::NotFound(\"need\"))?;"),
            ("api/src/keeping/ledger.rs", "read(file)\n    .map_err(\n        |_error| stop(\"none\"))"),
            ("web/src/client.rs", "page.map_err(|(_, _)| broken())"),
            ("api/src/domain/people/actions.rs", "find(tx).await.or(Err(DomainError::NotFound(\"need\")))"),
        ],
        &[
            ("api/src/domain/people/actions.rs", "found.map_err(|refusal| refusal.missing_as(\"need\"))?;"),
            ("api/src/sheets/reading/excel.rs", "archive.by_index(at).map_err(damaged)?;"),
            ("api/src/paging.rs", "// never map_err(|_| …)\ncursor.parse().or_else(|_| Err(bad_cursor()))"),
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
        &[("api/src/domain/people/graphql.rs", &long), ("web/assets/styles.css", &long)],
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
