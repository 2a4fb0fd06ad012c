//! How one is told by mail: at once, once a day, or not at all.

use crate::{codes::Code, prelude::*};

operation!(MailChoices, "src/pages/notices/choices.graphql");
operation!(MailChoose, "src/pages/notices/choices.graphql");

#[derive(Template)]
#[template(path = "pages/notices/choices.html")]
struct ChoicesPage<'a> {
    v: &'a Visit,
    form: Form,
    paces: Vec<Choice>,
    email: String,
    refused_at: Option<DateTime<Utc>>,
}

pub fn routes() -> Router<House> {
    Router::new().route("/notices/choices", get(show).post(choose))
}

async fn show(v: Visit) -> Result<Response, Stop> {
    page(&v, StatusCode::OK, None).await
}

async fn choose(v: Visit, fields: Fields) -> Result<Response, Stop> {
    let mut form = Form::filled(fields);
    let mut chosen = |name: &str| {
        let pace = MailPace::parse(form.fields.get(name));
        if pace.is_none() {
            form.problem("REQUIRED", name);
        }
        pace
    };
    let (Some(urgent), Some(rest)) = (chosen("urgent"), chosen("rest")) else {
        return page(&v, StatusCode::UNPROCESSABLE_ENTITY, Some(form)).await;
    };
    let input = mail_choose::MailChooseInput { idempotency_key: v.once(), urgent, rest };
    match v.tell::<MailChoose>(mail_choose::Variables { input }).await? {
        Ok(_) => Ok(Redirect::to("/notices/choices?done=mail-chosen").into_response()),
        Err(problems) => {
            form.problems = problems;
            page(&v, StatusCode::UNPROCESSABLE_ENTITY, Some(form)).await
        }
    }
}

async fn page(v: &Visit, status: StatusCode, sent: Option<Form>) -> Result<Response, Stop> {
    let told = v.ask::<MailChoices>(mail_choices::Variables).await?;
    let now = told.mail_choice;
    let kept = [("urgent", now.urgent.code()), ("rest", now.rest.code())];
    let page = ChoicesPage {
        v,
        form: sent.unwrap_or_else(|| Form::filled(Fields::of(kept))),
        paces: components::choices(v, MailPace::ALL),
        email: told.viewer.map(|viewer| viewer.member.email).unwrap_or_default(),
        refused_at: now.refused_at,
    };
    Ok(v.show_as(status, &page))
}
