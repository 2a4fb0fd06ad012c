//! Property tests of dates, numbers and words in cells. Failing cases are saved in `proptest-regressions`, which is
//! committed, and run first.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use proptest::{collection::vec, prelude::*, sample::select};

use super::*;

/// Pieces of texts that resemble dates, numbers, names and needs.
const PIECES: [&str; 36] = [
    "1",
    "22",
    "08",
    "1978",
    "28724",
    "99999999999999999999",
    ".",
    ",",
    "-",
    "−",
    "/",
    ":",
    " ",
    "\u{a0}",
    "T",
    "м",
    "г.",
    "августа",
    "rugpju\u{304}čio",
    "e\u{301}",
    "€",
    "(",
    ")",
    "и",
    "нет",
    "жильё",
    "Kaunas",
    "район",
    "ß",
    "İ",
    "𝟗",
    "№",
    "\n",
    "٣",
    "Ⅷ",
    "'",
];

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| places::gazetteer().0);

fn odd_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![6 => select(PIECES.to_vec()).prop_map(str::to_owned), 1 => "\\PC{1,4}"];
    vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

fn day_of(years: std::ops::Range<i32>) -> impl Strategy<Value = NaiveDate> {
    (years, 1..=365_u32).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap())
}

/// A format of dates, and its order.
#[derive(Clone, Copy, Debug)]
struct Format(DateOrder, &'static str);

fn format() -> impl Strategy<Value = Format> {
    select(vec![
        Format(DateOrder::DayFirst, "%d/%m/%Y"),
        Format(DateOrder::DayFirst, "%-d-%-m-%Y"),
        Format(DateOrder::DayFirst, "%d.%m.%Y"),
        Format(DateOrder::DayFirst, "%-d.%-m.%y"),
        Format(DateOrder::MonthFirst, "%m/%d/%Y"),
        Format(DateOrder::MonthFirst, "%-m-%-d-%Y"),
        Format(DateOrder::YearFirst, "%Y-%m-%d"),
        Format(DateOrder::YearFirst, "%Y/%-m/%-d"),
        Format(DateOrder::YearFirst, "%Y%m%d"),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// The order of a column's dates is either unknown, or right for every row.
    #[test]
    fn a_column_of_dates_is_never_read_as_other_dates(
        Format(order, pattern) in format(),
        days in vec(day_of(1940..2040), 1..30),
    ) {
        let cells: Vec<Cell> = days.iter().map(|day| cell(&day.format(pattern).to_string())).collect();
        for (cell, day) in cells.iter().zip(&days) {
            prop_assert_eq!(date(cell, order), Ok(Some(*day)), "{:?}", cell);
            prop_assert!(matches!(date_in_any_order(cell), Err(CellFormatError::DateOrderUnknown) | Ok(Some(_))));
            if let Ok(found) = date_in_any_order(cell) {
                prop_assert_eq!(found, Some(*day), "{:?}", cell);
            }
        }
        match dates_of(&cells) {
            Some(Dates::Ordered(found)) => {
                for (cell, day) in cells.iter().zip(&days) {
                    prop_assert_eq!(date(cell, found), Ok(Some(*day)), "{:?} by {:?}", cell, found);
                }
            }
            found => {
                prop_assert_eq!(found, Some(Dates::Open));
                prop_assert!(days.iter().all(|day| day.day() <= 12), "one of them shows the order");
            }
        }
    }

    #[test]
    fn a_number_is_read_with_any_thousands_separator(
        number in -999_999_999_i64..=999_999_999,
        part in select(vec!["", " ", "\u{a0}", "\u{202f}", "'", ".", ","]),
        unit in select(vec!["", " vietos", " мест", " €"]),
    ) {
        let digits = number.abs().to_string();
        let first = digits.len() % 3;
        let mut groups: Vec<&str> = if first > 0 { vec![&digits[..first]] } else { Vec::new() };
        groups.extend((first..digits.len()).step_by(3).map(|at| &digits[at..at + 3]));
        let text = format!("{}{}{unit}", if number < 0 { "-" } else { "" }, groups.join(part));
        prop_assert_eq!(whole(&cell(&text)), Ok(Some(number)), "{}", text);
    }

    /// Any text is read or refused, and all readings of it agree.
    #[test]
    fn any_text_is_read_or_refused(text in odd_text()) {
        let odd = Cell::Text(text.clone());
        let read: Vec<_> = [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst]
            .into_iter()
            .filter_map(|order| date(&odd, order).ok())
            .collect();
        match date_in_any_order(&odd) {
            Ok(found) => prop_assert!(read.iter().all(|other| *other == found)),
            Err(CellFormatError::DateOrderUnknown) => prop_assert!(read.iter().any(|other| *other != read[0])),
            Err(_) => prop_assert!(read.is_empty()),
        }
        if let Ok(Some(found)) = whole(&odd) {
            prop_assert_eq!(number(&odd), Ok(Some(found as f64)));
        }
        let _ = (dates_of([&odd]), sex(&text), organisation_kind(&text), domain_of_service(&text));
        let _ = (split_name(&text, NameOrder::of(&text)), GAZETTEER.find(&text, None));
        let (understood, others) = needs(&text);
        let spaced = text.contains(char::is_whitespace);
        prop_assert!(spaced || understood.iter().all(|need| text.contains(need.1.as_str())));
        prop_assert!(others.iter().all(|other| !other.is_empty()));
        let header = std::slice::from_ref(&text);
        prop_assert_eq!(guess(ImportKind::People, header, &[vec![odd]], today()).len(), 1);
    }
}
