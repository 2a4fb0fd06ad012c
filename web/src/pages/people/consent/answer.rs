//! The second step: the words to say, and what the person answered.

use super::{
    ask::{self, told},
    consent_script::{Part, Tongue, Words},
    question::{CARRIED, Organisation, Person, Question},
};
use crate::prelude::*;

operation!(ConsentRecord, "src/pages/people/consent/consent.graphql");

#[derive(Template)]
#[template(path = "pages/people/consent/answer.html")]
struct AnswerPage<'a> {
    v: &'a PageContext,
    form: Form,
    person: Person,
    tongue: Tongue,
    words: Words,
    carried: Vec<(&'static str, String)>,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/people/{id}/consent/words", post(words))
        .route("/people/{id}/consent/answer", post(answer))
}

async fn words(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let (person, organisations) = told(&v, id).await?;
    let mut form = ask::question(&v).filled(fields);
    match Question::read(&v, &mut form, &organisations) {
        Some(question) => Ok(v.show(&AnswerPage::of(&v, form, person, &question))),
        None => Ok(ask::page(&v, form, person, &organisations)),
    }
}

async fn answer(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let (person, organisations) = told(&v, id).await?;
    let mut form = ask::question(&v).filled(fields);
    let Some(question) = Question::read(&v, &mut form, &organisations) else {
        return Ok(ask::page(&v, form, person, &organisations));
    };
    let answer = ConsentAnswer::parse(form.fields.get("answer"));
    let how = ConsentHow::parse(form.fields.get("how"));
    let (Some(answer), Some(how)) = (answer, how) else {
        if answer.is_none() {
            form.problem("REQUIRED", "answer");
        }
        if how.is_none() {
            form.problem("REQUIRED", "how");
        }
        return Ok(v.show_again(&AnswerPage::of(&v, form, person, &question)));
    };
    let input = consent_record::ConsentRecordInput {
        idempotency_key: v.once(),
        person_id: person.id.clone(),
        answer,
        purpose: question.purpose,
        scopes: question.scopes.clone(),
        recipient_ids: question.recipients.iter().map(|one| one.id.clone()).collect(),
        how,
        in_custody: question.in_custody,
        language: question.tongue.tag().to_owned(),
        said: said(&form.fields).unwrap_or_else(|| Words::of(&question, asker(&v)).plain()),
        witness: form.fields.some("witness"),
        report_back: question.report_back.clone(),
        expires_on: question.expires_on,
    };
    match v.mutate::<ConsentRecord>(consent_record::Variables { input }).await? {
        Ok(_) => Ok(v.done_at(&onward(&person, answer, &form.fields), answer.done_consent())),
        Err(problems) => Ok(mend(&v, form.with(problems), person, &question, &organisations)),
    }
}

/// The words as they stood on the page that was read out; a browser sends each end of a line as two characters.
fn said(fields: &Fields) -> Option<String> {
    fields.some("said").map(|said| said.replace("\r\n", "\n"))
}

/// Whoever came from a referral goes back to it with a yes.
fn onward(person: &Person, answer: ConsentAnswer, fields: &Fields) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let back = answer == ConsentAnswer::Given && !fields.all("need").is_empty();
    for name in CARRIED.iter().filter(|_| back) {
        query.extend_pairs(fields.all(name).into_iter().map(|value| (*name, value)));
    }
    let query = query.finish();
    match back {
        true => format!("/people/{}/refer?{query}", person.id),
        false => format!("/people/{}", person.id),
    }
}

/// What is wrong may lie on either page; it is shown where it can be mended.
fn mend(
    v: &PageContext,
    form: Form,
    person: Person,
    question: &Question,
    organisations: &[Organisation],
) -> Response {
    let here = ["answer", "how", "witness", "said"];
    let all_here = form
        .problems
        .iter()
        .all(|problem| problem.path.last().is_some_and(|name| here.contains(&name.as_str())));
    if all_here {
        v.show_again(&AnswerPage::of(v, form, person, question))
    } else {
        ask::page(v, form, person, organisations)
    }
}

fn asker(v: &PageContext) -> &str {
    v.viewer.as_ref().map_or("", |viewer| viewer.organisation.name.as_str())
}

fn answer_form(v: &PageContext) -> Form {
    let answers = vec![
        Choice::new(ConsentAnswer::Given.code(), v.t(key::CONSENT_YES)),
        Choice::new(ConsentAnswer::Refused.code(), v.t(key::CONSENT_NO)).hint(v.t(key::CONSENT_NO_HINT)),
    ];
    let hows = ConsentHow::ALL
        .iter()
        .map(|how| Choice::new(how.code(), v.word(*how)).hint(v.t(how.consent_how_hint())));
    Form::of(
        "ConsentRecordInput",
        vec![
            Field::radios("answer", key::CONSENT_ANSWER, answers),
            Field::radios("how", key::CONSENT_HOW, hows.collect()),
            Field::text("witness", key::CONSENT_WITNESS)
                .hint(key::CONSENT_WITNESS_HINT)
                .optional()
                .limit(200),
        ],
    )
}

impl<'a> AnswerPage<'a> {
    /// The page with the words to say; of what was sent it keeps the answer.
    fn of(v: &'a PageContext, sent: Form, person: Person, question: &Question) -> Self {
        AnswerPage {
            v,
            person,
            tongue: question.tongue,
            words: Words::of(question, asker(v)),
            carried: question.carried(&sent.fields),
            form: answer_form(v).filled(sent.fields).with(sent.problems),
        }
    }

    /// What stands on the paper is in the person's language, too.
    fn paper(&self, key: &str) -> String {
        self.tongue.speak(key, &[])
    }
}
