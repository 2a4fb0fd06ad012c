//! What a person's later answer does to what an earlier one had opened.

use serde_json::json;

use crate::app::{TestApp, code, problems};
use crate::builders::consent;
use crate::for_each_database;
use crate::story::scene::{self, GIVEN, Scene, names_of};

/// What a recipient keeps of a referral that it accepted.
const KEPT: &str = "query($id: ID!) { referral(id: $id) {
    state ask domains municipality { name } messages { text isViewers }
    disclosure { identity { givenName } contact { phone } releaseMonth needs { domain } withheld { scope until } }
} }";

for_each_database! {
    async fn a_later_no_closes_what_an_earlier_yes_had_opened(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let mine = scene.refer_to_both().await;
        let theirs = scene.refer_another_to_first().await;
        scene.step(&scene.first, "referralAccept", &theirs, json!({})).await;
        let no = |person: &str| consent(&scene.officer, person, &scene.recipients).refused();

        // Not accepted: gone.
        no(&scene.person).record().await;
        for (recipient, referral) in [(&scene.first, &mine[0]), (&scene.second, &mine[1])] {
            let reply = recipient.gql(scene::REFERRAL, json!({ "id": referral["id"] })).await;
            assert_eq!(code(&reply).as_deref(), Some("NOT_FOUND"), "{reply:#}");
        }
        // Nor can she be referred again.
        let draft = scene.draft(&scene.services, None).await;
        let reply = scene.officer.attempt("referralSend", json!({ "groupId": draft }), "group { id }").await;
        let problems = problems(&reply["data"]["payload"]);
        assert_eq!(problems, ["CONSENT_REFUSED serviceIds.0", "CONSENT_REFUSED serviceIds.1"]);

        // Accepted: the recipient keeps what its own members wrote, and nothing of the sender's.
        let write = json!({ "referralId": theirs["id"], "text": "A bed is ready." });
        scene.first.act("messageWrite", write, "message { id }").await;
        let person = scene.seen_by(&scene.officer, &theirs).await["person"]["id"].clone();
        no(person.as_str().expect("an id")).record().await;
        let kept = scene.first.data(KEPT, json!({ "id": theirs["id"] })).await["referral"].take();
        assert_eq!(kept["state"], "ACCEPTED", "{kept:#}");
        assert_eq!(kept["messages"], json!([{ "text": "A bed is ready.", "isViewers": true }]));
        assert!(kept["ask"].is_null() && kept["municipality"].is_null(), "{kept:#}");
        assert_eq!(kept["domains"], json!([]));
        let disclosure = &kept["disclosure"];
        assert!(disclosure["identity"].is_null() && disclosure["contact"].is_null(), "{kept:#}");
        assert!(disclosure["releaseMonth"].is_null() && disclosure["needs"] == json!([]), "{kept:#}");
        assert!(!names_of(&kept.to_string()), "{kept:#}");
    }

    async fn an_identity_is_recorded_before_it_is_shown_and_not_over_get(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_another_to_first().await;
        scene.step(&scene.first, "referralAccept", &referral, json!({})).await;
        let looks = "query($id: ID!) { referral(id: $id) { person { accessRecords(first: 100) {
            organisation { name } member { name } referral { id }
        } } } }";
        let theirs = async || {
            let seen = scene.officer.data(looks, json!({ "id": referral["id"] })).await;
            let all = seen["referral"]["person"]["accessRecords"].as_array().cloned().unwrap_or_default();
            all.into_iter().filter(|look| look["referral"]["id"] == referral["id"]).collect::<Vec<_>>()
        };
        let before = theirs().await.len();
        let seen = scene.seen_by(&scene.first, &referral).await;
        assert_eq!(seen["disclosure"]["identity"]["givenName"], GIVEN);
        let after = theirs().await;
        assert_eq!(after.len(), before + 1);
        // The holder learns which organisation looked, not who in it.
        assert!(after[0]["member"].is_null() && !after[0]["organisation"]["name"].is_null(), "{after:#?}");
        let answer = scene.first.over_get(scene::REFERRAL, json!({ "id": referral["id"] })).await;
        assert!(!names_of(&answer), "{answer}");
        assert_eq!(theirs().await.len(), before + 1);
    }

    async fn no_more_is_told_for_pre_acceptance_than_may_be_shared_at_all(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let facts = json!(["SOBRIETY", "LEGAL_STATUS", "SEX", "RELEASE_DAY"]);
        let referral = scene.referring(&scene.services).with("scopes", json!(["IDENTITY", "NEEDS"]));
        let sent = referral.with("preAcceptance", facts).send().await;
        let (to_first, to_second) = (&sent[0], &sent[1]);
        let query = "query($id: ID!) { referral(id: $id) { version disclosure { sobriety legalStatus sex releaseDate \
            withheld { scope until } } } }";
        let seen = scene.first.data(query, json!({ "id": to_first["id"] })).await["referral"]["disclosure"].clone();
        assert_eq!((&seen["sobriety"], &seen["legalStatus"]), (&json!(null), &json!(null)), "{seen}");
        assert_eq!((&seen["sex"], &seen["releaseDate"]), (&json!("FEMALE"), &json!(scene::RELEASE)));

        // What ended before it opened says so, and what took over from one of a group took over from all of it.
        for (member, referral) in [(&scene.first, to_first), (&scene.second, to_second)] {
            scene.step(member, "referralReject", referral, json!({ "reason": "NO_CAPACITY" })).await;
        }
        let seen = scene.first.data(query, json!({ "id": to_first["id"] })).await["referral"]["disclosure"].clone();
        let until = |scope: &str| seen["withheld"].as_array().into_iter().flatten().find(|one| one["scope"] == scope).cloned();
        assert_eq!(until("IDENTITY").map(|one| one["until"].clone()), Some(json!("ENDED")), "{seen}");
        assert_eq!(until("HEALTH").map(|one| one["until"].clone()), Some(json!("NOT_SHARED")), "{seen}");
        scene.draft(&scene.services[..1], Some(&to_first["id"])).await;
        for referral in [to_first, to_second] {
            let after = "query($id: ID!) { referral(id: $id) { reroutedTo { id } } }";
            let after = scene.officer.data(after, json!({ "id": referral["id"] })).await;
            assert_eq!(after["referral"]["reroutedTo"].as_array().map(Vec::len), Some(1), "{after}");
        }
    }
}
