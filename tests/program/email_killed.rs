//! Mail when the program is killed while it sends.

use std::collections::{BTreeMap, BTreeSet};

use entities::codes::EmailState;
use entities::{email, event};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;

use crate::databases::connect;
use crate::for_each_database;
use crate::installation::Place;
use crate::smtp_server::EmailServer;
use crate::waiting::until;

const FROM: &str = "gate@throughgate.test";

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
        let place = Place::demonstration(database).await;
        let program = || {
            let program = place.program(&["serve"]);
            program
                .with("THROUGHGATE_SMTP_URL", &format!("smtp://127.0.0.1:{}", server.port))
                .with("THROUGHGATE_MAIL_FROM", FROM)
        };
        let gateway = program().start();
        let database = connect(&place.address()).await;
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
}
