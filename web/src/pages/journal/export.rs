//! The journal as a table for spreadsheets: asked for and sent a page at a time, so that it may be long.

use std::io;

use axum::{body::Body, extract::RawQuery};
use csv::{Terminator, WriterBuilder};
use futures_util::stream;
use http::header;

use super::{Entry, Thing, Told, ask, entry};
use crate::{codes::Code, prelude::*, text::Language};

/// Rows of one question, the most that the API answers.
const ROWS: i64 = 100;
/// By this a spreadsheet knows that the text is UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";
const COLUMNS: usize = 13;

pub fn routes() -> Router<House> {
    Router::new().route("/journal.csv", get(export))
}

async fn export(v: Visit, RawQuery(query): RawQuery) -> Result<Response, Stop> {
    let asked = Fields::of_query(&query.unwrap_or_default());
    // Whoever may not is told so before anything is sent.
    let first = ask(&v, &asked, ROWS, None).await?;
    let disposition = format!("attachment; filename=\"journal-{}.csv\"", v.today);
    let begin = Begun { v, asked, next: Next::Page { told: first, heading: true } };
    let kind = "text/csv; charset=utf-8; header=present".to_owned();
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(stream::try_unfold(begin, Begun::go_on))).into_response())
}

/// A table on its way out.
struct Begun {
    v: Visit,
    asked: Fields,
    next: Next,
}

enum Next {
    /// These rows, below the heading or not.
    Page {
        told: Told,
        heading: bool,
    },
    After(String),
    Nothing,
}

impl Begun {
    /// The next rows. A table that cannot be read to its end breaks off, so that it is not taken for a whole one.
    async fn go_on(mut self) -> io::Result<Option<(Vec<u8>, Self)>> {
        let (told, heading) = match self.next {
            Next::Page { told, heading } => (told, heading),
            Next::Nothing => return Ok(None),
            Next::After(cursor) => {
                let told = ask(&self.v, &self.asked, ROWS, Some(cursor)).await;
                (told.map_err(|_| io::Error::other("the journal cannot be read on"))?, false)
            }
        };
        let rows = rows(&self.v, &told, heading)?;
        self.next = match told.page_info.end_cursor.filter(|_| told.page_info.has_next_page) {
            Some(cursor) => Next::After(cursor),
            None => Next::Nothing,
        };
        Ok(Some((rows, self)))
    }
}

/// Rows as bytes. Where a comma separates whole and tenths, spreadsheets want a semicolon between cells.
fn rows(v: &Visit, told: &Told, heading: bool) -> io::Result<Vec<u8>> {
    let separator = match v.language {
        Language::English => b',',
        Language::Lithuanian | Language::Russian => b';',
    };
    let bytes = if heading { MARK.to_vec() } else { Vec::new() };
    let mut table = WriterBuilder::new().delimiter(separator).terminator(Terminator::CRLF).from_writer(bytes);
    if heading {
        table.write_record(columns(v))?;
    }
    for one in &told.nodes {
        table.write_record(cells(v, one).map(harmless))?;
    }
    table.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

fn columns(v: &Visit) -> [String; COLUMNS] {
    [
        v.t("journal-column-position"),
        v.t1("journal-column-at", "zone", v.zone.name()),
        v.t("journal-column-organisation"),
        v.t("journal-column-member"),
        v.t("journal-column-what"),
        v.t("journal-column-code"),
        v.t("journal-column-about"),
        v.t("journal-column-about-id"),
        v.t("journal-column-beside"),
        v.t("journal-column-beside-id"),
        v.t("journal-column-fields"),
        v.t("journal-column-origin"),
        v.t("journal-column-id"),
    ]
}

fn cells(v: &Visit, one: &Entry) -> [String; COLUMNS] {
    let organisation = one.organisation.as_ref().map(|organisation| organisation.name.clone());
    let called = |thing: &Thing| entry::name(one, thing).unwrap_or_else(|| v.word(thing.kind));
    let ids = |thing: &Thing| thing.id.clone();
    [
        one.position.to_string(),
        one.at.with_timezone(&v.zone).format("%Y-%m-%d %H:%M:%S").to_string(),
        organisation.unwrap_or_else(|| v.t("somebody-system")),
        one.member.as_ref().map(|member| member.name.clone()).unwrap_or_default(),
        v.word(one.kind),
        one.kind.code().to_owned(),
        joined(one.subjects.iter().map(called)),
        joined(one.subjects.iter().map(ids)),
        joined(one.about.iter().map(called)),
        joined(one.about.iter().map(ids)),
        one.fields.join(", "),
        v.word(one.origin),
        one.id.clone(),
    ]
}

fn joined(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

/// A spreadsheet takes a cell that begins so for a formula and runs it, whoever wrote it.
fn harmless(cell: String) -> String {
    const BEGIN: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if cell.starts_with(BEGIN) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_formula_is_taken_for_words() {
        for bad in ["=1+1", "+370 600 00000", "-2", "@SUM(A1)", "\t=1", "＝1"] {
            assert_eq!(harmless(bad.to_owned()), format!("'{bad}"));
        }
        for good in ["", "Heron-27", "1=1", "member_01h45"] {
            assert_eq!(harmless(good.to_owned()), good);
        }
    }
}
