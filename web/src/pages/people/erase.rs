//! Erasing a person: first what goes and what stays, then a box to tick; there is no way back.

use crate::{client::PageErrorKind, components::choices, prelude::*};

operation!(ErasePage, "src/pages/people/erase.graphql");
operation!(PersonErase, "src/pages/people/erase.graphql");

type Person = erase_page::ErasePagePerson;
type Erasure = erase_page::ErasePagePersonErasure;

#[derive(Template)]
#[template(path = "pages/people/erase.html")]
struct ErasePerson<'a> {
    v: &'a PageContext,
    form: Form,
    person: Person,
    erasure: Erasure,
    reasons: Vec<Choice>,
    sure: Vec<Choice>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/people/{id}/erase", get(show).post(erase))
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let page = page(&v, id, Form::empty()).await?;
    Ok(v.show(&page))
}

async fn page(v: &PageContext, id: String, form: Form) -> Result<ErasePerson<'_>, PageError> {
    let mut person = v.query::<ErasePage>(erase_page::Variables { id }).await?.person;
    let Some(erasure) = person.erasure.take() else {
        return Err(PageError::new(v, PageErrorKind::Forbidden, None));
    };
    let reasons = choices(v, ErasureReason::ALL);
    let sure = vec![Choice::new("yes", v.t(key::ERASE_SURE))];
    Ok(ErasePerson { v, form, person, erasure, reasons, sure })
}

async fn erase(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    let reason = ErasureReason::parse(form.fields.get("reason"));
    if reason.is_none() {
        form.problem("REQUIRED", "reason");
    }
    if !form.fields.has("sure", "yes") {
        form.problem("REQUIRED", "sure");
    }
    if let (Some(reason), true) = (reason, form.fields.has("sure", "yes")) {
        let version = form.fields.number("version").unwrap_or_default();
        let input = person_erase::PersonEraseInput {
            idempotency_key: v.once(),
            person_id: id.clone(),
            version,
            reason,
        };
        match v.mutate::<PersonErase>(person_erase::Variables { input }).await? {
            Ok(_) => return Ok(v.done_at("/people", key::DONE_PERSON_ERASED)),
            Err(problems) => form.problems = problems,
        }
    }
    let page = page(&v, id, form).await?;
    Ok(v.show_again(&page))
}

impl ErasePerson<'_> {
    /// By name where the viewer reads it, so that nobody is erased who was mistaken for somebody else.
    fn called(&self) -> String {
        match &self.person.identity {
            Some(known) => super::called(&known.given_name, &known.family_name),
            None => self.person.pseudonym.clone(),
        }
    }

    /// The version that the reader decided on, also when the form comes back.
    fn version(&self) -> i64 {
        self.form.fields.number("version").unwrap_or(self.person.version)
    }

    fn recipients(&self) -> String {
        self.erasure.recipients.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// A year as it is written: without the mark that parts thousands.
    fn year(year: &i64) -> String {
        year.to_string()
    }
}
