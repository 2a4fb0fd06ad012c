//! A table as XLSX. The whole of it is put together in memory, nothing is laid down on a disk, and so its length is
//! bounded; whoever wants more takes the CSV, which is sent as it is read.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{Cell, Rows, Table, said};
use crate::prelude::*;

/// The most rows of a table.
pub(super) const MOST: usize = 20_000;
/// The most that a spreadsheet takes into one cell, in UTF-16 units.
const LONGEST: usize = 32_767;
/// The narrowest and the widest column, in letters.
const WIDTHS: (usize, usize) = (8, 48);
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

#[derive(Template)]
#[template(path = "pages/export/too_long.html")]
struct TooLongPage<'a> {
    v: &'a PageContext,
    most: usize,
    /// The same table as CSV.
    csv: String,
}

pub(super) async fn xlsx<R: Rows>(v: &PageContext, table: Table, rows: R) -> Result<Response, PageError> {
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let page = rows.page(v, after).await?;
        all.extend(page.rows);
        if all.len() > MOST || (all.len() == MOST && page.next.is_some()) {
            let page = TooLongPage { v, most: MOST, csv: as_csv(&v.here) };
            return Ok(v.show_as(StatusCode::PAYLOAD_TOO_LARGE, &page));
        }
        match page.next {
            Some(cursor) => after = Some(cursor),
            None => break,
        }
    }
    let headers = said(v, &table, KIND, "xlsx");
    // Packing thousands of rows takes a while, in which others are served.
    let packed = tokio::task::spawn_blocking(move || book(&table, &all)).await;
    match packed {
        Ok(Ok(bytes)) => Ok((headers, bytes).into_response()),
        Ok(Err(error)) => {
            tracing::error!(%error, "a table cannot be written");
            Err(PageError::new(v, PageErrorKind::Internal, None))
        }
        Err(error) => {
            tracing::error!(%error, "a table was not written");
            Err(PageError::new(v, PageErrorKind::Internal, None))
        }
    }
}

/// The address of the same table as CSV.
fn as_csv(here: &str) -> String {
    let (path, query) = here.split_once('?').unwrap_or((here, ""));
    let path = path.strip_suffix(".xlsx").unwrap_or(path);
    if query.is_empty() { format!("{path}.csv") } else { format!("{path}.csv?{query}") }
}

/// The file. Whatever stands in a cell is written as what it is: words are never a formula.
pub(super) fn book(table: &Table, rows: &[Vec<Cell>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(table.name)?;
    sheet.set_freeze_panes(1, 0)?;
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
    for (column, heading) in (0..).zip(&table.headings) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
        let cells = rows.iter().filter_map(|row| row.get(usize::from(column)));
        sheet.set_column_width(column, width(heading, cells))?;
    }
    for (at, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            write(sheet, (at, column), cell, &day)?;
        }
    }
    book.save_to_buffer()
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    day: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(words) => {
            sheet.write_string(row, column, fitting(words))?;
        }
        // As a number a cell holds 15 digits; no count of ours has more.
        Cell::Number(number) => {
            sheet.write_number(row, column, *number as f64)?;
        }
        Cell::Date(date) => match excel_date(*date) {
            Some(date) => {
                sheet.write_datetime_with_format(row, column, date, day)?;
            }
            None => {
                sheet.write_string(row, column, date.to_string())?;
            }
        },
    }
    Ok(())
}

/// None for days that spreadsheets do not know, such as those before 1900.
fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    use chrono::Datelike;
    let year = u16::try_from(date.year()).ok().filter(|year| *year >= 1900)?;
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// Words, cut where a cell holds no more.
fn fitting(words: &str) -> &str {
    let mut units = 0;
    let end = words.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > LONGEST
    });
    end.map_or(words, |(at, _)| &words[..at])
}

/// As wide as the longest line in the column, within reason.
fn width<'c>(heading: &str, cells: impl Iterator<Item = &'c Cell>) -> f64 {
    let lines = |words: &str| words.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let letters = |cell: &Cell| match cell {
        Cell::Text(words) => lines(words),
        Cell::Date(_) => "2026-12-28".len(),
        Cell::Number(number) => number.to_string().len(),
        Cell::Empty => 0,
    };
    // Bold letters are a little wider.
    let heading = heading.chars().count() + 1;
    let letters = cells.map(letters).max().unwrap_or(0).max(heading);
    (letters + 1).clamp(WIDTHS.0, WIDTHS.1) as f64
}
