//! Working days, by country.
//!
//! Public holidays are a checked-in table for 2026 and 2027 (`public-holidays.csv`), from the law
//! of each country: Lithuania, Labour Code, article 123; Belarus, Presidential Decree 157 of
//! 26 March 1998 (without the days that the government moves each year); Serbia, Law on State and
//! Other Holidays. A country or year that is not in the table has weekends alone.

use std::{collections::HashSet, sync::LazyLock};

use chrono::{Datelike, Days, NaiveDate, Weekday};

const TABLE: &str = include_str!("public-holidays.csv");

static HOLIDAYS: LazyLock<HashSet<(&'static str, NaiveDate)>> = LazyLock::new(|| {
    TABLE
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split(',');
            Some((cells.next()?, cells.next()?.parse().ok()?))
        })
        .collect()
});

/// Whether people work on this day in this country (ISO 3166-1 alpha-2).
pub fn is_working_day(country: &str, day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
        && !HOLIDAYS.iter().any(|(where_, when)| *when == day && *where_ == country)
}

/// The day so many working days after another; for 0, the first working day from it on.
pub fn working_days_after(country: &str, day: NaiveDate, count: u32) -> NaiveDate {
    let mut at = day;
    let mut left = count;
    while left > 0 || !is_working_day(country, at) {
        at = next(at);
        if left > 0 && is_working_day(country, at) {
            left -= 1;
        }
    }
    at
}

/// The last working day before a day.
pub fn working_day_before(country: &str, day: NaiveDate) -> NaiveDate {
    let mut at = day;
    loop {
        at = at.checked_sub_days(Days::new(1)).unwrap_or(NaiveDate::MIN);
        if is_working_day(country, at) || at == NaiveDate::MIN {
            return at;
        }
    }
}

/// Number of working days after one day, up to and including another; negative if the other is earlier.
pub fn working_days_between(country: &str, from: NaiveDate, to: NaiveDate) -> i32 {
    let (first, last, sign) = if from <= to { (from, to, 1) } else { (to, from, -1) };
    let mut at = first;
    let mut count = 0;
    while at < last {
        at = next(at);
        count += i32::from(is_working_day(country, at));
    }
    sign * count
}

/// Last day in the table of public holidays of a country; `None` if it has none.
pub fn known_until(country: &str) -> Option<NaiveDate> {
    HOLIDAYS.iter().filter(|(where_, _)| *where_ == country).map(|(_, day)| *day).max()
}

fn next(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        assert_eq!(HOLIDAYS.len(), TABLE.lines().count() - 1);
    }

    #[test]
    fn weekends_and_holidays_are_passed_over() {
        // Thursday, 24 December 2026 to Monday, 28 December.
        assert_eq!(working_days_after("LT", day("2026-12-23"), 1), day("2026-12-28"));
        assert_eq!(working_days_after("RS", day("2026-12-23"), 1), day("2026-12-24"));
        assert_eq!(working_days_after("LT", day("2026-12-24"), 0), day("2026-12-28"));
        assert_eq!(working_days_after("BY", day("2026-11-24"), 10), day("2026-12-08"));
    }

    #[test]
    fn days_left_count_down_through_zero() {
        assert_eq!(working_days_between("LT", day("2026-11-24"), day("2026-11-25")), 1);
        assert_eq!(working_days_between("LT", day("2026-11-27"), day("2026-11-30")), 1);
        assert_eq!(working_days_between("LT", day("2026-11-24"), day("2026-11-24")), 0);
        assert_eq!(working_days_between("LT", day("2026-11-24"), day("2026-11-20")), -2);
    }
}
