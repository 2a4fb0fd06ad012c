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
    ("column-day", |v, one| Cell::day_of(v, Some(one.at))),
    ("column-what", |v, one| Cell::text(v.t(&list::told(one.kind)))),
    ("column-about", |v, one| Cell::text(list::about(v, one))),
    ("column-read", |v, one| Cell::day_of(v, one.read_at)),
];

const OF_EMAILS: [Column<Email>; 8] = [
    ("letter-to", |v, one| Cell::text(outbox::receiver(v, one))),
    ("column-state", |v, one| Cell::text(v.word(one.state))),
    ("column-pace", |v, one| Cell::text(v.word(one.frequency))),
    ("letter-made", |v, one| Cell::day_of(v, Some(one.created_at))),
    ("letter-due", |v, one| Cell::day_of(v, one.due_at)),
    ("letter-sent", |v, one| Cell::day_of(v, one.sent_at)),
    ("letter-tries", |_, one| Cell::Number(one.tries)),
    ("letter-fault", |v, one| one.failure.map_or(Cell::Empty, |failure| Cell::text(v.word(failure)))),
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
