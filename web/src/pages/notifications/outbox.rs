//! The outbox: mails and how they fare. One reads one's own; whoever looks after the organisation's mail sees
//! that there are others, and tries again what was given up.

use axum::extract::RawQuery;

use crate::{
    components::{Pager, Row, Tone},
    pages::export::{ExportForm, export_form},
    prelude::*,
};

operation!(Outbox, "src/pages/notifications/outbox.graphql");
operation!(OutboxEmail, "src/pages/notifications/outbox.graphql");
operation!(EmailRetry, "src/pages/notifications/outbox.graphql");

pub(super) type Email = outbox::OutboxEmailsNodes;

pub(super) const OUTBOX: &str = "/outbox";
/// A page of the list.
const PAGE: i64 = 25;

#[derive(Template)]
#[template(path = "pages/notifications/outbox.html")]
struct OutboxPage<'a> {
    v: &'a PageContext,
    rows: Vec<Row>,
    pager: Pager<'a>,
    take: ExportForm<'a>,
}

#[derive(Template)]
#[template(path = "pages/notifications/email.html")]
struct EmailPage<'a> {
    v: &'a PageContext,
    email: outbox_email::OutboxEmailEmail,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route(OUTBOX, get(show))
        .route("/outbox/{id}", get(letter))
        .route("/outbox/{id}/retry", post(retry))
}

async fn show(v: PageContext, RawQuery(search): RawQuery) -> Result<Response, PageError> {
    let asked = Fields::of_query(&search.unwrap_or_default());
    let after = asked.some("after");
    let found = query(&v, PAGE, after.clone()).await?;
    let next = found.page_info.end_cursor.filter(|_| found.page_info.has_next_page);
    Ok(v.show(&OutboxPage {
        v: &v,
        rows: found.nodes.iter().map(|one| row(&v, one)).collect(),
        pager: Pager {
            v: &v,
            first: after.map(|_| OUTBOX.to_owned()),
            next: next.map(|cursor| super::next_page(OUTBOX, &cursor)),
        },
        take: export_form(&v, OUTBOX, &Fields::default(), &[]),
    }))
}

pub(super) async fn query(
    v: &PageContext,
    first: i64,
    after: Option<String>,
) -> Result<outbox::OutboxEmails, PageError> {
    Ok(v.query::<Outbox>(outbox::Variables { first, after }).await?.emails)
}

async fn letter(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let email = v.query::<OutboxEmail>(outbox_email::Variables { id }).await?.email;
    Ok(v.show(&EmailPage { v: &v, email }))
}

async fn retry(v: PageContext, Path(id): Path<String>, _: Fields) -> Result<Response, PageError> {
    let input = email_retry::EmailRetryInput { idempotency_key: v.once(), email_id: id.clone() };
    match v.mutate::<EmailRetry>(email_retry::Variables { input }).await? {
        Ok(_) => Ok(v.done_at(&format!("/outbox/{id}"), key::DONE_MAIL_RETRIED)),
        // There is nothing to type here, so nothing that a user could mend.
        Err(_) => Err(PageError::new(&v, PageErrorKind::Conflict, None)),
    }
}

/// Whose it is, by name.
pub(super) fn receiver(v: &PageContext, one: &Email) -> String {
    one.member.as_ref().map_or_else(|| v.t(key::OUTBOX_LEFT), |member| member.name.clone())
}

fn row(v: &PageContext, one: &Email) -> Row {
    let when = one.sent_at.or(one.due_at).unwrap_or(one.created_at);
    Row {
        icon: "mail",
        tone: tone(one.state),
        href: format!("/outbox/{}", one.id),
        title: receiver(v, one),
        under: v.h1(key::OUTBOX_PACE, "pace", v.word(one.frequency)),
        middle: components::tag(tone(one.state), None, v.word(one.state)),
        middle_under: one.failure.map_or_else(Html::default, |failure| components::plain(&v.word(failure))),
        last: v.at(when),
    }
}

fn tone(state: EmailState) -> Tone {
    match state {
        EmailState::Sent => Tone::Good,
        EmailState::Refused | EmailState::Failed => Tone::Late,
        EmailState::Queued | EmailState::NotNeeded | EmailState::Kept => Tone::Calm,
    }
}

impl EmailPage<'_> {
    fn title(&self) -> String {
        match &self.email.content {
            Some(content) => content.subject.clone(),
            None => self.v.t(key::LETTER_TITLE),
        }
    }

    fn state(&self) -> Html {
        components::tag(tone(self.email.state), None, self.v.word(self.email.state))
    }

    fn may_retry(&self) -> bool {
        self.v.may(Action::EmailRead) && matches!(self.email.state, EmailState::Failed | EmailState::Kept)
    }
}
