//! Every page, by room.

use axum::{Router, response::Response};

use crate::{House, client::Stop, visit::Anyone};

mod account;
mod directory;
mod entrance;
mod export;
mod imports;
mod journal;
mod members;
mod notices;
mod people;
mod referrals;
mod styleguide;
mod work;

pub fn routes() -> Router<House> {
    Router::new()
        .merge(entrance::routes())
        .merge(work::routes())
        .merge(referrals::routes())
        .merge(styleguide::routes())
        .merge(people::routes())
        .merge(directory::routes())
        .merge(imports::routes())
        .merge(journal::routes())
        .merge(notices::routes())
        .merge(members::routes())
        .merge(account::routes())
}

/// For addresses that lead nowhere.
pub async fn nothing_here(Anyone(v): Anyone) -> Response {
    use axum::response::IntoResponse;
    Stop::not_found(&v).into_response()
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod whole;
