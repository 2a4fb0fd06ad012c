//! Starting, stopping, and refusing to start: the program as whoever runs it meets it.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;

use entities::person;
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use crate::client::at_once;
use crate::databases::connect;
use crate::folder::Folder;
use crate::for_each_database;
use crate::installation::{KEY, Place, demonstration_home};
use crate::program::{Ended, Program, Started, free_address};
use crate::waiting::until;

const OFFICER: &str = "officer@prison.example";

/// One clear sentence and exit code 1.
fn refuses(ended: &Ended, about: &str) {
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert_eq!(ended.out, "", "what is wrong belongs to the error output");
    let lines: Vec<&str> = ended.err.lines().filter(|line| !line.trim().is_empty()).collect();
    assert_eq!(lines.len(), 1, "one sentence, not {}", ended.err);
    assert!(lines[0].contains(about), "{about} is not in: {}", lines[0]);
    for alarm in ["panicked", "RUST_BACKTRACE", "Err(", "Error {", "stack"] {
        assert!(!lines[0].contains(alarm), "{}", lines[0]);
    }
}

fn everything(gateway: &Started, token: &str) -> Value {
    let query = "{ viewer { member { email } organisation { name } } \
        people(first: 100) { totalCount nodes { id pseudonym } } referrals(first: 100) { nodes { reference state } } }";
    gateway.data(token, query, json!({}))
}

fn record_somebody(gateway: &Started, token: &str) -> String {
    let person = json!({ "givenName": "Ona", "familyName": "Bandomoji", "sex": "FEMALE", "language": "lt",
        "legalStatus": "IN_CUSTODY", "sobriety": "UNKNOWN" });
    let recording = gateway.with_secret(token);
    let made =
        at_once(recording.act("personRecord", json!({ "person": person, "needs": [] }), "person { id }"));
    made["person"]["id"].as_str().expect("an id").to_owned()
}

for_each_database! {
    async fn what_was_entered_outlives_a_stop_and_a_power_cut(database: Database) {
        let place = Place::new(database).await;
        let gateway = place.program(&["serve", "--demo"]).start();
        let token = gateway.token(OFFICER, &place.home);
        let first = record_somebody(&gateway, &token);
        let before = everything(&gateway, &token);
        let ended = gateway.stop();
        assert_eq!(ended.code, Some(0), "{ended:?}");

        let gateway = place.program(&["serve", "--demo"]).start();
        assert_eq!(everything(&gateway, &token), before);
        let second = record_somebody(&gateway, &token);
        gateway.cut();

        let gateway = place.program(&["serve"]).start();
        let query = "query($one: ID!, $other: ID!) { one: person(id: $one) { identity { givenName } } \
            other: person(id: $other) { identity { givenName } } }";
        let reply = gateway.gql(Some(&token), query, json!({ "one": first, "other": second }));
        assert_eq!(reply["data"]["one"]["identity"]["givenName"], "Ona", "{reply:#}");
        assert_eq!(reply["data"]["other"]["identity"]["givenName"], "Ona", "{reply:#}");
    }

    async fn it_says_where_to_go_and_who_one_can_be(database: Database) {
        let place = Place::new(database).await;
        let gateway = place.program(&["serve", "--demo"]).start();
        let (out, err) = gateway.written();
        let said = format!("{out}{err}");
        assert!(said.contains(&gateway.url("")), "{said}");
        for member in [OFFICER, "caseworker@ngo.example", "pastor@parish.example", "coordinator@network.example"] {
            assert!(said.contains(member), "{member} is not in: {said}");
        }
        assert_eq!(gateway.get("/healthz").status, 200);
        assert_eq!(gateway.get("/readyz").status, 200);
    }

    async fn a_database_from_a_newer_release_is_left_alone(database: Database) {
        let place = Place::new(database).await;
        assert_eq!(place.program(&["migrate"]).run().code, Some(0));
        place
            .execute("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_12_future', 0)")
            .await;
        for arguments in [&["serve"][..], &["serve", "--demo"], &["migrate"]] {
            refuses(&place.program(arguments).run(), "newer");
        }
    }

    async fn a_database_with_real_people_is_no_demonstration(database: Database) {
        let place = Place::new(database).await;
        assert_eq!(place.program(&["migrate"]).run().code, Some(0));
        let gateway = place.program(&["serve"]).start();
        let reply = gateway.gql(None, "{ viewer { today } demonstrationMembers { email } }", json!({}));
        assert_eq!(reply["data"], json!({ "viewer": null, "demonstrationMembers": [] }), "{reply:#}");
        let door = gateway.get("/sign-in");
        assert_eq!(door.status, 200);
        assert!(!door.body.contains("name=\"member\""), "{}", door.body);
    }

    async fn an_interrupted_load_of_the_demonstration_network_is_recognised(database: Database) {
        let place = Place::new(database).await;
        assert_eq!(place.program(&["migrate"]).run().code, Some(0));
        let connection = connect(&place.address()).await;
        let loading = place.program(&["serve", "--demo"]).start_unheard();
        until("the first person", || async {
            person::Entity::find().one(&connection).await.expect("people can be read").map(|_| ())
        })
        .await;
        loading.cut();
        connection.close().await.expect("a connection can be closed");
        for arguments in [&["serve", "--demo"][..], &["serve"], &["worker"]] {
            refuses(&place.program(arguments).run(), "interrupted");
        }
    }

    async fn a_token_is_printed_alone(database: Database) {
        let place = Place::demonstration(database).await;
        let gateway = place.program(&["serve"]).start();
        let create = |arguments: &[&str]| {
            let all = [&["token", "create"], arguments].concat();
            place.program(&all).run()
        };
        let ended = create(&["--member", OFFICER, "--days", "3"]);
        assert_eq!(ended.code, Some(0), "{ended:?}");
        assert_eq!(ended.out.lines().count(), 1, "{ended:?}");
        let seen = everything(&gateway, ended.out.trim());
        assert_eq!(seen["viewer"]["member"]["email"], OFFICER);
        refuses(&create(&["--member", "nobody@nowhere.example"]), "nobody@nowhere.example");
    }

    async fn another_key_is_found_before_anything_is_changed(database: Database) {
        let place = Place::new(database).await;
        assert_eq!(place.program(&["migrate"]).run().code, Some(0));
        // As if this release brought a step more; to take it again would fail.
        let last = "(SELECT max(version) FROM seaql_migrations)";
        place.execute(&format!("DELETE FROM seaql_migrations WHERE version = {last}")).await;
        let other = KEY.replace("00", "ff");
        refuses(&place.program(&["migrate"]).with("THROUGHGATE_MASTER_KEY", &other).run(), "master key");
    }

    async fn gateways_that_start_together_migrate_one_after_the_other(database: Database) {
        let place = Place::new(database).await;
        // The data folder and its key are made by the first start alone.
        let key = |program: Program| program.with("THROUGHGATE_MASTER_KEY", KEY);
        std::thread::scope(|threads| {
            let all: Vec<_> =
                (0..3).map(|_| threads.spawn(|| key(place.program(&["migrate"])).run())).collect();
            for one in all {
                let ended = one.join().expect("a start does not panic");
                assert_eq!(ended.code, Some(0), "{ended:?}");
            }
        });
    }

    async fn another_key_opens_nothing(database: Database) {
        let place = Place::demonstration(database).await;
        let first = place.program(&["serve"]).with("THROUGHGATE_MASTER_KEY", KEY).start();
        assert_eq!(first.stop().code, Some(0));
        let other = KEY.chars().rev().collect::<String>();
        refuses(&place.program(&["serve"]).with("THROUGHGATE_MASTER_KEY", &other).run(), "key");
    }
}

#[test]
fn a_taken_port_is_named_before_anything_is_made() {
    let home = Folder::new("start");
    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("this machine has a free port");
    let address = taken.local_addr().expect("a bound port has an address").to_string();
    let ended = Program::new(&home, &["serve", "--demo"]).with("THROUGHGATE_LISTEN", &address).run();
    refuses(&ended, &address);
    assert!(!home.join("data").exists(), "something was made");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let home = Folder::new("start");
    fs::write(home.join("file"), "no folder").expect("the home can be written to");
    let below_a_file = home.join("file").join("data").to_string_lossy().into_owned();
    for folder in [below_a_file.as_str(), "/proc/throughgate"] {
        let ended = Program::new(&home, &["serve"]).with("THROUGHGATE_DATA", folder).run();
        refuses(&ended, folder);
    }
}

#[test]
fn an_unreachable_database_is_a_sentence_without_its_password() {
    let home = Folder::new("start");
    let address = format!("postgres://throughgate:not-for-the-log@{}/throughgate", free_address());
    for arguments in [&["serve"][..], &["migrate"], &["token", "create", "--member", OFFICER]] {
        let program = Program::new(&home, arguments).with("DATABASE_URL", &address);
        let ended = program.with("THROUGHGATE_MASTER_KEY", KEY).run();
        refuses(&ended, "database");
        assert!(!ended.err.contains("not-for-the-log"), "{}", ended.err);
    }
    assert!(!home.join("data").exists(), "something was made");
}

#[test]
fn a_bad_setting_is_named() {
    for (name, value) in [
        ("THROUGHGATE_LISTEN", "8080"),
        ("THROUGHGATE_PUBLIC_URL", "gate.example.org"),
        ("DATABASE_URL", "mysql://localhost/throughgate"),
        ("THROUGHGATE_MASTER_KEY", "short"),
    ] {
        let home = Folder::new("start");
        let ended = Program::new(&home, &["serve"]).with(name, value).run();
        refuses(&ended, name);
        assert!(!home.join("data").exists(), "something was made");
    }
}

#[test]
fn a_key_file_that_cannot_be_used_is_named() {
    let home = Folder::new("start");
    fs::write(home.join("key"), "short").expect("the home can be written to");
    for file in [home.join("key").to_string_lossy().into_owned(), "/proc/throughgate/key".to_owned()] {
        let ended = Program::new(&home, &["serve"]).with("THROUGHGATE_MASTER_KEY_FILE", &file).run();
        refuses(&ended, &file);
        assert!(!home.join("data").exists(), "something was made");
    }
}

#[test]
fn a_log_for_machines_is_json_from_its_first_line() {
    let home = Folder::new("start");
    let gateway = Program::new(&home, &["serve"]).with("THROUGHGATE_LOG_FORMAT", "json").start();
    let ended = gateway.stop();
    assert_eq!(ended.code, Some(0), "{ended:?}");
    let lines: Vec<Value> = ended
        .err
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}")))
        .collect();
    let says = |what: &str| lines.iter().any(|line| line.to_string().contains(what));
    assert!(says("Throughgate runs at") && says("Created a master key"), "{}", ended.err);
}

#[test]
fn postgres_without_a_key_is_refused() {
    let home = Folder::new("start");
    let program = Program::new(&home, &["serve"]).with("DATABASE_URL", "postgres://localhost/throughgate");
    refuses(&program.run(), "THROUGHGATE_MASTER_KEY");
    assert!(!home.join("data").exists(), "something was made");
}

#[test]
fn the_key_it_makes_is_its_owners_alone() {
    let home = Folder::new("start");
    let gateway = Program::new(&home, &["serve"]).start();
    let (out, err) = gateway.written();
    let said = format!("{out}{err}").to_lowercase();
    assert!(said.contains("back") && said.contains("key"), "nothing says to back the key up: {said}");
    let files: Vec<_> = fs::read_dir(home.join("data")).expect("it has a data folder").flatten().collect();
    let keys: Vec<_> =
        files.iter().filter(|file| file.file_name().to_string_lossy().contains("key")).collect();
    assert_eq!(keys.len(), 1, "{files:?}");
    let mode = keys[0].metadata().expect("a file has a mode").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_demonstration_is_not_shown_to_the_world() {
    let home = Folder::new("start");
    let address = format!("0.0.0.0:{}", free_address().port());
    let program = |arguments: &[&str]| Program::new(&home, arguments).with("THROUGHGATE_LISTEN", &address);
    refuses(&program(&["serve", "--demo"]).run(), "--force");
    assert!(!home.join("data").exists(), "something was made");
    let home = demonstration_home();
    let program = |arguments: &[&str]| Program::new(&home, arguments).with("THROUGHGATE_LISTEN", &address);
    refuses(&program(&["serve"]).run(), "--force");
    let forced = program(&["serve", "--demo", "--force"]).start();
    assert_eq!(forced.get("/healthz").status, 200);
}
