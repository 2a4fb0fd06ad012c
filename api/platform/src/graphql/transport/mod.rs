//! GraphQL over HTTP, and the guards before the schema.
//!
//! A request passes in this order: method, origin, media types, size and shape of the body, who is
//! asking ([`Endpoint::open`]), then [`Gateway::run`]: size of the document, its cost, its variables,
//! validation, execution, order; and [`Endpoint::finish`] before anything leaves.
//! Source: the GraphQL-over-HTTP specification, draft of 2025; the public audits of npm's
//! `graphql-http` pass.

mod gateway;
mod negotiate;
mod params;
mod reply;
pub mod serve;
pub(super) mod shapes;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod toy;
mod variables;

use std::{error::Error as StdError, future::Future, sync::Arc};

pub use async_graphql::{Data, Error};
use axum::{
    Router,
    body::{Body, Bytes},
    extract::Request,
    response::{IntoResponse, Response},
    routing::any,
};
use http::{
    HeaderValue, Method, StatusCode,
    header::{ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, WWW_AUTHENTICATE},
    request::Parts,
};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tower_http::timeout::TimeoutError;

use self::negotiate::Media;
pub use self::{
    gateway::{Gateway, Operation, Via},
    reply::{Class, Reply},
};
use crate::error::ErrorCode;

/// Settings of the HTTP side.
#[derive(Debug, Clone)]
pub struct Rules {
    /// The origins of our own pages: `https://gateway.example`, without a slash at the end.
    pub origins: Vec<String>,
    /// Bytes of a request's body.
    pub body: usize,
}

impl Rules {
    /// Bodies of at most 1 MB, and pages at these origins.
    pub fn new(origins: impl IntoIterator<Item = String>) -> Self {
        let trimmed = |origin: String| origin.trim_end_matches('/').to_owned();
        Self { origins: origins.into_iter().map(trimmed).collect(), body: 1024 * 1024 }
    }
}

/// Authentication of requests, and the last step before an answer is sent.
pub trait Endpoint: Send + Sync + 'static {
    /// What is remembered of a request from its entering to its settling.
    type Context: Send + 'static;

    /// Finds out who is asking. The data is what resolvers find in their context.
    ///
    /// # Errors
    /// An error with `extensions.code`; nothing runs. One without is taken for a bug and masked.
    fn open(
        &self,
        parts: &Parts,
        via: Via,
    ) -> impl Future<Output = Result<(Data, Self::Context), Error>> + Send;

    /// Called once an operation was run or refused, before the first byte leaves. What it returns
    /// is sent.
    fn finish(&self, context: Self::Context, reply: Reply) -> impl Future<Output = Reply> + Send;
}

/// `/graphql`, for GET and POST.
pub fn routes<S, D>(gateway: Arc<Gateway>, endpoint: Arc<D>, rules: Rules) -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    D: Endpoint,
{
    let rules = Arc::new(rules);
    let handle = move |request: Request| {
        let (gateway, endpoint, rules) = (gateway.clone(), endpoint.clone(), rules.clone());
        async move { answer(&gateway, &*endpoint, &rules, request).await }
    };
    Router::new().route("/graphql", any(handle))
}

async fn answer<D: Endpoint>(gateway: &Gateway, endpoint: &D, rules: &Rules, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let media = negotiate::accepted(&parts.headers);
    let received = receive(rules, &parts, body, media).await;
    let media = media.unwrap_or(Media::Json);
    let (operation, via) = match received {
        Ok(received) => received,
        Err(error) => return error.into_response(media),
    };
    let reply = match endpoint.open(&parts, via).await {
        Ok((data, context)) => {
            let reply = gateway.run(operation, data, via).await;
            endpoint.finish(context, reply).await
        }
        Err(error) => Reply::from_error(error),
    };
    respond(media.status(&reply), media, reply)
}

/// The operation, if this is a request that may be heard.
async fn receive(
    rules: &Rules,
    parts: &Parts,
    body: Body,
    media: Option<Media>,
) -> Result<(Operation<'static>, Via), RequestTooLarge> {
    let via = match parts.method {
        Method::GET | Method::HEAD => Via::Get,
        Method::POST => Via::Post,
        _ => return Err(RequestTooLarge::new(StatusCode::METHOD_NOT_ALLOWED, METHODS)),
    };
    if negotiate::is_foreign(&parts.headers, &rules.origins) {
        return Err(RequestTooLarge::new(StatusCode::FORBIDDEN, FOREIGN));
    }
    if media.is_none() {
        return Err(RequestTooLarge::new(StatusCode::NOT_ACCEPTABLE, ACCEPTABLE));
    }
    let bad = |why| RequestTooLarge::new(StatusCode::BAD_REQUEST, why);
    if via == Via::Get {
        return Ok((params::from_uri(&parts.uri).map_err(bad)?, via));
    }
    if !negotiate::is_json(&parts.headers) {
        return Err(RequestTooLarge::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, JSON_ONLY));
    }
    let bytes = read(parts, body, rules.body).await?;
    Ok((params::from_body(&bytes).map_err(bad)?, via))
}

const METHODS: &str = "Send queries by GET or POST, mutations by POST.";
const FOREIGN: &str = "This comes from a page of another site. Use a token instead of the cookie.";
const ACCEPTABLE: &str =
    "Answers are application/graphql-response+json or application/json; accept one of them.";
const JSON_ONLY: &str = "Send the body as application/json in UTF-8, not compressed.";

/// The body, counted while it comes in.
async fn read(parts: &Parts, body: Body, limit: usize) -> Result<Bytes, RequestTooLarge> {
    let too_large = || {
        let message = format!("The body is larger than {limit} bytes. Send less at once.");
        RequestTooLarge::new(StatusCode::PAYLOAD_TOO_LARGE, message)
    };
    let announced = parts.headers.get(CONTENT_LENGTH);
    let announced = announced.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| length > limit as u64) {
        return Err(too_large());
    }
    match Limited::new(body, limit).collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(error) if caused_by::<LengthLimitError>(&*error) => Err(too_large()),
        Err(error) if caused_by::<TimeoutError>(&*error) => {
            let message = "The body did not arrive in time.";
            Err(RequestTooLarge::new(StatusCode::REQUEST_TIMEOUT, message))
        }
        Err(_) => {
            let message = "The body broke off.";
            Err(RequestTooLarge::new(StatusCode::BAD_REQUEST, message))
        }
    }
}

fn caused_by<E: StdError + 'static>(error: &(dyn StdError + 'static)) -> bool {
    error.is::<E>() || error.source().is_some_and(|source| caused_by::<E>(source))
}

/// A request that is refused by HTTP alone.
struct RequestTooLarge {
    status: StatusCode,
    message: String,
}

impl RequestTooLarge {
    fn new(status: StatusCode, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { status, message }
    }

    fn into_response(self, media: Media) -> Response {
        let code = match self.status {
            StatusCode::FORBIDDEN => ErrorCode::Forbidden,
            _ => ErrorCode::BadUserInput,
        };
        respond(self.status, media, Reply::refused(code, self.message))
    }
}

fn respond(status: StatusCode, media: Media, reply: Reply) -> Response {
    let by_get = reply.class == Class::NotByGet;
    let mut response = (status, reply.into_bytes()).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media.content_type()));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if status == StatusCode::METHOD_NOT_ALLOWED {
        let allowed = if by_get { "POST" } else { "GET, POST" };
        headers.insert(ALLOW, HeaderValue::from_static(allowed));
    }
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}
