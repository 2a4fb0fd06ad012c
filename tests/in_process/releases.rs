//! What the day of release does: drafts that waited for it send themselves when it is confirmed, after everything is
//! checked anew; and when it moves, everybody who works on a referral is told.

use serde_json::{Value, json};

use crate::app::{TestApp, code};
use crate::for_each_database;
use crate::notifications::{catch_up, notifications};
use crate::story::scene::{self, Scene};

/// What the officer knows of the person, with another day of release; none where it is empty.
pub async fn release(scene: &Scene<'_>, day: &str, confirmed: bool) {
    let known =
        "query($id: ID!) { person(id: $id) { version municipality { id } } viewer { organisation { id } } }";
    let known = scene.officer.data(known, json!({ "id": scene.person })).await;
    let person = json!({
        "givenName": scene::GIVEN, "familyName": scene::FAMILY, "dateOfBirth": "1990-05-17", "sex": "FEMALE",
        "language": "lt", "municipalityId": known["person"]["municipality"]["id"], "releaseDate": (!day.is_empty()).then_some(day),
        "releaseConfirmed": confirmed, "legalStatus": "IN_CUSTODY", "sobriety": "SOBER",
        "prisonId": known["viewer"]["organisation"]["id"],
    });
    let input = json!({ "personId": scene.person, "version": known["person"]["version"], "person": person });
    scene.officer.act("personChange", input, "person { id }").await;
}

/// A draft to the first service that waits for the release.
pub async fn waits(scene: &Scene<'_>) -> Value {
    let input = scene.referring(&scene.services[..1]).with("sendOnRelease", true).input();
    let select = "group { id sendOnRelease sendError referrals { id } }";
    let made = scene.officer.act("referralDraft", input, select).await;
    assert_eq!(made["group"]["sendOnRelease"], true);
    made["group"]["referrals"][0]["id"].clone()
}

async fn stands(scene: &Scene<'_>, id: &Value) -> Value {
    let query = "query($id: ID!) { referral(id: $id) { id version state startDate group { sendOnRelease sendError } } }";
    scene.officer.data(query, json!({ "id": id })).await["referral"].clone()
}

for_each_database! {
    async fn a_draft_sends_itself_when_the_release_is_confirmed(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        release(&scene, scene::RELEASE, false).await;
        let id = waits(&scene).await;
        catch_up(&app).await;
        assert_eq!(stands(&scene, &id).await["state"], "DRAFT");
        let unseen = scene.first.gql(scene::REFERRAL, json!({ "id": id })).await;
        assert_eq!(code(&unseen).as_deref(), Some("NOT_FOUND"), "{unseen}");
        // The day moves along with the release, also before it is confirmed.
        release(&scene, "2026-12-14", false).await;
        catch_up(&app).await;
        let waiting = stands(&scene, &id).await;
        assert_eq!((&waiting["state"], &waiting["startDate"]), (&json!("DRAFT"), &json!("2026-12-14")));
        release(&scene, "2026-12-14", true).await;
        catch_up(&app).await;
        let sent = stands(&scene, &id).await;
        assert_eq!((&sent["state"], &sent["group"]), (&json!("SENT"), &json!({ "sendOnRelease": false, "sendError": null })));
        let seen = scene.first.data(scene::REFERRAL, json!({ "id": id })).await;
        assert_eq!(seen["referral"]["state"], "SENT");
        // Once, however often the worker looks.
        catch_up(&app).await;
        let events = "query($id: ID!) { referral(id: $id) { events(last: 50) { kind } } }";
        let events = scene.officer.data(events, json!({ "id": id })).await.to_string();
        assert_eq!(events.matches("REFERRAL_SENT").count(), 1, "{events}");
    }

    async fn what_no_longer_holds_is_not_sent_and_its_author_is_told(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        release(&scene, scene::RELEASE, false).await;
        let id = waits(&scene).await;
        let withdrawn = json!({ "consentId": scene.consent["id"], "version": scene.consent["version"] });
        scene.officer.act("consentWithdraw", withdrawn, "consent { id }").await;
        catch_up(&app).await;
        release(&scene, scene::RELEASE, true).await;
        catch_up(&app).await;
        // What the first turn did is told by the next.
        catch_up(&app).await;
        let kept = stands(&scene, &id).await;
        assert_eq!((&kept["state"], &kept["group"]["sendOnRelease"]), (&json!("DRAFT"), &json!(false)), "{kept}");
        assert_eq!(kept["group"]["sendError"], "NO_CONSENT");
        let told = notifications(&scene.officer, true).await;
        assert!(told.iter().any(|notification| notification["kind"] == "REFERRAL_NOT_SENT"), "{told:#?}");
        let page = app.browserless(scene::OFFICER).await.get(&format!("/referrals/{}", id.as_str().unwrap_or_default())).await;
        assert!(page.says("banner late"), "the page says that it was not sent, and why");

        // Neither is what has no place any more.
        let other = Scene::of(&app).await;
        release(&other, scene::RELEASE, false).await;
        let id = waits(&other).await;
        let admin = app.as_member("admin@ngo.example").await;
        let query = "query($id: ID!) { service(id: $id) { version } }";
        let version = admin.data(query, json!({ "id": other.first_service() })).await["service"]["version"].clone();
        let none = json!([{ "from": "2026-01-01", "maximum": 0 }]);
        let input = json!({ "serviceId": other.first_service(), "version": version, "capacities": none });
        admin.act("serviceSetCapacity", input, "service { id }").await;
        release(&other, scene::RELEASE, true).await;
        catch_up(&app).await;
        assert_eq!(stands(&other, &id).await["group"]["sendError"], "NO_PLACE");
    }

    async fn when_the_day_moves_everybody_is_told(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let sent = scene.refer_to_both().await;
        scene.step(&scene.first, "referralAccept", &sent[0], json!({})).await;
        catch_up(&app).await;
        let told = async |kind: &str| {
            notifications(&scene.first, true).await.iter().filter(|notification| notification["kind"] == kind).count()
        };
        assert_eq!(told("RELEASE_MOVED").await, 0);
        // Later: the place is held from the new day on. Earlier: that place may be another's.
        release(&scene, "2026-12-10", true).await;
        catch_up(&app).await;
        assert_eq!((told("RELEASE_MOVED").await, &stands(&scene, &sent[0]["id"]).await["startDate"]), (1, &json!("2026-12-10")));
        release(&scene, "2026-12-03", true).await;
        catch_up(&app).await;
        assert_eq!((told("RELEASE_MOVED").await, &stands(&scene, &sent[0]["id"]).await["startDate"]), (2, &json!("2026-12-10")));
        // Nor earlier than the place that is held, though it is later than the last day.
        release(&scene, "2026-12-05", true).await;
        catch_up(&app).await;
        assert_eq!((told("RELEASE_MOVED").await, &stands(&scene, &sent[0]["id"]).await["startDate"]), (3, &json!("2026-12-10")));
        release(&scene, "2026-12-03", true).await;
        catch_up(&app).await;
        // Cleared and set anew, it moves along as before.
        release(&scene, "", false).await;
        release(&scene, "2026-12-15", true).await;
        catch_up(&app).await;
        assert_eq!((told("RELEASE_MOVED").await, &stands(&scene, &sent[0]["id"]).await["startDate"]), (6, &json!("2026-12-15")));
        release(&scene, "2026-12-03", true).await;
        catch_up(&app).await;
        // What changes nothing of the day tells nobody, nor do the other's organisation's people learn of it.
        release(&scene, "2026-12-03", false).await;
        catch_up(&app).await;
        assert_eq!(told("RELEASE_MOVED").await, 7);
        let stranger = notifications(&app.as_member(scene::STRANGER).await, true).await;
        assert!(stranger.iter().all(|notification| notification["kind"] != "RELEASE_MOVED"), "{stranger:#?}");
    }
}
