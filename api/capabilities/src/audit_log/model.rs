//! Beginnings of days in time zones. No I/O.

use chrono::{NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;
use entities::instant::Instant;

/// Beginning of a day in a time zone; later than midnight if a clock change skips it.
pub fn begin_of(day: NaiveDate, zone: Tz) -> Instant {
    let midnight = day.and_time(NaiveTime::MIN);
    (0..24 * 4)
        .find_map(|quarter| {
            zone.from_local_datetime(&(midnight + TimeDelta::minutes(15 * quarter))).earliest()
        })
        .map_or_else(|| midnight.and_utc(), |at| at.to_utc())
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begin(day: &str, zone: Tz) -> String {
        begin_of(day.parse().expect("a date"), zone).utc().to_rfc3339()
    }

    #[test]
    fn a_day_begins_where_the_organisation_is() {
        assert_eq!(begin("2026-11-23", Tz::Europe__Vilnius), "2026-11-22T22:00:00+00:00");
        assert_eq!(begin("2026-07-01", Tz::Europe__Vilnius), "2026-06-30T21:00:00+00:00");
        assert_eq!(begin("2026-11-23", Tz::UTC), "2026-11-23T00:00:00+00:00");
        // Cairo has put its clocks forward at midnight.
        assert_eq!(begin("2023-04-28", Tz::Africa__Cairo), "2023-04-27T22:00:00+00:00");
    }
}
