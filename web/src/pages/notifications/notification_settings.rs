//! How one is told by mail: at once, once a day, or not at all.

use crate::{codes::Code, prelude::*};

operation!(NotificationPreferences, "src/pages/notifications/notification_settings.graphql");
operation!(NotificationPreferencesChange, "src/pages/notifications/notification_settings.graphql");

#[derive(Template)]
#[template(path = "pages/notifications/notification_settings.html")]
struct NotificationSettingsPage<'a> {
    v: &'a PageContext,
    form: Form,
    paces: Vec<Choice>,
    email: String,
    refused_at: Option<DateTime<Utc>>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/notices/choices", get(show).post(choose))
}

async fn show(v: PageContext) -> Result<Response, PageError> {
    page(&v, StatusCode::OK, None).await
}

async fn choose(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    let mut chosen = |name: &str| {
        let frequency = EmailFrequency::parse(form.fields.get(name));
        if frequency.is_none() {
            form.problem("REQUIRED", name);
        }
        frequency
    };
    let (Some(urgent), Some(other)) = (chosen("urgent"), chosen("other")) else {
        return page(&v, StatusCode::UNPROCESSABLE_ENTITY, Some(form)).await;
    };
    let input = notification_preferences_change::NotificationPreferencesChangeInput {
        idempotency_key: v.once(),
        urgent,
        other,
    };
    match v
        .mutate::<NotificationPreferencesChange>(notification_preferences_change::Variables { input })
        .await?
    {
        Ok(_) => Ok(v.done_at("/notices/choices", key::DONE_MAIL_CHOSEN)),
        Err(problems) => {
            form.problems = problems;
            page(&v, StatusCode::UNPROCESSABLE_ENTITY, Some(form)).await
        }
    }
}

async fn page(v: &PageContext, status: StatusCode, sent: Option<Form>) -> Result<Response, PageError> {
    let told = v.query::<NotificationPreferences>(notification_preferences::Variables).await?;
    let now = told.notification_preferences;
    let kept = [("urgent", now.urgent.code()), ("other", now.other.code())];
    let page = NotificationSettingsPage {
        v,
        form: sent.unwrap_or_else(|| Form::filled(Fields::of(kept))),
        paces: components::choices(v, EmailFrequency::ALL),
        email: told.viewer.map(|viewer| viewer.member.email).unwrap_or_default(),
        refused_at: now.refused_at,
    };
    Ok(v.show_as(status, &page))
}
