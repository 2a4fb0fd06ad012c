//! Frequency of emails, and their due times. No I/O.

use chrono::{Days, LocalResult, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use entities::{codes::EmailFrequency, instant::Instant, notification_preferences};

/// Notification preferences of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// For urgent notifications.
    pub urgent: EmailFrequency,
    /// Everything else.
    pub other: EmailFrequency,
    /// Time at which the mail server rejected the address.
    pub refused_at: Option<Instant>,
}

impl Default for Choice {
    fn default() -> Self {
        Self { urgent: EmailFrequency::AtOnce, other: EmailFrequency::Daily, refused_at: None }
    }
}

impl From<&notification_preferences::Model> for Choice {
    fn from(row: &notification_preferences::Model) -> Self {
        Self { urgent: row.urgent, other: row.other, refused_at: row.refused_at }
    }
}

impl Choice {
    /// Frequency of an email; `None` if the member wants none, or the address is known not to work.
    pub fn frequency(&self, urgent: bool) -> Option<EmailFrequency> {
        let frequency = if urgent { self.urgent } else { self.other };
        Some(frequency).filter(|frequency| *frequency != EmailFrequency::None && self.refused_at.is_none())
    }
}

/// Time in which events are collected into one email, in seconds.
pub const TOGETHER: i64 = 120;
/// Hour of the daily email, in the organisation's time zone.
const MORNING: u32 = 7;
/// Number of attempts for an email.
pub const TRIES: i32 = 13;

/// Next morning after a point in time, in a time zone.
pub fn next_morning(now: Instant, zone: Tz) -> Instant {
    let today = now.utc().with_timezone(&zone).date_naive();
    let hour = NaiveTime::from_hms_opt(MORNING, 0, 0).unwrap_or_default();
    (0..3)
        .filter_map(|days| today.checked_add_days(Days::new(days)))
        .filter_map(|day| match zone.from_local_datetime(&day.and_time(hour)) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at),
            // An hour that a clock change skips comes an hour later.
            LocalResult::None => {
                zone.from_local_datetime(&(day.and_time(hour) + chrono::TimeDelta::hours(1))).earliest()
            }
        })
        .map(|at| Instant::from(at.with_timezone(&Utc)))
        .find(|at| *at > now)
        .unwrap_or_else(|| now.plus_seconds(86_400))
}

/// Pause in seconds after a number of attempts: one minute at first, then twice as long each time up to four hours,
/// so that all attempts together take a day. `chance` makes it up to a quarter longer, so that emails do not come all
/// at once. `None` after the last attempt.
pub fn pause_after(tries: i32, chance: u8) -> Option<i64> {
    let doublings = u32::try_from(tries - 1).ok().filter(|_| tries < TRIES)?;
    let pause = (60_i64 << doublings.min(8)).min(4 * 3_600);
    Some(pause + pause * i64::from(chance) / 1_020)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse::<chrono::DateTime<Utc>>().unwrap().into()
    }

    #[test]
    fn the_morning_is_at_the_same_hour_whatever_clocks_do() {
        // Vilnius goes from UTC+3 to UTC+2 in the night to 25 October 2026, and back on 28 March 2027.
        let zone = chrono_tz::Europe::Vilnius;
        for (now, morning) in [
            ("2026-10-24T03:59:59Z", "2026-10-24T04:00:00Z"),
            ("2026-10-24T04:00:00Z", "2026-10-25T05:00:00Z"),
            ("2026-10-24T21:30:00Z", "2026-10-25T05:00:00Z"),
            ("2027-03-27T12:00:00Z", "2027-03-28T04:00:00Z"),
            ("2027-03-28T04:00:00Z", "2027-03-29T04:00:00Z"),
        ] {
            assert_eq!(next_morning(at(now), zone), at(morning), "{now}");
        }
        // Where a night leaves out seven o'clock there would be none; an hour's jump is the worst there is.
        assert_eq!(next_morning(at("2026-11-23T09:00:00Z"), Tz::UTC), at("2026-11-24T07:00:00Z"));
    }

    #[test]
    fn tries_grow_apart_and_take_a_day() {
        let pauses: Vec<i64> = (1..TRIES).filter_map(|tries| pause_after(tries, 0)).collect();
        assert_eq!(pauses.len() as i32, TRIES - 1);
        assert!(pauses.is_sorted() && pauses[0] == 60);
        let hours = pauses.iter().sum::<i64>() / 3_600;
        assert!((20..=28).contains(&hours), "{hours} hours");
        assert_eq!(pause_after(TRIES, 0), None);
        assert_eq!(pause_after(0, 0), None);
        for chance in 0..=255 {
            let pause = pause_after(4, chance).unwrap();
            assert!((480..=600).contains(&pause), "{pause}");
        }
    }

    #[test]
    fn what_is_not_wanted_or_cannot_arrive_is_not_sent() {
        let usual = Choice::default();
        assert_eq!(
            (usual.frequency(true), usual.frequency(false)),
            (Some(EmailFrequency::AtOnce), Some(EmailFrequency::Daily))
        );
        let none = Choice { urgent: EmailFrequency::Daily, other: EmailFrequency::None, refused_at: None };
        assert_eq!((none.frequency(true), none.frequency(false)), (Some(EmailFrequency::Daily), None));
        let refused = Choice { refused_at: Some(Instant(0)), ..usual };
        assert_eq!((refused.frequency(true), refused.frequency(false)), (None, None));
    }
}
