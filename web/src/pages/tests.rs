//! The pages as a browser meets them, with an API that answers what each test wants.

use std::sync::Arc;

use axum::{body::Body, response::Response};
use http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::{Answer, Executor, Settings, Visitor};

/// Answers each operation with what the test gave for it.
struct Told(Vec<(&'static str, Value)>);

impl Executor for Told {
    fn execute<'a>(
        &'a self,
        _: &'a Visitor,
        _: &'static str,
        operation: &'static str,
        _: Value,
    ) -> Answer<'a> {
        let answer = self.0.iter().find(|(name, _)| *name == operation).map(|(_, answer)| answer.clone());
        Box::pin(async move { answer.unwrap_or_else(|| error("NOT_FOUND")).to_string().into_bytes() })
    }
}

fn error(code: &str) -> Value {
    json!({ "data": null, "errors": [{ "message": "no", "extensions": { "code": code, "reference": "R-42" } }] })
}

fn shell() -> Value {
    let organisation = json!({
        "id": "organisation_1", "name": "Day centre", "kind": "NGO", "timeZone": "Europe/Vilnius", "language": "lt",
        "municipality": null, "province": { "code": "LT-MR", "country": "LT", "name": "Marijampolė County" }
    });
    let member = json!({ "id": "member_1", "role": "CASEWORKER", "organisation": { "id": "organisation_1", "name": "Day centre" } });
    json!({ "data": { "viewer": {
        "role": "CASEWORKER", "scopes": ["NEEDS"], "may": ["REFERRAL_READ", "REFERRAL_ANSWER"], "today": "2026-11-23", "unreadNotifications": 0,
        "member": { "id": "member_1", "name": "Rasa <b>" }, "organisation": organisation, "memberships": [member]
    } } })
}

fn referral() -> Value {
    let nothing: [&str; 0] = [];
    let places = json!({ "date": "2026-11-26", "free": null, "maximum": null, "held": 0, "nextFrom": null });
    let party =
        |name: &str, mine: bool| json!({ "id": name, "name": name, "kind": "NGO", "isViewers": mine });
    json!({ "data": { "referral": {
        "id": "referral_1", "reference": "TG-7Q4M-2XKD", "side": "RECEIVED", "state": "SENT",
        "stateSince": "2026-11-20T10:00:00Z", "priority": "URGENT", "sender": party("Prison", false),
        "recipient": party("Day centre", true), "service": { "id": "service_1", "name": "A bed", "domain": "ACCOMMODATION" },
        "pseudonym": "Heron-27", "person": null, "disclosure": null, "domains": ["ACCOMMODATION"], "scopes": ["NEEDS"], "preAcceptance": nothing,
        "ask": "A bed, <script>alert(1)</script>", "startDate": "2026-11-26", "startMonth": "2026-11", "dueOn": "2026-11-25",
        "workingDaysLeft": 2, "deadline": "ANSWER", "waitsForViewer": true, "group": null, "reroutedFrom": null,
        "reroutedTo": nothing, "rejection": null, "withdrawal": null, "outcome": null, "events": nothing, "messages": nothing,
        "appointments": nothing, "assignment": null, "next": ["ACCEPT", "REJECT"], "mayReroute": false, "mayWrite": true,
        "mayManageAppointments": false, "places": places, "version": 7
    } } })
}

async fn context(answers: Vec<(&'static str, Value)>, method: Method, path: &str, form: &str) -> Response {
    visit_in("en", answers, method, path, form).await
}

/// A visit by somebody who reads this language.
pub(super) async fn visit_in(
    language: &str,
    answers: Vec<(&'static str, Value)>,
    method: Method,
    path: &str,
    form: &str,
) -> Response {
    let settings = Settings { demonstration: true, secure_cookies: true };
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, format!("language={language}"))
        .body(Body::from(form.to_owned()))
        .expect("a request");
    let session = answers.iter().any(|(name, _)| *name == "Shell").then(|| "session".to_owned());
    request.extensions_mut().insert(Visitor { session, form_token: "right".to_owned() });
    crate::router(Arc::new(Told(answers)), settings).oneshot(request).await.expect("routers do not fail")
}

pub(super) async fn text(response: Response) -> String {
    let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    String::from_utf8(body.to_vec()).expect("UTF-8")
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_led_to_where_one_signs_in_and_back() {
    let response = context(vec![], Method::GET, "/referrals?side=SENT", "").await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(response.headers()[header::LOCATION], "/sign-in?next=%2Freferrals%3Fside%3DSENT");
}

#[tokio::test]
async fn words_of_others_are_harmless_and_titles_say_where_one_is() {
    let response =
        context(vec![("Shell", shell()), ("Referral", referral())], Method::GET, "/referrals/referral_1", "")
            .await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
    let page = text(response).await;
    assert!(page.contains("<title>A bed, TG-7Q4M-2XKD · Throughgate</title>"));
    assert!(!page.contains("<script>alert") && page.contains("alert(1)"));
    assert!(!page.contains("Rasa <b>"));
    assert!(!page.contains(" style=") && !page.contains(" onclick="));
    assert_eq!(page.matches("<h1").count(), 1);
}

#[tokio::test]
async fn my_work_says_what_to_do_when_there_is_nothing() {
    let nobody = json!({ "totalCount": 0, "nodes": [] });
    let referrals = json!({ "data": { "waiting": nobody, "sent": nobody, "refused": nobody } });
    let answers = vec![("Shell", shell()), ("MyReferrals", referrals)];
    let page = text(context(answers, Method::GET, "/", "").await).await;
    assert!(page.contains("No tasks for you") && page.contains("No open tasks"));
    assert!(!page.contains("Releases in the next"), "whoever reads no person sees no upcomingReleases");
}

#[tokio::test]
async fn the_list_leads_to_its_next_page_and_keeps_its_filters() {
    let list = json!({ "data": { "referrals": { "nodes": [], "pageInfo": { "hasNextPage": true, "endCursor": "c+1" } } } });
    let places = json!({ "data": { "provinces": [] } });
    let answers = vec![("Shell", shell()), ("Referrals", list), ("ReferralPlaces", places)];
    let page =
        text(context(answers, Method::GET, "/referrals?side=SENT&need=HEALTH&text=bed", "").await).await;
    assert!(page.contains("value=\"HEALTH\" selected") && page.contains("value=\"all\" selected"));
    assert!(page.contains("name=\"side\" value=\"SENT\""));
    assert!(!page.contains("/referrals.csv"), "there is nothing to take along");
}

#[tokio::test]
async fn a_form_without_the_visitors_token_does_nothing() {
    for form in ["text=hello", "_token=wrong&text=hello", "_token=&text=hello"] {
        let answers = vec![
            ("Shell", shell()),
            (
                "MessageWrite",
                json!({ "data": { "messageWrite": { "message": { "id": "m" }, "errors": [] } } }),
            ),
        ];
        let response = context(answers, Method::POST, "/referrals/referral_1/messages", form).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN, "{form}");
    }
}

#[tokio::test]
async fn what_has_to_be_mended_is_said_and_what_was_typed_is_kept() {
    let problem = json!({ "code": "REQUIRED", "path": ["text"], "message": "Say why." });
    let refused = json!({ "data": { "referralReject": { "referral": null, "errors": [problem] } } });
    let answers = vec![("Shell", shell()), ("Referral", referral()), ("ReferralReject", refused)];
    let form = "_token=right&version=7&reason=OTHER&text=+";
    let response = context(answers, Method::POST, "/referrals/referral_1/reject", form).await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(response).await;
    assert!(
        page.contains("href=\"#f-text\"") && page.contains("aria-describedby=\"f-text-hint f-text-error\"")
    );
    assert!(page.contains("value=\"OTHER\" checked"));
    assert!(page.contains("name=\"version\" value=\"7\""));
}

#[tokio::test]
async fn what_is_done_is_said_on_the_next_page() {
    let accepted =
        json!({ "data": { "referralAccept": { "referral": { "id": "referral_1" }, "errors": [] } } });
    let answers = vec![("Shell", shell()), ("Referral", referral()), ("ReferralAccept", accepted)];
    let response =
        context(answers, Method::POST, "/referrals/referral_1/accept", "_token=right&version=7").await;
    assert_eq!(response.headers()[header::LOCATION], "/referrals/referral_1?done=accept");
    let answers = vec![("Shell", shell()), ("Referral", referral())];
    let page = text(context(answers, Method::GET, "/referrals/referral_1?done=accept", "").await).await;
    assert!(page.contains("role=\"status\""));
}

#[tokio::test]
async fn errors_have_pages_of_their_own() {
    for (code, status) in [
        ("NOT_FOUND", StatusCode::NOT_FOUND),
        ("FORBIDDEN", StatusCode::FORBIDDEN),
        ("CONFLICT", StatusCode::CONFLICT),
        ("BAD_USER_INPUT", StatusCode::BAD_REQUEST),
        ("INTERNAL", StatusCode::INTERNAL_SERVER_ERROR),
    ] {
        let answers = vec![("Shell", shell()), ("Referral", error(code))];
        let response = context(answers, Method::GET, "/referrals/referral_1", "").await;
        assert_eq!(response.status(), status);
        let page = text(response).await;
        assert_eq!(
            page.contains("href=\"/referrals/referral_1\""),
            matches!(code, "CONFLICT" | "BAD_USER_INPUT")
        );
        assert!(code != "INTERNAL" || page.contains("R-42"));
    }
    let answers = vec![("Shell", shell()), ("Referral", error("UNAUTHENTICATED"))];
    assert_eq!(
        context(answers, Method::GET, "/referrals/referral_1", "").await.status(),
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn the_language_is_changed_and_kept() {
    let response =
        context(vec![], Method::POST, "/language", "_token=right&language=lt&next=//evil.example").await;
    assert_eq!(response.headers()[header::LOCATION], "/");
    let cookie = response.headers()[header::SET_COOKIE].to_str().expect("a cookie");
    assert!(cookie.starts_with("language=lt;") && cookie.contains("Secure") && cookie.contains("HttpOnly"));
}

#[tokio::test]
async fn the_styleguide_shows_every_component() {
    let page = text(context(vec![], Method::GET, "/styleguide", "").await).await;
    for piece in [
        "class=\"button primary\"",
        "tag late",
        "clock soon",
        "class=\"when\"",
        "banner good",
        "aria-current=\"step\"",
        "class=\"row late\"",
        "class=\"pager\"",
        "class=\"empty\"",
        "mark none",
        "class=\"summary-list\"",
        "class=\"timeline\"",
        "<textarea",
        "type=\"date\"",
        "type=\"time\"",
        "type=\"number\"",
        "<select",
        "type=\"radio\"",
        "type=\"checkbox\"",
        "class=\"error-summary\"",
    ] {
        assert!(page.contains(piece), "{piece} is not shown");
    }
}

#[tokio::test]
async fn assets_are_kept_for_ever_under_the_name_of_their_content() {
    let response = context(vec![], Method::GET, crate::assets::STYLESHEET.path, "").await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert_eq!(
        context(vec![], Method::GET, "/assets/0000/look.css", "").await.status(),
        StatusCode::NOT_FOUND
    );
}
