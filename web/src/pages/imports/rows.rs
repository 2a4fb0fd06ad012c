//! Rows of a list in words: what would be recorded of them, or what has to be mended.

use super::{Column, called, short};
use crate::{codes::Code, prelude::*};

operation!(ImportRows, "src/pages/imports/list.graphql");

pub type Rows = import_rows::ImportRowsImportRows;
pub type OneRow = import_rows::ImportRowsImportRowsNodes;
type RowError = import_rows::ImportRowsImportRowsNodesErrors;
type Reading = import_rows::ImportRowsImportRowsNodesReading;

/// So much of a row is shown, and so much of a value that has to be mended, in letters.
const ROW: usize = 160;
const VALUE: usize = 80;

pub async fn query(
    v: &PageContext,
    id: String,
    status: ImportRowStatus,
    first: i64,
    after: Option<String>,
) -> Result<Rows, PageError> {
    let variables = import_rows::Variables { id, status: Some(status), first, after };
    Ok(v.query::<ImportRows>(variables).await?.import.rows)
}

/// A row as a page shows it.
pub struct Shown {
    /// `Row 12`
    pub number: String,
    pub title: String,
    pub under: String,
    /// What has to be mended, a line for each fault.
    pub errors: Vec<String>,
}

pub fn shown(v: &PageContext, columns: &[Column], row: &OneRow) -> Shown {
    let number = v.t1(key::IMPORTS_ROW, "n", row.number);
    match &row.reading {
        Some(reading) => {
            let under = read(v, reading).join(" · ");
            Shown { number, title: reading.name.clone(), under, errors: Vec::new() }
        }
        None => {
            let errors = row.errors.iter().map(|failure| to_mend(v, columns, failure)).collect();
            Shown { number, title: String::new(), under: cells(row), errors }
        }
    }
}

/// A row as it stands in the list, no longer than a line or two.
pub fn cells(row: &OneRow) -> String {
    let filled: Vec<_> = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    short(&filled.join(" · "), ROW)
}

/// What would be recorded beside the name.
fn read(v: &PageContext, reading: &Reading) -> Vec<String> {
    let place = reading.municipality.as_ref();
    let born = reading.date_of_birth.map(|day| v.t1(key::IMPORTS_BORN, "day", v.exact_day(day)));
    // A year as it is written: without the mark that parts thousands.
    let year = reading.year_of_birth.map(|year| v.t1(key::IMPORTS_BORN_YEAR, "year", year.to_string()));
    [
        reading.kind.map(|kind| v.word(kind)),
        born.or(year),
        reading.sex.map(|sex| v.word(sex)),
        reading.release_date.map(|day| v.t1(key::IMPORTS_RELEASE, "day", v.exact_day(day))),
        place.map(|place| v.place_name(&place.name, &place.name_local).to_owned()),
        reading.places.map(|places| v.t1(key::IMPORTS_PLACES, "n", places)),
        (!reading.needs.is_empty()).then(|| v.words(&reading.needs)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// `Date of birth: 31.02.1990 is no date`. The column has the name that it has in the list, so that it is found there.
pub fn to_mend(v: &PageContext, columns: &[Column], failure: &RowError) -> String {
    let column = failure.position.and_then(|at| columns.iter().find(|column| column.position == at));
    let field = column.map(|column| called(v, &column.header, column.position));
    let field = field.unwrap_or_else(|| v.word(failure.field));
    let value = short(failure.value.trim(), VALUE);
    v.t2(failure.code.key(), "field", field, "value", value)
}
