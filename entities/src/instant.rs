//! Instants as they are stored.

use chrono::{DateTime, Utc};

/// Microseconds since 1970-01-01T00:00:00Z, leap seconds left out. An integer on both databases,
/// so that order and equality are the same on both.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    sea_orm::DeriveValueType,
    serde::Serialize,
    serde::Deserialize,
)]
pub struct Instant(pub i64);

impl Instant {
    /// The instant as chrono knows it.
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0).unwrap_or_default()
    }

    /// This instant and so many seconds more (or, negative, less).
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }
}

impl From<DateTime<Utc>> for Instant {
    fn from(at: DateTime<Utc>) -> Self {
        Self(at.timestamp_micros())
    }
}
