//! Ids and moments by chance.

use entities::instant::Instant;
use fastrand::Rng;
use uuid::{Builder, Uuid};

/// An id that tells nothing.
pub fn random(rng: &mut Rng) -> Uuid {
    Builder::from_random_bytes(rng.u128(..).to_be_bytes()).into_uuid()
}

/// An id in the order of time.
pub fn ordered(rng: &mut Rng, at: Instant) -> Uuid {
    let chance: [u8; 16] = rng.u128(..).to_be_bytes();
    let mut ten = [0; 10];
    ten.copy_from_slice(&chance[..10]);
    Builder::from_unix_timestamp_millis((at.0.max(0) / 1_000) as u64, &ten).into_uuid()
}

/// A moment so many days before another, and up to a day earlier.
pub fn before(rng: &mut Rng, at: Instant, days: i64) -> Instant {
    at.plus_seconds(-days * 86_400 - rng.i64(0..86_400))
}
