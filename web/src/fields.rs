//! What a form sent.

use axum::{
    extract::{FromRequest, Request},
    response::{IntoResponse, Response},
};
use http::StatusCode;
use subtle::ConstantTimeEq;

use crate::{AppState, client::PageError, context::PageContext, idempotency::IdempotencyToken};

/// The most that a form may be, in bytes.
const LIMIT: usize = 256 * 1024;

/// The fields of a form that was proved to be ours; a name may come several times.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl FromRequest<AppState> for Fields {
    type Rejection = Response;

    async fn from_request(request: Request, app: &AppState) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let v = PageContext::stranger(&parts, app);
        let Ok(body) = axum::body::to_bytes(body, LIMIT).await else {
            return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
        };
        let fields = Fields::parse(&body);
        let (sent, expected) = (fields.get("_token").as_bytes(), v.form_token().as_bytes());
        if expected.is_empty() || !bool::from(sent.ct_eq(expected)) {
            return Err(PageError::foreign_form(&v).into_response());
        }
        if let Some(once) = parts.extensions.get::<IdempotencyToken>() {
            once.sent(parts.uri.path(), fields.get("_once"), &body);
        }
        Ok(fields)
    }
}

impl Fields {
    pub fn of<N: Into<String>, V: Into<String>>(fields: impl IntoIterator<Item = (N, V)>) -> Self {
        Fields(fields.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }

    /// The fields of an address.
    pub fn of_query(query: &str) -> Self {
        Self::parse(query.as_bytes())
    }

    /// A name that may come several times is written with brackets in the form, and without them here.
    fn parse(encoded: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(encoded).into_owned();
        Fields(pairs.map(|(name, value)| (name.trim_end_matches("[]").to_owned(), value)).collect())
    }

    /// The same fields with one more.
    pub fn and(mut self, name: &str, value: &str) -> Self {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same fields without one.
    pub fn without(mut self, name: &str) -> Self {
        self.0.retain(|(known, _)| known != name);
        self
    }

    /// The value, without the spaces around it; empty when the form has no such field.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.trim())
    }

    /// The value, or None when it is empty.
    pub fn some(&self, name: &str) -> Option<String> {
        Some(self.get(name)).filter(|value| !value.is_empty()).map(str::to_owned)
    }

    pub fn all(&self, name: &str) -> Vec<String> {
        self.0
            .iter()
            .filter(|(n, value)| n == name && !value.is_empty())
            .map(|(_, value)| value.clone())
            .collect()
    }

    pub fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(n, v)| n == name && v == value)
    }

    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name).parse().ok()
    }

    pub fn date(&self, name: &str) -> Option<chrono::NaiveDate> {
        self.get(name).parse().ok()
    }
}
