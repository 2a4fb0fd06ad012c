//! Dates as people write them.
//!
//! Which number is the day is judged over a whole column: one value above twelve settles it for all.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use unicode_normalization::char::is_combining_mark;

use super::{
    CellFormatError,
    folding::{folded_words, is_blank},
    phrases::Phrases,
};
use crate::reading::Cell;
use entities::described_enum;

described_enum! {
    /// Order of day, month and year in a date.
    DateOrder {
        DayFirst = "DAY_FIRST": "22/08/1978",
        MonthFirst = "MONTH_FIRST": "08/22/1978",
        YearFirst = "YEAR_FIRST": "1978/08/22",
    }
}

/// What a column's dates say about their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// It is settled.
    Ordered(DateOrder),
    /// Day and month could be exchanged, and nothing in the column says which: somebody must be asked.
    Open,
}

static MONTHS: LazyLock<Phrases<u32>> =
    LazyLock::new(|| Phrases::read(include_str!("words/months.txt"), |code| code.parse().ok()));

/// Words beside a date that say nothing: year and day, in our languages, and English and Hungarian endings.
const BESIDE: &[&str] = &[
    "г",
    "год",
    "года",
    "р",
    "м",
    "д",
    "день",
    "дня",
    "дана",
    "година",
    "године",
    "m",
    "metai",
    "metu",
    "men",
    "menesio",
    "d",
    "diena",
    "dienos",
    "god",
    "godina",
    "godine",
    "dana",
    "of",
    "the",
    "st",
    "nd",
    "rd",
    "th",
    "an",
    "en",
    "e",
    "i",
    "a",
    "den",
    "am",
];

/// The last two-digit year that is read as of this century: 39 is 2039, 40 is 1940. People in the lists are
/// rarely older than 85, and a day of release is rarely more than a dozen years away.
const LAST_OF_THIS_CENTURY: i32 = 39;

/// Days that a table program counts as whole numbers: from 1927 to 2119. Smaller ones would be years.
const SERIALS: std::ops::RangeInclusive<f64> = 10_000.0..=80_100.0;

/// A longer text is no date.
const LONGEST: usize = 200;

/// A date before its order is known.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Written {
    /// Year, month and day are told apart by how it is written.
    Known(i32, u32, u32),
    /// Three numbers; the last is a year of four digits where `long`.
    Numbers { first: u32, second: u32, third: u32, long: bool, dots: bool },
}

/// The date in a cell; none where it is empty.
///
/// Dots mean day, month, year whatever the order, unless the year stands first: nobody in our countries
/// writes the month before a dot. A value that does not fit the order is no date.
pub fn date(cell: &Cell, order: DateOrder) -> Result<Option<NaiveDate>, CellFormatError> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Date(date) => Ok(Some(*date)),
        Cell::Number(number) => of_number(*number).map(Some).ok_or(CellFormatError::NotADate),
        Cell::Flag(_) => Err(CellFormatError::NotADate),
        Cell::Text(text) if is_blank(text) => Ok(None),
        Cell::Text(text) => {
            let date = match of_digits(text) {
                Some(date) => Some(date),
                None => read(text).and_then(|written| written.on(order)),
            };
            date.map(Some).ok_or(CellFormatError::NotADate)
        }
    }
}

/// The date in a cell of a column whose order nobody said: one that could be read in several ways is none.
pub fn date_in_any_order(cell: &Cell) -> Result<Option<NaiveDate>, CellFormatError> {
    let orders = [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst];
    let mut read = orders.into_iter().filter_map(|order| date(cell, order).ok());
    let Some(first) = read.next() else { return Err(CellFormatError::NotADate) };
    if read.all(|other| other == first) { Ok(first) } else { Err(CellFormatError::DateOrderUnknown) }
}

/// What the order of a column's dates is. None where it holds no date.
///
/// Where values contradict each other the more frequent order wins, and the others become bad rows; where
/// as many say one as the other, somebody must be asked.
pub fn dates_of<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Option<Dates> {
    let (mut dates, mut day, mut month, mut year, mut open, mut short) = (0, 0, 0, 0, 0, 0);
    for cell in cells {
        let Cell::Text(text) = cell else {
            dates += usize::from(matches!(date(cell, DateOrder::DayFirst), Ok(Some(_))));
            continue;
        };
        if is_blank(text) {
            continue;
        }
        let Some(written) = read(text) else {
            dates += usize::from(of_digits(text).is_some());
            continue;
        };
        dates += 1;
        // Either end could be the year.
        short +=
            usize::from(matches!(written, Written::Numbers { first: ..32, third: ..32, long: false, .. }));
        match written {
            Written::Known(..) => year += usize::from(begins_with_year(text)),
            Written::Numbers { first: 32.., long: false, .. } => year += 1,
            Written::Numbers { dots: true, .. } => {}
            Written::Numbers { first: 13.., second: ..13, .. } => day += 1,
            Written::Numbers { first: ..13, second: 13.., .. } => month += 1,
            Written::Numbers { first, second, .. } if first == second => {}
            Written::Numbers { first: ..13, second: ..13, .. } => open += 1,
            Written::Numbers { .. } => {}
        }
    }
    let settled = match (day, month, open) {
        (0, 0, 0) if year * 2 > dates && short > 0 => return Some(Dates::Open),
        (0, 0, 0) if year * 2 > dates => DateOrder::YearFirst,
        (0, 0, 0) => DateOrder::DayFirst,
        (0, 0, _) => return Some(Dates::Open),
        (day, month, _) if day == month => return Some(Dates::Open),
        (day, month, _) if day > month => DateOrder::DayFirst,
        _ => DateOrder::MonthFirst,
    };
    (dates > 0).then_some(Dates::Ordered(settled))
}

impl Written {
    fn on(self, order: DateOrder) -> Option<NaiveDate> {
        let (year, month, day) = match self {
            Self::Known(year, month, day) => (year, month, day),
            Self::Numbers { first, second, third, long, dots } => {
                // No day is above 31, so such a number is the year.
                let year_first = !long && third <= 31 && (first > 31 || order == DateOrder::YearFirst);
                match order {
                    _ if year_first => (of_two_digits(first), second, third),
                    DateOrder::MonthFirst if !dots => (full_year(third, long), first, second),
                    DateOrder::YearFirst if !dots => return None,
                    _ => (full_year(third, long), second, first),
                }
            }
        };
        (1000..3000).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten()
    }
}

fn full_year(year: u32, long: bool) -> i32 {
    if long { year as i32 } else { of_two_digits(year) }
}

fn of_two_digits(year: u32) -> i32 {
    let year = year as i32;
    if year <= LAST_OF_THIS_CENTURY { 2000 + year } else { 1900 + year }
}

/// The date that a table program counts as a number of days, or 19780822.
fn of_number(number: f64) -> Option<NaiveDate> {
    if SERIALS.contains(&number) {
        // Day 60 of that count never was; after it, the count begins here.
        let start = NaiveDate::from_ymd_opt(1899, 12, 30)?;
        return start.checked_add_days(Days::new(number as u64));
    }
    let whole = number as u32;
    ((19_000_101.0..21_000_000.0).contains(&number) && number.fract() == 0.0)
        .then(|| NaiveDate::from_ymd_opt((whole / 10_000) as i32, whole / 100 % 100, whole % 100))
        .flatten()
}

/// The same, written as text.
fn of_digits(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let digits = text.strip_suffix(".0").unwrap_or(text);
    (matches!(digits.len(), 5 | 8) && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| digits.parse().ok().and_then(of_number))
        .flatten()
}

fn begins_with_year(text: &str) -> bool {
    text.trim_start().bytes().take_while(u8::is_ascii_digit).count() == 4
}

/// A date without the time of day behind it, which table programs like to add.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let hours = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    let time = &text[hours.len()..];
    let date = hours.trim_end_matches('T').trim_end();
    let is_time = time
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | ' ' | 'Z' | 'A' | 'P' | 'M'));
    if is_time && date.len() < hours.len() { date } else { text }
}

fn read(text: &str) -> Option<Written> {
    let mut numbers: Vec<(u32, usize)> = Vec::new();
    let mut named = None;
    let mut dots = true;
    if text.len() > LONGEST {
        return None;
    }
    let text = without_time(text);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let of_same_kind = |other: char| match c {
            _ if c.is_ascii_digit() => other.is_ascii_digit(),
            // Some programs write an accent as a letter of its own.
            _ if c.is_alphabetic() => other.is_alphabetic() || is_combining_mark(other),
            _ => false,
        };
        let run = rest.find(|other| !of_same_kind(other)).unwrap_or(rest.len()).max(c.len_utf8());
        let (token, after) = rest.split_at(run);
        rest = after;
        if c.is_ascii_digit() {
            numbers.push((token.parse().ok()?, token.len()));
        } else if c.is_alphabetic() {
            let word = folded_words(token);
            let month = MONTHS.exactly(&word).filter(|_| named.is_none());
            match month {
                // "i" and "v" are months behind a day, as Roman numbers; before all numbers they are words.
                Some(month) if !numbers.is_empty() || token.chars().count() > 2 => named = Some(month),
                _ if word.iter().all(|word| BESIDE.contains(&word.as_str())) => {}
                _ => return None,
            }
        } else if matches!(c, '/' | '-' | '–' | '−' | '‐' | '‑') {
            dots &= numbers.len() >= 3;
        } else if !(c.is_whitespace() || matches!(c, '.' | ',' | '\u{200b}' | '\u{feff}' | '\u{200e}')) {
            return None;
        }
    }
    match (named, numbers.as_slice()) {
        (Some(month), &[(year, 4), (day, 1 | 2)]) => Some(Written::Known(year as i32, month, day)),
        (Some(month), &[(day, 1 | 2), (year, 4)]) => Some(Written::Known(year as i32, month, day)),
        (Some(month), &[(day, 1 | 2), (year, 2)]) => Some(Written::Known(of_two_digits(year), month, day)),
        (None, &[(year, 4), (month, 1 | 2), (day, 1 | 2)]) => Some(Written::Known(year as i32, month, day)),
        (None, &[(first, 1 | 2), (second, 1 | 2), (third, length @ (2 | 4))]) => {
            Some(Written::Numbers { first, second, third, long: length == 4, dots })
        }
        _ => None,
    }
}
