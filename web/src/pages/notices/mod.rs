//! What the visitor was told: a list of what happened, each leading to the thing itself; how one is told of it by
//! mail; and the mails.

mod choices;
mod list;
mod outbox;
mod tables;

use axum::Router;

use crate::House;

pub fn routes() -> Router<House> {
    Router::new()
        .merge(choices::routes())
        .merge(list::routes())
        .merge(outbox::routes())
        .merge(tables::routes())
}

/// The address of the next page of a list.
fn next_page(list: &str, cursor: &str) -> String {
    let cursor: String = form_urlencoded::byte_serialize(cursor.as_bytes()).collect();
    format!("{list}?after={cursor}")
}

#[cfg(test)]
mod tests;
