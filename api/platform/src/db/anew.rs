//! Retries of transactions that the database aborted.
//!
//! PostgreSQL aborts one of two transactions that wait for each other (40P01), and one whose reads were changed
//! (40001). Nothing of it is stored, so the whole transaction may run again from its first read; the common lock
//! order ([`super::locks`]) makes such cases rare. SQLite has one writer at a time and no such cases.

use std::{future::Future, time::Duration};

use crate::{error::MayBeAborted, sealing::random};

/// Number of attempts for a transaction.
pub const ATTEMPTS: u32 = 5;
/// The longest pause before the second attempt; before each later one it may be as long again.
const PAUSE: Duration = Duration::from_millis(20);

/// Runs a transaction from its beginning to its commit, and runs it again if the database aborted it: a limited
/// number of times, after a random pause, so that two transactions do not meet again. `run` begins its own
/// transaction and reads everything again each time. The result of the last attempt counts: an aborted one is a
/// conflict, and is logged with its cause.
pub async fn run_anew<T, E, F>(mut run: impl FnMut() -> F) -> Result<T, E>
where
    E: MayBeAborted,
    F: Future<Output = Result<T, E>>,
{
    let mut attempt = 1;
    loop {
        let came = run().await;
        let Some(cause) = came.as_ref().err().and_then(MayBeAborted::aborted) else { return came };
        if attempt == ATTEMPTS {
            tracing::error!(attempt, cause, "a transaction was aborted at every attempt and has failed");
            return came;
        }
        tracing::warn!(attempt, cause, "a transaction was aborted and is tried again");
        let [chance] = random::<1>();
        tokio::time::sleep(PAUSE * attempt * u32::from(chance) / 255).await;
        attempt += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::error::{DomainError, ErrorCode};

    async fn after(aborted: u32, then: Result<u32, DomainError>) -> (u32, Result<u32, DomainError>) {
        let (runs, mut then) = (Cell::new(0), Some(then));
        let came = run_anew(|| {
            runs.set(runs.get() + 1);
            let came = if runs.get() <= aborted {
                Err(DomainError::Aborted("deadlock detected".to_owned()))
            } else {
                then.take().expect("nothing is run anew that was not aborted")
            };
            std::future::ready(came)
        });
        let came = came.await;
        (runs.get(), came)
    }

    #[tokio::test]
    async fn what_was_aborted_is_run_anew_and_nothing_else_is() {
        assert!(matches!(after(0, Ok(7)).await, (1, Ok(7))));
        assert!(matches!(after(ATTEMPTS - 1, Ok(7)).await, (ATTEMPTS, Ok(7))));
        assert!(matches!(after(1, Err(DomainError::stale())).await, (2, Err(DomainError::Conflict { .. }))));
        let internal = Err(DomainError::Internal("broken".to_owned()));
        assert!(matches!(after(0, internal).await, (1, Err(DomainError::Internal(_)))));
    }

    #[tokio::test]
    async fn it_ends() {
        let (runs, came) = after(u32::MAX, Ok(7)).await;
        let error = came.expect_err("it was aborted each time");
        assert_eq!((runs, error.code()), (ATTEMPTS, ErrorCode::Conflict));
        assert!(error.says().is_some_and(|says| says.contains("try again")));
    }
}
