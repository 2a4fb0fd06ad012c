//! Whether the program lives, and whether it can serve.

use std::{sync::Arc, time::Duration};

use axum::{Router, extract::State, routing::get};
use http::StatusCode;

use crate::house::House;

/// `/healthz`: the program answers. `/readyz`: it reaches its database.
pub fn routes(house: Arc<House>) -> Router {
    Router::new().route("/healthz", get(|| async { "ok\n" })).route("/readyz", get(ready)).with_state(house)
}

async fn ready(State(house): State<Arc<House>>) -> (StatusCode, &'static str) {
    match tokio::time::timeout(Duration::from_secs(2), house.db.ping()).await {
        Ok(Ok(())) => (StatusCode::OK, "ready\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
