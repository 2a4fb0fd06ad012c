//! Lists as tables to take along: the rows and columns that the viewer may see, for spreadsheets. A list says how
//! its rows are asked for a page at a time; how a table is written is said once, here.

use std::{future::Future, io};

use axum::extract::RawQuery;
use http::header;

use crate::{prelude::*, text::Language};

mod csv;
mod form;
mod xlsx;

pub(super) use form::{ExportForm, export_form};

/// Rows of one question, the most that the API answers.
pub(super) const ROWS: i64 = 100;

/// A table on its way out: what its file is called, in ASCII, and what its columns are.
pub(super) struct Table {
    pub name: &'static str,
    pub headings: Vec<String>,
}

/// A column: the text of its heading, and what a row has in it.
pub(super) type Column<T> = (Key, fn(&PageContext, &T) -> Cell);

impl Table {
    pub fn of<T>(v: &PageContext, name: &'static str, columns: &[Column<T>]) -> Self {
        Table { name, headings: columns.iter().map(|(heading, _)| v.t(heading)).collect() }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, whatever they look like.
    Text(String),
    Date(NaiveDate),
    Number(i64),
    Empty,
}

impl Cell {
    pub(crate) fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Cell::Empty } else { Cell::Text(words) }
    }

    /// Several in one cell.
    pub(crate) fn texts(words: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Cell::text(words.into_iter().map(Into::into).collect::<Vec<String>>().join("; "))
    }

    pub(crate) fn date(day: Option<NaiveDate>) -> Self {
        day.map_or(Cell::Empty, Cell::Date)
    }

    pub(crate) fn number(number: Option<i64>) -> Self {
        number.map_or(Cell::Empty, Cell::Number)
    }

    /// The day of an instant, where the viewer is.
    pub(crate) fn day_of(v: &PageContext, at: Option<DateTime<Utc>>) -> Self {
        Cell::date(at.map(|at| v.day_of(at)))
    }

    pub(crate) fn yes(v: &PageContext, yes: bool) -> Self {
        Cell::Text(v.t(if yes { key::EXPORT_YES } else { key::EXPORT_NO }))
    }
}

/// Some rows, each with a cell for every heading, and the cursor behind them where there are more.
pub(super) struct Page {
    pub rows: Vec<Vec<Cell>>,
    pub next: Option<String>,
}

impl Page {
    pub fn of(rows: Vec<Vec<Cell>>, more: bool, cursor: Option<String>) -> Self {
        Page { rows, next: cursor.filter(|_| more) }
    }

    /// What a question found, a row for each.
    pub fn listed<T>(
        v: &PageContext,
        columns: &[Column<T>],
        found: &[T],
        more: bool,
        cursor: Option<String>,
    ) -> Self {
        let cells = |one: &T| columns.iter().map(|(_, cell)| cell(v, one)).collect();
        Page::of(found.iter().map(cells).collect(), more, cursor)
    }
}

/// Where the rows come from.
pub(super) trait Rows: Send + Sync + 'static {
    /// The rows behind a cursor, or the first.
    fn page(
        &self,
        v: &PageContext,
        after: Option<String>,
    ) -> impl Future<Output = Result<Page, PageError>> + Send;
}

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Csv,
    Xlsx,
}

/// What an address asks for: the table and its rows; or that it is not for the viewer.
type Begin<R> = fn(&PageContext, Fields) -> Result<(Table, R), PageError>;

/// A list's tables: `<path>.csv` and `<path>.xlsx`.
pub(super) fn routes<R: Rows>(path: &str, begin: Begin<R>) -> Router<AppState> {
    let in_ending = |ending: Ending| {
        get(move |v: PageContext, RawQuery(query): RawQuery| async move {
            let asked = Fields::of_query(&query.unwrap_or_default());
            let (table, rows) = begin(&v, asked)?;
            answer(v, ending, table, rows).await
        })
    };
    Router::new()
        .route(&format!("{path}.csv"), in_ending(Ending::Csv))
        .route(&format!("{path}.xlsx"), in_ending(Ending::Xlsx))
}

/// The table as a file. The first rows are asked for before anything is sent, so that whoever may not see them
/// is told so on a page.
pub(super) async fn answer<R: Rows>(
    v: PageContext,
    ending: Ending,
    table: Table,
    rows: R,
) -> Result<Response, PageError> {
    match ending {
        Ending::Csv => csv::csv(v, table, rows).await,
        Ending::Xlsx => xlsx::xlsx(&v, table, rows).await,
    }
}

/// A whole table as CSV, as pages in a language (BCP 47) give it away.
pub fn table_as_csv(language: &str, headings: Vec<String>, rows: Vec<Vec<Cell>>) -> io::Result<Vec<u8>> {
    let language =
        Language::parse(language).ok_or_else(|| io::Error::other("pages have no such language"))?;
    csv::written(language, Some(headings), rows)
}

/// A whole table as XLSX.
pub fn table_as_xlsx(headings: Vec<String>, rows: &[Vec<Cell>]) -> io::Result<Vec<u8>> {
    xlsx::book(&Table { name: "table", headings }, rows).map_err(io::Error::other)
}

/// What is said of a file: what it holds, what it is to be saved as, and that nobody keeps a copy on the way.
fn said(
    v: &PageContext,
    table: &Table,
    kind: &'static str,
    ending: &str,
) -> [(header::HeaderName, String); 3] {
    let disposition = format!("attachment; filename=\"{}-{}.{ending}\"", table.name, v.today);
    [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ]
}

#[cfg(test)]
mod lists;
#[cfg(test)]
mod tests;
