//! Every page, by room.

use axum::{Router, response::Response};

use crate::{AppState, client::PageError, context::PublicPageContext};

mod account;
mod audit_log;
mod directory;
pub mod export;
mod imports;
mod members;
mod notifications;
mod people;
mod referrals;
mod sign_in;
mod styleguide;
mod work;

pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(sign_in::routes())
        .merge(work::routes())
        .merge(referrals::routes())
        .merge(styleguide::routes())
        .merge(people::routes())
        .merge(directory::routes())
        .merge(imports::routes())
        .merge(audit_log::routes())
        .merge(notifications::routes())
        .merge(members::routes())
        .merge(account::routes())
}

/// For addresses that lead nowhere.
pub async fn page_not_found(PublicPageContext(v): PublicPageContext) -> Response {
    use axum::response::IntoResponse;
    PageError::not_found(&v).into_response()
}

#[cfg(test)]
mod all_pages;
#[cfg(test)]
mod tests;
