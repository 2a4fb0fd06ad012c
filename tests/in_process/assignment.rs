//! Whose a received referral is: handed to a colleague, who must take it; in bulk; and nothing of it is the
//! sender's to know.

use serde_json::{Value, json};

use crate::app::{Member, TestApp, problems};
use crate::emails::CASE_WORKER;
use crate::for_each_database;
use crate::notifications::{catch_up, notifications};
use crate::story::scene::{self, Scene};

const HEAD: &str = "head@ngo.invalid";
const ADMIN: &str = "admin@ngo.example";
const SELECT: &str = "referrals { id }";

async fn id_of(app: &TestApp, email: &str) -> Value {
    app.as_member(email).await.data("{ viewer { member { id } } }", json!({})).await["viewer"]["member"]["id"]
        .clone()
}

async fn whose(member: &Member<'_>, referral: &Value) -> Value {
    let query = "query($id: ID!) { referral(id: $id) { version assignment { to { email } offeredTo { email } mayAccept mayAssign } } }";
    member.data(query, json!({ "id": referral["id"] })).await["referral"].clone()
}

/// Another case worker of the same organisation.
async fn second_worker<'a>(app: &'a TestApp) -> (Member<'a>, Value) {
    let invite = json!({ "email": "second@ngo.example", "name": "Antra", "role": "CASEWORKER" });
    let made = app.as_member(ADMIN).await.act("memberInvite", invite, "member { id }").await;
    (app.as_member("second@ngo.example").await, made["member"]["id"].clone())
}

for_each_database! {
    async fn whoever_is_to_have_it_must_take_it(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_another_to_first().await;
        let ids = json!([referral["id"]]);
        let (first, head) = (&scene.first, app.as_member(HEAD).await);
        let (second, second_id) = second_worker(&app).await;
        catch_up(&app).await;
        let before = whose(first, &referral).await;
        assert_eq!(before["assignment"], json!({ "to": null, "offeredTo": null, "mayAccept": true, "mayAssign": true }));

        first.act("assignmentAccept", json!({ "referralIds": ids }), SELECT).await;
        let taken = whose(first, &referral).await;
        assert_eq!((&taken["assignment"]["to"]["email"], &taken["version"]), (&json!(CASE_WORKER), &before["version"]));
        // It is not the second's to see, to take, or to hand on.
        let unseen = second.attempt("assignmentAccept", json!({ "referralIds": ids }), SELECT).await;
        assert_eq!(crate::app::code(&unseen).as_deref(), Some("NOT_FOUND"), "{unseen}");

        first.act("referralsAssign", json!({ "referralIds": ids, "memberId": second_id }), SELECT).await;
        let offered = whose(first, &referral).await["assignment"].clone();
        assert_eq!((&offered["to"]["email"], &offered["offeredTo"]["email"]), (&json!(CASE_WORKER), &json!("second@ngo.example")));
        catch_up(&app).await;
        let told = notifications(&second, true).await;
        assert!(told.iter().any(|notification| notification["kind"] == "REFERRAL_OFFERED"), "{told:#?}");
        // Given back, it stays whose it was; handed over again, it is taken.
        second.act("assignmentDecline", json!({ "referralIds": ids }), SELECT).await;
        assert_eq!(whose(first, &referral).await["assignment"]["offeredTo"], Value::Null);
        first.act("referralsAssign", json!({ "referralIds": ids, "memberId": second_id }), SELECT).await;
        second.act("assignmentAccept", json!({ "referralIds": ids }), SELECT).await;
        let gone = first.gql("query($id: ID!) { referral(id: $id) { id } }", json!({ "id": referral["id"] })).await;
        assert_eq!(crate::app::code(&gone).as_deref(), Some("NOT_FOUND"), "{gone}");
        // Who leads takes over where somebody cannot, and gives back to everybody.
        head.act("assignmentAccept", json!({ "referralIds": ids }), SELECT).await;
        head.act("referralsAssign", json!({ "referralIds": ids }), SELECT).await;
        assert_eq!(whose(first, &referral).await["assignment"]["to"], Value::Null);

        // The sender knows nothing of it, and their version counts on.
        let seen = whose(&scene.officer, &referral).await;
        assert_eq!((&seen["assignment"], &seen["version"]), (&Value::Null, &before["version"]));
        let events = "query($id: ID!) { referral(id: $id) { events(last: 50) { kind } } }";
        let events = scene.officer.data(events, json!({ "id": referral["id"] })).await.to_string();
        assert!(!events.contains("OFFERED") && !events.contains("TAKEN"), "{events}");
        assert_eq!(scene.officer.refused("assignmentAccept", json!({ "referralIds": ids }), SELECT).await, "NOT_FOUND");
    }

    async fn several_are_handed_over_all_or_none(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let (one, two) = (scene.refer_another_to_first().await, scene.refer_to_both().await[0].clone());
        let ids = json!([one["id"], two["id"]]);
        let (second, second_id) = second_worker(&app).await;
        for (member, expected) in [
            (id_of(&app, ADMIN).await, "NOT_A_COLLEAGUE memberId"),
            (id_of(&app, scene::OFFICER).await, "NOT_A_COLLEAGUE memberId"),
        ] {
            let reply = scene.first.attempt("referralsAssign", json!({ "referralIds": ids, "memberId": member }), SELECT).await;
            assert_eq!(problems(&reply["data"]["payload"]), [expected]);
        }
        let none = scene.first.attempt("assignmentAccept", json!({ "referralIds": [] }), SELECT).await;
        assert_eq!(problems(&none["data"]["payload"]), ["REQUIRED referralIds"]);
        scene.first.act("referralsAssign", json!({ "referralIds": ids, "memberId": second_id }), SELECT).await;
        // One of them is closed meanwhile: neither is taken.
        scene.step(&scene.officer, "referralWithdraw", &two, json!({ "reason": "OTHER", "text": "Not any more." })).await;
        let reply = second.attempt("assignmentAccept", json!({ "referralIds": ids }), SELECT).await;
        let refused = crate::app::code(&reply).is_some() || !problems(&reply["data"]["payload"]).is_empty();
        assert!(refused, "{reply}");
        assert_eq!(whose(&second, &one).await["assignment"]["to"], Value::Null);
    }

    async fn of_two_who_take_one_at_the_same_moment_one_has_it(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_another_to_first().await;
        let (second, _) = second_worker(&app).await;
        let input = json!({ "referralIds": [referral["id"]] });
        let (one, two) = tokio::join!(
            scene.first.attempt("assignmentAccept", input.clone(), SELECT),
            second.attempt("assignmentAccept", input.clone(), SELECT),
        );
        let done = [&one, &two].iter().filter(|reply| reply["data"]["payload"]["errors"] == json!([])).count();
        assert_eq!(done, 1, "{one:#}\n{two:#}");
    }

    async fn the_pages_hand_out_and_take(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_another_to_first().await;
        let id = referral["id"].as_str().expect("an id").to_owned();
        let head = id_of(&app, HEAD).await.as_str().expect("an id").to_owned();
        let mut worker = app.browserless(CASE_WORKER).await;
        let page = worker.get(&format!("/referrals/{id}")).await;
        assert!(page.says(&format!("/referrals/{id}/take")), "it can be taken on");
        worker.post_form(&format!("/referrals/{id}/take"), &[]).await;
        let page = worker.get(&format!("/referrals/assign?referral={id}")).await;
        assert!(page.says(&format!("value=\"{id}\" checked")));
        let wrong = worker.post_form("/referrals/assign", &[("memberId", &head)]).await;
        assert_eq!(wrong.status, http::StatusCode::UNPROCESSABLE_ENTITY);
        worker.get("/referrals/assign").await;
        let done = worker.post_form("/referrals/assign", &[("referralIds[]", &id), ("memberId", &head)]).await;
        assert!(done.path.contains("done=assigned"), "{}", done.path);
        assert!(worker.get(&format!("/referrals/{id}")).await.says("Ričardas Urbšys"));
    }
}
