//! Changing what is known of a person.

use super::{called, form};
use crate::prelude::*;

operation!(PersonEdit, "src/pages/people/edit.graphql", form);
operation!(PersonChange, "src/pages/people/edit.graphql");

type Person = person_edit::PersonEditPerson;

pub fn routes() -> Router<AppState> {
    Router::new().route("/people/{id}/edit", get(show).post(save))
}

fn changed_person(v: &PageContext, fields: &Fields) -> Form {
    let declared = [Field::hidden("version")].into_iter().chain(form::person(v, fields));
    Form::of("PersonChangeInput", declared.collect())
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let mut person = person(&v, id).await?;
    // Everything is saved at once, so a viewer who does not read all of it would erase what they do not see.
    let (Some(identity), Some(_), Some(documents), Some(_)) =
        (&person.identity, &person.contact, &person.documents, &person.custody)
    else {
        return Err(PageError::new(&v, PageErrorKind::Forbidden, None));
    };
    if identity.date_of_birth.is_some() {
        person.year_of_birth = None;
    }
    let numbers = documents.iter().enumerate();
    let numbers = numbers.map(|(n, one)| (format!("person.documents.{n}.number"), one.number.clone()));
    let form = changed_person(&v, &Fields::of(numbers)).filled_from(&v, &person)?;
    page(&v, person, form).await
}

async fn save(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = changed_person(&v, &fields).filled(fields);
    match v.submit::<PersonChange>(&mut form, json!({ "personId": id })).await? {
        Some(_) => Ok(v.done_at(&format!("/people/{id}"), key::DONE_PERSON_CHANGED)),
        None => page(&v, person(&v, id).await?, form).await,
    }
}

async fn person(v: &PageContext, id: String) -> Result<Person, PageError> {
    let person = v.query::<PersonEdit>(person_edit::Variables { id }).await?.person;
    match person.may.contains(&Action::PersonChange) {
        true => Ok(person),
        false => Err(PageError::new(v, PageErrorKind::Forbidden, None)),
    }
}

async fn page(v: &PageContext, person: Person, form: Form) -> Result<Response, PageError> {
    let name = match &person.identity {
        Some(known) => called(&known.given_name, &known.family_name),
        None => person.pseudonym,
    };
    let back = format!("/people/{}", person.id);
    let title = v.t1(key::PERSON_EDIT_TITLE, "name", &name);
    let page = FormPage::new(title, format!("{back}/edit"), form, key::PERSON_SAVE)
        .below("/people", v.t(key::FRAME_PEOPLE))
        .below(back, name);
    form::show(v, page, false).await
}
