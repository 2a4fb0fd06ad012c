//! What a column holds, by its values alone.

use chrono::{Datelike, NaiveDate};
use entities::codes::ImportKind;

use super::{
    columns::{Certainty, ImportField},
    dates::{self, DateOrder, Dates},
    folding::{beginning, is_blank},
    words,
};
use crate::reading::Cell;

/// How many bytes of a column are read: some hundred short cells.
const READ: usize = 16 << 10;
/// How many of one cell.
const CELL: usize = 1_000;

/// By what nearly all values look like.
pub fn by_values(kind: ImportKind, column: &[&Cell], today: NaiveDate) -> (Option<ImportField>, Certainty) {
    let mut room = READ;
    let has_room = |cell: &&&Cell| {
        let had = room > 0;
        room = room.saturating_sub(cell.text().len());
        had
    };
    let column: Vec<&Cell> = column.iter().take_while(has_room).copied().collect();
    let texts: Vec<String> = column
        .iter()
        .map(|cell| beginning(cell.text().trim(), CELL).to_owned())
        .filter(|text| !is_blank(text))
        .collect();
    if texts.is_empty() {
        return (None, Certainty::Unsure);
    }
    let sure = if texts.len() < 3 { Certainty::Unsure } else { Certainty::Likely };
    let mostly =
        |is: &dyn Fn(&str) -> bool| texts.iter().filter(|text| is(text)).count() * 5 >= texts.len() * 4;
    let offers = ImportField::of(kind);
    let field = if mostly(&is_email) {
        ImportField::Email
    } else if mostly(&is_page) {
        ImportField::Website
    } else if let Some(field) = dates_are(&column, texts.len(), today) {
        field
    } else if mostly(&is_phone) {
        ImportField::Phone
    } else if is_sex(&texts) {
        ImportField::Sex
    } else if kind == ImportKind::Organisations && mostly(&|text| words::organisation_kind(text).is_some()) {
        // Names of organisations have such words in them too.
        return (Some(ImportField::OrganisationKind), Certainty::Unsure);
    } else if mostly(&|text| words::needs(text).1.is_empty()) {
        if kind == ImportKind::People { ImportField::Needs } else { ImportField::Services }
    } else {
        return (None, Certainty::Unsure);
    };
    if offers.contains(&field) { (Some(field), sure) } else { (None, Certainty::Unsure) }
}

/// Which day nearly all values could be: of somebody who is 16 to 100, or of the next 25 years. Half a year
/// ago counts too, since lists of releases are sent late, where half of them are still to come.
fn dates_are(column: &[&Cell], filled: usize, today: NaiveDate) -> Option<ImportField> {
    // A bare number that could be a day is more often a number.
    let is_text = |cell: &&&Cell| matches!(cell, Cell::Text(_) | Cell::Date(_));
    let order = match dates::dates_of(column.iter().filter(is_text).copied())? {
        Dates::Ordered(order) => order,
        Dates::Open => DateOrder::DayFirst,
    };
    let dates: Vec<NaiveDate> =
        column.iter().filter(is_text).filter_map(|cell| dates::date(cell, order).ok().flatten()).collect();
    let mostly = |is: &dyn Fn(i32) -> bool| {
        dates.iter().filter(|date| is(date.num_days_from_ce() - today.num_days_from_ce())).count() * 5
            >= filled * 4
    };
    if mostly(&|days| (-36_525..=-5_844).contains(&days)) {
        Some(ImportField::DateOfBirth)
    } else if mostly(&|days| (-183..=9_131).contains(&days))
        && dates.iter().filter(|date| **date >= today).count() * 2 >= filled
    {
        Some(ImportField::ReleaseDate)
    } else {
        None
    }
}

/// Two words or letters for a sex, and both occur: one letter alone is a tick as well.
fn is_sex(texts: &[String]) -> bool {
    let letters = words::Letters::of("", texts.iter().map(String::as_str));
    let read = |text: &String| words::sex_in(text, letters).flatten();
    let known: Vec<_> = texts.iter().filter_map(read).collect();
    known.len() * 5 >= texts.len() * 4 && known.iter().any(|sex| *sex != known[0])
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.contains('.') && !host.contains('@') && !text.contains(char::is_whitespace)
    })
}

fn is_page(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["http://", "https://", "www."].iter().any(|start| lower.starts_with(start))
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let begins = text.starts_with(['+', '(', '0', '8']);
    begins
        && (7..=15).contains(&digits)
        && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+()-/.–".contains(c))
}
