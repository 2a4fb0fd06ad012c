//! Stored form of an import: its rows, their validation and its columns, as JSON that is encrypted. No I/O.

use entities::codes::Code;
use platform::error::DomainError;
use serde::{Deserialize, Serialize};
use spreadsheets::{
    column_inference::{Certainty, DateOrder, Dates, ImportField},
    reading::Row,
};

use super::model::{CellError, CellErrorCode, Column, ImportRowStatus, RowResult};

/// Stored value of an unknown date order.
const OPEN: &str = "NOT_SAID";

#[derive(Serialize, Deserialize)]
struct StoredColumn {
    header: String,
    examples: Vec<String>,
    field: Option<String>,
    certainty: String,
    dates: Option<String>,
    remembered: bool,
}

/// Validation of one row: its number, the code of its status, and each error as column, field and code. The values
/// are in the row itself.
#[derive(Serialize, Deserialize)]
struct StoredRowStatus(u32, String, Vec<(Option<u32>, String, String)>);

/// Stored choice for a column: the code of its field and the order of its dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMapping(pub Option<String>, pub Option<String>);

pub fn columns_to(columns: &[Column]) -> Result<Vec<u8>, DomainError> {
    let stored = columns.iter().map(|column| StoredColumn {
        header: column.header.clone(),
        examples: column.examples.clone(),
        field: column.field.map(|field| field.code().to_owned()),
        certainty: column.certainty.code().to_owned(),
        dates: column.dates.map(order_code),
        remembered: column.remembered,
    });
    to_json(&stored.collect::<Vec<_>>())
}

pub fn columns_from(bytes: &[u8]) -> Result<Vec<Column>, DomainError> {
    let stored: Vec<StoredColumn> = from_json(bytes)?;
    let columns = stored.into_iter().map(|column| Column {
        header: column.header,
        examples: column.examples,
        field: column.field.as_deref().and_then(ImportField::from_code),
        certainty: Certainty::from_code(&column.certainty).unwrap_or(Certainty::Unsure),
        dates: column.dates.as_deref().and_then(order),
        remembered: column.remembered,
    });
    Ok(columns.collect())
}

fn order_code(dates: Dates) -> String {
    match dates {
        Dates::Ordered(order) => order.code(),
        Dates::Open => OPEN,
    }
    .to_owned()
}

fn order(code: &str) -> Option<Dates> {
    if code == OPEN { Some(Dates::Open) } else { DateOrder::from_code(code).map(Dates::Ordered) }
}

pub fn names_to(names: &[String]) -> Result<Vec<u8>, DomainError> {
    to_json(names)
}

pub fn names_from(bytes: &[u8]) -> Result<Vec<String>, DomainError> {
    from_json(bytes)
}

pub fn rows_to(rows: &[Row]) -> Result<Vec<u8>, DomainError> {
    to_json(rows)
}

pub fn rows_from(bytes: &[u8]) -> Result<Vec<Row>, DomainError> {
    from_json(bytes)
}

pub fn statuses_to(result: &[RowResult]) -> Result<Vec<u8>, DomainError> {
    let stored = result.iter().map(|row| {
        let errors = row.errors.iter().map(|failure| {
            let column = failure.column.and_then(|at| u32::try_from(at).ok());
            (column, failure.field.code().to_owned(), failure.code.code().to_owned())
        });
        StoredRowStatus(row.number, row.status.code().to_owned(), errors.collect())
    });
    to_json(&stored.collect::<Vec<_>>())
}

/// A code as it is called now: rows that were read by version 0.1 keep the codes of that time, since they are encrypted.
fn current(code: &str) -> &str {
    match code {
        "KNOWN" => "EXISTING",
        "REPEATED" => "DUPLICATE",
        "BAD" => "INVALID",
        "ORDER_NOT_SAID" => "DATE_ORDER_UNKNOWN",
        "NOT_UNDERSTOOD" => "UNRECOGNISED",
        "NO_NEED" => "NO_NEEDS",
        unchanged => unchanged,
    }
}

/// Validation of each of these rows.
pub fn statuses_from(bytes: &[u8], rows: &[Row]) -> Result<Vec<RowResult>, DomainError> {
    let stored: Vec<StoredRowStatus> = from_json(bytes)?;
    let result = stored.into_iter().zip(rows).map(|(StoredRowStatus(number, status, errors), row)| {
        let errors = errors.into_iter().filter_map(|(column, field, code)| {
            let column = column.map(|at| at as usize);
            let value = column.and_then(|at| row.cells.get(at));
            Some(CellError {
                column,
                field: ImportField::from_code(&field)?,
                code: CellErrorCode::from_code(current(&code))?,
                value: value.map_or_else(String::new, |cell| cell.text().trim().to_owned()),
            })
        });
        RowResult {
            number,
            status: ImportRowStatus::from_code(current(&status)).unwrap_or(ImportRowStatus::Invalid),
            errors: errors.collect(),
        }
    });
    Ok(result.collect())
}

/// Choices for columns, to be remembered.
pub fn mapping_to(columns: &[Column]) -> Result<String, DomainError> {
    let meaning: Vec<ColumnMapping> = columns
        .iter()
        .map(|column| {
            ColumnMapping(column.field.map(|field| field.code().to_owned()), column.dates.map(order_code))
        })
        .collect();
    serde_json::to_string(&meaning).map_err(|error| DomainError::Internal(error.to_string()))
}

/// Takes columns for what was said of the same header row before.
pub fn remember(columns: &mut [Column], meaning: &str) -> Result<(), DomainError> {
    let meaning: Vec<ColumnMapping> = from_json(meaning.as_bytes())?;
    if meaning.len() != columns.len() {
        return Ok(());
    }
    for (column, ColumnMapping(field, dates)) in columns.iter_mut().zip(meaning) {
        column.field = field.as_deref().and_then(ImportField::from_code);
        // An order implied by the dates themselves takes precedence over an earlier choice.
        if !matches!(column.dates, Some(Dates::Ordered(_))) {
            column.dates = dates.as_deref().and_then(order);
        }
        column.certainty = Certainty::Certain;
        column.remembered = true;
    }
    Ok(())
}

fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, DomainError> {
    serde_json::to_vec(value).map_err(|error| DomainError::Internal(error.to_string()))
}

fn from_json<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, DomainError> {
    serde_json::from_slice(bytes).map_err(|error| DomainError::Internal(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use spreadsheets::reading::Cell;

    #[test]
    fn what_waits_comes_back_as_it_was() {
        let day = "2026-12-01".parse().unwrap();
        let cells = vec![
            Cell::Empty,
            Cell::Text("=1+1 \"ą\"".into()),
            Cell::Number(0.1),
            Cell::Date(day),
            Cell::Flag(true),
        ];
        let rows = vec![Row { number: 7, cells }];
        assert_eq!(rows_from(&rows_to(&rows).unwrap()).unwrap(), rows);
        let failure = CellError {
            column: Some(1),
            field: ImportField::Sex,
            code: CellErrorCode::Unrecognised,
            value: "=1+1 \"ą\"".into(),
        };
        let result = vec![RowResult { number: 7, status: ImportRowStatus::Invalid, errors: vec![failure] }];
        assert_eq!(statuses_from(&statuses_to(&result).unwrap(), &rows).unwrap(), result);
        let columns = vec![Column {
            header: "Data".into(),
            examples: vec!["1.2.1990".into()],
            field: Some(ImportField::DateOfBirth),
            certainty: Certainty::Likely,
            dates: Some(Dates::Open),
            remembered: false,
        }];
        assert_eq!(columns_from(&columns_to(&columns).unwrap()).unwrap(), columns);
    }
}
