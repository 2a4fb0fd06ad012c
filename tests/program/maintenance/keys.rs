//! Changing the master key.

use std::fs;

use super::{OFFICER, everybody, program, refuses, text, well};
use crate::folder::Folder;
use crate::for_each_database;
use crate::installation::{KEY, Place, demonstration_home};

fn key(home: &Folder, name: &str, key: &str) -> String {
    fs::write(home.join(name), key).expect("the home can be written to");
    text(&home.join(name))
}

for_each_database! {
    async fn a_gateway_with_both_keys_serves_while_the_key_is_changed(database: Database) {
        let place = Place::demonstration(database).await;
        let home = &place.home;
        let (old, new) = (key(home, "old", KEY), key(home, "new", &KEY.replace("00", "ee")));
        let with = |arguments: &[&str], key: &str, other: &str| {
            let program = place.program(arguments).with("THROUGHGATE_MASTER_KEY", "");
            program.with("THROUGHGATE_MASTER_KEY_FILE", key).with("THROUGHGATE_MASTER_KEY_OTHER_FILE", other)
        };
        let gateway = with(&["serve"], &old, "").start();
        let token = gateway.token(OFFICER, home);
        let before = everybody(&gateway, &token);
        well(&gateway.stop());

        let gateway = with(&["serve"], &new, &old).start();
        let ended = with(&["key", "rotate", "--new-key-file", &new], &new, &old).run();
        well(&ended);
        assert_eq!(everybody(&gateway, &token), before);
        well(&with(&["doctor"], &new, "").run());
        // Again there is nothing to do, and nothing goes wrong.
        well(&with(&["key", "rotate", "--new-key-file", &new], &new, &old).run());
        well(&gateway.stop());

        let gateway = with(&["serve"], &new, "").start();
        assert_eq!(everybody(&gateway, &token), before);
        well(&gateway.stop());
        refuses(&with(&["serve"], &old, "").run(), "master key");
    }

    async fn a_change_that_broke_off_opens_with_both_keys_alone_and_goes_on(database: Database) {
        let place = Place::demonstration(database).await;
        let home = &place.home;
        let (old, new) = (key(home, "old", KEY), key(home, "new", &KEY.replace("00", "ee")));
        let with = |arguments: &[&str], key: &str, other: &str| {
            let program = place.program(arguments).with("THROUGHGATE_MASTER_KEY", "");
            program.with("THROUGHGATE_MASTER_KEY_FILE", key).with("THROUGHGATE_MASTER_KEY_OTHER_FILE", other)
        };
        let gateway = with(&["serve"], &old, "").start();
        let token = gateway.token(OFFICER, home);
        let before = everybody(&gateway, &token);
        // The journal's key is the last one, and the worker makes it.
        crate::waiting::until_now("the worker is at work", || {
            with(&["doctor"], &old, "").run().out.contains("every background job is running").then_some(())
        });
        well(&gateway.stop());

        // Killed as soon as it has begun.
        with(&["key", "rotate", "--new-key-file", &new], &old, "").cut_when(|said| said.contains("encrypted again"));
        let alone: Vec<bool> = [&old, &new]
            .map(|key| with(&["migrate"], key, "").run().code == Some(0))
            .into();
        assert!(!alone[0], "the old key alone opens what the new one has begun to wrap");
        let gateway = with(&["serve"], &old, &new).start();
        assert_eq!(everybody(&gateway, &token), before);
        well(&with(&["key", "rotate", "--new-key-file", &new], &old, "").run());
        assert_eq!(everybody(&gateway, &token), before);
        well(&gateway.stop());
        well(&with(&["doctor"], &new, "").run());
    }
}

#[test]
fn the_key_that_was_made_is_changed_while_nobody_serves() {
    let home = demonstration_home();
    let gateway = program(&home, &["serve"]).start();
    let token = gateway.token(OFFICER, &home);
    let before = everybody(&gateway, &token);
    let old = fs::read_to_string(home.join("data/master.key")).expect("it was made");
    refuses(&program(&home, &["key", "rotate"]).run(), "stop it first");
    well(&gateway.stop());

    // Killed on its way, and gone on with.
    program(&home, &["key", "rotate"]).cut_when(|said| said.contains("encrypted again"));
    let gateway = program(&home, &["serve"]).start();
    assert_eq!(everybody(&gateway, &token), before);
    well(&gateway.stop());
    if home.join("data/master.key.new").exists() {
        well(&program(&home, &["key", "rotate"]).run());
    }
    let new = fs::read_to_string(home.join("data/master.key")).expect("it is in its place");
    assert_ne!(new, old);
    assert_eq!(fs::read_to_string(home.join("data/master.key.old")).expect("it is kept"), old);
    assert!(!home.join("data/master.key.new").exists(), "the new key lies in two places");
    let gateway = program(&home, &["serve"]).start();
    assert_eq!(everybody(&gateway, &token), before);
}
