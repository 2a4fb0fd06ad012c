//! What is the visitor's own: where they are signed in, and the keys of their programs.

mod sessions;
mod tokens;

use axum::Router;

use crate::House;

pub fn routes() -> Router<House> {
    Router::new().merge(sessions::routes()).merge(tokens::routes())
}

#[cfg(test)]
mod tests;
