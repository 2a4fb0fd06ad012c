//! The pages of notices, rendered in both languages.

use http::{Method, StatusCode, header};
use serde_json::{Value, json};

use crate::pages::{
    tests::visit_in,
    whole::{everybody, look},
};

fn notice(id: &str, kind: &str, seen: bool) -> Value {
    let seen = if seen { json!("2026-11-22T08:00:00Z") } else { Value::Null };
    json!({ "id": id, "kind": kind, "at": "2026-11-22T07:00:00Z", "seenAt": seen, "referral": null, "agreement": null,
        "person": null })
}

fn answers(unseen: i64) -> Vec<(&'static str, Value)> {
    let mut shell = everybody("NGO");
    shell["data"]["viewer"]["unseenNotices"] = json!(unseen);
    let mut sent = notice("notice_3", "REFERRAL_SENT", false);
    sent["referral"] = json!({ "id": "referral_1", "reference": "TG-7Q4M-2XKD", "side": "RECEIVED",
        "sender": { "name": "Prison <b>" }, "recipient": { "name": "Ours" } });
    let mut proposed = notice("notice_2", "AGREEMENT_PROPOSED", true);
    let party = |name: &str, ours: bool| json!({ "organisation": { "name": name, "isViewers": ours } });
    proposed["agreement"] =
        json!({ "id": "agreement_1", "parties": [party("Ours", true), party("Theirs", false)] });
    let mut person = notice("notice_1", "CONSENT_WITHDRAWN", true);
    person["person"] = json!({ "id": "person_1" });
    // A kind that only a later version tells of.
    let nodes = json!([sent, proposed, person, notice("notice_0", "SERVICE_CHANGED", true)]);
    let found = json!({ "nodes": nodes, "pageInfo": { "hasNextPage": true, "endCursor": "c" } });
    vec![("Shell", shell), ("Notices", json!({ "data": { "notices": found } }))]
}

#[tokio::test]
async fn the_list_says_what_happened_and_leads_to_it() {
    let page = look(&answers(1), "/notices").await;
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
    let page = look(&answers(0), "/notices?after=c").await;
    assert!(!page.contains("name=\"upTo\"") && !page.contains("class=\"count\""));
}

#[tokio::test]
async fn opening_a_notice_sees_it_and_leads_nowhere_else() {
    let seen = json!({ "data": { "noticesSee": { "unseen": 0, "errors": [] } } });
    for (next, there) in [
        ("/referrals/referral_1", "/referrals/referral_1"),
        ("/notices", "/notices"),
        ("/elsewhere/referral_1", "/notices"),
        ("/people//evil.example", "/notices"),
        ("https://evil.example", "/notices"),
    ] {
        let answers = vec![("Shell", everybody("NGO")), ("NoticesSee", seen.clone())];
        let form = format!("_token=right&next={next}");
        let response = visit_in("en", answers, Method::POST, "/notices/notice_3", &form).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER, "{next}");
        assert_eq!(response.headers()[header::LOCATION], there, "{next}");
    }
    let answers = vec![("Shell", everybody("NGO")), ("NoticesSee", seen)];
    let response = visit_in("en", answers, Method::POST, "/notices/seen", "_token=right&upTo=notice_3").await;
    assert_eq!(response.headers()[header::LOCATION], "/notices");
}
