//! A database as an earlier release wrote it, brought up to this one: nothing stored is lost, nothing is told twice.
//!
//! `tests/upgrade/<release>/<database>` holds what that release wrote: the database (SQLite's file, or PostgreSQL's
//! dump), the master key, the checkpoint of the audit log, a backup with its erasure ledger, and `seen.json`, which
//! is what that release saw in it. This release writes the same of itself to `target/upgrade`, from where it is
//! copied when it is released.

mod past;
mod picture;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use api::doctor::{self, Status};
use api::maintenance;
use entities::instant::Instant;
use platform::{environment::Clock, environment::Environment};
use serde_json::{Value, json};

use crate::app::{self, MASTER_KEY, TestApp};
use crate::databases::{Database, Postgres, run};
use crate::notifications::catch_up;
use crate::smtp_server::EmailServer;
use support::folder::{Folder, copy};

const SQLITE: &str = "throughgate.sqlite";
const DUMP: &str = "throughgate.sql";
const BACKUP: &str = "backup";
const CHECKPOINT: &str = "journal.anchor";
const KEY: &str = "master.key";
const SEEN: &str = "seen.json";

fn name(database: Database) -> &'static str {
    match database {
        Database::Sqlite => "sqlite",
        Database::Postgres => "postgres",
    }
}

/// What a release left, unpacked into a folder of this test's own.
fn left_by(release: &str, database: Database) -> Folder {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("upgrade").join(release).join(name(database));
    let folder = Folder::new("upgrade");
    copy(&from, folder.path());
    for file in fs::read_dir(folder.path()).expect("the folder can be listed").flatten() {
        if file.path().extension().is_some_and(|end| end == "gz") {
            tool(Command::new("gzip").arg("--decompress").arg(file.path()));
        }
    }
    folder
}

fn tool(command: &mut Command) {
    let ended = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(ended.status.success(), "{command:?}: {}", String::from_utf8_lossy(&ended.stderr));
}

fn seen(folder: &Path) -> Value {
    let text = fs::read_to_string(folder.join(SEEN)).expect("what was seen is kept");
    serde_json::from_str(&text).expect("it was written as JSON")
}

/// The application on what was left, at the moment at which it was left; mail goes to this server.
async fn open(left: &Path, database: Database, now: &Value, server: &EmailServer) -> TestApp {
    let folder = Folder::new("app");
    let postgres = match database {
        Database::Sqlite => {
            fs::copy(left.join(SQLITE), folder.join(SQLITE)).expect("the database can be copied");
            None
        }
        Database::Postgres => {
            let postgres = Postgres::new(None).await;
            let mut restore = Command::new("psql");
            restore.args(["--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null", "--file"]);
            tool(restore.arg(left.join(DUMP)).arg(postgres.address()));
            Some(postgres)
        }
    };
    start(folder, postgres, left, now, server).await
}

/// The application with the key that was left.
async fn start(
    folder: Folder,
    postgres: Option<Postgres>,
    left: &Path,
    now: &Value,
    server: &EmailServer,
) -> TestApp {
    let (url, key) = (format!("smtp://127.0.0.1:{}", server.port), key(left));
    let settings = [
        ("THROUGHGATE_MASTER_KEY", key.as_str()),
        ("THROUGHGATE_SMTP_URL", &url),
        ("THROUGHGATE_MAIL_FROM", "gate@throughgate.test"),
    ];
    TestApp::on(folder, postgres, Clock::fixed_at(instant(now)), &settings).await
}

fn key(left: &Path) -> String {
    fs::read_to_string(left.join(KEY)).expect("the key was left").trim().to_owned()
}

fn instant(at: &Value) -> Instant {
    Instant(at.as_i64().expect("the moment is kept in microseconds"))
}

/// Leaves what this release writes in `target/upgrade`.
async fn leave(database: Database) -> PathBuf {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../upgrade").join(name(database));
    let _ = fs::remove_dir_all(&to);
    fs::create_dir_all(&to).expect("a folder can be made below target");
    let server = EmailServer::start(json!({ "refuse": past::REFUSED }));
    let url = format!("smtp://127.0.0.1:{}", server.port);
    let settings =
        [("THROUGHGATE_SMTP_URL", url.as_str()), ("THROUGHGATE_MAIL_FROM", "gate@throughgate.test")];
    let app = TestApp::demo_with(database, &settings).await;
    past::live(&app).await;
    assert!(!server.taken().is_empty(), "no email was sent");

    let (config, env) = (app.config(), app.env());
    sound(&app, &to.join(CHECKPOINT), true).await;
    match database {
        Database::Sqlite => {
            let made = maintenance::backup::backup(config, &env, &to.join(BACKUP), |_| {}).await;
            made.expect("a backup can be made");
        }
        Database::Postgres => {
            let file = to.join(format!("{BACKUP}.ledger"));
            maintenance::backup::write_ledger(config, &env, &file).await.expect("the ledger can be written");
        }
    }
    let now = app.clock.now().0;
    let (folder, postgres) = app.stop().await;
    match &postgres {
        None => {
            fs::copy(folder.join(SQLITE), to.join(SQLITE)).expect("the database can be copied");
        }
        Some(postgres) => {
            let mut dump = Command::new("pg_dump");
            dump.args(["--no-owner", "--no-privileges", "--file"]).arg(to.join(DUMP));
            tool(dump.arg(postgres.address()));
        }
    }
    fs::write(to.join(KEY), format!("{MASTER_KEY}\n")).expect("the folder can be written to");

    let now = json!(now);
    let app = open(&to, database, &now, &server).await;
    let rows = picture::rows(&app).await;
    let texts = picture::texts(&app).await;
    let lists = picture::lists(&app).await;
    let seen = json!({ "now": now, "rows": rows, "texts": texts, "lists": lists });
    fs::write(to.join(SEEN), format!("{seen:#}\n")).expect("the folder can be written to");
    to
}

/// The keys and the audit log are intact, as the doctor finds them.
async fn sound(app: &TestApp, checkpoint: &Path, first: bool) {
    let findings = doctor::run_doctor(app.config(), &app.env(), checkpoint).await;
    // All but the clock, which stands still in a test.
    for finding in findings.iter().filter(|finding| finding.about != "clock") {
        assert!(finding.status != Status::Failed, "{finding}");
    }
    let log = findings.last().expect("the doctor says something");
    // It warns where there is no checkpoint yet to compare with.
    let well = if first { Status::Warning } else { Status::Ok };
    assert!(log.status == well && log.says.contains("are intact"), "{log}");
}

/// Two pictures are the same; where they are not, the first place is named.
fn same(path: &str, before: &Value, after: &Value) {
    match (before, after) {
        (Value::Object(one), Value::Object(other)) => {
            let keys = one.keys().chain(other.keys());
            keys.for_each(|key| same(&format!("{path} › {key}"), &before[key], &after[key]));
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (n, (one, other)) in one.iter().zip(other).enumerate() {
                same(&format!("{path} › {n}"), one, other);
            }
        }
        _ => assert_eq!(before, after, "{path}"),
    }
}

/// Brings up what was left and compares it with what was seen then.
async fn nothing_is_lost(left: &Path, database: Database) {
    let seen = seen(left);
    let server = EmailServer::start(json!({}));
    let app = open(left, database, &seen["now"], &server).await;
    let checkpoint = app.folder().join(CHECKPOINT);
    fs::copy(left.join(CHECKPOINT), &checkpoint).expect("the checkpoint was left");
    sound(&app, &checkpoint, false).await;
    let rows = picture::rows(&app).await;
    same("rows", &seen["rows"], &rows);
    same("texts", &seen["texts"], &picture::texts(&app).await);

    // Nothing that was told already is told again.
    catch_up(&app).await;
    let after = picture::rows(&app).await;
    for told in ["notifications", "emails", "choices of emails"] {
        same(told, &rows["counts"][told], &after["counts"][told]);
    }
    same("emails", &rows["emails"], &after["emails"]);
    assert!(server.taken().is_empty(), "{:?}", server.taken());
    sound(&app, &checkpoint, false).await;
    same("lists", &seen["lists"], &picture::lists(&app).await);
}

/// Restores a backup that was left into an empty place.
async fn is_restored(left: &Path) {
    let seen = seen(left);
    let server = EmailServer::start(json!({}));
    let empty = Folder::new("restored");
    let env = Environment::with_clock(Clock::fixed_at(instant(&seen["now"])));
    let config = app::config(empty.path(), None, &[("THROUGHGATE_MASTER_KEY", &key(left))]);
    let restored = maintenance::restore::restore(config, env, &left.join(BACKUP), None, |_| {}).await;
    restored.expect("the backup can be restored");
    let app = start(empty, None, left, &seen["now"], &server).await;
    same("texts", &seen["texts"], &picture::texts(&app).await);
    same("lists", &seen["lists"], &picture::lists(&app).await);
}

#[test]
fn release_0_1_on_sqlite() {
    run(async {
        let left = left_by("0.1", Database::Sqlite);
        nothing_is_lost(left.path(), Database::Sqlite).await;
        is_restored(left.path()).await;
    });
}

#[test]
fn release_0_1_on_postgres() {
    run(async { nothing_is_lost(left_by("0.1", Database::Postgres).path(), Database::Postgres).await });
}

#[test]
fn this_release_on_sqlite() {
    run(async {
        let left = leave(Database::Sqlite).await;
        nothing_is_lost(&left, Database::Sqlite).await;
        is_restored(&left).await;
    });
}

#[test]
fn this_release_on_postgres() {
    run(async { nothing_is_lost(&leave(Database::Postgres).await, Database::Postgres).await });
}
