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
#[template(path = "pages/imports/judged.html")]
struct JudgedPage<'a> {
    v: &'a Visit,
    crumbs: Crumbs<'a>,
    /// Why it was not recorded when somebody said so.
    fault: Option<Piece>,
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
    certainty: Piece,
    examples: Option<String>,
}

pub async fn show(v: &Visit, list: Shown, asked: Fields) -> Result<Response, Stop> {
    let verdict = Verdict::ALL.iter().copied().find(|verdict| verdict.slug() == asked.get("show"));
    let usual = if list.counts.bad > 0 { Verdict::Bad } else { Verdict::New };
    let verdict = verdict.unwrap_or(usual);
    let found = rows::ask(v, list.id.clone(), verdict, ROWS, asked.some("after")).await?;
    let more = (found.page_info.has_next_page, found.page_info.end_cursor.as_deref());
    let here = format!("/imports/{}", list.id);
    Ok(v.show(&JudgedPage {
        v,
        crumbs: Crumbs::of(v, &list),
        fault: list.fault.map(|fault| plain(&v.word(fault))),
        doubts: doubts(v, &list),
        found: told(v, &list.counts),
        take: take(v, &list),
        version: list.version.to_string(),
        tabs: Verdict::ALL
            .iter()
            .map(|one| Tab {
                href: format!("{here}?show={}", one.slug()),
                words: v.t2("imports-tab", "verdict", v.word(one), "n", count(&list.counts, *one)),
                open: *one == verdict,
            })
            .collect(),
        rows: found.nodes.iter().map(|row| rows::shown(v, &list.columns, row)).collect(),
        pager: pager(v, &here, &asked, &["show"], more),
        columns: columns(v, &list.columns),
        list,
    }))
}

fn count(counts: &Counts, verdict: Verdict) -> i64 {
    match verdict {
        Verdict::New => counts.new,
        Verdict::Known => counts.known,
        Verdict::Repeated => counts.repeated,
        Verdict::Bad => counts.bad,
    }
}

/// What each of the verdicts means, for those that there are.
fn told(v: &Visit, counts: &Counts) -> Vec<String> {
    let there =
        Verdict::ALL.iter().map(|verdict| (*verdict, count(counts, *verdict))).filter(|(_, n)| *n > 0);
    there.map(|(verdict, n)| v.t1(&format!("imports-found-{}", verdict.slug()), "n", n)).collect()
}

fn take(v: &Visit, list: &Shown) -> Option<String> {
    let n = list.counts.new;
    (n > 0).then(|| match list.kind {
        ListKind::People => v.t1("imports-take-people", "n", n),
        ListKind::Organisations => v.t1("imports-take-organisations", "n", n),
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
fn doubts(v: &Visit, list: &Shown) -> Vec<String> {
    let name = |column: &Column| called(v, &column.header, column.position);
    let missing = list.missing.iter().map(|field| v.t1("imports-doubt-missing", "field", v.word(field)));
    let order = list.columns.iter().filter(|column| unordered(column));
    let order = order.map(|column| v.t1("imports-doubt-order", "column", name(column)));
    let taken = list.columns.iter().filter(|column| unsure(column));
    let taken = taken.filter_map(|column| {
        let field = v.word(column.field?);
        Some(v.t2("imports-doubt-unsure", "column", name(column), "field", field))
    });
    let unread = list.columns.iter().filter(|column| column.field.is_none() && unsure(column));
    let unread: Vec<_> = unread.map(name).collect();
    let unread = (!unread.is_empty()).then(|| v.t1("imports-doubt-unread", "columns", unread.join(", ")));
    let sheets = &list.unread_sheets;
    let sheets = (!sheets.is_empty()).then(|| v.t1("imports-doubt-sheets", "sheets", sheets.join(", ")));
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
fn headings(v: &Visit, columns: &[Column]) -> Option<String> {
    let known = |column: &Column| column.certainty == Certainty::Certain || column.remembered;
    let headings: Vec<_> =
        columns.iter().map(|column| column.header.as_str()).filter(|text| !text.is_empty()).collect();
    (!columns.iter().any(known))
        .then(|| v.t1("imports-doubt-headings", "headings", super::short(&headings.join(", "), 200)))
}

/// The columns, doubtful ones first.
fn columns(v: &Visit, all: &[Column]) -> Vec<Told> {
    let mut all: Vec<_> = all.iter().collect();
    all.sort_by_key(|column| !(unordered(column) || unsure(column)));
    all.into_iter().map(|column| of(v, column)).collect()
}

fn of(v: &Visit, column: &Column) -> Told {
    let taken = match column.field {
        Some(field) => v.t1("imports-taken-for", "field", v.word(field)),
        None => v.t("imports-not-read"),
    };
    Told {
        called: called(v, &column.header, column.position),
        taken,
        certainty: certainty(v, column),
        examples: examples(v, column),
    }
}

/// How sure it is what a column holds, as a small tag.
pub fn certainty(v: &Visit, column: &Column) -> Piece {
    if unordered(column) {
        return tag(Tone::Soon, None, v.t("imports-order-open"));
    }
    if column.remembered {
        return tag(Tone::Good, None, v.t("imports-remembered"));
    }
    let tone = match column.certainty {
        Certainty::Unsure => Tone::Soon,
        Certainty::Likely => Tone::Calm,
        Certainty::Certain => Tone::Good,
    };
    tag(tone, None, v.word(column.certainty))
}

/// Up to three of a column's values.
pub fn examples(v: &Visit, column: &Column) -> Option<String> {
    let some = column.examples.iter().map(|example| example.trim()).filter(|example| !example.is_empty());
    let some: Vec<_> = some.take(3).map(|example| super::short(example, 40)).collect();
    (!some.is_empty()).then(|| v.t1("imports-examples", "examples", some.join(" · ")))
}
