//! A list that waits for somebody to decide: what was found in it, what is doubtful, and its rows.

use super::{Column, Counts, Crumbs, Shown, called, rows};
use crate::{
    codes::Code,
    components::{Pager, Tone, plain, tag},
    pages::directory::pager,
    prelude::*,
};

/// Rows on a page.
const ROWS: i64 = 25;

#[derive(Template)]
#[template(path = "pages/imports/review.html")]
struct ReviewPage<'a> {
    v: &'a PageContext,
    crumbs: Crumbs<'a>,
    /// Why it was not recorded when somebody said so.
    failure: Option<Html>,
    /// What somebody should look at before anything else.
    doubts: Vec<String>,
    found: Vec<String>,
    /// What the button says that records the good rows; None where there are none.
    take: Option<String>,
    version: String,
    tabs: Vec<Tab>,
    rows: Vec<rows::Shown>,
    pager: Pager<'a>,
    columns: Vec<Told>,
    list: Shown,
}

struct Tab {
    href: String,
    words: String,
    open: bool,
}

/// A column, and what it is taken for.
struct Told {
    called: String,
    taken: String,
    certainty: Html,
    examples: Option<String>,
}

pub async fn show(v: &PageContext, list: Shown, asked: Fields) -> Result<Response, PageError> {
    let status = ImportRowStatus::ALL.iter().copied().find(|status| status.slug() == asked.get("show"));
    let usual = if list.counts.invalid > 0 { ImportRowStatus::Invalid } else { ImportRowStatus::New };
    let status = status.unwrap_or(usual);
    let found = rows::query(v, list.id.clone(), status, ROWS, asked.some("after")).await?;
    let more = (found.page_info.has_next_page, found.page_info.end_cursor.as_deref());
    let here = format!("/imports/{}", list.id);
    Ok(v.show(&ReviewPage {
        v,
        crumbs: Crumbs::of(v, &list),
        failure: list.failure.map(|failure| plain(&v.word(failure))),
        doubts: doubts(v, &list),
        found: told(v, &list.counts),
        take: take(v, &list),
        version: list.version.to_string(),
        tabs: ImportRowStatus::ALL
            .iter()
            .map(|one| Tab {
                href: format!("{here}?show={}", one.slug()),
                words: v.t2(key::IMPORTS_TAB, "verdict", v.word(one), "n", count(&list.counts, *one)),
                open: *one == status,
            })
            .collect(),
        rows: found.nodes.iter().map(|row| rows::shown(v, &list.columns, row)).collect(),
        pager: pager(v, &here, &asked, &["show"], more),
        columns: columns(v, &list.columns),
        list,
    }))
}

fn count(counts: &Counts, status: ImportRowStatus) -> i64 {
    match status {
        ImportRowStatus::New => counts.new,
        ImportRowStatus::Existing => counts.existing,
        ImportRowStatus::Duplicate => counts.duplicate,
        ImportRowStatus::Invalid => counts.invalid,
    }
}

/// What each of the verdicts means, for those that there are.
fn told(v: &PageContext, counts: &Counts) -> Vec<String> {
    let there =
        ImportRowStatus::ALL.iter().map(|status| (*status, count(counts, *status))).filter(|(_, n)| *n > 0);
    there.map(|(status, n)| v.t1(status.imports_found(), "n", n)).collect()
}

fn take(v: &PageContext, list: &Shown) -> Option<String> {
    let n = list.counts.new;
    (n > 0).then(|| match list.kind {
        ImportKind::People => v.t1(key::IMPORTS_TAKE_PEOPLE, "n", n),
        ImportKind::Organisations => v.t1(key::IMPORTS_TAKE_ORGANISATIONS, "n", n),
    })
}

/// Whether somebody should say what a column is, since it may be taken for something else.
fn unsure(column: &Column) -> bool {
    column.certainty == Certainty::Unsure && !column.remembered
}

/// Whether nobody has said which stands first in its dates, the day or the month.
fn unordered(column: &Column) -> bool {
    column.field.is_some() && column.is_date && column.date_order.is_none()
}

/// What spoils most rows stands first.
fn doubts(v: &PageContext, list: &Shown) -> Vec<String> {
    let name = |column: &Column| called(v, &column.header, column.position);
    let missing = list.missing.iter().map(|field| v.t1(key::IMPORTS_DOUBT_MISSING, "field", v.word(field)));
    let order = list.columns.iter().filter(|column| unordered(column));
    let order = order.map(|column| v.t1(key::IMPORTS_DOUBT_ORDER, "column", name(column)));
    let taken = list.columns.iter().filter(|column| unsure(column));
    let taken = taken.filter_map(|column| {
        let field = v.word(column.field?);
        Some(v.t2(key::IMPORTS_DOUBT_UNSURE, "column", name(column), "field", field))
    });
    let unread = list.columns.iter().filter(|column| column.field.is_none() && unsure(column));
    let unread: Vec<_> = unread.map(name).collect();
    let unread = (!unread.is_empty()).then(|| v.t1(key::IMPORTS_DOUBT_UNREAD, "columns", unread.join(", ")));
    let sheets = &list.unread_sheets;
    let sheets = (!sheets.is_empty()).then(|| v.t1(key::IMPORTS_DOUBT_SHEETS, "sheets", sheets.join(", ")));
    headings(v, &list.columns)
        .into_iter()
        .chain(missing)
        .chain(order)
        .chain(sheets)
        .chain(taken)
        .chain(unread)
        .collect()
}

/// Where no heading is known, the first row may be somebody: of a list without headings it would be lost unseen.
fn headings(v: &PageContext, columns: &[Column]) -> Option<String> {
    let existing = |column: &Column| column.certainty == Certainty::Certain || column.remembered;
    let headings: Vec<_> =
        columns.iter().map(|column| column.header.as_str()).filter(|text| !text.is_empty()).collect();
    (!columns.iter().any(existing))
        .then(|| v.t1(key::IMPORTS_DOUBT_HEADINGS, "headings", super::short(&headings.join(", "), 200)))
}

/// The columns, doubtful ones first.
fn columns(v: &PageContext, all: &[Column]) -> Vec<Told> {
    let mut all: Vec<_> = all.iter().collect();
    all.sort_by_key(|column| !(unordered(column) || unsure(column)));
    all.into_iter().map(|column| of(v, column)).collect()
}

fn of(v: &PageContext, column: &Column) -> Told {
    let taken = match column.field {
        Some(field) => v.t1(key::IMPORTS_TAKEN_FOR, "field", v.word(field)),
        None => v.t(key::IMPORTS_NOT_READ),
    };
    Told {
        called: called(v, &column.header, column.position),
        taken,
        certainty: certainty(v, column),
        examples: examples(v, column),
    }
}

/// How sure it is what a column holds, as a small tag.
pub fn certainty(v: &PageContext, column: &Column) -> Html {
    if unordered(column) {
        return tag(Tone::Soon, None, v.t(key::IMPORTS_ORDER_OPEN));
    }
    if column.remembered {
        return tag(Tone::Good, None, v.t(key::IMPORTS_REMEMBERED));
    }
    let tone = match column.certainty {
        Certainty::Unsure => Tone::Soon,
        Certainty::Likely => Tone::Calm,
        Certainty::Certain => Tone::Good,
    };
    tag(tone, None, v.word(column.certainty))
}

/// Up to three of a column's values.
pub fn examples(v: &PageContext, column: &Column) -> Option<String> {
    let some = column.examples.iter().map(|example| example.trim()).filter(|example| !example.is_empty());
    let some: Vec<_> = some.take(3).map(|example| super::short(example, 40)).collect();
    (!some.is_empty()).then(|| v.t1(key::IMPORTS_EXAMPLES, "examples", some.join(" · ")))
}
