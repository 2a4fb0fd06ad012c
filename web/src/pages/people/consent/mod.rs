//! Consent: a person is asked in words of their own language, answers, and may take the answer back.

use crate::prelude::*;

mod answer;
mod ask;
mod consent_script;
mod question;
mod withdraw;

pub(in crate::pages) use ask::scope_choice;
pub(in crate::pages) use question::picked;

operation!(ConsentPage, "src/pages/people/consent/consent.graphql");

pub fn routes() -> Router<AppState> {
    Router::new().merge(ask::routes()).merge(answer::routes()).merge(withdraw::routes())
}
