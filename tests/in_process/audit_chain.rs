//! The journal: what was committed gets one position each, without a gap, comes to those who may read it,
//! and is chained so that whatever is changed afterwards is found.

use entities::{audit_log_batch, audit_log_entry, event, event_subject};
use platform::events::chain::{ChainState, Checkpoint, head, verify};
use platform::events::{Lease, sequencing};
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait, QueryOrder};
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::app::TestApp;
use crate::for_each_database;
use crate::waiting::until;

async fn change(app: &TestApp, statement: &str) {
    let done = app.db().migrations().execute_unprepared(statement).await;
    done.unwrap_or_else(|error| panic!("{statement}: {error}"));
}

async fn chain_state(app: &TestApp, checkpoint: Option<&Checkpoint>) -> ChainState {
    verify(app.db(), &app.state().sealing, checkpoint).await.expect("the journal can be read")
}

async fn sequence_numbers(app: &TestApp) -> Vec<Option<i64>> {
    let events = event::Entity::find().order_by_asc(event::Column::SequenceNumber).all(app.db().read()).await;
    events.expect("events can be read").iter().map(|event| event.sequence_number).collect()
}

/// Something that happens: a member writes a person down.
async fn happen(app: &TestApp) {
    let officer = app.as_member("officer@prison.example").await;
    let person = serde_json::json!({ "givenName": "Vaidas", "familyName": "Rugys", "sex": "MALE", "language": "lt",
        "legalStatus": "IN_CUSTODY", "sobriety": "UNKNOWN" });
    officer.act("personRecord", serde_json::json!({ "person": person, "needs": [] }), "person { id }").await;
}

for_each_database! {
    async fn every_event_has_one_position_and_its_readers(database: Database) {
        let app = TestApp::demo(database).await;
        happen(&app).await;
        app.worker().catch_up().await.expect("nobody else holds the duties");
        let expected: Vec<_> = (1..=sequence_numbers(&app).await.len() as i64).map(Some).collect();
        assert!(expected.len() > 300, "the demonstration network has a past");
        assert_eq!(sequence_numbers(&app).await, expected);

        let on = app.db().read();
        let subjects = event_subject::Entity::find().all(on).await.expect("the database answers");
        let consumers: BTreeSet<_> = subjects.iter().map(|row| (row.organisation_id, row.event_id)).collect();
        let entries = audit_log_entry::Entity::find().all(on).await.expect("the database answers");
        let entered: BTreeSet<_> = entries.iter().map(|row| (row.organisation_id, row.event_id)).collect();
        assert_eq!(entered, consumers);
        assert_eq!(entries.len(), consumers.len());

        // Where nothing happened, nothing is written; what happens later comes behind.
        let batches = audit_log_batch::Entity::find().count(on).await.expect("the database answers");
        app.worker().catch_up().await.expect("nobody else holds the duties");
        assert_eq!(audit_log_batch::Entity::find().count(on).await.expect("the database answers"), batches);
        happen(&app).await;
        app.worker().catch_up().await.expect("nobody else holds the duties");
        assert_eq!(audit_log_batch::Entity::find().count(on).await.expect("the database answers"), batches + 1);
        assert!(sequence_numbers(&app).await.len() > expected.len());
        assert!(matches!(chain_state(&app, None).await, ChainState::Intact(_)));
    }

    async fn what_is_changed_afterwards_is_found(database: Database) {
        let app = TestApp::demo(database).await;
        app.worker().catch_up().await.expect("nobody else holds the duties");
        happen(&app).await;
        app.worker().catch_up().await.expect("nobody else holds the duties");
        let end = head(app.db().read()).await.expect("the database answers");
        let checkpoint = Checkpoint::of(&end, app.clock.now());
        assert_eq!(chain_state(&app, Some(&checkpoint)).await, ChainState::Intact(end.clone()));

        let (middle, last) = (end.sequence_number / 2, end.sequence_number);
        let turned = [
            (format!("UPDATE event SET fields = fields || 'x' WHERE sequence_number = {middle}"),
                format!("UPDATE event SET fields = substr(fields, 1, length(fields) - 1) WHERE sequence_number = {middle}")),
            (format!("UPDATE event SET occurred_at = occurred_at + 1 WHERE sequence_number = {last}"),
                format!("UPDATE event SET occurred_at = occurred_at - 1 WHERE sequence_number = {last}")),
            (format!("UPDATE event SET sequence_number = -1 WHERE sequence_number = {middle}"),
                format!("UPDATE event SET sequence_number = {middle} WHERE sequence_number = -1")),
            ("UPDATE audit_log_batch SET number = -1 WHERE number = 1".to_owned(),
                "UPDATE audit_log_batch SET number = 1 WHERE number = -1".to_owned()),
        ];
        for (wrong, right) in turned {
            change(&app, &wrong).await;
            assert!(matches!(chain_state(&app, None).await, ChainState::Tampered(_)), "{wrong}");
            change(&app, &right).await;
            assert!(matches!(chain_state(&app, None).await, ChainState::Intact(_)), "{right}");
        }

        // The end cut off without a trace: what is left is whole, and ends before the anchor.
        let first = audit_log_batch::Entity::find_by_id(end.number).one(app.db().read()).await.expect("batches can be read").expect("there is a last one");
        let cut = first.first_sequence_number;
        for statement in [
            format!("DELETE FROM audit_log_entry WHERE sequence_number >= {cut}"),
            format!("DELETE FROM event_subject WHERE event_id IN (SELECT id FROM event WHERE sequence_number >= {cut})"),
            format!("DELETE FROM event WHERE sequence_number >= {cut}"),
            format!("DELETE FROM audit_log_batch WHERE number = {}", end.number),
        ] {
            change(&app, &statement).await;
        }
        assert!(matches!(chain_state(&app, None).await, ChainState::Intact(_)));
        assert!(matches!(chain_state(&app, Some(&checkpoint)).await, ChainState::Tampered(_)));
        // Nor does it help to write something else there.
        happen(&app).await;
        happen(&app).await;
        app.worker().catch_up().await.expect("nobody else holds the duties");
        assert!(matches!(chain_state(&app, Some(&checkpoint)).await, ChainState::Tampered(_)));
    }

    async fn of_two_workers_one_does_it_and_a_late_one_nothing(database: Database) {
        let app = TestApp::demo(database).await;
        let (state, env) = (app.state(), &app.state().env);
        let one = Lease::new(sequencing::JOB, Uuid::from_u128(1));
        let other = Lease::new(sequencing::JOB, Uuid::from_u128(2));
        assert!(one.keep(&state.db, env).await.expect("the database answers"));
        assert!(!other.keep(&state.db, env).await.expect("the database answers"));
        // Within a minute without a sign of life the other takes over.
        app.clock.advance(60);
        assert!(other.keep(&state.db, env).await.expect("the database answers"));
        // The first wakes up and believes that it still holds the lease: it writes nothing.
        happen(&app).await;
        let before = sequence_numbers(&app).await;
        assert!(sequencing::advance(state, &one).await.is_err());
        assert_eq!(sequence_numbers(&app).await, before);
        assert!(sequencing::advance(state, &other).await.is_ok());
        assert_ne!(sequence_numbers(&app).await, before);
        // Given back, it is free at once.
        other.give_back(&state.db, env).await.expect("the database answers");
        assert!(one.keep(&state.db, env).await.expect("the database answers"));
    }

    async fn a_worker_ends_when_it_is_told_or_nobody_is_left_to_tell_it(database: Database) {
        let app = TestApp::demo(database).await;
        let (tell, told) = tokio::sync::watch::channel(false);
        let working = tokio::spawn(app.worker().run(told));
        until("the journal caught up", || async {
            sequence_numbers(&app).await.iter().all(Option::is_some).then_some(())
        })
        .await;
        tell.send_replace(true);
        working.await.expect("a worker ends in peace");
        // The lease was given back: another has it at once.
        app.worker().catch_up().await.expect("nobody else holds the duties");
        // One that was told nothing, and whose teller is gone.
        let (gone, untold) = tokio::sync::watch::channel(false);
        drop(gone);
        app.worker().run(untold).await;
    }

    async fn workers_at_once_give_each_position_once(database: Database) {
        let app = TestApp::demo(database).await;
        let leases: Vec<_> = (1..=4).map(|n| Lease::new(sequencing::JOB, Uuid::from_u128(n))).collect();
        for _ in 0..5 {
            happen(&app).await;
            let state = app.state();
            let (a, b, c, d) = tokio::join!(
                try_it(state, &leases[0]), try_it(state, &leases[1]), try_it(state, &leases[2]), try_it(state, &leases[3])
            );
            assert!([a, b, c, d].contains(&true), "one of them did it");
            app.clock.advance(60);
        }
        app.worker().catch_up().await.expect("nobody else holds the duties");
        let expected: Vec<_> = (1..=sequence_numbers(&app).await.len() as i64).map(Some).collect();
        assert_eq!(sequence_numbers(&app).await, expected);
        assert!(matches!(chain_state(&app, None).await, ChainState::Intact(_)));
    }
}

async fn try_it(state: &std::sync::Arc<platform::context::AppState>, lease: &Lease) -> bool {
    lease.keep(&state.db, &state.env).await.is_ok_and(|held| held)
        && sequencing::advance(state, lease).await.is_ok()
}
