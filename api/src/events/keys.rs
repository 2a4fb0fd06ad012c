//! Idempotency keys that are over. Nothing waits for their going: a key that is over counts as new.

use super::Progress;
use crate::{db::once, house::House, refusal::Refusal};

/// The name of the duty and its lease.
pub const DUTY: &str = "keys";

/// Throws away some of them.
pub async fn sweep(house: &House) -> Result<Progress, Refusal> {
    let more = once::sweep(&house.db, house.world.clock.now()).await?;
    Ok(if more { Progress::More } else { Progress::Idle })
}
