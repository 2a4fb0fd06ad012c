//! Recording a person.

use super::form;
use crate::prelude::*;

operation!(PersonRecord, "src/pages/people/record.graphql");

pub fn routes() -> Router<AppState> {
    Router::new().route("/people/new", get(show).post(save))
}

fn new_person(v: &PageContext, fields: Fields) -> Form {
    let declared = form::person(v, &fields).into_iter().chain(form::needs(v));
    Form::of("PersonRecordInput", declared.collect()).filled(fields)
}

async fn show(v: PageContext) -> Result<Response, PageError> {
    let language = v.viewer.as_ref().map_or("", |viewer| viewer.organisation.language.as_str());
    let fields = Fields::of([
        ("person.language", language),
        ("person.sex", Sex::Unknown.code()),
        ("person.legalStatus", usual_status(&v).code()),
        ("person.prisonId", own_prison(&v)),
        ("person.sobriety", Sobriety::Unknown.code()),
    ]);
    page(&v, new_person(&v, fields)).await
}

async fn save(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    let mut form = new_person(&v, form::with_urgencies(fields));
    let Some(told) = v.submit::<PersonRecord>(&mut form, json!({})).await? else {
        return page(&v, form).await;
    };
    let person = told.person_record.person.map_or_else(String::new, |person| person.id);
    Ok(v.done_at(&format!("/people/{person}"), key::DONE_PERSON_RECORDED))
}

async fn page(v: &PageContext, form: Form) -> Result<Response, PageError> {
    if !v.may(Action::PersonRecord) {
        return Err(PageError::new(v, PageErrorKind::Forbidden, None));
    }
    let page = FormPage::new(v.t(key::PEOPLE_RECORD), "/people/new".to_owned(), form, key::PERSON_SAVE)
        .below("/people", v.t(key::FRAME_PEOPLE));
    form::show(v, page, true).await
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
