//! Changing the master key.

use std::fs;

use api::maintenance::rotation::wrap_some;
use api::sealing::Sealing;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter};

use super::{OFFICER, everybody, program, refuses, text, well};
use crate::app::{MASTER_KEY, TestApp};
use crate::folder::Folder;
use crate::for_each_database;
use crate::installation::{KEY, Place};

fn key(home: &Folder, name: &str, key: &str) -> String {
    fs::write(home.join(name), key).expect("the home can be written to");
    text(&home.join(name))
}

/// The 32 bytes of a key as it is written.
fn bytes(key: &str) -> [u8; 32] {
    api::config::parse_key(key).expect("it was written as a key")
}

for_each_database! {
    async fn a_gateway_with_both_keys_serves_while_the_key_is_changed(database: Database) {
        let place = Place::new(database).await;
        let home = &place.home;
        let (old, new) = (key(home, "old", KEY), key(home, "new", &KEY.replace("00", "ee")));
        let with = |arguments: &[&str], key: &str, other: &str| {
            let program = place.program(arguments).with("THROUGHGATE_MASTER_KEY", "");
            program.with("THROUGHGATE_MASTER_KEY_FILE", key).with("THROUGHGATE_MASTER_KEY_OTHER_FILE", other)
        };
        let gateway = with(&["serve", "--demo"], &old, "").start();
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
        let place = Place::new(database).await;
        let home = &place.home;
        let (old, new) = (key(home, "old", KEY), key(home, "new", &KEY.replace("00", "ee")));
        let with = |arguments: &[&str], key: &str, other: &str| {
            let program = place.program(arguments).with("THROUGHGATE_MASTER_KEY", "");
            program.with("THROUGHGATE_MASTER_KEY_FILE", key).with("THROUGHGATE_MASTER_KEY_OTHER_FILE", other)
        };
        let gateway = with(&["serve", "--demo"], &old, "").start();
        let token = gateway.token(OFFICER, home);
        let before = everybody(&gateway, &token);
        // The journal's key is the last one, and the worker makes it.
        crate::waiting::until_now("the worker is at work", || {
            with(&["doctor"], &old, "").run().out.contains("every duty is being done").then_some(())
        });
        well(&gateway.stop());

        // Killed as soon as it has begun.
        with(&["key", "rotate", "--new-key-file", &new], &old, "").cut_when(|said| said.contains("wrapped anew"));
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

    async fn half_of_the_keys_wrapped_anew_open_with_both(database: Database) {
        let app = TestApp::demo(database).await;
        let other = "ab".repeat(32);
        let (old, new) = (bytes(MASTER_KEY), bytes(&other));
        let both = Sealing::new(new).and_reads(Some(old));
        let done = wrap_some(app.db(), &both, Condition::all(), 5).await.expect("keys can be wrapped");
        assert_eq!(done, 5);
        let all = entities::data_key::Entity::find().all(app.db().read()).await.expect("keys can be read");
        for row in &all {
            assert!(both.key(app.db().read(), row.id).await.is_ok(), "{row:?}");
        }
        let anew = all.iter().find(|row| row.master == both.master_name()).expect("some are wrapped anew");
        assert!(Sealing::new(old).key(app.db().read(), anew.id).await.is_err());
        let left = entities::data_key::Entity::find()
            .filter(entities::data_key::Column::Master.eq(Sealing::new(old).master_name()))
            .count(app.db().read());
        assert_eq!(left.await.expect("keys can be counted"), all.len() as u64 - 5);
    }
}

#[test]
fn the_key_that_was_made_is_changed_while_nobody_serves() {
    let home = Folder::new("rotate");
    let gateway = program(&home, &["serve", "--demo"]).start();
    let token = gateway.token(OFFICER, &home);
    let before = everybody(&gateway, &token);
    let old = fs::read_to_string(home.join("data/master.key")).expect("it was made");
    refuses(&program(&home, &["key", "rotate"]).run(), "stop it first");
    well(&gateway.stop());

    // Killed on its way, and gone on with.
    program(&home, &["key", "rotate"]).cut_when(|said| said.contains("wrapped anew"));
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
