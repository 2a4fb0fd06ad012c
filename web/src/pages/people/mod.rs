//! People whom the viewer's organisation holds: who they are, what they need, what they agreed to, and the way
//! from there to whoever can help.

use crate::{components::Piece, prelude::*, text::Language};

mod consent;
mod edit;
mod form;
mod list;
mod need;
mod person;
mod record;
mod refer;

pub(super) use consent::{picked, scope_choice};

pub fn routes() -> Router<House> {
    Router::new()
        .merge(list::routes())
        .merge(record::routes())
        .merge(edit::routes())
        .merge(person::routes())
        .merge(need::routes())
        .merge(consent::routes())
        .merge(refer::routes())
}

/// What one calls a person here: the name for whoever reads names, else the pseudonym.
fn called(given_name: &str, family_name: &str) -> String {
    format!("{given_name} {family_name}").trim().to_owned()
}

/// When somebody comes out, in words: `Release in 5 weeks, confirmed`.
fn release_words(v: &Visit, date: NaiveDate, confirmed: bool) -> Piece {
    let away = v.away(date);
    match (date < v.today, confirmed) {
        (true, _) => v.h1("release-past", "when", away),
        (false, true) => v.h1("release-confirmed", "when", away),
        (false, false) => v.h1("release-expected", "when", away),
    }
}

/// A place's name as readers of the page's language write it.
pub(super) fn place_name(v: &Visit, name: &str, local: &str) -> String {
    // Names in another script than the reader's are no help to them.
    let latin = local.chars().all(|c| !c.is_alphabetic() || (c as u32) < 0x250);
    match v.language {
        Language::Lithuanian if latin && !local.is_empty() => local.to_owned(),
        _ => name.to_owned(),
    }
}
