//! A fault of ours is said as one: INTERNAL with a reference, under which the log has its cause once. It is never
//! dressed as something that the user did wrong.

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use crate::app::{Member, TestApp, code};
use crate::for_each_database;
use crate::logged;
use crate::story::scene::Scene;

/// The reference of a fault, which the answer says and nothing else of it; the log has the cause, once.
fn masked(what: &str, reply: &Value, cause: &str) {
    assert_eq!(code(reply).as_deref(), Some("INTERNAL"), "{what}: {reply:#}");
    let reference = reply["errors"][0]["extensions"]["reference"].as_str().unwrap_or_default();
    assert!(reference.len() >= 8, "{what}: {reply:#}");
    assert!(!reply.to_string().contains(cause), "{what}: {reply:#}");
    let lines = logged::lines_with(reference);
    assert!(lines.len() == 1 && lines[0].contains(cause), "{what}: {lines:?}");
}

async fn rename(app: &TestApp, from: &str, to: &str) {
    let statement = format!("ALTER TABLE {from} RENAME TO {to}");
    app.db().migrations().execute_unprepared(&statement).await.expect("a table can be renamed");
}

async fn need_of(officer: &Member<'_>, person: &str) -> Value {
    let query = "query($id: ID!) { person(id: $id) { needs { id version } } }";
    officer.data(query, json!({ "id": person })).await["person"]["needs"][0].take()
}

for_each_database! {
    async fn a_table_that_is_gone_is_not_taken_for_a_row_that_is_missing(database: Database) {
        logged::listen();
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_to_first("URGENT").await;
        let need = need_of(&scene.officer, &scene.person).await;
        let seen = scene.seen_by(&scene.first, &referral).await;
        let (need_id, consent_id, referral_id) = (&need["id"], &scene.consent["id"], &referral["id"]);
        let asked = [
            ("needChange", json!({ "needId": need_id, "version": need["version"], "urgency": "URGENT", "text": "x", "met": true })),
            ("consentWithdraw", json!({ "consentId": consent_id, "version": scene.consent["version"] })),
            ("caseTeamChange", json!({ "personId": scene.person, "memberId": app.member_id("officer@prison.example").await, "on": true })),
            ("messageWrite", json!({ "referralId": referral_id, "text": "x" })),
        ];
        rename(&app, "person", "person_away").await;
        for (mutation, input) in asked {
            masked(mutation, &scene.officer.attempt(mutation, input, "__typename").await, "person");
        }
        let query = "query($id: ID!) { found: person(id: $id) { id } }";
        masked("person", &scene.officer.gql(query, json!({ "id": scene.person })).await, "person");
        rename(&app, "person_away", "person").await;
        rename(&app, "disclosure", "disclosure_away").await;
        let input = json!({ "referralId": referral_id, "version": seen["version"], "reason": "OTHER", "text": "x" });
        masked("referralReject", &scene.first.attempt("referralReject", input, "__typename").await, "disclosure");
    }
}
