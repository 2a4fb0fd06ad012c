//! People whom the viewer's organisation holds: who they are, what they need, what they agreed to, and the way
//! from there to whoever can help.

use crate::{components::Html, prelude::*};

mod consent;
mod edit;
mod erase;
mod export;
mod form;
mod list;
mod need;
mod person;
mod record;
mod refer;

pub(super) use consent::scope_choice;

pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(list::routes())
        .merge(export::routes())
        .merge(record::routes())
        .merge(edit::routes())
        .merge(erase::routes())
        .merge(person::routes())
        .merge(need::routes())
        .merge(consent::routes())
        .merge(refer::routes())
}

/// What one calls a person here: the name for whoever reads names, else the pseudonym.
fn called(given_name: &str, family_name: &str) -> String {
    format!("{given_name} {family_name}").trim().to_owned()
}

/// Fields of which a form carries several.
const REPEATED: [&str; 6] = ["need", "service", "scopes", "deciding", "recipientIds", "reportBack"];

/// What earlier steps chose, carried along in fields that are not shown.
fn carried_along(fields: &[(&'static str, String)]) -> Html {
    let name = |name: &str| if REPEATED.contains(&name) { format!("{name}[]") } else { name.to_owned() };
    let hidden = fields.iter().map(|(of, value)| components::hidden(&name(of), value).to_string());
    Html::safe(hidden.collect())
}

/// When somebody comes out, in words: `Release in 5 weeks`.
fn release_words(v: &PageContext, date: NaiveDate) -> Html {
    let away = v.away(date);
    if date < v.today {
        v.h1(key::RELEASE_PAST, "when", away)
    } else {
        v.h1(key::RELEASE_AHEAD, "when", away)
    }
}

/// A day by its date, for `until` and `from`: `24 May 2027`.
pub(super) fn by_date(v: &PageContext, date: NaiveDate) -> Html {
    v.dated(date, crate::dates::plain(v.language, date, v.today))
}

/// The scope that opens the words of a need.
fn opened_by(domain: NeedDomain) -> Scope {
    use NeedDomain as Need;
    match domain {
        Need::DependencyAndRecovery | Need::EmotionalWellbeing | Need::Health => Scope::Health,
        Need::FamilyAndRelationships => Scope::Family,
        Need::EducationTrainingEmployment => Scope::Employment,
        Need::Legal | Need::AttitudesThinkingBehaviour | Need::LifestyleAndAssociates => Scope::Offence,
        Need::FinanceBenefitDebtId => Scope::Documents,
        Need::Accommodation | Need::SocialInclusion | Need::FaithAndCommunity => Scope::Needs,
    }
}

/// A place's name as readers of the page's language write it.
pub(super) fn place_name(v: &PageContext, name: &str, local: &str) -> String {
    v.place_name(name, local).to_owned()
}

#[cfg(test)]
mod tests;
