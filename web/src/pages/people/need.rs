//! A need of a person: added, or changed.

use crate::prelude::*;

operation!(NeedPage, "src/pages/people/need.graphql", form);
operation!(NeedAdd, "src/pages/people/need.graphql");
operation!(NeedChange, "src/pages/people/need.graphql");

type Person = need_page::NeedPagePerson;
type Need = need_page::NeedPagePersonNeeds;

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/people/{id}/needs/new", get(show_new).post(add))
        .route("/people/{id}/needs/{need}/edit", get(show).post(change))
}

fn new_need(v: &PageContext) -> Form {
    let domains = components::choices(v, NeedDomain::ALL);
    Form::of(
        "NeedAddInput",
        vec![
            Field::select("need.domain", key::NEED_DOMAIN, domains).or_empty(key::NEED_CHOOSE).required(),
            Field::radios("need.urgency", key::NEED_URGENCY, urgencies(v)),
            Field::long_text("need.text", key::NEED_TEXT).hint(key::NEED_TEXT_HINT).limit(10_000),
        ],
    )
}

fn changed_need(v: &PageContext) -> Form {
    Form::of(
        "NeedChangeInput",
        vec![
            Field::hidden("version"),
            Field::long_text("text", key::NEED_TEXT).hint(key::NEED_TEXT_HINT).limit(10_000),
            Field::radios("urgency", key::NEED_URGENCY, urgencies(v)),
            Field::tick("met", key::NEED_IS_MET),
        ],
    )
}

async fn show_new(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let form = new_need(&v).filled(Fields::of([("need.urgency", Priority::Routine.code())]));
    Ok(page(&v, person(&v, id).await?, None, form))
}

async fn add(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = new_need(&v).filled(fields);
    match v.submit::<NeedAdd>(&mut form, json!({ "personId": id })).await? {
        Some(_) => Ok(v.done_at(&format!("/people/{id}"), key::DONE_NEED_ADDED)),
        None => Ok(page(&v, person(&v, id).await?, None, form)),
    }
}

async fn show(v: PageContext, Path((id, need)): Path<(String, String)>) -> Result<Response, PageError> {
    let (person, need) = one_need(&v, id, &need).await?;
    if need.text.is_none() {
        return Err(PageError::new(&v, PageErrorKind::Forbidden, None));
    }
    let form = changed_need(&v).filled_from(&v, &need)?;
    Ok(page(&v, person, Some(need), form))
}

async fn change(
    v: PageContext,
    Path((id, need)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = changed_need(&v).filled(fields);
    if v.submit::<NeedChange>(&mut form, json!({ "needId": need })).await?.is_some() {
        return Ok(v.done_at(&format!("/people/{id}"), key::DONE_NEED_CHANGED));
    }
    let (person, need) = one_need(&v, id, &need).await?;
    Ok(page(&v, person, Some(need), form))
}

fn page(v: &PageContext, person: Person, need: Option<Need>, form: Form) -> Response {
    let above = format!("/people/{}", person.id);
    let (title, action) = match need {
        Some(need) => (v.word(need.domain), format!("{above}/needs/{}/edit", need.id)),
        None => (v.t1(key::NEED_ADD_TITLE, "name", &person.pseudonym), format!("{above}/needs/new")),
    };
    FormPage::new(title, action, form, key::PERSON_SAVE)
        .below("/people", v.t(key::FRAME_PEOPLE))
        .below(above, person.pseudonym)
        .show(v)
}

async fn person(v: &PageContext, id: String) -> Result<Person, PageError> {
    let person = v.query::<NeedPage>(need_page::Variables { id }).await?.person;
    match person.may.contains(&Action::PersonChange) {
        true => Ok(person),
        false => Err(PageError::new(v, PageErrorKind::Forbidden, None)),
    }
}

async fn one_need(v: &PageContext, id: String, need: &str) -> Result<(Person, Need), PageError> {
    let person = person(v, id).await?;
    let need = person.needs.iter().find(|known| known.id == need).cloned();
    need.map(|need| (person, need)).ok_or_else(|| PageError::not_found(v))
}

fn urgencies(v: &PageContext) -> Vec<Choice> {
    let hint = |urgency: &Priority| match urgency {
        Priority::Routine => key::URGENCY_ROUTINE_HINT,
        Priority::Urgent => key::URGENCY_URGENT_HINT,
        Priority::ReleaseDay => key::URGENCY_RELEASE_DAY_HINT,
    };
    Priority::ALL
        .iter()
        .map(|urgency| Choice::new(urgency.code(), v.word(urgency)).hint(v.t(hint(urgency))))
        .collect()
}
