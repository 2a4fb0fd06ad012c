//! Mail when the program is killed while it sends, and when there is much of it.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use entities::codes::{EmailFrequency, EmailState, EventKind, Origin};
use entities::ids::{EmailId, EventId, NotificationId};
use entities::{email, event, notification};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, PaginatorTrait,
    QueryFilter,
};
use serde_json::json;
use uuid::Uuid;

use crate::app::TestApp;
use crate::databases::{Database, Postgres, connect};
use crate::emails::quiet;
use crate::folder::Folder;
use crate::for_each_database;
use crate::program::Program;
use crate::smtp_server::EmailServer;
use crate::story::scene::Scene;
use crate::waiting::until;

const FROM: &str = "gate@throughgate.test";
const KEY: &str = "aabbccddeeff00112233445566778899aabbccddeeff00112233445566778899";
/// As many as arrive in a moment; what ten thousand take was measured once.
const MANY: usize = 500;

async fn change(database: &DatabaseConnection, statement: &str) {
    let done = database.execute_unprepared(statement).await;
    done.unwrap_or_else(|error| panic!("{statement}: {error}"));
}

async fn in_state(database: &DatabaseConnection, state: EmailState) -> Vec<email::Model> {
    let found = email::Entity::find().filter(email::Column::State.eq(state)).all(database).await;
    found.expect("mails can be read")
}

for_each_database! {
    async fn nothing_is_lost_when_the_program_is_killed_while_it_sends(database: Database) {
        let server = EmailServer::start(json!({ "slow": 150 }));
        let home = Folder::new("email");
        let postgres = match database {
            Database::Sqlite => None,
            Database::Postgres => Some(Postgres::new(None).await),
        };
        let file = format!("sqlite://{}", home.join("data").join("throughgate.sqlite").display());
        let address = postgres.as_ref().map_or(file, Postgres::address);
        let program = || {
            let program = Program::new(&home, &["serve", "--demo"])
                .with("THROUGHGATE_SMTP_URL", &format!("smtp://127.0.0.1:{}", server.port))
                .with("THROUGHGATE_MAIL_FROM", FROM)
                .with("THROUGHGATE_MASTER_KEY", KEY);
            if postgres.is_some() { program.with("DATABASE_URL", &address) } else { program }
        };
        let gateway = program().start();
        let database = connect(&address).await;
        until("the past was told", || async {
            let events = event::Entity::find().count(&database).await.expect("events can be counted");
            let reader = entities::event_consumer::Entity::find().one(&database).await.expect("readers can be read");
            (reader.map(|reader| reader.sequence_number) == Some(events as i64)).then_some(())
        })
        .await;
        change(&database, "UPDATE email SET due_at = 0").await;
        until("some were sent", || async { (server.taken().len() >= 5).then_some(()) }).await;
        gateway.cut();
        let left = in_state(&database, EmailState::Queued).await;
        assert!(left.iter().any(|email| email.holder.is_some()), "it was in the middle: {left:?}");
        // Time passes: what it held is free, and its leases are over.
        change(&database, "UPDATE email SET held_until = 0 WHERE held_until IS NOT NULL").await;
        change(&database, "UPDATE lease SET until = 0").await;
        let again = program().start();
        until("all was sent", || async {
            in_state(&database, EmailState::Queued).await.is_empty().then_some(())
        })
        .await;
        assert_eq!(again.stop().code, Some(0));

        let mut letters: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for letter in server.taken() {
            letters.entry(letter.header("Message-ID")).or_default().insert(letter.to);
        }
        let sent = in_state(&database, EmailState::Sent).await;
        assert!(sent.len() > 10, "the demonstration network has a past");
        for email in &sent {
            let id = format!("<{}@127.0.0.1>", email.id.0.simple());
            assert_eq!(letters.remove(&id).map(|to| to.len()), Some(1), "{id} to one receiver");
        }
        assert!(letters.is_empty(), "letters of no mail: {letters:?}");
    }

    async fn much_email_goes_over_a_few_lines(database: Database) {
        let server = EmailServer::start(json!({}));
        let url = format!("smtp://127.0.0.1:{}", server.port);
        let settings = [("THROUGHGATE_SMTP_URL", url.as_str()), ("THROUGHGATE_MAIL_FROM", FROM)];
        let app = TestApp::demo_with(database, &settings).await;
        let scene = Scene::of(&app).await;
        scene.refer_another_to_first().await;
        quiet(&app).await;
        let before = server.taken().len();
        queue_many(&app, MANY).await;
        let begun = Instant::now();
        app.worker().catch_up().await.expect("nobody else holds the duties");
        let took = begun.elapsed();
        until("all arrived", || async { (server.taken().len() - before >= MANY).then_some(()) }).await;
        let taken = server.taken();
        let unique: BTreeSet<_> = taken.iter().map(|letter| letter.header("Message-ID")).collect();
        assert_eq!(unique.len(), taken.len());
        assert!(taken.last().is_some_and(|letter| letter.text.contains("TG-")));
        assert!(server.all("connections").iter().all(|open| open.as_u64() <= Some(8)));
        // Ten thousand in less than two minutes, by as much as this machine is at leave.
        assert!(took.as_millis() as usize <= 120_000 * MANY / 10_000 * 4, "{took:?} for {MANY}");
    }
}

/// So many mails that are due, each of a notice that its receiver may see.
async fn queue_many(app: &TestApp, many: usize) {
    let on = app.db().migrations();
    let told = notification::Entity::find()
        .filter(notification::Column::Kind.eq(EventKind::ReferralSent))
        .all(on)
        .await
        .expect("notices can be read")
        .pop()
        .expect("somebody was told of a referral");
    let now = app.clock.now();
    let ids: Vec<_> = (0..many).map(|_| (Uuid::new_v4(), Uuid::new_v4(), Uuid::new_v4())).collect();
    for some in ids.chunks(200) {
        let events = some.iter().map(|(id, _, _)| event::ActiveModel {
            id: Set(EventId(*id)),
            sequence_number: Set(None),
            kind: Set(EventKind::ServiceChanged),
            occurred_at: Set(now),
            member_id: Set(None),
            organisation_id: Set(None),
            origin: Set(Origin::System),
            about: Set(None),
            fields: Set(String::new()),
        });
        event::Entity::insert_many(events).exec_without_returning(on).await.expect("events can be written");
        let emails = some.iter().map(|(_, id, _)| email::ActiveModel {
            id: Set(EmailId(*id)),
            member_id: Set(told.member_id),
            frequency: Set(EmailFrequency::AtOnce),
            state: Set(EmailState::Queued),
            created_at: Set(now),
            due_at: Set(now),
            tries: Set(0),
            holder: Set(None),
            held_until: Set(None),
            failure: Set(None),
            sent_at: Set(None),
            login_link_id: Set(None),
        });
        email::Entity::insert_many(emails).exec_without_returning(on).await.expect("mails can be written");
        let notifications = some.iter().map(|(event, email, id)| notification::ActiveModel {
            id: Set(NotificationId(*id)),
            member_id: Set(told.member_id),
            event_id: Set(EventId(*event)),
            kind: Set(told.kind),
            subject_id: Set(told.subject_id),
            created_at: Set(now),
            read_at: Set(None),
            email_id: Set(Some(EmailId(*email))),
        });
        notification::Entity::insert_many(notifications)
            .exec_without_returning(on)
            .await
            .expect("notices can be written");
    }
}
