//! Validity of a membership. It is evaluated at every use, on the date in the organisation's time zone, so that no
//! job has to end it at midnight.

use chrono::NaiveDate;
use chrono_tz::Tz;
use entities::{codes::Role, instant::Instant};

use crate::error::DomainError;

/// Whether a membership is valid on a day, including its last one. An auditor needs a last day; without one the
/// membership is never valid. This is separate from the policy, which knows only kinds, roles and actions: without a
/// valid membership there is no viewer, who may not even read the directory.
pub fn holds(role: Role, ends_on: Option<NaiveDate>, today: NaiveDate) -> bool {
    match ends_on {
        Some(last) => today <= last,
        None => role != Role::Auditor,
    }
}

/// The error of an action at the moment in which the membership ends.
pub fn ended() -> DomainError {
    DomainError::Forbidden("this membership has ended".to_owned())
}

/// A time zone by its IANA name. An unknown one is taken for UTC: wrong by hours, never a fault.
pub fn zone(name: &str) -> Tz {
    name.parse().unwrap_or(Tz::UTC)
}

/// The date in a time zone.
pub fn today(zone: Tz, now: Instant) -> NaiveDate {
    now.utc().with_timezone(&zone).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_day_counts_and_an_auditor_needs_one() {
        let day: NaiveDate = "2026-11-30".parse().expect("a date");
        for role in [Role::Caseworker, Role::Auditor] {
            assert!(holds(role, Some(day), day));
            assert!(!holds(role, Some(day), day.succ_opt().expect("there is a tomorrow")));
        }
        assert!(holds(Role::Manager, None, day));
        assert!(!holds(Role::Auditor, None, day));
    }

    #[test]
    fn a_day_ends_where_the_organisation_is() {
        // 23:30 in London, and past midnight in Vilnius.
        let now: Instant =
            "2026-11-30T23:30:00Z".parse::<chrono::DateTime<chrono::Utc>>().expect("an instant").into();
        assert_eq!(today(zone("Europe/Vilnius"), now).to_string(), "2026-12-01");
        assert_eq!(today(zone("Europe/London"), now).to_string(), "2026-11-30");
        assert_eq!(today(zone("Nowhere/At_All"), now).to_string(), "2026-11-30");
    }
}
