//! The pages of members, rendered in every language.

use http::StatusCode;
use serde_json::{Value, json};

use crate::pages::all_pages::{everybody, open, send};

fn member(id: &str, role: &str, here: bool) -> Value {
    let at = if here { json!("2026-11-20T08:00:00Z") } else { Value::Null };
    let last = if role == "AUDITOR" { json!("2026-12-31") } else { Value::Null };
    json!({ "id": id, "name": format!("Ona <{id}>"), "email": "ona@ngo.example", "role": role, "endsOn": last,
        "signedInAt": at })
}

fn one(people: i64) -> Vec<(&'static str, Value)> {
    let mut node = member("member_2", "CASEWORKER", false);
    node["__typename"] = json!("Member");
    let colleagues: Vec<Value> = [("member_2", "CASEWORKER"), ("member_3", "MANAGER"), ("member_4", "ADMIN")]
        .into_iter()
        .map(|(id, role)| json!({ "id": id, "name": "Rasa", "role": role }))
        .collect();
    let found = json!({ "data": { "node": node, "memberRoles": ["CASEWORKER", "MANAGER", "AUDITOR"],
        "memberWork": { "people": people, "referrals": 0 }, "colleagues": colleagues } });
    vec![("Shell", everybody("NGO")), ("OneMember", found)]
}

#[tokio::test]
async fn the_list_says_who_has_not_come_in_and_who_comes_for_a_time() {
    let rows = [
        member("member_2", "CASEWORKER", true),
        member("member_3", "AUDITOR", true),
        member("member_4", "VIEWER", false),
    ];
    let answers = [("Shell", everybody("NGO")), ("Members", json!({ "data": { "colleagues": rows } }))];
    let page = open(&answers, "/members").await;
    assert!(page.contains("href=\"/members.csv\"") && page.contains("href=\"/members.xlsx\""));
    assert!(page.contains("Invited, not signed in yet") && page.contains("href=\"/members/member_3\""));
    assert!(!page.contains("<member_2>"));
}

#[tokio::test]
async fn an_invitation_is_asked_for_again_with_what_was_typed() {
    let roles = json!({ "data": { "memberRoles": ["CASEWORKER", "AUDITOR"] } });
    let answers = [("Shell", everybody("NGO")), ("MemberRoles", roles)];
    let page = open(&answers, "/members/new").await;
    assert!(page.contains("value=\"AUDITOR\"") && !page.contains("value=\"TRAINER\""));
    let page =
        send(&answers, "/members/new", "name=Ona&email=x&endsOn=soon", StatusCode::UNPROCESSABLE_ENTITY)
            .await;
    assert!(page.contains("value=\"Ona\"") && page.contains("href=\"#f-endsOn\""));
}

#[tokio::test]
async fn whoever_works_with_people_is_let_go_with_a_colleague_who_takes_over() {
    let page = open(&one(3), "/members/member_2").await;
    assert!(page.contains("/members/member_2/invitation") && page.contains("value=\"CASEWORKER\" checked"));
    let page = open(&one(3), "/members/member_2/end").await;
    assert!(page.contains("value=\"member_3\"") && !page.contains("value=\"member_2\""));
    assert!(!page.contains("value=\"member_4\""), "whoever reads no people takes none over");
    let page = open(&one(0), "/members/member_2/end").await;
    assert!(!page.contains("handOverTo"));
}
