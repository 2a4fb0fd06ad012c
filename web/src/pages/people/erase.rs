//! Erasing a person: first what goes and what stays, then a box to tick; there is no way back.

use crate::{components::choices, prelude::*};

operation!(ErasePage, "src/pages/people/erase.graphql");
operation!(PersonErase, "src/pages/people/erase.graphql");

type Person = erase_page::ErasePagePerson;
type Erasure = erase_page::ErasePagePersonErasure;

#[derive(Template)]
#[template(path = "pages/people/erase.html")]
struct ErasePerson<'a> {
    v: &'a PageContext,
    page: FormPage,
    called: String,
    person: Person,
    erasure: Erasure,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/people/{id}/erase", get(show).post(erase))
}

fn erasure(v: &PageContext) -> Form {
    Form::of(
        "PersonEraseInput",
        vec![
            Field::hidden("version"),
            Field::radios("reason", key::ERASE_REASON, choices(v, ErasureReason::ALL)),
            Field::tick("sure", key::ERASE_SURE).own(),
        ],
    )
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    page(&v, id, None).await
}

async fn erase(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = erasure(&v).filled(fields);
    if !form.fields.has("sure", "yes") {
        form.problem("REQUIRED", "sure");
    }
    match v.submit::<PersonErase>(&mut form, json!({ "personId": id })).await? {
        Some(_) => Ok(v.done_at("/people", key::DONE_PERSON_ERASED)),
        None => page(&v, id, Some(form)).await,
    }
}

async fn page(v: &PageContext, id: String, sent: Option<Form>) -> Result<Response, PageError> {
    let mut person = v.query::<ErasePage>(erase_page::Variables { id }).await?.person;
    let Some(goes) = person.erasure.take() else {
        return Err(PageError::new(v, PageErrorKind::Forbidden, None));
    };
    let form = match sent {
        Some(form) => form,
        None => erasure(v).filled(Fields::of([("version", person.version.to_string())])),
    };
    let (back, called) = (format!("/people/{}", person.id), called(&person));
    let page = FormPage::new(v.t(key::ERASE_TITLE), format!("{back}/erase"), form, key::ERASE_DO)
        .danger()
        .below("/people", v.t(key::FRAME_PEOPLE))
        .below(back, called.clone());
    Ok(page.show_in(v, |page| ErasePerson { v, page, called, person, erasure: goes }))
}

/// By name where the viewer reads it, so that nobody is erased who was mistaken for somebody else.
fn called(person: &Person) -> String {
    match &person.identity {
        Some(known) => super::called(&known.given_name, &known.family_name),
        None => person.pseudonym.clone(),
    }
}

impl ErasePerson<'_> {
    fn recipients(&self) -> String {
        self.erasure.recipients.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// A year as it is written: without the mark that parts thousands.
    fn year(year: &i64) -> String {
        year.to_string()
    }
}
