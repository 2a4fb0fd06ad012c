//! What two do at the same moment, step by step, on PostgreSQL: locks are taken in one order, what is decided is read
//! behind them, and nothing is written about somebody who is being erased.

use std::future::Future;

use entities::codes::ReferralState;
use entities::ids::PersonId;
use entities::{case_team, need, referral};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};

use crate::app::{Member, TestApp, code, problems};
use crate::databases::{Database, run};
use crate::membership::id_of;
use crate::releases::release;
use crate::rival::{Rival, uuid};
use crate::story::scene::{self, Scene};

const HEAD: &str = "head@prison.invalid";

/// Two referrals to the first recipient, the lower id first, of which the higher was written first: whoever takes rows
/// as they lie takes the higher one first.
async fn two_in_the_wrong_order(scene: &Scene<'_>) -> [Value; 2] {
    let mut earlier: Vec<Value> = Vec::new();
    for _ in 0..24 {
        let next = scene.refer_another_to_first().await["id"].take();
        if let Some(higher) = earlier.iter().find(|one| uuid(one) > uuid(&next)) {
            return [next, higher.clone()];
        }
        earlier.push(next);
    }
    panic!("random ids do not rise 24 times");
}

/// Runs something that changes two referrals while a rival has the one with the lower id: it must not have the other
/// by then, for which the rival would wait.
async fn takes_the_lower_first(
    app: &TestApp,
    what: &str,
    [low, high]: &[Value; 2],
    done: impl Future<Output = Value>,
) {
    let rival = Rival::of(app).await;
    rival.lock("referral", low).await;
    let (reply, free) = tokio::join!(done, async {
        rival.until_waited_for().await;
        let free = rival.is_free("referral", high).await;
        rival.commit().await;
        free
    });
    assert!(free, "{what} has locked the higher id and waits for the lower one");
    assert_eq!(reply["data"]["payload"]["errors"], json!([]), "{what}: {reply:#}");
}

#[test]
fn many_referrals_are_locked_by_their_ids() {
    run(async {
        let app = TestApp::demo(Database::Postgres).await;
        let scene = Scene::of(&app).await;
        let select = "referrals { id }";
        for mutation in ["assignmentAccept", "referralsAssign"] {
            let both = two_in_the_wrong_order(&scene).await;
            let mut input = json!({ "referralIds": both });
            if mutation == "referralsAssign" {
                input["memberId"] = Value::Null;
            }
            takes_the_lower_first(&app, mutation, &both, scene.first.attempt(mutation, input, select)).await;
        }
        // Whoever leaves hands over all that was theirs.
        let both = two_in_the_wrong_order(&scene).await;
        scene.first.act("assignmentAccept", json!({ "referralIds": both }), select).await;
        let admin = app.as_member("admin@ngo.example").await;
        let leaving = id_of(&app, "caseworker@ngo.example").await;
        let input = json!({ "memberId": leaving, "handOverTo": id_of(&app, "head@ngo.invalid").await });
        takes_the_lower_first(&app, "memberEnd", &both, admin.attempt("memberEnd", input, "member { id }"))
            .await;
    });
}

/// Of a group of two, of which one is done and the other open.
async fn one_done_and_one_open(scene: &Scene<'_>) -> [Value; 2] {
    let input = json!({
        "personId": scene.person, "needIds": scene.needs, "serviceIds": scene.services, "mode": "ALL",
        "priority": "URGENT", "scopes": ["IDENTITY", "CONTACT", "NEEDS"], "preAcceptance": [], "ask": "A bed.", "send": true,
    });
    let select = "group { referrals { id version service { id } } }";
    let sent = scene.officer.act("referralDraft", input, select).await["group"]["referrals"].take();
    let of = |service: &Value| {
        sent.as_array().into_iter().flatten().find(|referral| referral["service"]["id"] == *service).cloned()
    };
    let [done, open] = [&scene.services[0], &scene.services[1]].map(|service| of(service).expect("one each"));
    scene.step(&scene.first, "referralAccept", &done, json!({})).await;
    let achieved = json!({ "outcome": "ACHIEVED", "result": "GOT_HELP" });
    scene.step(&scene.first, "referralComplete", &done, achieved).await;
    [done, open]
}

/// Erases the person of a scene, and has something else done when that has begun and holds what is open about them.
async fn while_erased(
    app: &TestApp,
    scene: &Scene<'_>,
    open: &Value,
    done: impl Future<Output = Value>,
) -> Value {
    let head = app.as_member(HEAD).await;
    let input = erasing(&head, &scene.person, "REQUESTED").await;
    let rival = Rival::of(app).await;
    rival.lock("referral", &open["id"]).await;
    let (erased, reply) = rival.meanwhile(head.attempt("personErase", input, "ended"), done).await;
    assert_eq!(erased["data"]["payload"]["errors"], json!([]), "{erased:#}");
    reply
}

async fn erasing(head: &Member<'_>, person: &str, reason: &str) -> Value {
    let query = "query($id: ID!) { person(id: $id) { version } }";
    let version = head.data(query, json!({ "id": person })).await["person"]["version"].take();
    json!({ "personId": person, "version": version, "reason": reason })
}

fn theirs(scene: &Scene<'_>) -> PersonId {
    PersonId(uuid(&json!(scene.person)))
}

#[test]
fn nothing_is_opened_again_of_somebody_who_is_being_erased() {
    run(async {
        let app = TestApp::demo(Database::Postgres).await;
        let scene = Scene::of(&app).await;
        let [done, open] = one_done_and_one_open(&scene).await;
        let version = scene.seen_by(&scene.first, &done).await["version"].take();
        let again = json!({ "referralId": done["id"], "version": version, "text": "She is back." });
        let leader = app.as_member("head@ngo.invalid").await;
        let reopened = leader.attempt("referralReopen", again, "referral { state }");
        let reply = while_erased(&app, &scene, &open, reopened).await;
        let open = referral::Entity::find()
            .filter(referral::Column::PersonId.eq(theirs(&scene)))
            .filter(referral::Column::ClosedAt.is_null());
        let open = open.all(app.db().read()).await.expect("referrals can be read");
        assert!(open.is_empty(), "{open:#?}\n{reply:#}");
        assert_eq!(problems(&reply["data"]["payload"]), ["NO_CONSENT referralId"], "{reply:#}");
    });
}

#[test]
fn nothing_is_written_about_somebody_who_is_being_erased() {
    run(async {
        let app = TestApp::demo(Database::Postgres).await;
        for mutation in ["needAdd", "needChange", "messageWrite", "appointmentMake", "memberEnd"] {
            let scene = Scene::of(&app).await;
            let [_, open] = one_done_and_one_open(&scene).await;
            let (by, input, select) = match mutation {
                "needAdd" => {
                    let need = json!({ "domain": "HEALTH", "urgency": "ROUTINE", "text": "Teeth." });
                    (&scene.officer, json!({ "personId": scene.person, "need": need }), "need { id }")
                }
                "needChange" => {
                    let need = json!({
                        "needId": scene.needs[0], "version": 1, "urgency": "ROUTINE", "text": "A room.", "met": true,
                    });
                    (&scene.officer, need, "need { id }")
                }
                "messageWrite" => (
                    &scene.second,
                    json!({ "referralId": open["id"], "text": "A bed is free." }),
                    "message { id }",
                ),
                "appointmentMake" => {
                    scene.step(&scene.second, "referralAccept", &open, json!({})).await;
                    let when = json!({ "referralId": open["id"], "startsAt": "2026-12-08T09:00:00Z", "place": "Here" });
                    (&scene.second, when, "appointment { id }")
                }
                _ => (&scene.officer, Value::Null, "member { id }"),
            };
            let reply = if mutation == "memberEnd" {
                let admin = app.as_member(HEAD).await;
                let (leaving, next) = (id_of(&app, scene::OFFICER).await, id_of(&app, HEAD).await);
                let input = json!({ "memberId": leaving, "handOverTo": next });
                while_erased(&app, &scene, &open, admin.attempt(mutation, input, select)).await
            } else {
                while_erased(&app, &scene, &open, by.attempt(mutation, input, select)).await
            };
            let on = app.db().read();
            let needs = need::Entity::find().filter(need::Column::PersonId.eq(theirs(&scene))).all(on).await;
            let needs = needs.expect("needs can be read");
            let written = needs.iter().filter(|need| !need.text.0.is_empty()).count();
            assert_eq!((needs.len(), written), (4, 0), "{mutation}: {reply:#}");
            let team = case_team::Entity::find().filter(case_team::Column::PersonId.eq(theirs(&scene)));
            assert_eq!(team.count(on).await.expect("teams can be counted"), 0, "{mutation}: {reply:#}");
            match mutation {
                "needAdd" | "needChange" => {
                    assert_eq!(code(&reply).as_deref(), Some("NOT_FOUND"), "{reply:#}")
                }
                "messageWrite" | "appointmentMake" => {
                    // It was accepted, or never opened and is gone.
                    let refused = code(&reply).is_some() || reply["data"]["payload"]["errors"] != json!([]);
                    assert!(refused, "{mutation}: {reply:#}");
                }
                _ => assert_eq!(reply["data"]["payload"]["errors"], json!([]), "{reply:#}"),
            }
        }
    });
}

#[test]
fn what_somebody_takes_who_is_let_go_is_handed_over() {
    run(async {
        let app = TestApp::demo(Database::Postgres).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_to_first("URGENT").await;
        let admin = app.as_member("admin@ngo.example").await;
        let (leaving, next) =
            (id_of(&app, "caseworker@ngo.example").await, id_of(&app, "head@ngo.invalid").await);
        let rival = Rival::of(&app).await;
        rival.hold_events().await;
        let take = scene.first.attempt(
            "assignmentAccept",
            json!({ "referralIds": [referral["id"]] }),
            "referrals { id }",
        );
        let end = json!({ "memberId": leaving, "handOverTo": next });
        let (taken, ended) = rival.meanwhile(take, admin.attempt("memberEnd", end, "member { id }")).await;
        assert_eq!(ended["data"]["payload"]["errors"], json!([]), "{ended:#}");
        let id = entities::ids::ReferralId(uuid(&referral["id"]));
        let row = referral::Entity::find_by_id(id).one(app.db().read()).await.expect("referrals can be read");
        let whose = row.expect("it is there").assigned_to.expect("it was taken").0;
        assert_eq!(whose, uuid(&json!(next)), "{taken:#}");
    });
}

#[test]
fn what_is_open_is_counted_behind_the_lock_of_who_is_erased() {
    run(async {
        let app = TestApp::demo(Database::Postgres).await;
        let scene = Scene::of(&app).await;
        let head = app.as_member(HEAD).await;
        let input = erasing(&head, &scene.person, "NOT_NEEDED").await;
        // A draft is written, and not committed yet.
        let rival = Rival::of(&app).await;
        rival.hold_events().await;
        let draft = scene.draft(&scene.services, None);
        let (draft, reply) = rival.meanwhile(draft, head.attempt("personErase", input, "ended")).await;
        assert_eq!(problems(&reply["data"]["payload"]), ["STILL_NEEDED reason"], "{reply:#}");
        let group = "query($id: ID!) { node(id: $id) { ... on ReferralGroup { referrals { state } } } }";
        let group = scene.officer.data(group, json!({ "id": draft })).await;
        assert_eq!(group["node"]["referrals"], json!([{ "state": "DRAFT" }, { "state": "DRAFT" }]));
    });
}

#[test]
fn a_place_is_judged_by_the_day_to_which_the_release_moved() {
    run(async {
        let app = TestApp::demo(Database::Postgres).await;
        let scene = Scene::of(&app).await;
        release(&scene, "2027-02-01", true).await;
        let referral = scene.refer_to_first("URGENT").await;
        // Accepted and put on the waiting list, and the consent taken back: for the recipient no day moves any more.
        scene.step(&scene.first, "referralAccept", &referral, json!({})).await;
        let expected = json!({ "expectedOn": "2027-01-11" });
        scene.step(&scene.first, "referralWaitlist", &referral, expected).await;
        let withdraw = json!({ "consentId": scene.consent["id"], "version": scene.consent["version"] });
        scene.officer.act("consentWithdraw", withdraw, "consent { id }").await;
        let admin = app.as_member("admin@ngo.example").await;
        let query = "query($id: ID!) { service(id: $id) { version } }";
        let service = scene.first_service();
        let version = admin.data(query, json!({ "id": service })).await["service"]["version"].take();
        let capacities =
            json!([{ "from": "2026-01-01", "maximum": 0 }, { "from": "2027-01-01", "maximum": 1000 }]);
        let input = json!({ "serviceId": service, "version": version, "capacities": capacities });
        admin.act("serviceSetCapacity", input, "service { id }").await;

        let version = scene.seen_by(&scene.first, &referral).await["version"].take();
        let input = json!({ "referralId": referral["id"], "version": version });
        let rival = Rival::of(&app).await;
        rival.hold_events().await;
        let accept = scene.first.attempt("referralAccept", input, "referral { state }");
        let ((), reply) = rival.meanwhile(release(&scene, "2026-12-10", true), accept).await;
        assert_eq!(problems(&reply["data"]["payload"]), ["NO_PLACE referralId"], "{reply:#}");
        let id = entities::ids::ReferralId(uuid(&referral["id"]));
        let row = referral::Entity::find_by_id(id).one(app.db().read()).await.expect("referrals can be read");
        let row = row.expect("it is there");
        assert_eq!(
            (row.state, row.start_date.to_string().as_str()),
            (ReferralState::Waitlisted, "2026-12-10")
        );
    });
}
