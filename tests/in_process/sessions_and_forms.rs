//! Signing in and out, and what a page or a request from elsewhere may not do. All of it without script.

use axum::body::Body;
use http::{Request, StatusCode};
use serde_json::json;

use crate::app::{Answer, PUBLIC_URL, TestApp, code, problems};
use crate::for_each_database;

const OFFICER: &str = "officer@prison.example";

/// Sends a GraphQL request with a browser's cookie, the way a page of another site could.
async fn with_cookie(app: &TestApp, cookie: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    let mut request = Request::post("/graphql").header("host", "throughgate.test").header("cookie", cookie);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    app.send(request.body(Body::from(body.to_owned())).expect("its parts are well formed")).await
}

for_each_database! {
    async fn without_a_session_every_page_leads_to_the_door(database: Database) {
        let app = TestApp::demo(database).await;
        let mut stranger = app.stranger();
        for path in ["/", "/referrals", "/people", "/directory", "/journal", "/journal.csv"] {
            let page = stranger.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(page.path.starts_with("/sign-in"), "{path} is open to anybody: {}", page.path);
        }
    }

    async fn a_session_begins_and_ends(database: Database) {
        let app = TestApp::demo(database).await;
        let mut officer = app.browserless(OFFICER).await;
        let page = officer.get("/referrals").await;
        assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/referrals"));
        let cookies = officer.cookie_lines().join("\n").to_ascii_lowercase();
        assert!(cookies.contains("httponly") && cookies.contains("samesite="), "{cookies}");
        let kept = officer.cookies();
        let gone = officer.post_form("/sign-out", &[]).await;
        assert!(gone.path.starts_with("/sign-in"), "{}", gone.path);
        // Neither what the browser keeps nor what somebody copied before opens the door again.
        assert!(officer.get("/referrals").await.path.starts_with("/sign-in"));
        officer.keep_again(kept);
        assert!(officer.get("/referrals").await.path.starts_with("/sign-in"));
    }

    async fn a_form_from_elsewhere_does_nothing(database: Database) {
        let app = TestApp::demo(database).await;
        let mut officer = app.browserless(OFFICER).await;
        officer.get("/").await;
        for token in ["", "0123456789abcdef0123456789abcdef"] {
            officer.pretend_token(token);
            let answer = officer.post("/sign-out", &[]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{answer:?}");
        }
        assert_eq!(officer.get("/referrals").await.path, "/referrals");
    }

    async fn the_door_leads_nowhere_else(database: Database) {
        let app = TestApp::demo(database).await;
        let member = app.member_id(OFFICER).await;
        for elsewhere in ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "javascript:0"] {
            let mut visitor = app.stranger();
            visitor.get("/sign-in").await;
            let answer = visitor.post("/sign-in", &[("member", &member), ("next", elsewhere)]).await;
            let location = answer.header("location").unwrap_or_default();
            let here = location.strip_prefix(PUBLIC_URL).unwrap_or(location);
            assert!(here.starts_with('/') && !here.contains("elsewhere"), "{elsewhere} led to {location}");
        }
    }

    async fn a_page_of_another_site_cannot_use_the_cookie(database: Database) {
        let app = TestApp::demo(database).await;
        let officer = app.browserless(OFFICER).await;
        let cookie = officer.cookies();
        let json = ("content-type", "application/json");
        let body = json!({ "query": "{ viewer { member { email } } }" }).to_string();
        let foreign = with_cookie(&app, &cookie, &[json, ("origin", "https://elsewhere.example")], &body).await;
        assert_eq!(foreign.status, StatusCode::FORBIDDEN, "{foreign:?}");
        let cross = with_cookie(&app, &cookie, &[json, ("sec-fetch-site", "cross-site")], &body).await;
        assert_eq!(cross.status, StatusCode::FORBIDDEN, "{cross:?}");
        let plain = with_cookie(&app, &cookie, &[("content-type", "text/plain")], &body).await;
        assert_eq!(plain.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{plain:?}");
        for answer in [foreign, cross, plain] {
            assert!(!answer.body.contains(OFFICER), "{answer:?}");
            assert_eq!(answer.header("cache-control"), Some("no-store"));
        }
    }

    async fn pages_come_with_their_rules(database: Database) {
        let app = TestApp::demo(database).await;
        let mut officer = app.browserless(OFFICER).await;
        for path in ["/", "/sign-in", "/nowhere"] {
            let page = officer.get(path).await;
            let policy = page.answer.header("content-security-policy").unwrap_or_default();
            for rule in ["default-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"] {
                assert!(policy.contains(rule), "{path}: {rule} is not in {policy}");
            }
            assert!(!policy.contains("unsafe"), "{path}: {policy}");
            assert_eq!(page.answer.header("x-content-type-options"), Some("nosniff"), "{path}");
            assert!(page.answer.header("referrer-policy").is_some(), "{path}");
            let kept = page.answer.header("cache-control").unwrap_or_default();
            assert!(kept.contains("no-store"), "{path}: {kept}");
        }
    }

    async fn what_is_wrong_with_a_form_is_said_at_once(database: Database) {
        let app = TestApp::demo(database).await;
        let officer = app.as_member(OFFICER).await;
        let person = json!({ "givenName": " ", "familyName": "", "sex": "MALE", "language": "lt",
            "legalStatus": "IN_CUSTODY", "sobriety": "UNKNOWN", "dateOfBirth": "2126-01-01" });
        let input = json!({ "person": person, "needs": [] });
        let payload = officer.try_to("personRecord", input, "person { id }").await;
        assert!(payload["personRecord"]["person"].is_null(), "{payload:#}");
        let found = problems(&payload);
        for expected in ["REQUIRED person.givenName", "REQUIRED person.familyName"] {
            assert!(found.iter().any(|problem| problem == expected), "{expected}: {found:?}");
        }
        assert!(found.iter().any(|problem| problem.ends_with(" person.dateOfBirth")), "{found:?}");
    }

    async fn an_id_of_another_kind_is_no_such_thing(database: Database) {
        let app = TestApp::demo(database).await;
        let officer = app.as_member(OFFICER).await;
        let viewer = officer.data("{ viewer { organisation { id } } }", json!({})).await;
        for id in [viewer["viewer"]["organisation"]["id"].clone(), json!("nonsense"), json!("")] {
            let reply = officer.gql("query($id: ID!) { person(id: $id) { id } }", json!({ "id": id })).await;
            let refused = code(&reply).unwrap_or_default();
            assert!(["NOT_FOUND", "BAD_USER_INPUT"].contains(&refused.as_str()), "{id}: {reply:#}");
        }
    }

    async fn pages_speak_the_visitors_language_without_script(database: Database) {
        let app = TestApp::demo(database).await;
        let mut officer = app.browserless(OFFICER).await;
        officer.speak("en");
        let english = officer.get("/referrals").await;
        assert!(english.says("lang=\"en\"") && english.says("Referrals"), "{}", english.html());
        officer.post_form("/language", &[("language", "lt"), ("next", "/referrals")]).await;
        let lithuanian = officer.get("/referrals").await;
        assert!(lithuanian.says("lang=\"lt\"") && lithuanian.says("Nukreipimai"), "{}", lithuanian.html());
        officer.post_form("/language", &[("language", "ru"), ("next", "/referrals")]).await;
        let russian = officer.get("/referrals").await;
        assert!(russian.says("lang=\"ru\"") && russian.says("Направления"), "{}", russian.html());
    }
}
