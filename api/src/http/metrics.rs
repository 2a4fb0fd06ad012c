//! `/metrics` in the format of Prometheus, on an address of its own that browsers do not reach.

use std::{fmt::Write as _, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Response},
    routing::get,
};
use http::{StatusCode, header::CONTENT_TYPE};
use platform::context::AppState;

use super::requests::Answered;
use crate::doctor::measures;

pub fn routes(app: Arc<AppState>, answered: Arc<Answered>) -> Router {
    Router::new().route("/metrics", get(metrics)).with_state((app, answered))
}

type Both = (Arc<AppState>, Arc<Answered>);

async fn metrics(State((app, answered)): State<Both>) -> Response {
    let mut text = String::new();
    answered.write(&mut text);
    let asked = tokio::time::timeout(Duration::from_secs(5), measures::measures(&app.db, &app.env));
    // If the database does not answer, the metrics say so, together with those that need no database.
    let measures = match asked.await {
        Ok(Ok(measures)) => Some(measures),
        Ok(Err(error)) => {
            tracing::warn!(?error, "the database cannot be measured");
            None
        }
        Err(_elapsed) => {
            tracing::warn!("the database does not answer in time to be measured");
            None
        }
    };
    let up = u8::from(measures.is_some());
    let _ = writeln!(
        text,
        "# HELP throughgate_database_up Whether the database answers\n# TYPE throughgate_database_up gauge\n\
         throughgate_database_up {up}"
    );
    let mut before = "";
    for one in measures.unwrap_or_default() {
        let name = one.name;
        if name != before {
            let _ = writeln!(text, "# HELP {name} {}\n# TYPE {name} gauge", one.help);
        }
        before = name;
        let _ = match one.label {
            Some((label, value)) => writeln!(text, "{name}{{{label}=\"{value}\"}} {}", one.value),
            None => writeln!(text, "{name} {}", one.value),
        };
    }
    (StatusCode::OK, [(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}
