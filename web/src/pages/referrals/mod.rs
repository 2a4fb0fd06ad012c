//! Referrals: the list of them, one of them, and the steps that move it.

mod assign;
mod correspondence;
mod export;
mod filter;
mod list;
mod referral;
mod step;
mod step_mutations;

use axum::Router;

use crate::AppState;

pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(list::routes())
        .merge(export::routes())
        .merge(assign::routes())
        .merge(referral::routes())
        .merge(correspondence::routes())
        .merge(step::routes())
}
