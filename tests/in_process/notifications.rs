//! Notices: everybody whom something concerns is told of it once, and nobody else.

use std::collections::BTreeMap;

use capabilities::notifications::actions::{JOB, notify};
use entities::{event, event_consumer, notification};
use platform::events::{Lease, sequencing};
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::app::{Member, TestApp, code, problems};
use crate::for_each_database;
use crate::story::scene::{self, Scene, names_of};

const NOTIFICATIONS: &str = "query($unread: Boolean!) { notifications(first: 100, unread: $unread) {
    totalCount
    nodes { id kind at readAt node { __typename id } }
} viewer { unreadNotifications } }";

/// What is done without being asked, until nothing is left.
pub async fn catch_up(app: &TestApp) {
    app.worker().catch_up().await.expect("nobody else holds the duties");
}

pub async fn notifications(member: &Member<'_>, unseen: bool) -> Vec<Value> {
    let seen = member.data(NOTIFICATIONS, json!({ "unread": unseen })).await;
    seen["notifications"]["nodes"].as_array().cloned().unwrap_or_default()
}

/// All that came so far is seen, so that a test sees what comes.
pub async fn see_all(app: &TestApp, emails: &[&str]) {
    catch_up(app).await;
    for email in emails {
        let member = app.as_member(email).await;
        if let Some(newest) = notifications(&member, true).await.first() {
            let payload =
                member.act("notificationsMarkRead", json!({ "upTo": newest["id"] }), "unread").await;
            assert_eq!(payload["unread"], 0);
        }
    }
}

/// What somebody was told and has not seen, by kind, about one referral.
async fn told_of(app: &TestApp, email: &str, referral: &Value) -> Vec<String> {
    catch_up(app).await;
    let all = notifications(&app.as_member(email).await, true).await;
    let mine = all.iter().rev().filter(|notification| notification["node"]["id"] == referral["id"]);
    mine.filter_map(|notification| notification["kind"].as_str().map(str::to_owned)).collect()
}

const HEAD: &str = "head@ngo.invalid";
const CASE_WORKER: &str = "caseworker@ngo.example";
const WARDEN: &str = "head@prison.invalid";
const EVERYBODY: [&str; 7] = [
    scene::OFFICER,
    WARDEN,
    CASE_WORKER,
    HEAD,
    "admin@ngo.example",
    "social@municipality.example",
    scene::STRANGER,
];

for_each_database! {
    async fn whom_a_step_concerns_is_told_once_and_nobody_else(database: Database) {
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        see_all(&app, &EVERYBODY).await;
        let group = scene.refer_to_both().await;
        let (first, second) = (&group[0], &group[1]);
        // It waits for everybody who may answer, until somebody takes it.
        assert_eq!(told_of(&app, CASE_WORKER, first).await, ["REFERRAL_SENT"]);
        assert_eq!(told_of(&app, HEAD, first).await, ["REFERRAL_SENT"]);
        for nobody in [scene::OFFICER, WARDEN, "admin@ngo.example", "social@municipality.example", scene::STRANGER] {
            assert!(told_of(&app, nobody, first).await.is_empty(), "{nobody}");
        }

        scene.step(&scene.first, "referralRequestInformation", first, json!({ "text": "When?" })).await;
        assert_eq!(told_of(&app, scene::OFFICER, first).await, ["REFERRAL_INFORMATION_REQUESTED"]);
        // The manager is not on the team.
        assert!(told_of(&app, WARDEN, first).await.is_empty());
        scene.step(&scene.officer, "referralAnswer", first, json!({ "text": "Soon." })).await;
        scene.step(&scene.first, "referralAccept", first, json!({})).await;
        let officers = ["REFERRAL_INFORMATION_REQUESTED", "REFERRAL_ACCEPTED"];
        assert_eq!(told_of(&app, scene::OFFICER, first).await, officers);
        // Nobody is told of what they did themselves; the one who released the other is not named.
        let mine = told_of(&app, CASE_WORKER, first).await;
        assert_eq!(mine, ["REFERRAL_SENT", "REFERRAL_ANSWERED"]);
        assert_eq!(told_of(&app, "social@municipality.example", second).await, ["REFERRAL_SENT", "REFERRAL_WITHDRAWN"]);

        let write = json!({ "referralId": first["id"], "text": "A bed is ready." });
        scene.first.act("messageWrite", write, "message { id }").await;
        let officers = ["REFERRAL_INFORMATION_REQUESTED", "REFERRAL_ACCEPTED", "MESSAGE_WRITTEN"];
        assert_eq!(told_of(&app, scene::OFFICER, first).await, officers);
        assert_eq!(told_of(&app, CASE_WORKER, first).await, mine);
        let answers = notifications(&scene.officer, false).await;
        assert!(!names_of(&json!(answers).to_string()), "{answers:#?}");
    }

    async fn what_may_not_be_seen_any_more_shows_only_that_it_happened(database: Database) {
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        see_all(&app, &EVERYBODY).await;
        let group = scene.refer_to_both().await;
        assert_eq!(told_of(&app, CASE_WORKER, &group[0]).await, ["REFERRAL_SENT"]);
        let withdrawn = json!({ "consentId": scene.consent["id"], "version": scene.consent["version"] });
        scene.officer.act("consentWithdraw", withdrawn, "consent { id }").await;
        catch_up(&app).await;
        let told = notifications(&scene.first, true).await;
        let kinds: Vec<_> = told.iter().filter_map(|notification| notification["kind"].as_str()).collect();
        assert_eq!(kinds, ["REFERRAL_WITHDRAWN", "REFERRAL_SENT"]);
        assert!(told.iter().all(|notification| notification["node"].is_null()), "{told:#?}");
        // The person's own team is told, except for whoever wrote it down.
        assert!(notifications(&scene.officer, true).await.is_empty());
    }

    async fn who_may_sign_is_told_of_an_agreement(database: Database) {
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        see_all(&app, &EVERYBODY).await;
        let warden = app.as_member(WARDEN).await;
        let proposal = json!({ "title": "Another", "purpose": "RESETTLEMENT", "scopes": ["NEEDS"],
            "startsOn": "2026-12-01", "parties": [scene.recipients[0]] });
        let made = warden.act("agreementPropose", proposal, "agreement { id }").await;
        catch_up(&app).await;
        for (email, told) in [(HEAD, 1), ("admin@ngo.example", 1), (CASE_WORKER, 0), (WARDEN, 0), (scene::OFFICER, 0)] {
            let all = notifications(&app.as_member(email).await, true).await;
            assert_eq!(all.len(), told, "{email}: {all:#?}");
            assert!(all.iter().all(|one| one["node"]["id"] == made["agreement"]["id"]), "{all:#?}");
        }
    }

    async fn members_see_their_own_and_no_others(database: Database) {
        let app = TestApp::demo(database).await;
        catch_up(&app).await;
        let (officer, other) = (app.as_member(scene::OFFICER).await, app.as_member(CASE_WORKER).await);
        let mine = notifications(&officer, true).await;
        let theirs = notifications(&other, true).await;
        assert!(mine.len() > 3 && theirs.len() > 3, "the demonstration network has a past");
        let seen = officer.data(NOTIFICATIONS, json!({ "unread": true })).await;
        assert_eq!(seen["viewer"]["unreadNotifications"], seen["notifications"]["totalCount"]);

        // One, then all up to one, then another's.
        let (newest, third) = (&mine[0]["id"], &mine[2]["id"]);
        let payload = officer.act("notificationsMarkRead", json!({ "notificationIds": [newest] }), "unread").await;
        assert_eq!(payload["unread"], mine.len() - 1);
        let payload = officer.act("notificationsMarkRead", json!({ "upTo": third }), "unread").await;
        assert_eq!(payload["unread"], 1, "the second is newer than the third");
        let refused = officer.refused("notificationsMarkRead", json!({ "notificationIds": [theirs[0]["id"]] }), "unread").await;
        assert_eq!(refused, "NOT_FOUND");
        assert_eq!(notifications(&other, true).await.len(), theirs.len());
        let empty = officer.attempt("notificationsMarkRead", json!({}), "unread").await;
        assert_eq!(problems(&empty["data"]["payload"]), ["REQUIRED notificationIds"]);
        let wrong = officer.gql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": newest })).await;
        assert_eq!(code(&wrong).as_deref(), Some("BAD_USER_INPUT"));

        // Page by page comes the same as at once.
        let page = "query($after: String) { notifications(first: 2, after: $after) {
            nodes { id } pageInfo { hasNextPage endCursor } } }";
        let (mut after, mut paged) = (Value::Null, Vec::new());
        loop {
            let seen = officer.data(page, json!({ "after": after })).await["notifications"].take();
            paged.extend(seen["nodes"].as_array().cloned().unwrap_or_default());
            after = seen["pageInfo"]["endCursor"].clone();
            if seen["pageInfo"]["hasNextPage"] == false {
                break;
            }
        }
        let all: Vec<_> = mine.iter().map(|notification| json!({ "id": notification["id"] })).collect();
        assert_eq!(paged, all);
    }

    async fn a_reader_passes_by_nothing_and_takes_nothing_twice(database: Database) {
        let app = TestApp::demo(database).await;
        catch_up(&app).await;
        let on = app.db().read();
        let count = async || notification::Entity::find().count(on).await.expect("notices can be counted");
        let before = count().await;
        assert!(before > 20, "{before} notices of the demonstration network");
        let position = async || {
            let row = event_consumer::Entity::find_by_id(JOB.to_owned()).one(on).await.expect("readers can be read");
            row.expect("the reader has begun").sequence_number
        };
        let events = event::Entity::find().count(on).await.expect("events can be counted");
        assert_eq!(position().await, events as i64);

        // A worker that was halted believes that it holds the lease, and tells nobody.
        let (state, env) = (app.state(), &app.state().env);
        let (one, other) = (Lease::new(JOB, Uuid::from_u128(1)), Lease::new(JOB, Uuid::from_u128(2)));
        assert!(one.keep(&state.db, env).await.expect("the database answers"));
        app.clock.advance(60);
        assert!(other.keep(&state.db, env).await.expect("the database answers"));
        let scene = Scene::of(&app).await;
        scene.refer_to_both().await;
        let audit_log_lease = Lease::new(sequencing::JOB, Uuid::from_u128(3));
        assert!(audit_log_lease.keep(&state.db, env).await.expect("the database answers"));
        sequencing::advance(state, &audit_log_lease).await.expect("the lease is held");
        assert!(notify(state, &one).await.is_err());
        assert_eq!((count().await, position().await), (before, events as i64));
        notify(state, &other).await.expect("the lease is held");
        let after = count().await;
        assert!(after > before);

        // Even a reader that were set back tells nobody a second time.
        let back = app.db().migrations().execute_unprepared("UPDATE event_consumer SET sequence_number = 0").await;
        back.expect("a reader can be set back");
        while notify(state, &other).await.expect("the lease is held") == platform::events::Progress::More {}
        assert_eq!(count().await, after);
    }
}

/// As many statements for many notices as for one, and one for the count.
mod statements {
    use super::*;

    const LIST: &str = "query($first: Int!) { notifications(first: $first) { nodes {
        kind at readAt node { ... on Referral { reference sender { name } recipient { name } } }
    } } }";

    for_each_database! {
        async fn a_list_costs_the_same_whether_short_or_long(database: Database) {
            let app = TestApp::demo(database).await;
            catch_up(&app).await;
            let officer = app.as_member(scene::OFFICER).await;
            // That a token was used is noted once in a while, as it is here.
            officer.data("{ viewer { role } }", json!({})).await;
            let mut costs = BTreeMap::new();
            for first in [1, 25] {
                let before = app.db().statements();
                officer.data(LIST, json!({ "first": first })).await;
                costs.insert(first, app.db().statements() - before);
            }
            // Who asks, the list, and what it is about.
            assert_eq!(costs, BTreeMap::from([(1, 3), (25, 3)]));
            let before = app.db().statements();
            officer.data("{ viewer { unreadNotifications } }", json!({})).await;
            assert_eq!(app.db().statements() - before, 2, "who asks, and the count");
        }
    }
}
