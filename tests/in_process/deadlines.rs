//! Clocks: what nobody answers reminds, climbs and expires, each once; and the states in which a
//! referral waits, rests, breaks off or should never have been.

use capabilities::referrals::{DEADLINES_JOB, process_deadlines};
use entities::instant::Instant;
use platform::events::Lease;
use serde_json::{Value, json};

use crate::app::{Member, TestApp, problems};
use crate::for_each_database;
use crate::story::scene::Scene;

/// The head of the first recipient, who may open again what was closed.
const HEAD: &str = "head@ngo.invalid";

fn at(text: &str) -> Instant {
    let time: chrono::DateTime<chrono::Utc> = text.parse().expect("tests write instants");
    time.into()
}

/// Nine o'clock in Vilnius of each of these days in November and December: the worker is at work.
async fn mornings(app: &TestApp, first: &str, count: u64) {
    let first: chrono::NaiveDate = first.parse().expect("tests write days");
    for day in first.iter_days().take(count as usize) {
        app.clock.turn_to(at(&format!("{day}T07:00:00Z")));
        app.worker().catch_up().await.expect("nobody else holds the duties");
    }
}

/// What the clocks did to a referral, as a member may know it: `REMINDED 2026-11-26`.
async fn reminders_sent(member: &Member<'_>, referral: &Value) -> Vec<String> {
    let query = "query($id: ID!) { referral(id: $id) { events(last: 100) { kind at member { name } } } }";
    let seen = member.data(query, json!({ "id": referral["id"] })).await;
    let events = seen["referral"]["events"].as_array().cloned().unwrap_or_default();
    let kinds = ["REFERRAL_REMINDED", "REFERRAL_ESCALATED", "REFERRAL_EXPIRED"];
    let ours = events.iter().filter(|event| kinds.iter().any(|kind| event["kind"] == *kind));
    ours.map(|event| {
        assert_eq!(event["member"], Value::Null, "nobody did it");
        let text = |name: &str| event[name].as_str().unwrap_or_default().to_owned();
        format!("{} {}", &text("kind")["REFERRAL_".len()..], &text("at")[..10])
    })
    .collect()
}

async fn state(scene: &Scene<'_>, referral: &Value) -> Value {
    scene.seen_by(&scene.officer, referral).await["state"].clone()
}

for_each_database! {
    async fn what_nobody_answers_reminds_climbs_and_expires(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        // On a Monday, with three working days to answer: until Thursday.
        let referral = scene.refer_to_first("URGENT").await;
        mornings(&app, "2026-11-24", 1).await;
        assert!(reminders_sent(&scene.first, &referral).await.is_empty(), "it is not Wednesday yet");
        mornings(&app, "2026-11-25", 6).await;
        assert_eq!(reminders_sent(&scene.first, &referral).await, ["REMINDED 2026-11-25", "ESCALATED 2026-11-27"]);
        assert_eq!(reminders_sent(&scene.officer, &referral).await, ["ESCALATED 2026-11-27"], "the reminder is not the sender's");
        assert_eq!(state(&scene, &referral).await, "SENT");
        // Two working days of grace: Friday and Monday.
        mornings(&app, "2026-12-01", 1).await;
        let seen = scene.seen_by(&scene.officer, &referral).await;
        assert_eq!((&seen["state"], &seen["mayReroute"]), (&json!("EXPIRED"), &json!(true)));
        assert_eq!(reminders_sent(&scene.officer, &referral).await, ["ESCALATED 2026-11-27", "EXPIRED 2026-12-01"]);
        // The recipient knows that it was late, and nothing of the person any more.
        let theirs = scene.seen_by(&scene.first, &referral).await;
        assert_eq!((&theirs["state"], &theirs["ask"]), (&json!("EXPIRED"), &Value::Null));
        let input = json!({ "referralId": referral["id"], "version": theirs["version"] });
        assert_eq!(scene.first.refused("referralAccept", input, "referral { id }").await, "CONFLICT");
        let before = reminders_sent(&scene.officer, &referral).await;
        mornings(&app, "2026-12-02", 10).await;
        assert_eq!(reminders_sent(&scene.officer, &referral).await, before, "a closed referral has no clock");
    }

    async fn the_release_day_climbs_until_somebody_takes_it(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_to_first("RELEASE_DAY").await;
        mornings(&app, "2026-11-24", 8).await;
        let climbing = ["REMINDED 2026-11-24", "ESCALATED 2026-11-25", "ESCALATED 2026-11-26", "ESCALATED 2026-11-27",
            "ESCALATED 2026-11-30", "ESCALATED 2026-12-01"];
        assert_eq!(reminders_sent(&scene.first, &referral).await, climbing);
        scene.step(&scene.first, "referralAccept", &referral, json!({})).await;
        mornings(&app, "2026-12-02", 5).await;
        assert_eq!(reminders_sent(&scene.first, &referral).await, climbing, "it is taken");
    }

    async fn after_a_long_stop_nothing_is_missing_and_nothing_comes_at_once(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_to_first("URGENT").await;
        // Off for two weeks: the date and its grace passed meanwhile.
        mornings(&app, "2026-12-07", 1).await;
        assert_eq!(reminders_sent(&scene.first, &referral).await, ["REMINDED 2026-12-07"]);
        mornings(&app, "2026-12-07", 1).await;
        assert_eq!(reminders_sent(&scene.first, &referral).await, ["REMINDED 2026-12-07"], "once");
        mornings(&app, "2026-12-08", 2).await;
        let all = ["REMINDED 2026-12-07", "ESCALATED 2026-12-08", "EXPIRED 2026-12-09"];
        assert_eq!(reminders_sent(&scene.first, &referral).await, all);
    }

    async fn many_who_ring_at_once_ring_once(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_to_first("URGENT").await;
        app.clock.turn_to(at("2026-11-25T07:00:00Z"));
        // As if four believed to hold the lease at once.
        let (state, lease) = (app.state(), Lease::unshared(DEADLINES_JOB));
        let ring = || process_deadlines(state, &lease);
        let (a, b, c, d) = tokio::join!(ring(), ring(), ring(), ring());
        for rang in [a, b, c, d] {
            rang.expect("nobody is in the way of another");
        }
        assert_eq!(reminders_sent(&scene.first, &referral).await, ["REMINDED 2026-11-25"]);
    }

    async fn who_accepts_in_the_moment_of_expiry_wins_or_is_told(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_to_first("URGENT").await;
        mornings(&app, "2026-11-25", 6).await;
        app.clock.turn_to(at("2026-12-01T07:00:00Z"));
        let input = json!({ "referralId": referral["id"], "version": referral["version"] });
        let lease = Lease::unshared(DEADLINES_JOB);
        let (answer, rang) = tokio::join!(
            scene.first.attempt("referralAccept", input, "referral { id state }"),
            process_deadlines(app.state(), &lease),
        );
        rang.expect("the worker is not in the way");
        let refused = crate::app::code(&answer);
        let expected = if refused.is_none() { "ACCEPTED" } else { "EXPIRED" };
        assert!(refused.is_none_or(|code| code == "CONFLICT"), "{answer:#}");
        assert_eq!(state(&scene, &referral).await, expected);
    }

    async fn a_consent_that_runs_out_ends_what_is_not_accepted(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_to_first("ROUTINE").await;
        let shorten = "UPDATE consent SET expires_on = '2026-11-24'";
        sea_orm::ConnectionTrait::execute_unprepared(app.db().migrations(), shorten).await.expect("it can be run");
        mornings(&app, "2026-11-25", 2).await;
        let seen = scene.seen_by(&scene.officer, &referral).await;
        assert_eq!(seen["state"], "WITHDRAWN");
        assert_eq!(seen["withdrawal"]["reason"], "CONSENT_EXPIRED");
        crate::notifications::catch_up(&app).await;
        let told = crate::notifications::notifications(&scene.officer, true).await;
        assert!(told.iter().any(|notification| notification["kind"] == "CONSENT_RAN_OUT"), "whoever sent it is told: {told:#?}");
        let query = "query($id: ID!) { referral(id: $id) { id } }";
        let reply = scene.first.gql(query, json!({ "id": referral["id"] })).await;
        assert_eq!(crate::app::code(&reply).as_deref(), Some("NOT_FOUND"));
    }

    async fn a_place_is_waited_for_and_then_there(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referrals = scene.refer_to_both().await;
        let referral = &referrals[0];
        let version = scene.seen_by(&scene.first, referral).await["version"].clone();
        for day in ["2026-11-23", "2027-12-01"] {
            let input = json!({ "referralId": referral["id"], "version": version, "expectedOn": day });
            let payload = scene.first.try_to("referralWaitlist", input, "referral { id }").await;
            assert_eq!(problems(&payload), ["NOT_A_DATE expectedOn"], "{day}");
        }
        let day = json!({ "expectedOn": "2026-12-04" });
        assert_eq!(scene.step(&scene.first, "referralWaitlist", referral, day.clone()).await["state"], "WAITLISTED");
        let query = "query($id: ID!) { referral(id: $id) { expectedOn dueOn deadline disclosure { identity { givenName } } } }";
        let seen = scene.officer.data(query, json!({ "id": referral["id"] })).await;
        assert_eq!((&seen["referral"]["expectedOn"], &seen["referral"]["deadline"]), (&json!("2026-12-04"), &json!("PLACE")));
        // Waiting settles nothing: the other of the group is still asked.
        assert_eq!(state(&scene, &referrals[1]).await, "SENT");
        assert_eq!(scene.step(&scene.first, "referralAccept", referral, json!({})).await["state"], "ACCEPTED");
        assert_eq!(state(&scene, &referrals[1]).await, "WITHDRAWN");
        // The place is gone again: it waits once more, and what acceptance opened stays open.
        scene.step(&scene.first, "referralWaitlist", referral, day).await;
        let theirs = scene.first.data(query, json!({ "id": referral["id"] })).await;
        assert!(theirs["referral"]["disclosure"]["identity"]["givenName"].is_string(), "{theirs:#}");
        assert_eq!(scene.step(&scene.first, "referralAccept", referral, json!({})).await["state"], "ACCEPTED");
    }

    async fn work_rests_goes_on_breaks_off_and_is_opened_again(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = &scene.refer_to_first("URGENT").await;
        let first = &scene.first;
        for step in ["referralAccept", "referralStart"] {
            scene.step(first, step, referral, json!({})).await;
        }
        let version = scene.seen_by(first, referral).await["version"].clone();
        let input = json!({ "referralId": referral["id"], "version": version, "reason": "OTHER", "text": " " });
        assert_eq!(problems(&first.try_to("referralHold", input, "referral { id }").await), ["REQUIRED text"]);
        scene.step(first, "referralHold", referral, json!({ "reason": "ILLNESS", "text": "In hospital." })).await;
        let query = "query($id: ID!) { referral(id: $id) { state hold { reason text } failure { reason text } outcome { outcome } } }";
        let ours = first.data(query, json!({ "id": referral["id"] })).await;
        assert_eq!(ours["referral"]["hold"], json!({ "reason": "ILLNESS", "text": "In hospital." }));
        // The consent reports attendance and no notes: the sender learns the state alone.
        let theirs = scene.officer.data(query, json!({ "id": referral["id"] })).await;
        assert_eq!((&theirs["referral"]["state"], &theirs["referral"]["hold"]), (&json!("ON_HOLD"), &json!({ "reason": null, "text": null })));
        assert_eq!(scene.step(first, "referralResume", referral, json!({})).await["state"], "IN_PROGRESS");

        let version = scene.seen_by(first, referral).await["version"].clone();
        let input = json!({ "referralId": referral["id"], "version": version, "reason": "CONSENT_EXPIRED" });
        assert_eq!(problems(&first.try_to("referralFail", input, "referral { id }").await), ["NOT_YOURS reason"]);
        scene.step(first, "referralFail", referral, json!({ "reason": "NOT_ENGAGED" })).await;
        let theirs = scene.officer.data(query, json!({ "id": referral["id"] })).await;
        assert_eq!(theirs["referral"]["failure"], json!({ "reason": null, "text": null }));

        let seen = scene.seen_by(first, referral).await;
        let input = json!({ "referralId": referral["id"], "version": seen["version"], "text": "Came back." });
        assert_eq!(first.refused("referralReopen", input, "referral { id }").await, "FORBIDDEN");
        let head = app.as_member(HEAD).await;
        let again = scene.step(&head, "referralReopen", referral, json!({ "text": "Came back." })).await;
        assert_eq!(again["state"], "IN_PROGRESS");
        let messages = scene.seen_by(&scene.officer, referral).await["messages"].clone();
        assert_eq!(messages[0]["text"], "Came back.");
        // Without the consent it stays closed.
        scene.step(first, "referralComplete", referral, json!({ "outcome": "ACHIEVED", "result": "HOUSED" })).await;
        let consent = json!({ "consentId": scene.consent["id"], "version": scene.consent["version"] });
        scene.officer.act("consentWithdraw", consent, "consent { id }").await;
        let seen = scene.seen_by(&head, referral).await;
        let input = json!({ "referralId": referral["id"], "version": seen["version"], "text": "Once more." });
        assert_eq!(problems(&head.try_to("referralReopen", input, "referral { id }").await), ["NO_CONSENT referralId"]);
        assert_eq!(scene.seen_by(&head, referral).await["state"], "COMPLETED");
    }

    async fn what_should_never_have_been_is_gone_for_the_recipient(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_to_first("URGENT").await;
        scene.step(&scene.first, "referralAccept", &referral, json!({})).await;
        scene.step(&scene.officer, "referralEnterInError", &referral, json!({ "text": "Somebody else was meant." })).await;
        let query = "query($id: ID!) { referral(id: $id) { state enteredInError next } }";
        let ours = scene.officer.data(query, json!({ "id": referral["id"] })).await;
        assert_eq!(ours["referral"], json!({ "state": "ENTERED_IN_ERROR", "enteredInError": "Somebody else was meant.", "next": [] }));
        let theirs = scene.first.gql(query, json!({ "id": referral["id"] })).await;
        assert_eq!(crate::app::code(&theirs).as_deref(), Some("NOT_FOUND"), "{theirs:#}");

        // The recipient's own error closes the person, and is seen by both.
        let other = scene.refer_another_to_first().await;
        scene.step(&scene.first, "referralReject", &other, json!({ "reason": "NO_CAPACITY" })).await;
        scene.step(&scene.first, "referralEnterInError", &other, json!({ "text": "Answered the wrong one." })).await;
        let seen = scene.officer.data(query, json!({ "id": other["id"] })).await;
        assert_eq!(seen["referral"]["enteredInError"], "Answered the wrong one.");
    }
}
