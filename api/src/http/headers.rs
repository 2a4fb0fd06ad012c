//! Security headers of every answer.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::{
    HeaderMap, HeaderName,
    header::{
        CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, REFERRER_POLICY,
        STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
    },
};
use tower_http::compression::predicate::Predicate;

/// Nothing inline, nothing from elsewhere.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; \
     form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
);
const NOWHERE: HeaderValue = HeaderValue::from_static("same-origin");
const NO_SNIFFING: HeaderValue = HeaderValue::from_static("nosniff");
const NO_FRAMES: HeaderValue = HeaderValue::from_static("DENY");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
const A_YEAR: HeaderValue = HeaderValue::from_static("max-age=31536000; includeSubDomains");
const NOTHING: HeaderValue =
    HeaderValue::from_static("camera=(), geolocation=(), microphone=(), interest-cohort=()");

/// Adds the headers. An answer without a cache policy is not stored, because a page may contain names.
pub async fn secure(State(tls): State<bool>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, POLICY);
    headers.insert(REFERRER_POLICY, NOWHERE);
    headers.insert(X_CONTENT_TYPE_OPTIONS, NO_SNIFFING);
    headers.insert(X_FRAME_OPTIONS, NO_FRAMES);
    headers.insert(HeaderName::from_static("permissions-policy"), NOTHING);
    headers.insert(HeaderName::from_static("cross-origin-opener-policy"), NOWHERE);
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), NOWHERE);
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, NO_STORE);
    }
    if tls {
        headers.insert(STRICT_TRANSPORT_SECURITY, A_YEAR);
    }
    response
}

/// Content that is compressed: pages, styles and scripts. Answers of the API are not: they mix the client's input
/// with secrets, and their compressed length would reveal them.
#[derive(Clone, Copy)]
pub struct Text;

impl Predicate for Text {
    fn should_compress<B: axum::body::HttpBody>(&self, response: &http::Response<B>) -> bool {
        is_text(response.headers())
    }
}

fn is_text(headers: &HeaderMap) -> bool {
    let kinds = ["text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml"];
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kinds.iter().any(|each| kind.starts_with(each))
}
