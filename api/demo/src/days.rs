//! Days on which offices are open.

use chrono::NaiveDate;
use platform::reference_data::calendar::{is_working_day, working_days_after};

use super::founding::days_from;

/// The working day so many working days after another; before it where negative. For 0, the day
/// itself or the next working day.
pub fn working_day(country: &str, day: NaiveDate, count: i64) -> NaiveDate {
    if count >= 0 {
        return working_days_after(country, day, u32::try_from(count).unwrap_or(0));
    }
    let mut at = day;
    for _ in 0..-count {
        at = office_day_before(country, at);
    }
    at
}

/// The last working day before another.
pub fn office_day_before(country: &str, day: NaiveDate) -> NaiveDate {
    let mut at = days_from(day, -1);
    while !is_working_day(country, at) {
        at = days_from(at, -1);
    }
    at
}
