//! What the visitor was told: a list of what happened, each leading to the thing itself; how one is told of it by
//! mail; and the mails.

mod exports;
mod list;
mod notification_settings;
mod outbox;

use axum::Router;

use crate::AppState;

pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(notification_settings::routes())
        .merge(list::routes())
        .merge(outbox::routes())
        .merge(exports::routes())
}

/// The address of the next page of a list.
fn next_page(list: &str, cursor: &str) -> String {
    let cursor: String = form_urlencoded::byte_serialize(cursor.as_bytes()).collect();
    format!("{list}?after={cursor}")
}

#[cfg(test)]
mod tests;
