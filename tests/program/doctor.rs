//! `throughgate doctor`: what whoever runs the system reads, on a system that is well and on some that
//! are not.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::folder::Folder;
use crate::for_each_database;
use crate::installation::Place;
use crate::program::{Ended, Program};
use crate::waiting::until_now;

/// The line about a thing.
fn line<'a>(ended: &'a Ended, about: &str) -> &'a str {
    let of = |line: &&str| line.split_whitespace().nth(1) == Some(about);
    ended.out.lines().find(of).unwrap_or_else(|| panic!("nothing about {about}: {ended:?}"))
}

fn says_broken(ended: &Ended, about: &str, says: &str) {
    assert_eq!(ended.code, Some(1), "{ended:?}");
    let line = line(ended, about);
    assert!(line.starts_with("failed") && line.contains(says), "{says} is not in: {line}");
}

for_each_database! {
    async fn all_is_well_while_it_serves_and_nothing_is_broken_after(database: Database) {
        let place = Place::demonstration(database).await;
        let gateway = place.program(&["serve"]).start();
        // The worker needs a moment for the demonstration network's past.
        let ended = until_now("all is well", || {
            let ended = place.program(&["doctor"]).run();
            ended.out.contains("every background job is running").then_some(ended)
        });
        assert_eq!(ended.code, Some(0), "{ended:?}");
        for about in ["settings", "database", "migrations", "clock", "background", "deadlines", "email", "keys", "audit", "disk"] {
            assert!(!line(&ended, about).starts_with("failed"), "{ended:?}");
        }
        // The first look notes where the journal ends, the next one compares.
        let ended = place.program(&["doctor"]).run();
        assert!(line(&ended, "audit").starts_with("ok"), "{ended:?}");
        assert_eq!(gateway.stop().code, Some(0));

        let ended = place.program(&["doctor"]).run();
        assert_eq!(ended.code, Some(0), "{ended:?}");
        assert!(line(&ended, "background").starts_with("warning"), "nobody works: {ended:?}");

        // Mail that a server does not take is named before it is given up, and so is a refused address.
        let with_email = || {
            let program = place.program(&["doctor"]).with("THROUGHGATE_SMTP_URL", "smtp://127.0.0.1:9");
            program.with("THROUGHGATE_MAIL_FROM", "gate@throughgate.test").run()
        };
        place.execute("DELETE FROM notification_preferences").await;
        place.execute("UPDATE email SET state = 'SENT', failure = NULL").await;
        assert!(line(&with_email(), "email").starts_with("ok"));
        place.execute("INSERT INTO notification_preferences (member_id, urgent, other, refused_at) \
            SELECT id, 'AT_ONCE', 'DAILY', 1 FROM member LIMIT 1").await;
        let refused = with_email();
        assert!(line(&refused, "email").contains("addresses of 1 members were rejected"), "{refused:?}");
        place.execute("INSERT INTO email (id, member_id, frequency, state, created_at, due_at, tries, failure) \
            SELECT id, id, 'AT_ONCE', 'QUEUED', 0, 9000000000000000, 1, 'UNREACHABLE' FROM member LIMIT 1").await;
        let failing = with_email();
        assert!(line(&failing, "email").contains("1 emails failed"), "{failing:?}");
    }

    async fn a_audit_log_that_was_changed_is_found(database: Database) {
        let place = Place::demonstration(database).await;
        let gateway = place.program(&["serve"]).start();
        let looked = |checkpoint: &str| place.program(&["doctor", "--checkpoint", &place.home.join(checkpoint).to_string_lossy()]).run();
        until_now("the journal is written", || looked("anchor").out.contains("every background job is running").then_some(()));
        assert_eq!(gateway.stop().code, Some(0));
        let ended = looked("anchor");
        assert_eq!(ended.code, Some(0), "{ended:?}");

        // An event put behind the end, where no batch has it.
        place.execute("INSERT INTO event (id, sequence_number, kind, occurred_at, origin, fields) SELECT \
            (SELECT id FROM organisation LIMIT 1), MAX(sequence_number) + 5, 'PERSON_RECORDED', 0, 'SYSTEM', '' FROM event").await;
        says_broken(&looked("anchor"), "audit", "outside");
        place.execute("DELETE FROM event WHERE occurred_at = 0").await;
        assert_eq!(looked("anchor").code, Some(0));

        // What an organisation is to read as having happened, put where no batch will ever look.
        place.execute("INSERT INTO event (id, sequence_number, kind, occurred_at, origin, fields) SELECT id, NULL, 'PERSON_RECORDED', 0, 'SYSTEM', '' FROM person LIMIT 1").await;
        place.execute("INSERT INTO audit_log_entry (organisation_id, sequence_number, event_id) SELECT id, 5, id FROM event WHERE occurred_at = 0").await;
        says_broken(&looked("anchor"), "audit", "outside");
        place.execute("DELETE FROM audit_log_entry WHERE event_id IN (SELECT id FROM event WHERE occurred_at = 0)").await;
        place.execute("DELETE FROM event WHERE occurred_at = 0").await;
        assert_eq!(looked("anchor").code, Some(0));

        // What an organisation reads of it, taken away and put in.
        for (change, back) in [
            ("UPDATE audit_log_entry SET sequence_number = sequence_number + 1000000 WHERE sequence_number = 3",
             "UPDATE audit_log_entry SET sequence_number = sequence_number - 1000000 WHERE sequence_number > 1000000"),
            ("INSERT INTO audit_log_entry (organisation_id, sequence_number, event_id) SELECT id, 5, id FROM event WHERE sequence_number = 5",
             "DELETE FROM audit_log_entry WHERE organisation_id = event_id"),
        ] {
            place.execute(change).await;
            says_broken(&looked("anchor"), "audit", "organisations read");
            place.execute(back).await;
            assert_eq!(looked("anchor").code, Some(0));
        }

        // The end cut off with everything that tells of it: the anchor alone knows.
        for statement in [
            "DELETE FROM audit_log_entry WHERE sequence_number >= (SELECT MAX(first_sequence_number) FROM audit_log_batch)",
            "DELETE FROM event_subject WHERE event_id IN (SELECT id FROM event \
                WHERE sequence_number >= (SELECT MAX(first_sequence_number) FROM audit_log_batch))",
            "DELETE FROM event WHERE sequence_number >= (SELECT MAX(first_sequence_number) FROM audit_log_batch)",
            "DELETE FROM audit_log_batch WHERE number = (SELECT MAX(number) FROM audit_log_batch)",
        ] {
            place.execute(statement).await;
        }
        let kept = fs::read_to_string(place.home.join("anchor")).expect("the anchor was written");
        says_broken(&looked("anchor"), "audit", "ends before");
        assert_eq!(fs::read_to_string(place.home.join("anchor")).expect("the anchor stays"), kept);
        assert_eq!(looked("another").code, Some(0), "without the anchor nothing tells");
    }

    async fn what_is_in_the_way_is_named(database: Database) {
        let place = Place::new(database).await;
        assert_eq!(place.program(&["migrate"]).run().code, Some(0));

        let other = "ff".repeat(32);
        let ended = place.program(&["doctor"]).with("THROUGHGATE_MASTER_KEY", &other).run();
        says_broken(&ended, "keys", "master key");

        place.execute("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m2099_01_later', 0)").await;
        says_broken(&place.program(&["doctor"]).run(), "migrations", "m2099_01_later");
        place.execute("DELETE FROM seaql_migrations WHERE version >= 'm2026_06'").await;
        says_broken(&place.program(&["doctor"]).run(), "migrations", "throughgate migrate");
    }
}

#[test]
fn where_nothing_is_nothing_is_made() {
    let home = Folder::new("doctor");
    let ended = Program::new(&home, &["doctor"]).run();
    says_broken(&ended, "database", "throughgate serve");
    assert!(!home.join("data").exists(), "something was made");
}

#[test]
fn a_key_that_others_can_read_is_named() {
    let home = Folder::new("doctor");
    assert_eq!(Program::new(&home, &["migrate"]).run().code, Some(0));
    let key = home.join("data/master.key");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).expect("its owner may");
    let ended = Program::new(&home, &["doctor"]).run();
    assert!(
        line(&ended, "key").starts_with("warning") && line(&ended, "key").contains("chmod 600"),
        "{ended:?}"
    );
}
