//! The pages of notices, rendered in both languages.

use http::{Method, StatusCode, header};
use serde_json::{Value, json};

use crate::pages::{
    all_pages::{everybody, open},
    tests::visit_in,
};

fn notification(id: &str, kind: &str, seen: bool) -> Value {
    let seen = if seen { json!("2026-11-22T08:00:00Z") } else { Value::Null };
    json!({ "id": id, "kind": kind, "at": "2026-11-22T07:00:00Z", "readAt": seen, "node": null })
}

fn answers(unseen: i64) -> Vec<(&'static str, Value)> {
    let mut shell = everybody("NGO");
    shell["data"]["viewer"]["unreadNotifications"] = json!(unseen);
    let mut sent = notification("notice_3", "REFERRAL_SENT", false);
    sent["node"] = json!({ "__typename": "Referral", "id": "referral_1", "reference": "TG-7Q4M-2XKD", "side": "RECEIVED",
        "sender": { "name": "Prison <b>" }, "recipient": { "name": "Ours" } });
    let mut proposed = notification("notice_2", "AGREEMENT_PROPOSED", true);
    let party = |name: &str, ours: bool| json!({ "organisation": { "name": name, "isViewers": ours } });
    proposed["node"] = json!({ "__typename": "Agreement", "id": "agreement_1",
        "parties": [party("Ours", true), party("Theirs", false)] });
    let mut person = notification("notice_1", "CONSENT_WITHDRAWN", true);
    person["node"] = json!({ "__typename": "Person", "id": "person_1" });
    // A kind that only a later version tells of.
    let nodes = json!([sent, proposed, person, notification("notice_0", "SERVICE_CHANGED", true)]);
    let found = json!({ "nodes": nodes, "pageInfo": { "hasNextPage": true, "endCursor": "c" } });
    vec![("Shell", shell), ("Notifications", json!({ "data": { "notifications": found } }))]
}

#[tokio::test]
async fn the_list_says_what_happened_and_leads_to_it() {
    let page = open(&answers(1), "/notices").await;
    assert!(
        page.contains("TG-7Q4M-2XKD") && page.contains("Prison &#60;b&#62;")
            || page.contains("Prison &lt;b&gt;")
    );
    let parts = [
        "action=\"/notices/notice_3\"",
        "value=\"/referrals/referral_1\"",
        "href=\"/agreements/agreement_1\"",
    ];
    for part in parts {
        assert!(page.contains(part), "{part}");
    }
    assert!(page.contains("name=\"upTo\" value=\"notice_3\"") && page.contains("href=\"/notices?after=c\""));
    assert!(page.contains("href=\"/notices.csv\""));
    // Beside the menu's entry, on every page.
    assert!(page.contains("class=\"count\""));
    let page = open(&answers(0), "/notices?after=c").await;
    assert!(!page.contains("name=\"upTo\"") && !page.contains("class=\"count\""));
}

#[tokio::test]
async fn opening_a_notification_sees_it_and_leads_nowhere_else() {
    let seen = json!({ "data": { "notificationsMarkRead": { "unread": 0, "errors": [] } } });
    for (next, there) in [
        ("/referrals/referral_1", "/referrals/referral_1"),
        ("/notices", "/notices"),
        ("/elsewhere/referral_1", "/notices"),
        ("/people//evil.example", "/notices"),
        ("https://evil.example", "/notices"),
    ] {
        let answers = vec![("Shell", everybody("NGO")), ("NotificationsMarkRead", seen.clone())];
        let form = format!("_token=right&next={next}");
        let response = visit_in("en", answers, Method::POST, "/notices/notice_3", &form).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER, "{next}");
        assert_eq!(response.headers()[header::LOCATION], there, "{next}");
    }
    let answers = vec![("Shell", everybody("NGO")), ("NotificationsMarkRead", seen)];
    let response = visit_in("en", answers, Method::POST, "/notices/seen", "_token=right&upTo=notice_3").await;
    assert_eq!(response.headers()[header::LOCATION], "/notices");
}
