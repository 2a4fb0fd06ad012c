//! Mail when there is much of it.

use std::collections::BTreeSet;
use std::time::Instant;

use entities::codes::{EmailFrequency, EmailState, Origin};
use entities::ids::{EmailId, EventId, NotificationId};
use entities::{email, event, notification};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use crate::app::TestApp;
use crate::emails::quiet;
use crate::for_each_database;
use crate::smtp_server::EmailServer;
use crate::story::scene::Scene;
use crate::waiting::until;
use capabilities::network::events::SERVICE_CHANGED;
use capabilities::referrals::events::REFERRAL_SENT;

const FROM: &str = "gate@throughgate.test";
/// As many as arrive in a moment; what ten thousand take was measured once.
const MANY: usize = 500;

for_each_database! {
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
        .filter(notification::Column::Kind.eq(REFERRAL_SENT))
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
            kind: Set(SERVICE_CHANGED),
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
