//! Requests as clients send them, well meant and not.

mod running;
mod serving;

use std::sync::Arc;

use axum::{Router, body::Body};
use http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::{Rules, routes, toy};

pub(super) fn router() -> Router {
    let rules = Rules::new(["https://gate.example/".to_owned()]);
    routes(toy::gateway(), Arc::new(toy::ToyEndpoint), rules)
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Value,
}

impl Answer {
    fn code(&self) -> &str {
        let code = &self.body["errors"][0]["extensions"]["code"];
        code.as_str().unwrap_or_default()
    }

    fn message(&self) -> &str {
        let message = &self.body["errors"][0]["message"];
        message.as_str().unwrap_or_default()
    }
}

async fn send(request: Request<Body>) -> Answer {
    let response = router().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    assert_eq!(parts.headers["cache-control"], "no-store");
    let content_type = parts.headers["content-type"].to_str().unwrap();
    assert!(content_type.ends_with("json; charset=utf-8"), "{content_type}");
    Answer { status: parts.status, headers: parts.headers, body: serde_json::from_slice(&bytes).unwrap() }
}

async fn post_with(headers: &[(&str, &str)], body: impl Into<Body>) -> Answer {
    let mut request = Request::post("/graphql");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    send(request.body(body.into()).unwrap()).await
}

const JSON: (&str, &str) = ("content-type", "application/json");
const MODERN: (&str, &str) = ("accept", "application/graphql-response+json");

async fn post(body: impl Into<Body>) -> Answer {
    post_with(&[JSON, MODERN], body).await
}

async fn get(query: &str) -> Answer {
    let request = Request::get(format!("/graphql?{query}")).header(MODERN.0, MODERN.1);
    send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_query_is_answered_by_post_and_by_get() {
    let body = json!({
        "query": "query A { me } query B($n: Int!) { person(number: $n) { name colour } }",
        "operationName": "B", "variables": { "n": 3 }, "extensions": null,
    });
    let answer = post(body.to_string()).await;
    assert_eq!(answer.status, StatusCode::OK);
    let expected = json!({ "data": { "person": { "name": "Person 3", "colour": "RED" } } });
    assert_eq!(answer.body, expected);
    let answer =
        get("query=query(%24n:Int!)%7Bperson(number:%24n)%7Bname,colour%7D%7D&variables=%7B%22n%22:3%7D")
            .await;
    assert_eq!(answer.body, expected);
}

#[tokio::test]
async fn get_never_changes_anything() {
    let answer = get("query=mutation%7Bgreet(input:%7Btext:%22a%22%7D)%7D").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.headers["allow"], "POST");
    assert!(answer.body.get("data").is_none());
    // Not by the name of another operation either.
    let answer = get("query=query%20A%7Bme%7Dmutation%20B%7B__typename%7D&operationName=B").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    let answer = get("query=query%20A%7Bme%7Dmutation%20B%7B__typename%7D&operationName=A").await;
    assert_eq!(answer.status, StatusCode::OK);
    for method in [Method::PUT, Method::DELETE, Method::OPTIONS, Method::PATCH] {
        let request = Request::builder().method(method).uri("/graphql?query=%7Bme%7D");
        let answer = send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(answer.headers["allow"], "GET, POST");
    }
}

#[tokio::test]
async fn only_json_acts() {
    let body = r#"{"query":"mutation{greet(input:{text:\"a\"})}"}"#;
    for content_type in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=a",
        "application/graphql",
        "application/json; charset=utf-16",
        "application/jsonp",
        "text/plain; application/json",
    ] {
        let answer = post_with(&[("content-type", content_type)], body).await;
        assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{content_type}");
    }
    let answer = post_with(&[], body).await;
    assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let answer = post_with(&[JSON, ("content-encoding", "gzip")], body).await;
    assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    for content_type in ["application/json; charset=UTF-8", "Application/JSON;charset=\"utf-8\""] {
        let answer = post_with(&[("content-type", content_type)], body).await;
        assert_eq!(answer.status, StatusCode::OK, "{content_type}");
        assert_eq!(answer.body["data"]["greet"], "a");
    }
}

#[tokio::test]
async fn a_foreign_page_with_our_cookie_runs_nothing() {
    let body = r#"{"query":"mutation{greet(input:{text:\"a\"})}"}"#;
    let cookie = ("cookie", "session=1");
    for headers in [
        &[JSON, cookie, ("origin", "https://evil.example")][..],
        &[JSON, cookie, ("origin", "https://gate.example.evil.example")],
        &[JSON, cookie, ("origin", "http://gate.example")],
        &[JSON, cookie, ("origin", "null")],
        &[JSON, cookie, ("sec-fetch-site", "cross-site")],
        &[JSON, cookie, ("sec-fetch-site", "same-site")],
    ] {
        let answer = post_with(headers, body).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert_eq!(answer.code(), "FORBIDDEN");
        assert!(answer.body.get("data").is_none());
    }
    for headers in [
        &[JSON, cookie][..],
        &[JSON, cookie, ("origin", "https://gate.example"), ("sec-fetch-site", "same-origin")],
        &[JSON, cookie, ("sec-fetch-site", "none")],
        &[JSON, ("origin", "https://partner.example"), ("sec-fetch-site", "cross-site")],
    ] {
        assert_eq!(post_with(headers, body).await.status, StatusCode::OK, "{headers:?}");
    }
    let request = Request::get("/graphql?query=%7Bme%7D").header("cookie", "session=1");
    let request = request.header("sec-fetch-site", "cross-site");
    let answer = send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn bodies_are_bounded() {
    let long = "x".repeat(1024 * 1024);
    let answer = post(json!({ "query": "{ me }", "variables": { "a": long } }).to_string()).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    // Without a length, and with one that lies.
    for length in [None, Some("10")] {
        let chunks = (0..40).map(|_| Ok::<_, std::io::Error>("x".repeat(30_000)));
        let stream = async_graphql::futures_util::stream::iter(chunks);
        let mut request = Request::post("/graphql").header(JSON.0, JSON.1);
        if let Some(length) = length {
            request = request.header("content-length", length);
        }
        let answer = send(request.body(Body::from_stream(stream)).unwrap()).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    }
    // Just under the limit is read.
    let long = "x".repeat(1024 * 1024 - 100);
    let answer = post(json!({ "query": "{ me }", "variables": { "a": long } }).to_string()).await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_no_request_is_named() {
    let deep = format!(r#"{{"query":"{{me}}","variables":{{"a":{}"#, "[".repeat(100_000));
    let many = format!(r#"{{"query":"{{me}}","variables":{{"a":[{}1]}}}}"#, "[],".repeat(300_000));
    let cases: [(Vec<u8>, &str); 10] = [
        (b"".to_vec(), "The body is empty"),
        (b"{\"query\":\"\xff\"}".to_vec(), "not UTF-8"),
        (deep.into_bytes(), "inside each other"),
        (many.into_bytes(), "More than 20000 JSON values"),
        (b"[{\"query\":\"{me}\"}]".to_vec(), "Batches are not answered"),
        (b"\"{me}\"".to_vec(), "not a JSON object"),
        (b"{\"query\":\"{me}\"".to_vec(), "can't be read"),
        (b"{\"query\":\"{me}\"} more".to_vec(), "can't be read"),
        (b"{\"query\":\"{me}\",\"query\":\"{me}\"}".to_vec(), "can't be read"),
        (b"{\"query\":\"{me}\",\"variables\":[1]}".to_vec(), "can't be read"),
    ];
    for (body, why) in cases {
        let answer = post(body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{why}");
        assert_eq!(answer.code(), "BAD_USER_INPUT");
        assert!(answer.message().contains(why), "{}", answer.message());
    }
    for (query, why) in [
        ("", "takes query"),
        ("query=%FF", "not UTF-8"),
        ("query=%7Bme%7D&variables=%7B", "variables is not a JSON object"),
        ("query=%7Bme%7D&variables=%5B1%5D", "variables is not a JSON object"),
        ("query=%7Bme%7D&extensions=1", "extensions is not a JSON object"),
        ("query=%7Bme%7D&query=%7Bme%7D", "can't be read"),
    ] {
        let answer = get(query).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}");
        assert!(answer.message().contains(why), "{}", answer.message());
    }
    assert_eq!(get("query=%7Bme%7D&variables=&extensions=").await.status, StatusCode::OK);
}

#[tokio::test]
async fn media_types_are_negotiated() {
    let broken = r#"{"query":"{"}"#;
    let (json, modern) = ("application/json", "application/graphql-response+json");
    for (accept, media, status) in [
        (json, json, 200),
        (modern, modern, 400),
        ("*/*", json, 200),
        ("application/*, text/html", json, 200),
        ("application/graphql-response+json, application/json;q=0.9", modern, 400),
        ("application/json;q=0.5, application/graphql-response+json", modern, 400),
        ("*/*, application/graphql-response+json", modern, 400),
        ("application/json, application/graphql-response+json", json, 200),
        ("text/html,application/xhtml+xml,*/*;q=0.8", json, 200),
        ("", json, 200),
    ] {
        let answer = post_with(&[JSON, ("accept", accept)], broken).await;
        assert_eq!(answer.status.as_u16(), status, "{accept}");
        let content_type = answer.headers["content-type"].to_str().unwrap();
        assert_eq!(content_type, format!("{media}; charset=utf-8"), "{accept}");
        assert!(answer.body.get("data").is_none());
    }
    for accept in ["text/html", "application/json;q=0", "image/*"] {
        let answer = post_with(&[JSON, ("accept", accept)], broken).await;
        assert_eq!(answer.status, StatusCode::NOT_ACCEPTABLE, "{accept}");
    }
}
