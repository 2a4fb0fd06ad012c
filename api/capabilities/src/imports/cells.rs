//! The cells of a row by what their columns are taken for, and what is found wrong in them. No I/O.

use std::collections::HashMap;

use chrono::NaiveDate;
use entities::{
    codes::LegalStatus,
    ids::{MunicipalityId, OrganisationId},
};
use spreadsheets::{
    column_inference::{
        CellFormatError, DateOrder, Dates, Found, Gazetteer, ImportField, date, date_in_any_order,
    },
    reading::{Cell, Row},
};

use super::model::{CellError, CellErrorCode, Column};

/// Names and defaults that a list does not contain: places, and the usual values of the holder.
pub struct ReferenceNames {
    pub gazetteer: Gazetteer,
    /// By the gazetteer's ids.
    pub municipalities: Vec<MunicipalityId>,
    /// By their folded names.
    pub prisons: HashMap<String, OrganisationId>,
    /// Language of people without one in the list, BCP 47.
    pub language: String,
    pub legal_status: LegalStatus,
}

/// A row under the columns of its list.
#[derive(Clone, Copy)]
pub struct Cells<'a> {
    pub columns: &'a [Column],
    pub row: &'a Row,
}

/// A cell of a row with its column.
pub struct Seen<'a> {
    at: usize,
    pub column: &'a Column,
    pub cell: &'a Cell,
}

/// Errors of one row.
#[derive(Default)]
pub struct CellErrors(Vec<CellError>);

impl CellErrors {
    pub fn add(&mut self, field: ImportField, seen: Option<&Seen<'_>>, code: CellErrorCode) {
        let value = seen.map_or_else(String::new, |seen| seen.cell.text().trim().to_owned());
        self.0.push(CellError { column: seen.map(|seen| seen.at), field, code, value });
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn is_of(&self, field: ImportField) -> bool {
        self.0.iter().any(|failure| failure.field == field)
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    pub fn all(self) -> Vec<CellError> {
        self.0
    }
}

impl Seen<'_> {
    /// The cell behind the name of its column.
    pub fn named(&self) -> String {
        format!("{}: {}", self.column.header, self.cell.text().trim())
    }
}

impl<'a> Cells<'a> {
    /// The cells of a field, empty ones too.
    pub fn all(self, field: ImportField) -> impl Iterator<Item = Seen<'a>> {
        let cells = self.columns.iter().zip(&self.row.cells).enumerate();
        cells.filter_map(move |(at, (column, cell))| {
            (column.field == Some(field)).then_some(Seen { at, column, cell })
        })
    }

    pub fn one(self, field: ImportField) -> Option<Seen<'a>> {
        self.all(field).next()
    }

    /// The same, if the cell is not empty.
    pub fn filled(self, field: ImportField) -> Option<Seen<'a>> {
        self.one(field).filter(|seen| !seen.cell.is_empty())
    }

    /// Its text in one line.
    pub fn text(self, field: ImportField) -> Option<String> {
        self.filled(field).map(|seen| plain(&seen.cell.text()))
    }

    pub fn date(self, field: ImportField, errors: &mut CellErrors) -> Option<NaiveDate> {
        let seen = self.filled(field)?;
        let read = match (seen.column.dates, seen.cell) {
            // What the file itself holds as a date has no order.
            (_, Cell::Date(day)) => return Some(*day),
            (Some(Dates::Ordered(order)), cell) => date(cell, order),
            (Some(Dates::Open), cell) => date_in_any_order(cell),
            (None, cell) => date(cell, DateOrder::DayFirst),
        };
        read.unwrap_or_else(|invalid| {
            let code = match invalid {
                CellFormatError::DateOrderUnknown => CellErrorCode::DateOrderUnknown,
                _ => CellErrorCode::NotADate,
            };
            errors.add(field, Some(&seen), code);
            None
        })
    }

    pub fn municipality(self, around: &ReferenceNames, errors: &mut CellErrors) -> Option<MunicipalityId> {
        let seen = self.filled(ImportField::Municipality)?;
        let province = self.text(ImportField::Province);
        let code = match around.gazetteer.find(&seen.cell.text(), province.as_deref()) {
            Found::One(id) => return around.municipalities.get(id).copied(),
            Found::Several(_) => CellErrorCode::SeveralPlaces,
            Found::None => CellErrorCode::UnknownPlace,
        };
        errors.add(ImportField::Municipality, Some(&seen), code);
        None
    }
}

/// A cell's text in one line.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
