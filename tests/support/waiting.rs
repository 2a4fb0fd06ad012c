//! Waiting for a state, never for a time.

use std::future::Future;
use std::time::{Duration, Instant};

/// Long enough for a machine that does other things as well; a test that gets there has failed.
pub const LIMIT: Duration = Duration::from_secs(30);
const BETWEEN_LOOKS: Duration = Duration::from_millis(15);

/// Looks again and again until there is an answer; nothing after [`LIMIT`].
pub async fn in_time<T, F: Future<Output = Option<T>>>(mut look: impl FnMut() -> F) -> Option<T> {
    let begun = Instant::now();
    while begun.elapsed() < LIMIT {
        if let Some(found) = look().await {
            return Some(found);
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
    None
}

/// The same, and fails the test with `what` when there is none.
pub async fn until<T, F: Future<Output = Option<T>>>(what: &str, look: impl FnMut() -> F) -> T {
    in_time(look).await.unwrap_or_else(|| panic!("waited in vain for {what}"))
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
