//! Idempotency keys that are over. Nothing waits for their going: a key that is over counts as new.

use super::Progress;
use crate::{context::AppState, db::idempotency, error::DomainError};

/// The name of the duty and its lease.
pub const JOB: &str = "idempotency_keys";

/// Throws away some of them.
pub async fn sweep(app: &AppState) -> Result<Progress, DomainError> {
    let more = idempotency::sweep(&app.db, app.env.clock.now()).await?;
    Ok(if more { Progress::More } else { Progress::Idle })
}
