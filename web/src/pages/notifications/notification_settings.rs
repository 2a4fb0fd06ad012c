//! How one is told by mail: at once, once a day, or not at all.

use crate::prelude::*;

operation!(NotificationPreferences, "src/pages/notifications/notification_settings.graphql", form);
operation!(NotificationPreferencesChange, "src/pages/notifications/notification_settings.graphql");

#[derive(Template)]
#[template(path = "pages/notifications/notification_settings.html")]
struct NotificationSettingsPage<'a> {
    v: &'a PageContext,
    page: FormPage,
    refused_at: Option<DateTime<Utc>>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/notices/choices", get(show).post(choose))
}

fn choices(v: &PageContext) -> Form {
    let paces = || components::choices(v, EmailFrequency::ALL);
    Form::of(
        "NotificationPreferencesChangeInput",
        vec![
            Field::radios("urgent", key::CHOICES_URGENT, paces()).hint(key::CHOICES_URGENT_HINT),
            Field::radios("other", key::CHOICES_REST, paces()).hint(key::CHOICES_REST_HINT),
        ],
    )
}

async fn show(v: PageContext) -> Result<Response, PageError> {
    page(&v, None).await
}

async fn choose(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    let mut form = choices(&v).filled(fields);
    match v.submit::<NotificationPreferencesChange>(&mut form, json!({})).await? {
        Some(_) => Ok(v.done_at("/notices/choices", key::DONE_MAIL_CHOSEN)),
        None => page(&v, Some(form)).await,
    }
}

async fn page(v: &PageContext, sent: Option<Form>) -> Result<Response, PageError> {
    let told = v.query::<NotificationPreferences>(notification_preferences::Variables).await?;
    let now = told.notification_preferences;
    let form = match sent {
        Some(form) => form,
        None => choices(v).filled_from(v, &now)?,
    };
    let email = told.viewer.map(|viewer| viewer.member.email).unwrap_or_default();
    let page = FormPage::new(v.t(key::CHOICES_TITLE), "/notices/choices".to_owned(), form, key::CHOICES_KEEP)
        .lead(v.t1(key::CHOICES_ADDRESS, "address", email))
        .below("/notices", v.t(key::FRAME_NOTICES));
    Ok(page.show_in(v, |page| NotificationSettingsPage { v, page, refused_at: now.refused_at }))
}
