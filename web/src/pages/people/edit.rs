//! Changing what is known of a person.

use super::{
    called,
    form::{Known, Offers, PersonForm, Typed, on_our_lines, person_input},
};
use crate::{client::PageErrorKind, prelude::*};

operation!(PersonEdit, "src/pages/people/edit.graphql");
operation!(PersonChange, "src/pages/people/edit.graphql");

pub fn routes() -> Router<AppState> {
    Router::new().route("/people/{id}/edit", get(show).post(save))
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let person = person(&v, id).await?;
    let form = Form::filled(filled(&v, &person)?);
    let offers = Offers::query(&v).await?;
    Ok(v.show(&PersonForm { v: &v, form, of: Some(known(&person)), offers }))
}

async fn save(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    let typed = Typed::read(&mut form);
    if form.problems.is_empty() {
        let input = person_change::PersonChangeInput {
            idempotency_key: v.once(),
            person_id: id.clone(),
            version: form.fields.number("version").unwrap_or_default(),
            person: person_input!(person_change, typed),
        };
        match v.mutate::<PersonChange>(person_change::Variables { input }).await? {
            Ok(_) => return Ok(v.done_at(&format!("/people/{id}"), key::DONE_PERSON_CHANGED)),
            Err(problems) => form.problems = on_our_lines(&form.fields, problems),
        }
    }
    let person = person(&v, id).await?;
    let offers = Offers::query(&v).await?;
    Ok(v.show_again(&PersonForm { v: &v, form, of: Some(known(&person)), offers }))
}

async fn person(v: &PageContext, id: String) -> Result<person_edit::PersonEditPerson, PageError> {
    let person = v.query::<PersonEdit>(person_edit::Variables { id }).await?.person;
    if person.may.contains(&Action::PersonChange) {
        Ok(person)
    } else {
        Err(PageError::new(v, PageErrorKind::Forbidden, None))
    }
}

fn known(person: &person_edit::PersonEditPerson) -> Known {
    let identity = person.identity.as_ref();
    Known {
        id: person.id.clone(),
        called: identity
            .map_or_else(|| person.pseudonym.clone(), |name| called(&name.given_name, &name.family_name)),
    }
}

/// Everything is saved at once, so whoever does not read everything would wipe out what they do not see.
fn filled(v: &PageContext, person: &person_edit::PersonEditPerson) -> Result<Fields, PageError> {
    let (Some(identity), Some(contact), Some(documents), Some(custody)) =
        (&person.identity, &person.contact, &person.documents, &person.custody)
    else {
        return Err(PageError::new(v, PageErrorKind::Forbidden, None));
    };
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let yes = |is: bool| if is { "yes" } else { "" }.to_owned();
    let year = person.year_of_birth.filter(|_| identity.date_of_birth.is_none());
    let mut fields = vec![
        ("version".to_owned(), person.version.to_string()),
        ("person.givenName".to_owned(), identity.given_name.clone()),
        ("person.familyName".to_owned(), identity.family_name.clone()),
        ("person.dateOfBirth".to_owned(), day(identity.date_of_birth)),
        ("person.yearOfBirth".to_owned(), year.map(|year| year.to_string()).unwrap_or_default()),
        ("person.sex".to_owned(), person.sex.code().to_owned()),
        ("person.language".to_owned(), identity.language.clone()),
        ("person.phone".to_owned(), contact.phone.clone()),
        ("person.email".to_owned(), contact.email.clone()),
        ("person.address".to_owned(), contact.address.clone()),
        (
            "person.municipalityId".to_owned(),
            person.municipality.as_ref().map(|place| place.id.clone()).unwrap_or_default(),
        ),
        ("person.releaseDate".to_owned(), day(person.release.as_ref().map(|release| release.date))),
        (
            "person.releaseConfirmed".to_owned(),
            yes(person.release.as_ref().is_some_and(|release| release.confirmed)),
        ),
        ("person.legalStatus".to_owned(), custody.status.code().to_owned()),
        (
            "person.prisonId".to_owned(),
            custody.prison.as_ref().map(|prison| prison.id.clone()).unwrap_or_default(),
        ),
        ("person.sobriety".to_owned(), custody.sobriety.code().to_owned()),
        ("person.restricted".to_owned(), yes(person.restricted)),
    ];
    for (n, paper) in documents.iter().enumerate() {
        fields.push((format!("person.documents.{n}.kind"), paper.kind.clone()));
        fields.push((format!("person.documents.{n}.number"), paper.number.clone()));
    }
    Ok(Fields::of(fields))
}
