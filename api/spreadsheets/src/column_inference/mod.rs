//! What the columns and cells of a partner's spreadsheet mean.
//!
//! Plain, without input or output. What is guessed is shown to somebody who can correct it, and says how
//! sure it is; what is not understood is said and never made up.

mod columns;
mod dates;
mod folding;
mod numbers;
mod phrases;
mod places;
#[cfg(test)]
mod tests;
mod values;
mod words;

use std::fmt;

pub use columns::{Certainty, Guess, ImportField, guess};
pub use dates::{DateOrder, Dates, date, date_in_any_order, dates_of};
pub use folding::{folded_words, is_blank};
pub use numbers::{number, whole};
pub use places::{Found, Gazetteer, Place};
pub use words::{Letters, NameOrder, domain_of_service, needs, organisation_kind, sex, sex_in, split_name};

/// Why a cell is not what its column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellFormatError {
    /// No date, or none in the calendar, or none in this column's order.
    NotADate,
    /// A date that means another day in another order.
    DateOrderUnknown,
    /// No number, or more than a number.
    NotANumber,
    /// A number with a part behind the comma where whole ones are asked for.
    NotWhole,
}

impl fmt::Display for CellFormatError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::NotADate => "not a date",
            Self::DateOrderUnknown => "a date whose order nobody said",
            Self::NotANumber => "not a number",
            Self::NotWhole => "not a whole number",
        })
    }
}

impl std::error::Error for CellFormatError {}
