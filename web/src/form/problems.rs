//! What is said when something is wrong with a field.

use super::{Field, Kind};
use crate::{
    client::UserError,
    context::PageContext,
    text::{Key, key},
};

/// What is wrong with a field and what to do, with the field's name before it.
pub(super) fn named(v: &PageContext, field: &Field, problem: &UserError) -> String {
    match (words(v, field, problem), field.label) {
        ((words, false), Some(label)) => v.t2(key::PROBLEM_OF_FIELD, "field", v.t(label), "problem", words),
        ((words, _), _) => words,
    }
}

/// What is wrong with a field and what to do, and whether that says which field.
pub(super) fn words(v: &PageContext, field: &Field, problem: &UserError) -> (String, bool) {
    let Some(label) = field.label else { return (words_of(v, &problem.code), false) };
    match problem.code.as_str() {
        "REQUIRED" => {
            let label = v.t(label);
            let words = match field.kind {
                Kind::Checks => v.t1(key::PROBLEM_REQUIRED_SOME, "field", label),
                Kind::Select | Kind::Radios => v.t1(key::PROBLEM_REQUIRED_CHOICE, "field", small(&label)),
                Kind::Date => v.t1(key::PROBLEM_REQUIRED_DATE, "field", small(&label)),
                Kind::Tick => v.t1(key::PROBLEM_REQUIRED_TICK, "field", label),
                _ => v.t1(key::PROBLEM_REQUIRED_TEXT, "field", small(&label)),
            };
            (words, true)
        }
        "TOO_LONG" if field.limit > 0 => (v.t1(key::PROBLEM_LONGER_THAN, "n", field.limit), false),
        "INVALID" if field.kind == Kind::Number => (v.t(key::PROBLEM_NUMBER), false),
        code => (words_of(v, code), false),
    }
}

/// A label inside a sentence; one that begins with an abbreviation stays as it is.
fn small(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

/// What a problem's code says.
pub fn words_of(v: &PageContext, code: &str) -> String {
    let key = Key::find(&format!("problem-{}", code.to_lowercase().replace('_', "-")));
    v.t(key.unwrap_or(key::PROBLEM_INVALID))
}
