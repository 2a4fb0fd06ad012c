//! The story that the whole is for, through GraphQL: from a prison to a partner and back with an outcome;
//! refused by both and re-routed; and taken back by the person.

pub mod scene;

use serde_json::{Value, json};

use crate::app::{TestApp, code, problems};
use crate::for_each_database;
use scene::{GIVEN, Scene, names_of};

/// Nothing of it exists for a member of an organisation that has no part in it.
async fn unknown_to(app: &TestApp, stranger: &str, scene: &Scene<'_>, referrals: &[Value]) {
    let stranger = app.as_member(stranger).await;
    let mut ids = vec![scene.person.clone()];
    ids.extend(referrals.iter().map(|referral| referral["id"].as_str().unwrap_or_default().to_owned()));
    for id in &ids {
        let reply = stranger.gql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": id })).await;
        assert!(reply["data"]["node"].is_null(), "node({id}) is there: {reply:#}");
    }
    for (field, id) in [("person", &ids[0]), ("referral", &ids[1])] {
        let reply = stranger
            .gql(&format!("query($id: ID!) {{ {field}(id: $id) {{ id }} }}"), json!({ "id": id }))
            .await;
        assert_eq!(code(&reply).as_deref(), Some("NOT_FOUND"), "{reply:#}");
    }
    for referral in referrals {
        let reference = referral["reference"].as_str().unwrap_or_default();
        let query =
            "query($text: String!) { referrals(filter: { text: $text }) { totalCount nodes { id } } }";
        let found = stranger.data(query, json!({ "text": reference })).await;
        assert_eq!(found["referrals"], json!({ "totalCount": 0, "nodes": [] }), "{reference}");
    }
    let list = "{ referrals(first: 100) { nodes { id } } people(first: 100) { nodes { id } } }";
    let all = stranger.data(list, json!({})).await.to_string();
    assert!(ids.iter().all(|id| !all.contains(id.as_str())), "{all}");
}

for_each_database! {
    async fn one_of_two_accepts_and_comes_back_with_an_outcome(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let counts = "{ referrals(first: 100) { totalCount } people(first: 100) { totalCount } }";
        let before = app.as_member(scene::STRANGER).await.data(counts, json!({})).await;
        let group = scene.refer_to_both().await;
        let [first, second] = &group[..] else { panic!("a group of two: {group:?}") };

        // Before the answer a recipient sees the case, not the person, and not the other recipient.
        let seen = scene.seen_by(&scene.first, first).await;
        assert_eq!(seen["state"], "SENT");
        assert!(seen["person"].is_null() && seen["group"].is_null(), "{seen:#}");
        assert!(seen["disclosure"]["identity"].is_null(), "{seen:#}");
        assert!(!names_of(&seen.to_string()), "{seen:#}");
        let other = scene.seen_by(&scene.second, second).await;
        assert_ne!(seen["disclosure"]["id"], other["disclosure"]["id"]);
        assert_ne!(seen["pseudonym"], other["pseudonym"]);
        let hidden = scene.first.gql(scene::REFERRAL, json!({ "id": second["id"] })).await;
        assert_eq!(code(&hidden).as_deref(), Some("NOT_FOUND"), "{hidden:#}");

        // A question, its answer, and the yes that opens the name.
        scene.step(&scene.first, "referralRequestInformation", first, json!({ "text": "Does she need a lift?" })).await;
        scene.step(&scene.officer, "referralAnswer", first, json!({ "text": "No, she can walk." })).await;
        scene.step(&scene.first, "referralAccept", first, json!({})).await;
        let seen = scene.seen_by(&scene.first, first).await;
        assert_eq!(seen["disclosure"]["identity"]["givenName"], GIVEN, "{seen:#}");
        let texts: Vec<_> = seen["messages"].as_array().into_iter().flatten().map(|m| m["text"].clone()).collect();
        assert_eq!(texts, ["Does she need a lift?", "No, she can walk."]);

        // The other is released, and learns no more than that.
        let released = scene.seen_by(&scene.second, second).await;
        assert_eq!(released["state"], "WITHDRAWN");
        assert!(released["withdrawal"]["reason"].is_null(), "{released:#}");
        let told = "query($id: ID!) { referral(id: $id) { events(last: 9) { kind organisation { id } } } }";
        let told = scene.second.data(told, json!({ "id": second["id"] })).await;
        let last = told["referral"]["events"].as_array().and_then(|events| events.last()).cloned();
        assert_eq!(last, Some(json!({ "kind": "REFERRAL_WITHDRAWN", "organisation": null })));
        assert!(released["disclosure"]["identity"].is_null(), "{released:#}");

        // The work, and what the sender learns of it: the outcome, and what the consent reports.
        let select = "appointment { id version startsAt attendance }";
        let mut meetings = Vec::new();
        for at in ["2026-11-23T12:30:00Z", "2026-12-10T08:30:00Z"] {
            let made = json!({ "referralId": first["id"], "startsAt": at, "place": "Room 4" });
            let payload = scene.first.act("appointmentMake", made, select).await;
            let appointment = &payload["appointment"];
            meetings.push(json!({ "appointmentId": appointment["id"], "version": appointment["version"], "attendance": "ATTENDED" }));
        }
        let too_early = scene.first.try_to("appointmentRecordAttendance", meetings[1].clone(), select).await;
        assert_eq!(problems(&too_early), ["NOT_YET attendance"]);
        scene.first.act("appointmentRecordAttendance", meetings[0].clone(), select).await;
        let outcome = json!({ "outcome": "ACHIEVED", "result": "HOUSED", "notes": "Has a room of her own." });
        scene.step(&scene.first, "referralComplete", first, outcome).await;
        let back = scene.seen_by(&scene.officer, first).await;
        assert_eq!(back["state"], "COMPLETED");
        assert_eq!(back["outcome"]["outcome"], "ACHIEVED");
        assert!(back["outcome"]["notes"].is_null(), "the consent reports attendance alone: {back:#}");
        assert_eq!(back["appointments"][0]["attendance"], "ATTENDED");

        unknown_to(&app, scene::STRANGER, &scene, &group).await;
        assert_eq!(app.as_member(scene::STRANGER).await.data(counts, json!({})).await, before);
    }

    async fn both_reject_and_the_next_service_takes_over(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let group = scene.refer_to_both().await;
        scene.step(&scene.first, "referralReject", &group[0], json!({ "reason": "NO_CAPACITY" })).await;
        scene.step(&scene.second, "referralReject", &group[1], json!({ "reason": "OUT_OF_AREA" })).await;

        let rejected = scene.seen_by(&scene.officer, &group[0]).await;
        assert_eq!(rejected["rejection"]["reason"], "NO_CAPACITY");
        assert_eq!(rejected["mayReroute"], true, "{rejected:#}");
        let matches = scene.matches().await;
        let offered = matches.iter().find(|found| found["fits"] == true && found["covered"] == true);
        let offered = offered.expect("another service fits");
        let draft = scene.draft(&[offered["service"]["id"].clone()], Some(&group[0]["id"])).await;
        let sent = scene.send(&draft).await;
        let taken_over = scene.seen_by(&scene.officer, &sent[0]).await;
        assert_eq!(taken_over["state"], "SENT");
        assert_eq!(taken_over["reroutedFrom"]["id"], group[0]["id"]);
        let rejected = scene.seen_by(&scene.officer, &group[0]).await;
        assert_eq!(rejected["state"], "REJECTED");
        assert_eq!(rejected["reroutedTo"][0]["id"], sent[0]["id"]);
    }

    async fn consent_withdrawn_closes_what_was_not_accepted_at_once(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let group = scene.refer_to_both().await;
        assert_eq!(scene.seen_by(&scene.first, &group[0]).await["state"], "SENT");

        let consent = &scene.consent;
        let input = json!({ "consentId": consent["id"], "version": consent["version"] });
        let ended = scene.officer.act("consentWithdraw", input, "ended").await;
        assert_eq!(ended["ended"], 2);
        for (recipient, referral) in [(&scene.first, &group[0]), (&scene.second, &group[1])] {
            let reply = recipient.gql(scene::REFERRAL, json!({ "id": referral["id"] })).await;
            assert_eq!(code(&reply).as_deref(), Some("NOT_FOUND"), "{reply:#}");
            let input = json!({ "referralId": referral["id"], "version": 1 });
            let refused = recipient.refused("referralAccept", input, "referral { id }").await;
            assert_eq!(refused, "NOT_FOUND");
        }
        let seen = scene.seen_by(&scene.officer, &group[0]).await;
        assert_eq!(seen["state"], "WITHDRAWN");
        assert_eq!(seen["withdrawal"]["reason"], "CONSENT_WITHDRAWN");
    }

    async fn what_was_accepted_is_not_arranged_any_more_once_consent_is_gone(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let coming = async |expected: &str| {
            let query = "{ upcomingReleases(days: 365) { person { id } readiness { domain state } } }";
            let seen = scene.officer.data(query, json!({})).await;
            let all = seen["upcomingReleases"].as_array().cloned().unwrap_or_default();
            let mine = all.iter().find(|coming| coming["person"]["id"] == scene.person.as_str());
            let states = mine.map(|coming| coming["readiness"].clone()).unwrap_or_default();
            assert!(states.to_string().contains(expected), "{expected}: {states}");
        };
        coming("NOTHING").await;
        let group = scene.refer_to_both().await;
        coming("UNDER_WAY").await;
        scene.step(&scene.first, "referralAccept", &group[0], json!({})).await;
        coming("ARRANGED").await;
        let input = json!({ "consentId": scene.consent["id"], "version": scene.consent["version"] });
        scene.officer.act("consentWithdraw", input, "ended").await;
        coming("NOTHING").await;
    }

    async fn a_consent_that_ran_out_closes_by_itself(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let group = scene.refer_to_both().await;
        scene.step(&scene.first, "referralAccept", &group[0], json!({})).await;
        assert_eq!(scene.seen_by(&scene.first, &group[0]).await["disclosure"]["identity"]["givenName"], GIVEN);

        // The day after the last day of the consent; nothing else happens.
        app.days_pass(scene::DAYS_OF_CONSENT + 1);
        let first = app.as_member("caseworker@ngo.example").await;
        let reply = first.gql(scene::REFERRAL, json!({ "id": group[0]["id"] })).await;
        assert!(!names_of(&reply.to_string()), "{reply:#}");
        let officer = app.as_member(scene::OFFICER).await;
        let query = "query($id: ID!) { person(id: $id) { consents { standing } } }";
        let person = officer.data(query, json!({ "id": scene.person })).await;
        assert_eq!(person["person"]["consents"], json!([{ "standing": "EXPIRED" }]));
        let input = json!({ "referralId": group[1]["id"], "version": 1 });
        let second = app.as_member("social@municipality.example").await;
        let refused = second.refused("referralAccept", input, "referral { id }").await;
        assert!(["NOT_FOUND", "CONFLICT", "FORBIDDEN"].contains(&refused.as_str()), "{refused}");
    }
}
