//! Environment of the program: time and randomness. Tests use their own clock.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicI64, Ordering},
};

use entities::instant::Instant;
use uuid::{ContextV7, Timestamp, Uuid};

/// A clock: of the system, or set by a test.
#[derive(Clone, Default)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    pub fn system() -> Self {
        Self(None)
    }

    /// A clock that stands still until it is set.
    pub fn fixed_at(at: Instant) -> Self {
        Self(Some(Arc::new(AtomicI64::new(at.0))))
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that reads the system's clock")]
    pub fn now(&self) -> Instant {
        match &self.0 {
            Some(micros) => Instant(micros.load(Ordering::SeqCst)),
            None => chrono::Utc::now().into(),
        }
    }

    /// Sets a fixed clock to a point in time; has no effect on the system's clock.
    pub fn turn_to(&self, at: Instant) {
        if let Some(micros) = &self.0 {
            micros.store(at.0, Ordering::SeqCst);
        }
    }

    /// Advances a fixed clock by some seconds.
    pub fn advance(&self, seconds: i64) {
        self.turn_to(self.now().plus_seconds(seconds));
    }
}

/// Time, and ids made from it.
#[derive(Clone, Default)]
pub struct Environment {
    pub clock: Clock,
    /// Whether to count SQL statements, for tests and measurements.
    pub count_statements: bool,
    order: Arc<Mutex<ContextV7>>,
}

impl Environment {
    pub fn with_clock(clock: Clock) -> Self {
        Self { clock, ..Self::default() }
    }

    /// A time-ordered id, for rows that only one organisation sees.
    pub fn ordered_id(&self) -> Uuid {
        let micros = self.clock.now().0.max(0) as u64;
        let context = self.order.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let nanos = (micros % 1_000_000) as u32 * 1_000;
        Uuid::new_v7(Timestamp::from_unix(&*context, micros / 1_000_000, nanos))
    }

    /// A random id, for rows that another organisation sees.
    pub fn random_id(&self) -> Uuid {
        Uuid::new_v4()
    }
}
