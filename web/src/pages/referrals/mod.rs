//! Referrals: the list of them, one of them, and the steps that move it.

mod asked;
mod assign;
mod keeping;
mod list;
mod moves;
mod referral;
mod step;
mod table;

use axum::Router;

use crate::House;

pub fn routes() -> Router<House> {
    Router::new()
        .merge(list::routes())
        .merge(table::routes())
        .merge(assign::routes())
        .merge(referral::routes())
        .merge(keeping::routes())
        .merge(step::routes())
}
