//! Idempotency keys that are over. Nothing waits for their going: a key that is over counts as new.

use super::{Lease, Progress};
use crate::{
    context::AppState,
    db::{AuditContext, idempotency},
    error::DomainError,
};

/// Name of the job and its lease.
pub const JOB: &str = "idempotency_keys";

/// Deletes some of the expired keys.
pub async fn sweep(app: &AppState, lease: &Lease) -> Result<Progress, DomainError> {
    let now = app.env.clock.now();
    let over = idempotency::over(&app.db, now).await?;
    if over.is_empty() {
        return Ok(Progress::Idle);
    }
    let tx = app.db.begin(AuditContext::system(now)).await?;
    lease.fence(&tx).await?;
    idempotency::throw_away(&tx, &over).await?;
    tx.commit().await?;
    Ok(if over.len() == idempotency::BATCH { Progress::More } else { Progress::Idle })
}
