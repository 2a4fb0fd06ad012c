//! Erasing a person, for good.

use entities::codes::Code;
use platform::sealing::{Sealing, key_of};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};

use crate::app::{MASTER_KEY, TestApp, code, problems};
use crate::for_each_database;
use crate::network::{OFFICER, STRANGE_HEAD, WARDEN as HEAD};
use crate::story::scene::{self, FAMILY, Scene, names_of};

/// What the page of a referral asks.
const REFERRAL_PAGE: &str = include_str!("../../web/src/pages/referrals/referral.graphql");

const PERSON: &str = "query($id: ID!) { person(id: $id) {
    version erasure { needs consents openReferrals closedReferrals recipients { name } decadeOfBirth sex yearOfRelease }
} }";

fn input(person: &str, version: &Value, reason: &str) -> Value {
    json!({ "personId": person, "version": version, "reason": reason })
}

for_each_database! {
    async fn what_names_or_describes_the_person_is_gone(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let sent = scene.refer_to_both().await;
        let head = app.as_member(HEAD).await;
        let shown = head.data(PERSON, json!({ "id": scene.person })).await["person"].take();
        assert_eq!(shown["erasure"]["needs"], 4, "{shown:#}");
        assert_eq!(shown["erasure"]["openReferrals"], 2, "{shown:#}");
        assert_eq!((&shown["erasure"]["decadeOfBirth"], &shown["erasure"]["yearOfRelease"]), (&json!(1990), &json!(2026)));

        let db = app.db().read();
        let id = platform::graphql::ids::parts(&scene.person).expect("it is an id").1;
        let before = entities::person::Entity::find_by_id(entities::ids::PersonId(id)).one(db).await;
        let before = before.expect("people can be read").expect("the person is stored");
        let said = head.act("personErase", input(&scene.person, &shown["version"], "REQUESTED"), "ended").await;
        assert_eq!(said["ended"], 2);

        // The recipients at once, whether or not they had it open.
        for (recipient, referral) in [(&scene.first, &sent[0]), (&scene.second, &sent[1])] {
            let reply = recipient.gql(scene::REFERRAL, json!({ "id": referral["id"] })).await;
            assert_eq!(code(&reply).as_deref(), Some("NOT_FOUND"), "{reply:#}");
        }
        // Nobody finds them, by id, name or list.
        for member in [&head, &scene.officer] {
            let reply = member.gql(PERSON, json!({ "id": scene.person })).await;
            assert_eq!(code(&reply).as_deref(), Some("NOT_FOUND"), "{reply:#}");
            let found = member.data("query($name: String) { people(name: $name) { nodes { id } } }", json!({ "name": FAMILY })).await;
            assert_eq!(found["people"]["nodes"], json!([]));
        }
        // What ended still lists, under a name that says nothing, and its page opens.
        let seen = scene.seen_by(&head, &sent[0]).await;
        assert_eq!((&seen["state"], &seen["withdrawal"]["reason"]), (&json!("WITHDRAWN"), &json!("PERSON_ERASED")), "{seen:#}");
        assert!(seen["person"].is_null() && seen["ask"].is_null() && !names_of(&seen.to_string()), "{seen:#}");
        assert_ne!(seen["pseudonym"], json!(before.pseudonym));
        let reply = head.run("Referral", REFERRAL_PAGE, json!({ "id": sent[0]["id"] })).await;
        assert!(reply.get("errors").is_none(), "{reply:#}");

        // It can still be said to have been a mistake; the words of that are not kept.
        let mistake = json!({ "text": "Never meant to be sent." });
        scene.step(&head, "referralEnterInError", &sent[1], mistake).await;
        let audit_log = "{ auditLog(first: 50) { nodes { kind subjects { kind id } } } }";
        let audit_log = head.gql(audit_log, json!({})).await;
        assert!(audit_log.get("errors").is_none(), "{audit_log:#}");

        // What is stored: coarse facts, no key, nothing to open.
        let row = entities::person::Entity::find_by_id(before.id).one(db).await.expect("people can be read");
        let row = row.expect("the row stays");
        assert_eq!((row.year_of_birth, row.municipality_id, row.sealed.0.len()), (Some(1990), None, 0));
        assert_eq!(row.release_date.map(|day| day.to_string()).as_deref(), Some("2026-01-01"));
        let hashes = entities::person_hash::Entity::find().filter(entities::person_hash::Column::PersonId.eq(row.id));
        assert_eq!(hashes.count(db).await.expect("hashes can be counted"), 0);
        let needs = entities::need::Entity::find().filter(entities::need::Column::PersonId.eq(row.id)).all(db).await;
        assert!(needs.expect("needs can be read").iter().all(|need| need.text.0.is_empty()));
        let master = Sealing::new(platform::config::parse_key(MASTER_KEY).expect("it is a key"));
        assert!(master.key(db, before.key_id).await.is_err(), "the master key opens the erased person's");
        assert_eq!(key_of(&before.sealed), Some(before.key_id));
        let ledger = entities::erasure_ledger::Entity::find_by_id(before.id).one(db).await.expect("it can be read");
        assert_eq!(ledger.map(|line| line.reason.code()), Some("REQUESTED"));
    }

    async fn what_a_recipient_wrote_stays_with_it(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let sent = scene.refer_to_both().await;
        scene.step(&scene.first, "referralAccept", &sent[0], json!({})).await;
        let write = |text: &str| json!({ "referralId": sent[0]["id"], "text": text });
        scene.first.act("messageWrite", write("A bed is ready."), "message { id }").await;
        scene.officer.act("messageWrite", write("She comes by train."), "message { id }").await;
        let head = app.as_member(HEAD).await;
        let version = head.data(PERSON, json!({ "id": scene.person })).await["person"]["version"].take();

        let reply = head.try_to("personErase", input(&scene.person, &version, "NOT_NEEDED"), "ended").await;
        assert_eq!(problems(&reply), ["STILL_NEEDED reason"]);
        head.act("personErase", input(&scene.person, &version, "NOT_LAWFUL"), "ended").await;

        let kept = scene.seen_by(&scene.first, &sent[0]).await;
        assert_eq!((&kept["state"], &kept["withdrawal"]["reason"]), (&json!("WITHDRAWN"), &json!("PERSON_ERASED")), "{kept:#}");
        assert_eq!(kept["messages"], json!([{ "text": "A bed is ready.", "isViewers": true }]));
        assert!(kept["disclosure"]["identity"].is_null() && !names_of(&kept.to_string()), "{kept:#}");
        // The other side reads what was written to it, and not its own words any more.
        let seen = scene.seen_by(&head, &sent[0]).await;
        assert_eq!(seen["messages"], json!([{ "text": "A bed is ready.", "isViewers": false }]), "{seen:#}");
        let reply = head.run("Referral", REFERRAL_PAGE, json!({ "id": sent[0]["id"] })).await;
        assert!(reply.get("errors").is_none(), "{reply:#}");
        for email in ["caseworker@ngo.example", OFFICER] {
            let mut visitor = app.browserless(email).await;
            for path in ["/referrals", "/people", "/", "/notices"] {
                assert_eq!(visitor.get(path).await.status, 200, "{email} {path}");
            }
        }
        let mut visitor = app.browserless("caseworker@ngo.example").await;
        let page = visitor.get(&format!("/referrals/{}", sent[0]["id"].as_str().unwrap_or_default())).await;
        assert!(page.status == 200 && page.says("A bed is ready."), "{page:?}");
    }

    async fn only_a_manager_of_the_holder_who_read_it_as_it_is(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let head = app.as_member(HEAD).await;
        let version = head.data(PERSON, json!({ "id": scene.person })).await["person"]["version"].take();
        let erase = input(&scene.person, &version, "REQUESTED");
        let shown = scene.officer.data(PERSON, json!({ "id": scene.person })).await;
        assert!(shown["person"]["erasure"].is_null(), "{shown:#}");
        assert_eq!(scene.officer.refused("personErase", erase.clone(), "ended").await, "FORBIDDEN");
        let other = app.as_member(STRANGE_HEAD).await;
        assert_eq!(other.refused("personErase", erase.clone(), "ended").await, "NOT_FOUND");
        let stale = input(&scene.person, &json!(99), "REQUESTED");
        assert_eq!(head.refused("personErase", stale, "ended").await, "CONFLICT");
        head.act("personErase", erase.clone(), "ended").await;
        assert_eq!(head.refused("personErase", erase, "ended").await, "NOT_FOUND");
    }
}
