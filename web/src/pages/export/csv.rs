//! A table as CSV: asked for and sent a page at a time, so that it may be long.

use std::io;

use ::csv::{Terminator, WriterBuilder};
use axum::body::Body;
use futures_util::stream;

use super::{Cell, Page, Rows, Table, said};
use crate::{prelude::*, text::Language};

/// By this a spreadsheet knows that the text is UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";
const KIND: &str = "text/csv; charset=utf-8; header=present";

pub(super) async fn csv<R: Rows>(v: PageContext, table: Table, rows: R) -> Result<Response, PageError> {
    let first = rows.page(&v, None).await?;
    let headers = said(&v, &table, KIND, "csv");
    let begun = Begun { v, rows, next: Next::Page { page: first, headings: Some(table.headings) } };
    Ok((headers, Body::from_stream(stream::try_unfold(begun, Begun::go_on))).into_response())
}

/// A table on its way out.
struct Begun<R> {
    v: PageContext,
    rows: R,
    next: Next,
}

enum Next {
    /// These rows, below the headings or not.
    Page {
        page: Page,
        headings: Option<Vec<String>>,
    },
    After(String),
    Nothing,
}

impl<R: Rows> Begun<R> {
    /// The next rows. A table that cannot be read to its end breaks off, so that it is not taken for a whole one.
    async fn go_on(mut self) -> io::Result<Option<(Vec<u8>, Self)>> {
        let (page, headings) = match self.next {
            Next::Page { page, headings } => (page, headings),
            Next::Nothing => return Ok(None),
            Next::After(cursor) => {
                let page = self.rows.page(&self.v, Some(cursor)).await;
                let page = page.map_err(|stop| {
                    let status = stop.into_response().status();
                    tracing::warn!(%status, "a table breaks off: its next rows cannot be read");
                    io::Error::other(format!("a table cannot be read on ({status})"))
                });
                (page?, None)
            }
        };
        let bytes = written(self.v.language, headings, page.rows)?;
        self.next = page.next.map_or(Next::Nothing, Next::After);
        Ok(Some((bytes, self)))
    }
}

/// Rows as bytes. Where a comma separates whole and tenths, spreadsheets want a semicolon between cells.
pub(super) fn written(
    language: Language,
    headings: Option<Vec<String>>,
    rows: Vec<Vec<Cell>>,
) -> io::Result<Vec<u8>> {
    let separator = match language {
        Language::English => b',',
        Language::Lithuanian | Language::Russian => b';',
    };
    let bytes = if headings.is_some() { MARK.to_vec() } else { Vec::new() };
    let mut table = WriterBuilder::new().delimiter(separator).terminator(Terminator::CRLF).from_writer(bytes);
    if let Some(headings) = headings {
        table.write_record(headings.into_iter().map(harmless))?;
    }
    for row in rows {
        table.write_record(row.into_iter().map(words))?;
    }
    table.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

fn words(cell: Cell) -> String {
    match cell {
        Cell::Text(words) => harmless(words),
        Cell::Date(day) => day.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Empty => String::new(),
    }
}

/// A spreadsheet takes a cell that begins so for a formula and runs it, whoever wrote it.
pub(super) fn harmless(cell: String) -> String {
    const BEGIN: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if cell.starts_with(BEGIN) { format!("'{cell}") } else { cell }
}
