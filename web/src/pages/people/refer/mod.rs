//! *Refer*: needs → services that fit → what to share → check and send.
//!
//! Needs and services are chosen by address; from the words on, everything is sent in the body.

use crate::prelude::*;

mod draft;
mod needs;
mod reasons;
mod send;
mod services;
mod share;

pub fn routes() -> Router<AppState> {
    Router::new().merge(needs::routes()).merge(share::routes()).merge(send::routes())
}

/// The four steps, and the one that is now.
fn steps(v: &PageContext, now: usize) -> Html {
    let words = [
        v.t(key::REFER_STEP_NEEDS),
        v.t(key::REFER_STEP_SERVICES),
        v.t(key::REFER_STEP_SHARE),
        v.t(key::REFER_STEP_CHECK),
    ];
    components::steps_until(v.t(key::REFER_STEPS), &words, now)
}
