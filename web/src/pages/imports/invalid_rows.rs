//! The rows to mend as a table: as they stand in the list, under its own headings, and in a last column what is wrong
//! with each. Mended, it can be brought in again; the last column means nothing there.

use super::{Column, called, query, rows, short};
use crate::{
    pages::export::{Cell, Ending, Page, ROWS, Rows, Table, answer},
    prelude::*,
    text::{Language, text},
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/imports/{id}/bad.csv", get(csv)).route("/imports/{id}/bad.xlsx", get(xlsx))
}

async fn csv(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    export(v, id, Ending::Csv).await
}

async fn xlsx(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    export(v, id, Ending::Xlsx).await
}

async fn export(v: PageContext, id: String, ending: Ending) -> Result<Response, PageError> {
    let mut list = query(&v, id).await?;
    if list.counts.invalid == 0 || !matches!(list.state, ImportState::Validated | ImportState::Done) {
        return Err(PageError::not_found(&v));
    }
    list.columns.retain(|column| !is_ours(&column.header));
    let headings = list.columns.iter().map(|column| {
        // A cell holds no more than so much, and no heading is worth more.
        short(&called(&v, &column.header, column.position), 1000)
    });
    let headings = headings.chain([v.t(key::MEND_COLUMN)]).collect();
    let invalid = Invalid { id: list.id, columns: list.columns };
    answer(v, ending, Table { name: "to-mend", headings }, invalid).await
}

/// Whether a column is the last one of such a table, which came back with it and says what was wrong then.
fn is_ours(header: &str) -> bool {
    Language::ALL.into_iter().any(|language| text(language, key::MEND_COLUMN, None) == header.trim())
}

struct Invalid {
    id: String,
    columns: Vec<Column>,
}

impl Rows for Invalid {
    async fn page(&self, v: &PageContext, after: Option<String>) -> Result<Page, PageError> {
        let found = rows::query(v, self.id.clone(), ImportRowStatus::Invalid, ROWS, after).await?;
        let rows = found.nodes.iter().map(|row| self.cells(v, row)).collect();
        Ok(Page::of(rows, found.page_info.has_next_page, found.page_info.end_cursor))
    }
}

impl Invalid {
    /// A cell for each heading, though a row may be shorter than its headings.
    fn cells(&self, v: &PageContext, row: &rows::OneRow) -> Vec<Cell> {
        let cell = |column: &Column| {
            let at = usize::try_from(column.position).ok();
            Cell::text(at.and_then(|at| row.cells.get(at)).map_or("", String::as_str))
        };
        let errors = row.errors.iter().map(|failure| rows::to_mend(v, &self.columns, failure));
        self.columns.iter().map(cell).chain([Cell::texts(errors)]).collect()
    }
}
