//! What is the visitor's own: where they are signed in, and the keys of their programs.

mod sessions;
mod tokens;

use axum::Router;

use crate::{AppState, prelude::*};

pub fn routes() -> Router<AppState> {
    Router::new().merge(sessions::routes()).merge(tokens::routes())
}

/// How a token is called; one that was made where the program runs has no name.
fn token_name(v: &PageContext, name: &str) -> String {
    if name.is_empty() { v.t(key::TOKENS_UNNAMED) } else { name.to_owned() }
}

#[cfg(test)]
mod tests;
