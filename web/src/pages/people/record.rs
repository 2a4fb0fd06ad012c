//! Recording a person.

use super::form::{Offers, PersonForm, Typed, on_our_lines, person_input};
use crate::prelude::*;

operation!(PersonRecord, "src/pages/people/record.graphql");

pub fn routes() -> Router<AppState> {
    Router::new().route("/people/new", get(show).post(save))
}

async fn show(v: PageContext) -> Result<Response, PageError> {
    let offers = offers(&v).await?;
    let language = v.viewer.as_ref().map_or("", |viewer| viewer.organisation.language.as_str());
    let fields = Fields::of([
        ("person.language", language),
        ("person.sex", Sex::Unknown.code()),
        ("person.legalStatus", usual_status(&v).code()),
        ("person.prisonId", own_prison(&v)),
        ("person.sobriety", Sobriety::Unknown.code()),
    ]);
    Ok(v.show(&PersonForm { v: &v, form: Form::filled(fields), of: None, offers }))
}

async fn save(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    let typed = Typed::read(&mut form);
    if form.problems.is_empty() {
        let needs = typed.needs.iter().map(|(domain, urgency, text)| person_record::NeedInput {
            domain: *domain,
            urgency: *urgency,
            text: text.clone(),
        });
        let input = person_record::PersonRecordInput {
            idempotency_key: v.once(),
            person: person_input!(person_record, typed),
            needs: needs.collect(),
        };
        match v.mutate::<PersonRecord>(person_record::Variables { input }).await? {
            Ok(told) => {
                let person = told.person_record.person.map_or_else(String::new, |person| person.id);
                return Ok(v.done_at(&format!("/people/{person}"), key::DONE_PERSON_RECORDED));
            }
            Err(problems) => form.problems = on_our_lines(&form.fields, problems),
        }
    }
    let offers = offers(&v).await?;
    Ok(v.show_again(&PersonForm { v: &v, form, of: None, offers }))
}

async fn offers(v: &PageContext) -> Result<Offers, PageError> {
    if !v.may(Action::PersonRecord) {
        return Err(PageError::new(v, crate::client::PageErrorKind::Forbidden, None));
    }
    Offers::query(v).await
}

fn in_prison(v: &PageContext) -> bool {
    v.viewer.as_ref().is_some_and(|viewer| viewer.organisation.kind == OrganisationKind::Prison)
}

/// Whoever is recorded in a prison is in it, nearly always.
fn usual_status(v: &PageContext) -> LegalStatus {
    if in_prison(v) { LegalStatus::InCustody } else { LegalStatus::Unknown }
}

fn own_prison(v: &PageContext) -> &str {
    match &v.viewer {
        Some(viewer) if in_prison(v) => &viewer.organisation.id,
        _ => "",
    }
}
