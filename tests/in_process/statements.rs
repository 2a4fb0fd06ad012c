//! A list costs the same number of statements whether it holds one row or many.

use serde_json::json;

use crate::app::TestApp;
use crate::for_each_database;
use crate::story::scene::Scene;

const INBOX: &str = "query($first: Int!) { referrals(first: $first, order: URGENT_FIRST) { nodes {
    reference state priority pseudonym dueOn workingDaysLeft waitsForViewer
    sender { name province { name } } recipient { name } service { name } domains
    events(last: 3) { kind at organisation { name } }
} pageInfo { hasNextPage endCursor } } }";
/// The viewer's own among them.
const MOST: u64 = 4;

for_each_database! {
    async fn twenty_five_referrals_cost_what_one_does(database: Database) {
        let app = TestApp::demo(database).await;
        for email in ["officer@prison.example", "caseworker@ngo.example"] {
            let member = app.as_member(email).await;
            // That a token was used is noted once in a while, as it is here.
            member.data("{ viewer { role } }", json!({})).await;
            let mut costs = Vec::new();
            for first in [1, 25] {
                let before = app.db().statements();
                let seen = member.data(INBOX, json!({ "first": first })).await;
                costs.push(app.db().statements() - before);
                let rows = seen["referrals"]["nodes"].as_array().map_or(0, Vec::len);
                assert!(rows == first || (first == 25 && rows > 5), "{email} sees only {rows}");
            }
            assert_eq!(costs[0], costs[1], "{email}");
            assert!((1..=MOST).contains(&costs[0]), "{email}: {} statements", costs[0]);
        }
    }

    async fn a_step_is_answered_without_reading_again_what_it_left(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let known = "referral { __typename version what: id state }";
        let mut costs = Vec::new();
        for (referral, select) in [
            (scene.refer_to_first("URGENT").await, "referral { id }"),
            (scene.refer_another_to_first().await, known),
            (scene.refer_another_to_first().await, "referral { __typename version what: id state reference }"),
        ] {
            let step = json!({ "referralId": referral["id"], "version": referral["version"] });
            let before = app.db().statements();
            let mut left = scene.first.act("referralAcknowledge", step, select).await["referral"].clone();
            costs.push(app.db().statements() - before);
            if select == known {
                let says = json!({ "__typename": "Referral", "version": 3, "what": referral["id"], "state": "ACKNOWLEDGED" });
                assert_eq!(left, says);
            } else if select != "referral { id }" {
                assert_eq!(left["reference"].take(), referral["reference"]);
                assert_eq!((&left["state"], &left["version"]), (&json!("ACKNOWLEDGED"), &json!(3)));
            }
        }
        // Only the last has to read it.
        assert_eq!(costs, [costs[0], costs[0], costs[0] + 1]);

        // What it costs to send a referral and to accept it, alone and beside another of its group, with who asks and the
        // service's places: each statement more is paid for by everybody.
        let group = scene.draft(&scene.services[1..], None).await;
        let before = app.db().statements();
        scene.officer.act("referralSend", json!({ "groupId": group }), "group { id }").await;
        let mut costs = vec![app.db().statements() - before];
        for services in [&scene.services[..1], &scene.services[..]] {
            let referral = scene.refer_another(services).await.remove(0);
            let step = json!({ "referralId": referral["id"], "version": referral["version"] });
            let before = app.db().statements();
            scene.first.act("referralAccept", step, "referral { id }").await;
            costs.push(app.db().statements() - before);
        }
        assert_eq!(costs, [20, 14, 16]);

        let draft = |select| {
            let input = scene.referring(&scene.services[..1]).with("ask", "A bed.").with("send", false).input();
            scene.officer.act("referralDraft", input, select)
        };
        let mut costs = Vec::new();
        for select in ["group { id }", "group { id referrals { id state version } }", "group { id referrals { ask } }"] {
            let before = app.db().statements();
            let group = draft(select).await["group"].clone();
            costs.push(app.db().statements() - before);
            if select.contains("version") {
                let left = &group["referrals"][0];
                assert_eq!((&left["state"], &left["version"]), (&json!("DRAFT"), &json!(1)));
                let node = json!({ "id": left["id"] });
                let seen = scene.officer.data("query($id: ID!) { node(id: $id) { id ... on Referral { ask } } }", node).await;
                assert_eq!(seen["node"]["ask"], "A bed.");
            }
        }
        assert_eq!(costs[0], costs[1]);
        assert!(costs[2] > costs[0]);
    }
}
