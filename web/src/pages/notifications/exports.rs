//! Notices and mails as tables.

use super::{
    list::{self, Notification},
    outbox::{self, Email},
};
use crate::{
    pages::export::{self, Cell, Column, Page, ROWS, Rows, Table},
    prelude::*,
};

const OF_NOTIFICATIONS: [Column<Notification>; 4] = [
    (key::COLUMN_DAY, |v, one| Cell::day_of(v, Some(one.at))),
    (key::COLUMN_WHAT, |v, one| Cell::text(v.t(list::told(one.kind)))),
    (key::COLUMN_ABOUT, |v, one| Cell::text(list::about(v, one))),
    (key::COLUMN_READ, |v, one| Cell::day_of(v, one.read_at)),
];

const OF_EMAILS: [Column<Email>; 8] = [
    (key::LETTER_TO, |v, one| Cell::text(outbox::receiver(v, one))),
    (key::COLUMN_STATE, |v, one| Cell::text(v.word(one.state))),
    (key::COLUMN_PACE, |v, one| Cell::text(v.word(one.frequency))),
    (key::LETTER_MADE, |v, one| Cell::day_of(v, Some(one.created_at))),
    (key::LETTER_DUE, |v, one| Cell::day_of(v, one.due_at)),
    (key::LETTER_SENT, |v, one| Cell::day_of(v, one.sent_at)),
    (key::LETTER_TRIES, |_, one| Cell::Number(one.tries)),
    (key::LETTER_FAULT, |v, one| one.failure.map_or(Cell::Empty, |failure| Cell::text(v.word(failure)))),
];

pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(export::routes(list::LIST, |v, _| {
            Ok((Table::of(v, "notices", &OF_NOTIFICATIONS), Notifications))
        }))
        .merge(export::routes(outbox::OUTBOX, |v, _| Ok((Table::of(v, "mails", &OF_EMAILS), Emails))))
}

struct Notifications;

impl Rows for Notifications {
    async fn page(&self, v: &PageContext, after: Option<String>) -> Result<Page, PageError> {
        let found = list::query(v, ROWS, after).await?;
        let (more, cursor) = (found.page_info.has_next_page, found.page_info.end_cursor);
        Ok(Page::listed(v, &OF_NOTIFICATIONS, &found.nodes, more, cursor))
    }
}

struct Emails;

impl Rows for Emails {
    async fn page(&self, v: &PageContext, after: Option<String>) -> Result<Page, PageError> {
        let found = outbox::query(v, ROWS, after).await?;
        let (more, cursor) = (found.page_info.has_next_page, found.page_info.end_cursor);
        Ok(Page::listed(v, &OF_EMAILS, &found.nodes, more, cursor))
    }
}
