//! Waiting for a state, never for a time.

use std::future::Future;
use std::time::{Duration, Instant};

/// Long enough for a machine that does other things as well; a test that gets there has failed.
pub const LIMIT: Duration = Duration::from_secs(30);
const BETWEEN_LOOKS: Duration = Duration::from_millis(15);

/// Looks again and again until there is an answer; fails the test with `what` after [`LIMIT`].
pub async fn until<T, F: Future<Output = Option<T>>>(what: &str, mut look: impl FnMut() -> F) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(begun.elapsed() < LIMIT, "waited in vain for {what}");
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
}

/// The same for what needs no runtime.
pub fn until_now<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begun.elapsed() < LIMIT, "waited in vain for {what}");
        std::thread::sleep(BETWEEN_LOOKS);
    }
}
