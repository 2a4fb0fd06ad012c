//! How much of a person is open through a referral: to whom, from when, and that it stays shut once it is closed.

use sea_orm::ConnectionTrait;
use sea_orm_migration::MigratorTrait;
use serde_json::{Value, json};

use crate::app::{Member, TestApp, code, problems};
use crate::builders::consent;
use crate::for_each_database;
use crate::network::{ADMIN, HEAD, WARDEN};
use crate::notifications::{catch_up, notifications};
use crate::story::scene::{self, Scene, names_of};

const SEEN: &str = "query($id: ID!) { referral(id: $id) {
    version state ask domains municipality { name } startDate startMonth places { date maximum }
    outcome { outcome result notes } appointments { startsAt attendance }
    disclosure {
        ageFrom ageTo releaseMonth releaseDate releaseConfirmed municipality { name } sex legalStatus sobriety
        needs { domain text } identity { givenName } contact { phone } documents { number }
        consentGivenAt consentWithdrawnAt consentExpiresOn
    }
} }";

async fn seen(member: &Member<'_>, referral: &Value) -> Value {
    member.data(SEEN, json!({ "id": referral["id"] })).await["referral"].take()
}

/// Whether nothing of the person is shown: neither beside the referral nor in the disclosure.
fn shut(seen: &Value) -> bool {
    let told = &seen["disclosure"];
    let facts = [
        "ageFrom",
        "ageTo",
        "releaseMonth",
        "releaseDate",
        "releaseConfirmed",
        "municipality",
        "sex",
        "legalStatus",
        "sobriety",
        "identity",
        "contact",
        "documents",
    ];
    let beside = ["ask", "municipality", "startDate", "startMonth"];
    facts.iter().all(|fact| told[fact].is_null())
        && beside.iter().all(|fact| seen[fact].is_null())
        && seen["places"].is_null()
        && told["needs"] == json!([])
        && seen["domains"] == json!([])
        && !names_of(&seen.to_string())
}

/// Refers the scene's person to both services, of which any one suffices.
async fn refer(scene: &Scene<'_>, scopes: Value, pre_acceptance: Value) -> Vec<Value> {
    scene.referring(&scene.services).with("scopes", scopes).with("preAcceptance", pre_acceptance).send().await
}

async fn answer(scene: &Scene<'_>, answer: &str, report_back: Value) -> Value {
    let every = json!(["IDENTITY", "CONTACT", "DOCUMENTS", "NEEDS", "HEALTH", "OFFENCE"]);
    let consent = consent(&scene.officer, &scene.person, &scene.recipients).with("scopes", every);
    consent.with("answer", answer).with("reportBack", report_back).record().await
}

fn three() -> Value {
    json!(["IDENTITY", "CONTACT", "NEEDS"])
}

fn every_fact() -> Value {
    json!(["RELEASE_DAY", "SEX", "LEGAL_STATUS", "SOBRIETY", "NEED_TEXT"])
}

/// A colleague with a role, invited and signed in.
async fn colleague<'a>(app: &'a TestApp, by: &str, email: &str, role: &str) -> (Member<'a>, Value) {
    let invite = json!({ "email": email, "name": "Naujas", "role": role });
    let made = app.as_member(by).await.act("memberInvite", invite, "member { id }").await;
    (app.as_member(email).await, made["member"]["id"].clone())
}

for_each_database! {
    async fn a_no_holds_whatever_comes_after(database: Database) {
        let app = TestApp::network(database).await;
        let head = app.as_member(HEAD).await;
        for after in ["referralComplete", "referralFail", "referralWithdraw"] {
            let scene = Scene::of(&app).await;
            let sent = refer(&scene, three(), json!(["RELEASE_DAY"])).await;
            scene.step(&scene.first, "referralAccept", &sent[0], json!({})).await;
            scene.step(&scene.first, "referralStart", &sent[0], json!({})).await;
            assert_eq!(seen(&scene.first, &sent[0]).await["disclosure"]["identity"]["givenName"], scene::GIVEN);
            answer(&scene, "REFUSED", json!([])).await;
            let now = seen(&scene.first, &sent[0]).await;
            assert!(shut(&now), "{now:#}");
            assert!(!now["disclosure"]["consentGivenAt"].is_null(), "what was said is kept: {now:#}");
            assert!(!now["disclosure"]["consentWithdrawnAt"].is_null(), "since when it is a no is said: {now:#}");

            let mut browser = app.browserless("caseworker@ngo.example").await;
            let page = browser.get(&format!("/referrals/{}", sent[0]["id"].as_str().unwrap_or_default())).await;
            assert!(page.says("Consent withdrawn") && !page.says("In force until"), "the page says that it is a no");

            let (by, more) = match after {
                "referralComplete" => (&scene.first, json!({ "outcome": "ACHIEVED", "result": "GOT_HELP" })),
                "referralFail" => (&scene.first, json!({ "reason": "NOT_ENGAGED" })),
                _ => (&scene.officer, json!({ "reason": "NEEDS_MET_ELSEWHERE" })),
            };
            scene.step(by, after, &sent[0], more).await;
            let closed = seen(&scene.first, &sent[0]).await;
            assert!(shut(&closed), "{after}: {closed:#}");

            let again = json!({ "referralId": sent[0]["id"], "version": closed["version"], "text": "Once more." });
            let reply = head.attempt("referralReopen", again, "referral { id }").await;
            let opened = reply["data"]["payload"]["referral"].is_object();
            assert!(!opened, "{after}: {reply:#}");
            assert!(shut(&seen(&scene.first, &sent[0]).await), "{after}");
        }
    }

    async fn a_no_that_was_said_before_it_counted_for_good_counts_after_the_upgrade(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let sent = refer(&scene, three(), json!([])).await;
        let other = scene.refer_another_to_first().await;
        for referral in [&sent[0], &other] {
            scene.step(&scene.first, "referralAccept", referral, json!({})).await;
        }
        answer(&scene, "REFUSED", json!([])).await;
        // As it was stored then: the grant rests on the yes, and when the referral closes it is open for 30 days.
        let on = app.db().migrations();
        on.execute_unprepared("UPDATE disclosure_grant SET consent_id = given_consent_id").await.expect("a change");
        assert!(!shut(&seen(&scene.first, &sent[0]).await));
        let later = migration::known_steps().iter().skip_while(|step| !step.starts_with("m2026_17")).count();
        let steps = u32::try_from(later).expect("a few steps");
        migration::Migrator::down(on, Some(steps)).await.expect("the steps can be taken back");
        migration::Migrator::up(on, None).await.expect("and again");
        let now = seen(&scene.first, &sent[0]).await;
        assert!(shut(&now) && !now["disclosure"]["consentGivenAt"].is_null(), "{now:#}");
        assert_eq!(seen(&scene.first, &other).await["disclosure"]["identity"]["givenName"], scene::GIVEN);
    }

    async fn a_yes_after_the_no_opens_what_is_sent_from_then_on(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let before = refer(&scene, three(), json!([])).await;
        scene.step(&scene.first, "referralAccept", &before[0], json!({})).await;
        answer(&scene, "REFUSED", json!([])).await;
        answer(&scene, "GIVEN", json!([])).await;
        assert!(shut(&seen(&scene.first, &before[0]).await), "what the no closed stays shut");
        let input = json!({ "referralId": before[0]["id"], "version": seen(&scene.officer, &before[0]).await["version"], "reason": "NEEDS_MET_ELSEWHERE" });
        scene.officer.act("referralWithdraw", input, "referral { id }").await;
        let after = refer(&scene, three(), json!([])).await;
        scene.step(&scene.first, "referralAccept", &after[0], json!({})).await;
        assert_eq!(seen(&scene.first, &after[0]).await["disclosure"]["identity"]["givenName"], scene::GIVEN);
    }

    async fn what_ends_before_it_opened_shows_nothing_any_more(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        answer(&scene, "GIVEN", json!([])).await;
        let sent = refer(&scene, three(), every_fact()).await;
        assert!(!shut(&seen(&scene.first, &sent[0]).await));
        scene.step(&scene.first, "referralReject", &sent[0], json!({ "reason": "NO_CAPACITY" })).await;
        let rejected = seen(&scene.first, &sent[0]).await;
        assert!(shut(&rejected), "rejected: {rejected:#}");
        scene.step(&scene.second, "referralReject", &sent[1], json!({ "reason": "NO_CAPACITY" })).await;

        let sent = refer(&scene, three(), every_fact()).await;
        scene.step(&scene.second, "referralAccept", &sent[1], json!({})).await;
        let released = seen(&scene.first, &sent[0]).await;
        assert_eq!(released["state"], "WITHDRAWN");
        assert!(shut(&released), "settled elsewhere: {released:#}");
    }

    async fn the_start_date_tells_no_more_of_the_release_than_is_open(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let sent = refer(&scene, three(), json!([])).await;
        let before = seen(&scene.first, &sent[0]).await;
        assert!(before["startDate"].is_null() && before["places"]["date"] == "2026-12-01", "{before:#}");
        assert_eq!((&before["startMonth"], &before["disclosure"]["releaseMonth"]), (&json!("2026-12"), &json!("2026-12")));
        assert_eq!(seen(&scene.officer, &sent[0]).await["startDate"], scene::RELEASE);
        let mut browser = app.browserless("caseworker@ngo.example").await;
        let reference = scene.seen_by(&scene.officer, &sent[0]).await["reference"].as_str().unwrap_or_default().to_owned();
        let page = format!("/referrals/{}", sent[0]["id"].as_str().unwrap_or_default());
        for path in [page, format!("/referrals?side=RECEIVED&text={reference}")] {
            let page = browser.get(&path).await;
            assert!(page.says(&reference) && !page.says(scene::RELEASE), "{path} names the day");
        }
        // Nor does it say which day it is that no place is left on.
        let query = "query($id: ID!) { service(id: $id) { version } }";
        let admin = app.as_member(ADMIN).await;
        let version = admin.data(query, json!({ "id": scene.first_service() })).await["service"]["version"].clone();
        let none = json!({ "serviceId": scene.first_service(), "version": version, "capacities": [{ "from": "2026-01-01", "maximum": 0 }] });
        admin.act("serviceSetCapacity", none, "service { id }").await;
        let input = json!({ "referralId": sent[0]["id"], "version": before["version"] });
        let full = scene.first.attempt("referralAccept", input, "referral { id }").await;
        assert_eq!(problems(&full["data"]["payload"]), ["NO_PLACE referralId"]);
        assert!(!full.to_string().contains(scene::RELEASE), "{full}");

        // Open on acceptance; and where the sender asks for another day, that day is what it asks for.
        scene.step(&scene.second, "referralAccept", &sent[1], json!({})).await;
        assert_eq!(seen(&scene.second, &sent[1]).await["startDate"], scene::RELEASE);
        let other = Scene::of(&app).await;
        let later = other.referring(&other.services[1..]).with("preAcceptance", json!([])).with("startDate", "2026-12-10");
        let referral = later.send().await.remove(0);
        assert_eq!(seen(&other.second, &referral).await["startDate"], "2026-12-10");
        // Shut again, it is not told either, nor that the day moves.
        answer(&scene, "REFUSED", json!([])).await;
        assert!(shut(&seen(&scene.second, &sent[1]).await));
        catch_up(&app).await;
        let moved = async || notifications(&scene.second, true).await.iter().filter(|one| one["kind"] == "RELEASE_MOVED").count();
        let told = moved().await;
        crate::releases::release(&scene, "2026-12-11", true).await;
        catch_up(&app).await;
        assert_eq!(moved().await, told);
        assert!(shut(&seen(&scene.second, &sent[1]).await));
    }

    async fn nothing_is_reported_back_once_the_consent_ended(database: Database) {
        let app = TestApp::network(database).await;
        for ended in ["withdrawn", "refused"] {
            let scene = Scene::of(&app).await;
            let consent = answer(&scene, "GIVEN", json!(["ATTENDANCE", "NOTES"])).await;
            let sent = refer(&scene, three(), json!([])).await;
            scene.step(&scene.first, "referralAccept", &sent[0], json!({})).await;
            let make = |day: &str| json!({ "referralId": sent[0]["id"], "startsAt": day, "place": "Door 3" });
            scene.first.act("appointmentMake", make("2026-11-24T09:00:00Z"), "appointment { id }").await;
            let told = seen(&scene.officer, &sent[0]).await;
            assert_eq!(told["appointments"].as_array().map(Vec::len), Some(1), "{told:#}");
            if ended == "withdrawn" {
                let input = json!({ "consentId": consent["id"], "version": consent["version"] });
                scene.officer.act("consentWithdraw", input, "consent { id }").await;
            } else {
                answer(&scene, "REFUSED", json!([])).await;
            }
            scene.first.act("appointmentMake", make("2026-11-25T09:00:00Z"), "appointment { id }").await;
            scene.step(&scene.first, "referralStart", &sent[0], json!({})).await;
            let done = json!({ "outcome": "ACHIEVED", "result": "GOT_HELP", "notes": "Came to therapy." });
            scene.step(&scene.first, "referralComplete", &sent[0], done).await;
            let told = seen(&scene.officer, &sent[0]).await;
            assert_eq!(told["appointments"], json!([]), "{ended}: {told:#}");
            assert_eq!(told["outcome"], json!({ "outcome": "ACHIEVED", "result": null, "notes": null }), "{ended}: {told:#}");
            catch_up(&app).await;
            let made = notifications(&scene.officer, true).await;
            let of_this = |one: &&Value| one["kind"] == "APPOINTMENT_MADE" && one["referral"]["id"] == sent[0]["id"];
            assert!(made.iter().filter(of_this).count() <= 1, "{ended}: {made:#?}");
        }
    }

    async fn a_role_reads_no_more_through_a_referral_than_elsewhere(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        answer(&scene, "GIVEN", json!([])).await;
        let (warden, head) = (app.as_member(WARDEN).await, app.as_member(HEAD).await);
        let all = json!(["IDENTITY", "CONTACT", "NEEDS", "HEALTH", "OFFENCE"]);
        let wide = json!({ "title": "Everything", "purpose": "RESETTLEMENT", "scopes": all, "startsOn": "2026-01-01", "parties": &scene.recipients[..1] });
        let agreed = warden.act("agreementPropose", wide, "agreement { id version }").await["agreement"].take();
        let sign = json!({ "agreementId": agreed["id"], "version": agreed["version"], "step": "SIGN" });
        head.act("agreementStep", sign, "agreement { state }").await;
        let wide = scene.referring(&scene.services[..1]).with("scopes", all).with("preAcceptance", every_fact());
        let sent = wide.send().await;
        let (reader, id) = colleague(&app, WARDEN, "reader@prison.example", "VIEWER").await;
        scene.officer.act("caseTeamChange", json!({ "personId": scene.person, "memberId": id, "on": true }), "person { id }").await;
        let (theirs, _) = colleague(&app, ADMIN, "reader@ngo.example", "VIEWER").await;
        for (whose, member) in [("the sender's", &reader), ("the recipient's", &theirs)] {
            let told = seen(member, &sent[0]).await["disclosure"].take();
            assert!(told["legalStatus"].is_null() && told["sobriety"].is_null(), "{whose}: {told:#}");
            let of_health = told["needs"].as_array().into_iter().flatten().find(|need| need["domain"] == "DEPENDENCY_AND_RECOVERY");
            assert!(of_health.is_some_and(|need| need["text"].is_null()), "{whose}: {told:#}");
        }
        let told = seen(&scene.first, &sent[0]).await["disclosure"].take();
        assert!(!told["legalStatus"].is_null() && !told["sobriety"].is_null(), "{told:#}");
    }

    async fn who_suspends_an_agreement_alone_resumes_it(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let sent = refer(&scene, three(), json!([])).await;
        let (warden, head) = (app.as_member(WARDEN).await, app.as_member(HEAD).await);
        let under = "query($id: ID!) { referral(id: $id) { disclosure { agreement { id } } } }";
        let id = scene.officer.data(under, json!({ "id": sent[0]["id"] })).await["referral"]["disclosure"]["agreement"]["id"].clone();
        let stands = async |member: &Member<'_>| {
            let query = "query($id: ID!) { agreement(id: $id) { state version viewerMay parties { suspendedAt organisation { isViewers } } } }";
            member.data(query, json!({ "id": id })).await["agreement"].take()
        };
        let step = async |member: &Member<'_>, step: &str| {
            let version = stands(member).await["version"].clone();
            let input = json!({ "agreementId": id, "version": version, "step": step });
            member.attempt("agreementStep", input, "agreement { state }").await["data"]["payload"].take()
        };
        let hidden = async || code(&scene.first.gql(SEEN, json!({ "id": sent[0]["id"] })).await).as_deref() == Some("NOT_FOUND");
        assert_eq!(step(&warden, "SUSPEND").await["agreement"]["state"], "SUSPENDED");
        assert!(hidden().await);
        assert_eq!(problems(&step(&head, "RESUME").await), ["NOT_NOW step"]);
        assert!(!stands(&head).await["viewerMay"].to_string().contains("RESUME"));
        // Each that suspends it has to resume it.
        assert_eq!(step(&head, "SUSPEND").await["agreement"]["state"], "SUSPENDED");
        assert_eq!(step(&warden, "RESUME").await["agreement"]["state"], "SUSPENDED");
        assert!(hidden().await);
        assert_eq!(step(&head, "RESUME").await["agreement"]["state"], "ACTIVE");
        assert!(!hidden().await);
    }

    async fn a_group_is_for_those_alone_who_see_its_person(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let sent = refer(&scene, three(), json!([])).await;
        let group = scene.seen_by(&scene.officer, &sent[0]).await["group"]["id"].clone();
        let query = "query($id: ID!) { node(id: $id) { ... on ReferralGroup { mode settled sendError } } }";
        let own = scene.officer.data(query, json!({ "id": group })).await;
        assert_eq!(own["node"]["mode"], "ANY_ONE");
        let (keeper, _) = colleague(&app, WARDEN, "keeper@prison.example", "ADMIN").await;
        for other in [&keeper, &scene.first, &app.as_member(scene::STRANGER).await] {
            let reply = other.gql(query, json!({ "id": group })).await;
            assert!(reply["data"]["node"].is_null() && reply["errors"].is_null(), "{reply:#}");
        }
    }
}
