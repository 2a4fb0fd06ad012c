//! The journal as a table, which may be long.

use super::{Entry, Thing, entry, query};
use crate::{
    codes::Code,
    pages::export::{self, Cell, Page, ROWS, Rows, Table},
    prelude::*,
};

pub fn routes() -> Router<AppState> {
    export::routes("/journal", |v, asked| Ok((table(v), Entries { asked })))
}

struct Entries {
    asked: Fields,
}

impl Rows for Entries {
    async fn page(&self, v: &PageContext, after: Option<String>) -> Result<Page, PageError> {
        let told = query(v, &self.asked, ROWS, after).await?;
        let rows = told.nodes.iter().map(|one| cells(v, one)).collect();
        Ok(Page::of(rows, told.page_info.has_next_page, told.page_info.end_cursor))
    }
}

fn table(v: &PageContext) -> Table {
    let headings = vec![
        v.t(key::JOURNAL_COLUMN_POSITION),
        v.t1(key::JOURNAL_COLUMN_AT, "zone", v.zone.name()),
        v.t(key::JOURNAL_COLUMN_ORGANISATION),
        v.t(key::JOURNAL_COLUMN_MEMBER),
        v.t(key::JOURNAL_COLUMN_WHAT),
        v.t(key::JOURNAL_COLUMN_CODE),
        v.t(key::JOURNAL_COLUMN_ABOUT),
        v.t(key::JOURNAL_COLUMN_ABOUT_ID),
        v.t(key::JOURNAL_COLUMN_BESIDE),
        v.t(key::JOURNAL_COLUMN_BESIDE_ID),
        v.t(key::JOURNAL_COLUMN_FIELDS),
        v.t(key::JOURNAL_COLUMN_ORIGIN),
        v.t(key::JOURNAL_COLUMN_ID),
    ];
    Table { name: "journal", headings }
}

fn cells(v: &PageContext, one: &Entry) -> Vec<Cell> {
    let organisation = one.organisation.as_ref().map(|organisation| organisation.name.clone());
    let called = |thing: &Thing| entry::name(one, thing).unwrap_or_else(|| v.word(thing.kind));
    let ids = |thing: &Thing| thing.id.clone();
    vec![
        Cell::Number(one.sequence_number),
        Cell::text(one.at.with_timezone(&v.zone).format("%Y-%m-%d %H:%M:%S").to_string()),
        Cell::text(organisation.unwrap_or_else(|| v.t(key::SOMEBODY_SYSTEM))),
        Cell::text(one.member.as_ref().map(|member| member.name.clone()).unwrap_or_default()),
        Cell::text(v.word(one.kind)),
        Cell::text(one.kind.code()),
        joined(one.subjects.iter().map(called)),
        joined(one.subjects.iter().map(ids)),
        joined(one.about.iter().map(called)),
        joined(one.about.iter().map(ids)),
        Cell::text(one.fields.join(", ")),
        Cell::text(v.word(one.origin)),
        Cell::text(&one.id),
    ]
}

fn joined(words: impl Iterator<Item = String>) -> Cell {
    Cell::text(words.collect::<Vec<_>>().join(", "))
}
