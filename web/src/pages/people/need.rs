//! A need of a person: added, or written anew.

use crate::{client::PageErrorKind, prelude::*};

operation!(NeedPage, "src/pages/people/need.graphql");
operation!(NeedAdd, "src/pages/people/need.graphql");
operation!(NeedChange, "src/pages/people/need.graphql");

type Person = need_page::NeedPagePerson;
type Need = need_page::NeedPagePersonNeeds;

#[derive(Template)]
#[template(path = "pages/people/need.html")]
struct NeedForm<'a> {
    v: &'a PageContext,
    form: Form,
    person: Person,
    /// The need that is changed; None while one is added.
    need: Option<Need>,
    domains: Vec<Choice>,
    urgencies: Vec<Choice>,
    met: Vec<Choice>,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/people/{id}/needs/new", get(show_new).post(add))
        .route("/people/{id}/needs/{need}", get(show).post(change))
}

async fn show_new(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let person = person(&v, id).await?;
    let form = Form::filled(Fields::of([("need.urgency", Priority::Routine.code())]));
    Ok(v.show(&NeedForm::of(&v, form, person, None)))
}

async fn add(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    match NeedDomain::parse(form.fields.get("need.domain")) {
        None => form.problem("REQUIRED", "need.domain"),
        Some(domain) => {
            let need = need_add::NeedInput {
                domain,
                urgency: urgency(&form, "need.urgency"),
                text: text(&form, "need.text"),
            };
            let input = need_add::NeedAddInput { idempotency_key: v.once(), person_id: id.clone(), need };
            match v.mutate::<NeedAdd>(need_add::Variables { input }).await? {
                Ok(_) => return Ok(v.done_at(&format!("/people/{id}"), key::DONE_NEED_ADDED)),
                Err(problems) => form.problems = problems,
            }
        }
    }
    let person = person(&v, id).await?;
    Ok(v.show_again(&NeedForm::of(&v, form, person, None)))
}

async fn show(v: PageContext, Path((id, need)): Path<(String, String)>) -> Result<Response, PageError> {
    let (person, need) = one_need(&v, id, &need).await?;
    let Some(text) = need.text.clone() else {
        return Err(PageError::new(&v, PageErrorKind::Forbidden, None));
    };
    let form = Form::filled(Fields::of([
        ("version", need.version.to_string()),
        ("urgency", need.urgency.code().to_owned()),
        ("text", text),
        ("met", if need.met { "yes" } else { "" }.to_owned()),
    ]));
    Ok(v.show(&NeedForm::of(&v, form, person, Some(need))))
}

async fn change(
    v: PageContext,
    Path((id, need)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, PageError> {
    let form = Form::filled(fields);
    let input = need_change::NeedChangeInput {
        idempotency_key: v.once(),
        need_id: need.clone(),
        version: form.fields.number("version").unwrap_or_default(),
        urgency: urgency(&form, "urgency"),
        text: text(&form, "text"),
        met: form.fields.has("met", "yes"),
    };
    match v.mutate::<NeedChange>(need_change::Variables { input }).await? {
        Ok(_) => Ok(v.done_at(&format!("/people/{id}"), key::DONE_NEED_CHANGED)),
        Err(problems) => {
            let (person, need) = one_need(&v, id, &need).await?;
            Ok(v.show_again(&NeedForm::of(&v, Form::with(form.fields, problems), person, Some(need))))
        }
    }
}

async fn person(v: &PageContext, id: String) -> Result<Person, PageError> {
    let person = v.query::<NeedPage>(need_page::Variables { id }).await?.person;
    if person.may.contains(&Action::PersonChange) {
        Ok(person)
    } else {
        Err(PageError::new(v, PageErrorKind::Forbidden, None))
    }
}

async fn one_need(v: &PageContext, id: String, need: &str) -> Result<(Person, Need), PageError> {
    let person = person(v, id).await?;
    match person.needs.iter().find(|known| known.id == need).cloned() {
        Some(need) => Ok((person, need)),
        None => Err(PageError::not_found(v)),
    }
}

fn urgency(form: &Form, name: &str) -> Priority {
    Priority::parse(form.fields.get(name)).unwrap_or(Priority::Routine)
}

fn text(form: &Form, name: &str) -> String {
    form.fields.get(name).to_owned()
}

impl<'a> NeedForm<'a> {
    fn of(v: &'a PageContext, form: Form, person: Person, need: Option<Need>) -> Self {
        let known = |domain: &NeedDomain| person.needs.iter().any(|need| need.domain == *domain && !need.met);
        let domains = NeedDomain::ALL.iter().map(|domain| {
            let choice = Choice::new(domain.code(), v.word(domain));
            if known(domain) { choice.hint(v.t(key::NEED_ALREADY)) } else { choice }
        });
        NeedForm {
            v,
            domains: domains.collect(),
            urgencies: Priority::ALL.iter().map(|urgency| urgency_choice(v, *urgency)).collect(),
            met: vec![Choice::new("yes", v.t(key::NEED_IS_MET))],
            form,
            person,
            need,
        }
    }

    fn title(&self) -> String {
        match &self.need {
            Some(need) => self.v.word(need.domain),
            None => self.v.t1(key::NEED_ADD_TITLE, "name", &self.person.pseudonym),
        }
    }

    fn action(&self) -> String {
        let need = self.need.as_ref().map_or("new", |need| need.id.as_str());
        format!("/people/{}/needs/{need}", self.person.id)
    }
}

fn urgency_choice(v: &PageContext, urgency: Priority) -> Choice {
    Choice::new(urgency.code(), v.word(urgency)).hint(v.t(match urgency {
        Priority::Routine => key::URGENCY_ROUTINE_HINT,
        Priority::Urgent => key::URGENCY_URGENT_HINT,
        Priority::ReleaseDay => key::URGENCY_RELEASE_DAY_HINT,
    }))
}
