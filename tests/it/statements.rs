//! A list costs the same number of statements whether it holds one row or many.

use serde_json::json;

use crate::app::TestApp;
use crate::for_each_database;

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
}
