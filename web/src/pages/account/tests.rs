//! The pages of one's own access, rendered in every language.

use http::StatusCode;
use serde_json::{Value, json};

use crate::pages::all_pages::{everybody, open, send};

fn token(name: &str, used: bool) -> Value {
    let used = if used { json!("2026-11-22T08:00:00Z") } else { Value::Null };
    json!({ "id": "token_1", "name": name, "scopes": ["READ", "IDENTITIES"], "expiresAt": "2027-01-31T08:00:00Z",
        "usedAt": used, "member": { "id": "member_1", "name": "Rasa" } })
}

fn session(id: &str, browser: &str, is_this: bool) -> Value {
    json!({ "id": id, "browser": browser, "seenAt": "2026-11-22T08:00:00Z", "isThis": is_this })
}

#[tokio::test]
async fn sessions_and_keys_are_listed_and_end() {
    let account = |sessions: Vec<Value>| {
        let told = json!({ "data": { "sessions": sessions, "apiTokens": [token("A <list>", true), token("", false)],
            "viewer": { "member": { "email": "rasa@ngo.example" } } } });
        [("Shell", everybody("NGO")), ("Account", told)]
    };
    let this = session("session_1", "Firefox, Windows", true);
    let page = open(&account(vec![this.clone(), session("session_2", "", false)]), "/account").await;
    assert_eq!(page.matches("action=\"/account/sessions/end\"").count(), 2);
    assert!(page.contains("value=\"session_2\"") && !page.contains("value=\"session_1\""));
    assert!(!page.contains("<list>") && page.contains("Created by the system administrator"));
    let page = open(&account(vec![this]), "/account").await;
    assert!(!page.contains("/account/sessions/end"));
}

#[tokio::test]
async fn a_key_is_shown_once_and_by_no_address() {
    let made = json!({ "data": { "apiTokenCreate": { "errors": [], "created": { "secret": "tg_0123",
        "token": { "id": "token_1", "name": "List", "expiresAt": "2027-01-31T08:00:00Z" } } } } });
    let answers = [("Shell", everybody("NGO")), ("ApiTokenCreate", made)];
    let page = open(&answers, "/account/tokens/new").await;
    assert!(page.contains("value=\"READ\" checked") && !page.contains("value=\"MANAGE\" checked"));
    let page =
        send(&answers, "/account/tokens/new", "name=List&scopes%5B%5D=READ&days=30", StatusCode::OK).await;
    assert!(page.contains("value=\"tg_0123\"") && !page.contains("href=\"/account?"));
}

#[tokio::test]
async fn all_keys_are_for_those_who_look_after_members() {
    let told = json!({ "data": { "apiTokens": [token("A list", false)] } });
    let page = open(&[("Shell", everybody("NGO")), ("OrganisationTokens", told)], "/account/tokens").await;
    assert!(page.contains("A list") && page.contains("name=\"all\""));
}
