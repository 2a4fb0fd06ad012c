//! Backups, and restoring them.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::json;

use super::{HEAD, OFFICER, erase, everybody, program, record, refuses, text, well, with_key_of};
use crate::databases::{Database, Postgres};
use crate::folder::Folder;
use crate::installation::{KEY, Place, demonstration_home};

#[test]
fn a_backup_made_while_it_serves_is_whole_and_restores() {
    let home = demonstration_home();
    let gateway = program(&home, &["serve"]).start();
    let token = gateway.token(OFFICER, &home);
    let file = home.join("it's a backup");
    let recorded = AtomicU32::new(0);
    let ended = std::thread::scope(|threads| {
        threads.spawn(|| {
            for number in 0..200 {
                record(&gateway, &token, &format!("Ona{number}"));
                recorded.fetch_add(1, Ordering::SeqCst);
            }
        });
        crate::waiting::until_now("some are recorded", || {
            (recorded.load(Ordering::SeqCst) > 20).then_some(())
        });
        let ended = program(&Folder::new("elsewhere"), &["backup", &text(&file)])
            .with("THROUGHGATE_DATA", &text(&home.join("data")))
            .run();
        assert!(recorded.load(Ordering::SeqCst) < 200, "nothing was written meanwhile");
        ended
    });
    well(&ended);
    assert!(ended.out.contains("does not contain the master key"), "{ended:?}");
    for name in ["it's a backup", "it's a backup.ledger"] {
        let mode = fs::metadata(home.join(name)).expect("it was written").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    // Never over what is there.
    let again = program(&home, &["backup", &text(&file)]).with("THROUGHGATE_DATA", &text(&home.join("data")));
    let before = fs::read(&file).expect("it was written");
    refuses(&again.run(), "left unchanged");
    assert_eq!(fs::read(&file).expect("it stays"), before);
    well(&gateway.stop());

    let other = with_key_of(&home);
    let ended = program(&other, &["restore", &text(&file)]).run();
    well(&ended);
    assert!(ended.out.contains("throughgate doctor"), "{ended:?}");
    well(&program(&other, &["doctor"]).run());
    let restored = program(&other, &["serve"]).start();
    let token = restored.token(OFFICER, &other);
    let names = everybody(&restored, &token).to_string();
    assert!(names.contains("\"Ona5\"") && names.contains("A bed."), "{names}");
}

#[test]
fn what_cannot_be_restored_is_named_and_nothing_is_made() {
    let home = demonstration_home();
    let gateway = program(&home, &["serve"]).start();
    let file = home.join("backup");
    well(&program(&home, &["backup", &text(&file)]).run());
    well(&gateway.stop());

    refuses(&program(&home, &["restore", &text(&file)]).run(), "exists");

    let other = with_key_of(&home);
    let restore = |file: &str| program(&other, &["restore", file]).run();
    let is_empty = || {
        let left = fs::read_dir(other.join("data")).expect("it has a data folder").flatten();
        let left: Vec<_> = left.map(|file| file.file_name()).filter(|name| name != "master.key").collect();
        assert!(left.is_empty(), "left behind: {left:?}");
    };
    let whole = fs::read(&file).expect("it was written");
    let damaged = home.join("damaged");
    fs::copy(home.join("backup.ledger"), home.join("damaged.ledger")).expect("the ledger was written");
    for bytes in [&whole[..whole.len() / 2], b"no backup at all", b""] {
        fs::write(&damaged, bytes).expect("the home can be written to");
        refuses(&restore(&text(&damaged)), "is not a complete backup");
        is_empty();
    }
    refuses(&restore("/proc/none"), "there is no file");
    let other_key =
        program(&other, &["restore", &text(&file)]).with("THROUGHGATE_MASTER_KEY", &KEY.replace("00", "ee"));
    refuses(&other_key.run(), "master key");
    is_empty();

    // Without its ledger, or with one that was changed, somebody may come back.
    let ledger = fs::read_to_string(home.join("backup.ledger")).expect("the ledger was written");
    fs::write(home.join("backup.ledger"), ledger.replace("written_at\": \"2", "written_at\": \"3"))
        .expect("the home can be written to");
    refuses(&restore(&text(&file)), "was changed");
    fs::remove_file(home.join("backup.ledger")).expect("it was there");
    refuses(&restore(&text(&file)), "ledger");
    is_empty();

    fs::remove_file(other.join("data/master.key")).expect("it was there");
    refuses(&restore(&text(&file)), "master.key");
    assert!(!other.join("data/master.key").exists(), "a key was made");
}

#[test]
fn who_was_erased_does_not_come_back() {
    let home = demonstration_home();
    let gateway = program(&home, &["serve"]).start();
    let officer = gateway.token(OFFICER, &home);
    let (gone, stays) = (record(&gateway, &officer, "Dingusioji"), record(&gateway, &officer, "Liekanti"));
    let (file, newer) = (home.join("backup"), home.join("newer"));
    well(&program(&home, &["backup", &text(&file)]).run());
    let head = gateway.token(HEAD, &home);
    erase(&gateway, &head, &gone);
    well(&program(&home, &["backup", "--ledger", &text(&newer)]).run());
    well(&gateway.stop());

    let other = with_key_of(&home);
    let ended = program(&other, &["restore", &text(&file), "--ledger", &text(&newer)]).run();
    well(&ended);
    assert!(ended.out.contains("erased again by the erasure ledger: 1."), "{ended:?}");
    let restored = program(&other, &["serve"]).start();
    let names = everybody(&restored, &restored.token(OFFICER, &other)).to_string();
    assert!(!names.contains("Dingusioji") && names.contains("Liekanti"), "{stays} {names}");
    let query = "query($id: ID!) { person(id: $id) { id } }";
    let head = restored.token(HEAD, &other);
    let reply = restored.gql(Some(&head), query, json!({ "id": gone["id"] }));
    assert_eq!(reply["errors"][0]["extensions"]["code"], "NOT_FOUND", "{reply:#}");
    // A ledger that knows less does not take the place of one that knows more.
    let empty = with_key_of(&home);
    well(&program(&empty, &["restore", &text(&file)]).run());
    refuses(&program(&empty, &["backup", "--ledger", &text(&newer)]).run(), "left unchanged");
}

#[test]
fn postgres_is_dumped_by_its_own_and_the_ledger_is_replayed() {
    crate::databases::run(async {
        let place = Place::demonstration(Database::Postgres).await;
        let gateway = place.program(&["serve"]).start();
        let officer = gateway.token(OFFICER, &place.home);
        let gone = record(&gateway, &officer, "Dingusioji");
        let file = place.home.join("backup");
        let backup = || place.program(&["backup", &text(&file)]).run();
        let ended = backup();
        refuses(&ended, "nothing is backed up yet");
        assert!(ended.out.contains("pg_dump") && ended.out.contains("umask 077"), "{ended:?}");
        assert!(place.home.join("backup.ledger").exists(), "{ended:?}");

        let address = place.address();
        let dumped = Command::new("pg_dump")
            .args(["--format=custom", "--no-owner", "--no-privileges", "--file"])
            .arg(&file)
            .arg(&address)
            .status();
        assert!(dumped.expect("pg_dump comes with it").success());
        well(&backup());
        let whole = fs::read(&file).expect("it was written");
        fs::write(&file, &whole[..whole.len() - 5_000]).expect("the home can be written to");
        refuses(&backup(), "cannot be read to its end");
        fs::write(&file, &whole).expect("the home can be written to");

        let head = gateway.token(HEAD, &place.home);
        erase(&gateway, &head, &gone);
        well(&backup());
        well(&gateway.stop());

        let other = Postgres::new(None).await;
        let home = Folder::new("restored");
        let on_other = |arguments: &[&str]| {
            program(&home, arguments)
                .with("DATABASE_URL", &other.address())
                .with("THROUGHGATE_MASTER_KEY", KEY)
        };
        let ended = on_other(&["restore", &text(&file)]).run();
        refuses(&ended, "nothing is restored yet");
        assert!(ended.out.contains("pg_restore"), "{ended:?}");
        let restored = Command::new("pg_restore")
            .args(["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", "--dbname"])
            .arg(other.address())
            .arg(&file)
            .status();
        assert!(restored.expect("pg_restore comes with it").success());
        let ended = on_other(&["restore", "--ledger", &text(&place.home.join("backup.ledger"))]).run();
        well(&ended);
        assert!(ended.out.contains("erased again by the erasure ledger: 1."), "{ended:?}");
        let restored = on_other(&["serve"]).start();
        let names = everybody(&restored, &restored.token(OFFICER, &home)).to_string();
        assert!(names.len() > 200 && !names.contains("Dingusioji"), "{names}");
    });
}
