//! The journal's pages, rendered in both languages.

use http::{Method, StatusCode, header};
use serde_json::{Value, json};

use crate::pages::{
    all_pages::{everybody, open},
    tests::{text, visit_in},
};

fn thing(kind: &str, id: &str) -> Value {
    json!({ "kind": kind, "id": id, "node": null })
}

fn with(mut thing: Value, of_type: &str, mut value: Value) -> Value {
    value["__typename"] = json!(of_type);
    thing["node"] = value;
    thing
}

fn entry(sequence_number: i64, kind: &str, subjects: Value, about: Value) -> Value {
    json!({ "id": format!("event_{sequence_number}"), "sequenceNumber": sequence_number, "kind": kind, "at": "2026-11-23T07:12:05Z",
        "origin": "PAGES", "organisation": { "name": "Ours" }, "member": { "name": "Rasa <b>" }, "fields": ["capacities", "fromLaterOn"],
        "subjects": subjects, "about": about })
}

fn entries() -> Value {
    let referral = json!({ "id": "referral_1", "reference": "TG-7Q4M-2XKD", "pseudonym": "Heron-27",
        "service": { "name": "A bed" } });
    let through = with(thing("REFERRAL", "referral_1"), "Referral", referral);
    let person =
        with(thing("PERSON", "person_1"), "Person", json!({ "id": "person_1", "pseudonym": "Otter-3" }));
    let agreement =
        with(thing("AGREEMENT", "agreement_1"), "Agreement", json!({ "id": "agreement_1", "title": "=1+1" }));
    let hidden: Vec<_> = (0..5).map(|n| thing("PERSON", &format!("person_abcdef{n}"))).collect();
    let mut foreign = entry(6, "REFERRAL_SENT", json!([through.clone()]), json!(null));
    foreign["member"] = json!(null);
    foreign["organisation"] = json!({ "name": "Theirs" });
    json!([
        foreign,
        entry(5, "IDENTITY_LOOKED_AT", json!([thing("DISCLOSURE", "disclosure_1")]), through),
        entry(4, "IDENTITY_LOOKED_AT", json!(hidden), json!(null)),
        entry(3, "NEED_ADDED", json!([person]), thing("NEED", "need_1")),
        entry(2, "AGREEMENT_SIGNED", json!([agreement]), json!(null)),
    ])
}

fn answers(nodes: Value, more: bool) -> Vec<(&'static str, Value)> {
    let page = json!({ "hasNextPage": more, "endCursor": "2" });
    let member = json!({ "id": "member_1", "name": "Rasa", "role": "CASEWORKER" });
    vec![
        ("Shell", everybody("NGO")),
        ("AuditLog", json!({ "data": { "auditLog": { "nodes": nodes, "pageInfo": page } } })),
        ("AuditLogColleagues", json!({ "data": { "here": [member], "gone": [member] } })),
    ]
}

#[tokio::test]
async fn it_says_who_did_what_and_leads_on() {
    let page = open(&answers(entries(), true), "/journal?member=member_1&from=2026-11-01").await;
    assert!(page.contains("<b>Theirs</b> sent the referral"));
    assert!(page.contains("Heron-27</a>, through <a") && page.contains("TG-7Q4M-2XKD, A bed"));
    assert!(page.contains("person\u{a0}…BCDEF0") && page.contains("and 2 more"));
    assert!(page.contains("href=\"/journal?subject=person_1\"") && page.contains("Otter-3"));
    assert!(!page.contains("Rasa <b>"));
    // A field that a later version may name stands as it is.
    assert!(page.contains("Changed fields: Capacity, fromLaterOn"));
    assert!(page.contains("/journal?member=member_1&#38;from=2026-11-01&#38;after=2"));
    assert!(page.contains("/journal.csv?member=member_1&#38;from=2026-11-01\""));
    assert!(page.contains("/journal.xlsx?member=member_1&#38;from=2026-11-01\""));
}

#[tokio::test]
async fn one_thing_and_what_is_no_day() {
    let page = open(&answers(entries(), false), "/journal?subject=agreement_1&from=soon").await;
    assert!(page.contains("All events about: =1+1.") && page.contains("href=\"/agreements/agreement_1\""));
    assert!(page.contains("name=\"subject\" value=\"agreement_1\"") && page.contains("href=\"#f-from\""));
}

#[tokio::test]
async fn an_empty_one_says_why() {
    let nothing = answers(json!([]), false);
    let empty = open(&nothing, "/journal").await;
    assert!(empty.contains("No events yet") && !empty.contains("/journal.xlsx"));
    assert!(open(&nothing, "/journal?kind=IDENTITY_LOOKED_AT").await.contains("No access yet"));
    assert!(open(&nothing, "/journal?kind=SERVICE_CHANGED").await.contains("No events found"));
}

#[tokio::test]
async fn a_table_holds_no_formula_and_is_kept_nowhere() {
    for (language, separator) in [("en", ','), ("lt", ';')] {
        let answers = answers(entries(), false);
        let response = visit_in(language, answers, Method::GET, "/journal.csv", "").await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
        assert_eq!(
            response.headers()[header::CONTENT_DISPOSITION],
            "attachment; filename=\"journal-2026-11-23.csv\""
        );
        let table = text(response).await;
        let lines: Vec<_> =
            table.strip_prefix('\u{feff}').expect("the mark of UTF-8").split("\r\n").collect();
        assert_eq!(lines.len(), 7, "{table}");
        assert!(
            lines[1].starts_with(&format!(
                "6{separator}2026-11-23 09:12:05{separator}Theirs{separator}{separator}"
            ))
        );
        assert!(table.contains(&format!("{separator}'=1+1{separator}agreement_1{separator}")), "{table}");
    }
}

#[tokio::test]
async fn a_table_is_refused_before_it_begins() {
    let refused =
        json!({ "data": null, "errors": [{ "message": "no", "extensions": { "code": "FORBIDDEN" } }] });
    let answers = vec![("Shell", everybody("NGO")), ("AuditLog", refused)];
    let response = visit_in("en", answers, Method::GET, "/journal.csv", "").await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert!(!response.headers().contains_key(header::CONTENT_DISPOSITION));
}

#[tokio::test]
async fn what_the_audit_log_does_not_know_is_said_with_a_way_on() {
    let refused =
        json!({ "data": null, "errors": [{ "message": "no", "extensions": { "code": "BAD_USER_INPUT" } }] });
    for (language, words) in [
        ("en", "The audit log cannot be filtered like this"),
        ("lt", "Taip veiksmų žurnalo filtruoti negalima"),
        ("ru", "Так отфильтровать журнал действий нельзя"),
    ] {
        for path in ["/journal?subject=x", "/journal.csv?subject=x", "/journal.xlsx?member=x"] {
            let answers = vec![("Shell", everybody("NGO")), ("AuditLog", refused.clone())];
            let response = visit_in(language, answers, Method::GET, path, "").await;
            assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{path}");
            let page = text(response).await;
            assert!(page.contains(words) && page.contains("href=\"/journal\""), "{path}: {page}");
        }
    }
}
