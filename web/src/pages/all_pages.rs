//! What every page must be, in every language: there, with one heading, its words found, and nothing inline.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::tests::{text, visit_in};
use crate::text::Key;

/// Somebody who may do everything, in an organisation of this kind.
pub fn everybody(kind: &str) -> Value {
    let may: Vec<_> = crate::codes::Action::ALL.iter().map(crate::codes::Code::code).collect();
    let scopes: Vec<_> = crate::codes::Scope::ALL.iter().map(crate::codes::Code::code).collect();
    let member = json!({ "id": "member_1", "role": "MANAGER", "organisation": { "id": "organisation_1", "name": "Ours" } });
    json!({ "data": { "viewer": {
        "role": "MANAGER", "scopes": scopes, "may": may, "today": "2026-11-23", "unreadNotifications": 0,
        "member": { "id": "member_1", "name": "Rasa" }, "memberships": [member],
        "organisation": { "id": "organisation_1", "name": "Ours", "kind": kind, "timeZone": "Europe/Vilnius", "language": "lt",
            "municipality": null, "province": { "code": "LT-MR", "country": "LT", "name": "Marijampolė County" } }
    } } })
}

/// Opens a page in every language and looks at it; returns the English one.
pub async fn open(answers: &[(&'static str, Value)], path: &str) -> String {
    every(answers, Method::GET, path, "", StatusCode::OK).await
}

/// Sends a form in every language and looks at the page that answers; returns the English one.
pub async fn send(answers: &[(&'static str, Value)], path: &str, form: &str, status: StatusCode) -> String {
    every(answers, Method::POST, path, &format!("_token=right&{form}"), status).await
}

async fn every(
    answers: &[(&'static str, Value)],
    method: Method,
    path: &str,
    form: &str,
    status: StatusCode,
) -> String {
    let mut english = String::new();
    for language in ["lt", "ru", "en"] {
        let response = visit_in(language, answers.to_vec(), method.clone(), path, form).await;
        assert_eq!(response.status(), status, "{path} in {language}");
        english = text(response).await;
        assert_eq!(english.matches("<h1").count(), 1, "{path}");
        assert!(english.contains(&format!("<html lang=\"{language}\">")), "{path}");
        assert!(!english.contains(" style=") && !english.contains(" onclick="), "{path}");
        let keys = keys(&english);
        assert!(keys.is_empty(), "{path} in {language} shows keys: {keys:?}");
    }
    english
}

/// Words on the page that are the key of a text.
fn keys(page: &str) -> Vec<String> {
    let outside = page.split('<').skip(1).filter_map(|tag| tag.split_once('>')).map(|(_, words)| words);
    let words = outside.flat_map(str::split_whitespace);
    words.filter(|word| word.contains('-') && Key::find(word).is_some()).map(str::to_owned).collect()
}
