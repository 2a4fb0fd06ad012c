//! The outbox: mails and how they fare. One reads one's own; whoever looks after the organisation's mail sees
//! that there are others, and tries again what was given up.

use axum::extract::RawQuery;

use crate::{
    client::Why,
    components::{Pager, Row, Tone},
    pages::export::{TakeAlong, take_along},
    prelude::*,
};

operation!(Outbox, "src/pages/notices/outbox.graphql");
operation!(OutboxMail, "src/pages/notices/outbox.graphql");
operation!(MailRetry, "src/pages/notices/outbox.graphql");

pub(super) type Mail = outbox::OutboxMailsNodes;

pub(super) const OUTBOX: &str = "/outbox";
/// A page of the list.
const PAGE: i64 = 25;

#[derive(Template)]
#[template(path = "pages/notices/outbox.html")]
struct OutboxPage<'a> {
    v: &'a Visit,
    rows: Vec<Row>,
    pager: Pager<'a>,
    take: TakeAlong<'a>,
}

#[derive(Template)]
#[template(path = "pages/notices/letter.html")]
struct LetterPage<'a> {
    v: &'a Visit,
    mail: outbox_mail::OutboxMailMail,
}

pub fn routes() -> Router<House> {
    Router::new()
        .route(OUTBOX, get(show))
        .route("/outbox/{id}", get(letter))
        .route("/outbox/{id}/retry", post(retry))
}

async fn show(v: Visit, RawQuery(query): RawQuery) -> Result<Response, Stop> {
    let asked = Fields::of_query(&query.unwrap_or_default());
    let after = asked.some("after");
    let found = ask(&v, PAGE, after.clone()).await?;
    let next = found.page_info.end_cursor.filter(|_| found.page_info.has_next_page);
    Ok(v.show(&OutboxPage {
        v: &v,
        rows: found.nodes.iter().map(|one| row(&v, one)).collect(),
        pager: Pager {
            v: &v,
            first: after.map(|_| OUTBOX.to_owned()),
            next: next.map(|cursor| super::next_page(OUTBOX, &cursor)),
        },
        take: take_along(&v, OUTBOX, &Fields::default(), &[]),
    }))
}

pub(super) async fn ask(v: &Visit, first: i64, after: Option<String>) -> Result<outbox::OutboxMails, Stop> {
    Ok(v.ask::<Outbox>(outbox::Variables { first, after }).await?.mails)
}

async fn letter(v: Visit, Path(id): Path<String>) -> Result<Response, Stop> {
    let mail = v.ask::<OutboxMail>(outbox_mail::Variables { id }).await?.mail;
    Ok(v.show(&LetterPage { v: &v, mail }))
}

async fn retry(v: Visit, Path(id): Path<String>, _: Fields) -> Result<Response, Stop> {
    let input = mail_retry::MailRetryInput { idempotency_key: v.once(), mail_id: id.clone() };
    match v.tell::<MailRetry>(mail_retry::Variables { input }).await? {
        Ok(_) => Ok(Redirect::to(&format!("/outbox/{id}?done=mail-retried")).into_response()),
        // There is nothing to type here, so nothing that a user could mend.
        Err(_) => Err(Stop::new(&v, Why::Conflict, None)),
    }
}

/// Whose it is, by name.
pub(super) fn receiver(v: &Visit, one: &Mail) -> String {
    one.member.as_ref().map_or_else(|| v.t("outbox-left"), |member| member.name.clone())
}

fn row(v: &Visit, one: &Mail) -> Row {
    let when = one.sent_at.or(one.due_at).unwrap_or(one.created_at);
    Row {
        icon: "mail",
        tone: tone(one.state),
        href: format!("/outbox/{}", one.id),
        title: receiver(v, one),
        under: v.h1("outbox-pace", "pace", v.word(one.pace)),
        middle: components::tag(tone(one.state), None, v.word(one.state)),
        middle_under: one.fault.map_or_else(Piece::default, |fault| components::plain(&v.word(fault))),
        last: v.at(when),
    }
}

fn tone(state: MailState) -> Tone {
    match state {
        MailState::Sent => Tone::Good,
        MailState::Refused | MailState::Failed => Tone::Late,
        MailState::Queued | MailState::NotNeeded | MailState::Kept => Tone::Calm,
    }
}

impl LetterPage<'_> {
    fn title(&self) -> String {
        match &self.mail.content {
            Some(content) => content.subject.clone(),
            None => self.v.t("letter-title"),
        }
    }

    fn state(&self) -> Piece {
        components::tag(tone(self.mail.state), None, self.v.word(self.mail.state))
    }

    fn may_retry(&self) -> bool {
        self.v.may(Action::MailLook) && matches!(self.mail.state, MailState::Failed | MailState::Kept)
    }
}
