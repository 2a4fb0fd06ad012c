//! Health checks: the program runs, and it can serve.

use std::{sync::Arc, time::Duration};

use axum::{Router, extract::State, routing::get};
use http::StatusCode;
use platform::context::AppState;

/// `/healthz`: the program answers. `/readyz`: it reaches its database.
pub fn routes(app: Arc<AppState>) -> Router {
    Router::new().route("/healthz", get(|| async { "ok\n" })).route("/readyz", get(ready)).with_state(app)
}

async fn ready(State(app): State<Arc<AppState>>) -> (StatusCode, &'static str) {
    match tokio::time::timeout(Duration::from_secs(2), app.db.ping()).await {
        Ok(Ok(())) => (StatusCode::OK, "ready\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
