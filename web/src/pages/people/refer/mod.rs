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
        v.t("refer-step-needs"),
        v.t("refer-step-services"),
        v.t("refer-step-share"),
        v.t("refer-step-check"),
    ];
    components::steps_until(v.t("refer-steps"), &words, now)
}
