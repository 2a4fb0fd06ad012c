//! The directory: organisations, what they offer, what they agreed with each other, and on which grounds people's
//! data may pass between them.

use askama::{Template, filters::HtmlSafe};

use crate::{components::Html, prelude::*};

mod agreement;
mod agreement_proposal;
mod agreements;
mod exports;
mod legal_bases;
mod organisation;
mod organisation_settings;
mod organisations;
mod service;
mod service_form;
mod services;

pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(organisations::routes())
        .merge(services::routes())
        .merge(agreements::routes())
        .merge(legal_bases::routes())
        .merge(exports::routes())
        .merge(organisation::routes())
        .merge(organisation_settings::routes())
        .merge(service::routes())
        .merge(agreement::routes())
        .merge(service_form::routes())
        .merge(agreement_proposal::routes())
}

/// The parts of the directory, one of which is open.
#[derive(Template)]
#[template(path = "pages/directory/tabs.html")]
struct Tabs<'a> {
    v: &'a PageContext,
    open: &'static str,
}

impl HtmlSafe for Tabs<'_> {}

fn tabs<'a>(v: &'a PageContext, open: &'static str) -> Tabs<'a> {
    Tabs { v, open }
}

/// What the lists of the directory are narrowed down by.
#[derive(Template)]
#[template(path = "pages/directory/filters.html")]
struct Filters<'a> {
    v: &'a PageContext,
    path: &'static str,
    form: &'a Form,
}

impl HtmlSafe for Filters<'_> {}

fn filters<'a>(v: &'a PageContext, path: &'static str, form: &'a Form) -> Filters<'a> {
    Filters { v, path, form }
}

impl Tabs<'_> {
    fn parts(&self) -> [(&'static str, String); 4] {
        [
            ("/directory", self.v.t(key::DIRECTORY_ORGANISATIONS)),
            ("/directory/services", self.v.t(key::DIRECTORY_SERVICES)),
            ("/directory/agreements", self.v.t(key::DIRECTORY_AGREEMENTS)),
            ("/directory/grounds", self.v.t(key::DIRECTORY_GROUNDS)),
        ]
    }
}

/// The address of the next page of a list: the filters as they are, and where to go on.
pub(super) fn next_address(
    path: &str,
    asked: &Fields,
    filters: &[&'static str],
    after: Option<&str>,
) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for name in filters {
        if let Some(value) = asked.some(name) {
            query.append_pair(name, &value);
        }
    }
    if let Some(after) = after {
        query.append_pair("after", after);
    }
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// The way through a list: back to its beginning where one is further on, and on where there is more.
pub(super) fn pager<'a>(
    v: &'a PageContext,
    path: &str,
    asked: &Fields,
    filters: &[&'static str],
    (more, cursor): (bool, Option<&str>),
) -> components::Pager<'a> {
    let paged = asked.some("after").is_some();
    components::Pager {
        v,
        first: paged.then(|| next_address(path, asked, filters, None)),
        next: cursor.filter(|_| more).map(|cursor| next_address(path, asked, filters, Some(cursor))),
    }
}

fn joined<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

/// A service's state, where it is not simply open.
fn closed_tag(v: &PageContext, status: ServiceStatus) -> Html {
    match status {
        ServiceStatus::Active => Html::default(),
        other => components::tag(components::Tone::Soon, Some("ban"), v.word(other)),
    }
}

fn agreement_tag(v: &PageContext, state: AgreementState) -> Html {
    use components::Tone;
    let tone = match state {
        AgreementState::Active => Tone::Good,
        AgreementState::Proposed => Tone::Soon,
        AgreementState::Suspended => Tone::Late,
        AgreementState::Ended => Tone::Calm,
    };
    components::tag(tone, None, v.word(state))
}

#[cfg(test)]
mod tests;
