//! The journal: what was committed gets one position each, without a gap, comes to those who may read it,
//! and is chained so that whatever is changed afterwards is found.

use api::events::chain::{Anchor, Verdict, head, verify};
use api::events::{Lease, journal};
use entities::{event, event_subject, journal_batch, journal_entry};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::app::TestApp;
use crate::databases::{connect, run};
use crate::folder::Folder;
use crate::for_each_database;
use crate::started::Program;
use crate::waiting::until;

async fn change(app: &TestApp, statement: &str) {
    let done = app.db().migrations().execute_unprepared(statement).await;
    done.unwrap_or_else(|error| panic!("{statement}: {error}"));
}

async fn verdict(app: &TestApp, anchor: Option<&Anchor>) -> Verdict {
    verify(app.db(), &app.house().sealing, anchor).await.expect("the journal can be read")
}

async fn positions(app: &TestApp) -> Vec<Option<i64>> {
    let events = event::Entity::find().order_by_asc(event::Column::Position).all(app.db().read()).await;
    events.expect("events can be read").iter().map(|event| event.position).collect()
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
        let expected: Vec<_> = (1..=positions(&app).await.len() as i64).map(Some).collect();
        assert!(expected.len() > 300, "the demonstration network has a past");
        assert_eq!(positions(&app).await, expected);

        let on = app.db().read();
        let subjects = event_subject::Entity::find().all(on).await.expect("the database answers");
        let readers: BTreeSet<_> = subjects.iter().map(|row| (row.organisation_id, row.event_id)).collect();
        let entries = journal_entry::Entity::find().all(on).await.expect("the database answers");
        let entered: BTreeSet<_> = entries.iter().map(|row| (row.organisation_id, row.event_id)).collect();
        assert_eq!(entered, readers);
        assert_eq!(entries.len(), readers.len());

        // Where nothing happened, nothing is written; what happens later comes behind.
        let batches = journal_batch::Entity::find().count(on).await.expect("the database answers");
        app.worker().catch_up().await.expect("nobody else holds the duties");
        assert_eq!(journal_batch::Entity::find().count(on).await.expect("the database answers"), batches);
        happen(&app).await;
        app.worker().catch_up().await.expect("nobody else holds the duties");
        assert_eq!(journal_batch::Entity::find().count(on).await.expect("the database answers"), batches + 1);
        assert!(positions(&app).await.len() > expected.len());
        assert!(matches!(verdict(&app, None).await, Verdict::Whole(_)));
    }

    async fn what_is_changed_afterwards_is_found(database: Database) {
        let app = TestApp::demo(database).await;
        app.worker().catch_up().await.expect("nobody else holds the duties");
        happen(&app).await;
        app.worker().catch_up().await.expect("nobody else holds the duties");
        let end = head(app.db().read()).await.expect("the database answers");
        let anchor = Anchor::of(&end, app.clock.now());
        assert_eq!(verdict(&app, Some(&anchor)).await, Verdict::Whole(end.clone()));

        let (middle, last) = (end.position / 2, end.position);
        let turned = [
            (format!("UPDATE event SET fields = fields || 'x' WHERE position = {middle}"),
                format!("UPDATE event SET fields = substr(fields, 1, length(fields) - 1) WHERE position = {middle}")),
            (format!("UPDATE event SET occurred_at = occurred_at + 1 WHERE position = {last}"),
                format!("UPDATE event SET occurred_at = occurred_at - 1 WHERE position = {last}")),
            (format!("UPDATE event SET position = -1 WHERE position = {middle}"),
                format!("UPDATE event SET position = {middle} WHERE position = -1")),
            ("UPDATE journal_batch SET number = -1 WHERE number = 1".to_owned(),
                "UPDATE journal_batch SET number = 1 WHERE number = -1".to_owned()),
        ];
        for (wrong, right) in turned {
            change(&app, &wrong).await;
            assert!(matches!(verdict(&app, None).await, Verdict::Broken(_)), "{wrong}");
            change(&app, &right).await;
            assert!(matches!(verdict(&app, None).await, Verdict::Whole(_)), "{right}");
        }

        // The end cut off without a trace: what is left is whole, and ends before the anchor.
        let first = journal_batch::Entity::find_by_id(end.number).one(app.db().read()).await.expect("batches can be read").expect("there is a last one");
        let cut = first.first_position;
        for statement in [
            format!("DELETE FROM journal_entry WHERE position >= {cut}"),
            format!("DELETE FROM event_subject WHERE event_id IN (SELECT id FROM event WHERE position >= {cut})"),
            format!("DELETE FROM event WHERE position >= {cut}"),
            format!("DELETE FROM journal_batch WHERE number = {}", end.number),
        ] {
            change(&app, &statement).await;
        }
        assert!(matches!(verdict(&app, None).await, Verdict::Whole(_)));
        assert!(matches!(verdict(&app, Some(&anchor)).await, Verdict::Broken(_)));
        // Nor does it help to write something else there.
        happen(&app).await;
        happen(&app).await;
        app.worker().catch_up().await.expect("nobody else holds the duties");
        assert!(matches!(verdict(&app, Some(&anchor)).await, Verdict::Broken(_)));
    }

    async fn of_two_workers_one_does_it_and_a_late_one_nothing(database: Database) {
        let app = TestApp::demo(database).await;
        let (house, world) = (app.house(), &app.house().world);
        let one = Lease::new(journal::DUTY, Uuid::from_u128(1));
        let other = Lease::new(journal::DUTY, Uuid::from_u128(2));
        assert!(one.keep(&house.db, world).await.expect("the database answers"));
        assert!(!other.keep(&house.db, world).await.expect("the database answers"));
        // Within a minute without a sign of life the other takes over.
        app.clock.advance(60);
        assert!(other.keep(&house.db, world).await.expect("the database answers"));
        // The first wakes up and believes that it still holds the lease: it writes nothing.
        happen(&app).await;
        let before = positions(&app).await;
        assert!(journal::advance(house, &one).await.is_err());
        assert_eq!(positions(&app).await, before);
        assert!(journal::advance(house, &other).await.is_ok());
        assert_ne!(positions(&app).await, before);
        // Given back, it is free at once.
        other.give_back(&house.db, world).await.expect("the database answers");
        assert!(one.keep(&house.db, world).await.expect("the database answers"));
    }

    async fn a_worker_ends_when_it_is_told_or_nobody_is_left_to_tell_it(database: Database) {
        let app = TestApp::demo(database).await;
        let (tell, told) = tokio::sync::watch::channel(false);
        let working = tokio::spawn(app.worker().run(told));
        until("the journal caught up", || async {
            positions(&app).await.iter().all(Option::is_some).then_some(())
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
        let leases: Vec<_> = (1..=4).map(|n| Lease::new(journal::DUTY, Uuid::from_u128(n))).collect();
        for _ in 0..5 {
            happen(&app).await;
            let house = app.house();
            let (a, b, c, d) = tokio::join!(
                try_it(house, &leases[0]), try_it(house, &leases[1]), try_it(house, &leases[2]), try_it(house, &leases[3])
            );
            assert!([a, b, c, d].contains(&true), "one of them did it");
            app.clock.advance(60);
        }
        app.worker().catch_up().await.expect("nobody else holds the duties");
        let expected: Vec<_> = (1..=positions(&app).await.len() as i64).map(Some).collect();
        assert_eq!(positions(&app).await, expected);
        assert!(matches!(verdict(&app, None).await, Verdict::Whole(_)));
    }
}

async fn try_it(house: &std::sync::Arc<api::house::House>, lease: &Lease) -> bool {
    lease.keep(&house.db, &house.world).await.is_ok_and(|held| held)
        && journal::advance(house, lease).await.is_ok()
}

/// A gateway that leaves the duties to a worker beside it.
#[test]
fn a_worker_works_beside_a_gateway() {
    run(async {
        let home = Folder::new("worker");
        let gateway = Program::new(&home, &["serve", "--demo"]).with("THROUGHGATE_WORKER", "off").start();
        let file = format!("sqlite://{}", home.join("data").join("throughgate.sqlite").display());
        let database = connect(&file).await;
        let waiting = async || {
            let waiting = event::Entity::find().filter(event::Column::Position.is_null());
            waiting.count(&database).await.expect("events can be counted")
        };
        assert_ne!(waiting().await, 0, "nobody does the duties");
        let worker = Program::new(&home, &["worker"]).start_unheard();
        until("the journal caught up", || async { (waiting().await == 0).then_some(()) }).await;
        assert_eq!(worker.stop().code, Some(0));
        assert_eq!(gateway.stop().code, Some(0));
    });
}
