//! HTTP: the router, what every answer carries, and health.

mod browsers;
mod endpoint;
mod headers;
mod health;
mod metrics;
mod pages;
mod requests;
mod sign_in;
mod uploads;

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use http::{
    Request, StatusCode,
    header::{ACCEPT_LANGUAGE, CONTENT_TYPE, HeaderValue},
};
use tower::ServiceExt;
use tower_http::compression::{
    CompressionLayer,
    predicate::{Predicate, SizeAbove},
};

pub use self::requests::Answered;
use self::{
    browsers::{Visiting, visit},
    endpoint::AppEndpoint,
    pages::{Pages, PagesFor},
};
use platform::{
    access::Viewer,
    config::Config,
    context::AppState,
    graphql::transport::{self, Gateway, Rules},
    identity::Known,
};

/// Every route of the program.
pub fn router(app: Arc<AppState>, gateway: Arc<Gateway>, config: &Config, answered: Arc<Answered>) -> Router {
    let known = Known::new(app.clone());
    let forms = app.sealing.proof_key("forms");
    let visiting = Visiting::new(app.clone(), known.clone(), config.secure(), forms);
    let door = Arc::new(AppEndpoint { app: app.clone(), known: known.clone(), visiting: visiting.clone() });
    let rules = Rules::new([config.public_url.clone()]);
    let settings = web::Settings { demonstration: app.demonstration, secure_cookies: config.secure() };
    let executor = Arc::new(Pages { app: app.clone(), known, gateway: gateway.clone() });
    let sdl = gateway.sdl().to_owned();

    let pages = web::router(executor, settings)
        .merge(sign_in::routes(visiting.clone()))
        .layer(middleware::from_fn_with_state(visiting, visit));
    Router::new()
        .merge(transport::routes(gateway, door, rules))
        .route("/schema.graphql", get(move || async move { ([(CONTENT_TYPE, TEXT)], sdl) }))
        .merge(health::routes(app.clone()))
        .merge(uploads::routes(app))
        .merge(pages)
        .layer(CompressionLayer::new().gzip(true).compress_when(SizeAbove::new(1_024).and(headers::Text)))
        .layer(middleware::from_fn_with_state(config.secure(), headers::secure))
        .layer(middleware::from_fn_with_state(answered, requests::accompany))
}

/// A page as this member sees it, for a command of the program.
pub async fn page_for(
    app: Arc<AppState>,
    gateway: Arc<Gateway>,
    viewer: Viewer,
    path: &str,
    language: &str,
) -> Response {
    let settings = web::Settings { demonstration: app.demonstration, secure_cookies: false };
    let visitor = web::Visitor { session: Some(String::new()), form_token: String::new() };
    let executor = Arc::new(PagesFor { app, gateway, viewer });
    let asked = Request::get(path).header(ACCEPT_LANGUAGE, language).extension(visitor).body(Body::empty());
    match asked {
        Ok(asked) => match web::router(executor, settings).oneshot(asked).await {
            Ok(page) => page,
            Err(never) => match never {},
        },
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// Routes for monitoring, on an address of their own.
pub fn metrics(app: Arc<AppState>, answered: Arc<Answered>) -> Router {
    metrics::routes(app, answered)
}

const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");
