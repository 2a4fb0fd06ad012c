//! Notices and mails as tables.

use super::{
    list::{self, Notice},
    outbox::{self, Mail},
};
use crate::{
    pages::export::{self, Cell, Column, Page, ROWS, Rows, Table},
    prelude::*,
};

const OF_NOTICES: [Column<Notice>; 4] = [
    ("column-day", |v, one| Cell::day_of(v, Some(one.at))),
    ("column-what", |v, one| Cell::text(v.t(&list::told(one.kind)))),
    ("column-about", |v, one| Cell::text(list::about(v, one))),
    ("column-read", |v, one| Cell::day_of(v, one.seen_at)),
];

const OF_MAILS: [Column<Mail>; 8] = [
    ("letter-to", |v, one| Cell::text(outbox::receiver(v, one))),
    ("column-state", |v, one| Cell::text(v.word(one.state))),
    ("column-pace", |v, one| Cell::text(v.word(one.pace))),
    ("letter-made", |v, one| Cell::day_of(v, Some(one.created_at))),
    ("letter-due", |v, one| Cell::day_of(v, one.due_at)),
    ("letter-sent", |v, one| Cell::day_of(v, one.sent_at)),
    ("letter-tries", |_, one| Cell::Number(one.tries)),
    ("letter-fault", |v, one| one.fault.map_or(Cell::Empty, |fault| Cell::text(v.word(fault)))),
];

pub fn routes() -> Router<House> {
    Router::new()
        .merge(export::routes(list::LIST, |v, _| Ok((Table::of(v, "notices", &OF_NOTICES), Notices))))
        .merge(export::routes(outbox::OUTBOX, |v, _| Ok((Table::of(v, "mails", &OF_MAILS), Mails))))
}

struct Notices;

impl Rows for Notices {
    async fn page(&self, v: &Visit, after: Option<String>) -> Result<Page, Stop> {
        let found = list::ask(v, ROWS, after).await?;
        let (more, cursor) = (found.page_info.has_next_page, found.page_info.end_cursor);
        Ok(Page::listed(v, &OF_NOTICES, &found.nodes, more, cursor))
    }
}

struct Mails;

impl Rows for Mails {
    async fn page(&self, v: &Visit, after: Option<String>) -> Result<Page, Stop> {
        let found = outbox::ask(v, ROWS, after).await?;
        let (more, cursor) = (found.page_info.has_next_page, found.page_info.end_cursor);
        Ok(Page::listed(v, &OF_MAILS, &found.nodes, more, cursor))
    }
}
