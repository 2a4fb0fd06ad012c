//! The journal and its worker: committed events get their position, are chained, and come into the
//! journals of those who may read them. Every way out follows the positions.
//!
//! Nothing here is done in a request. A duty holds a lease while it works, so that of several
//! workers one does it, and whatever it writes stands behind the lease in one transaction.

pub mod chain;
pub mod consumers;
pub mod idempotency_keys;
mod leases;
pub mod sequencing;
pub mod worker;

pub use chain::SequencedEvent;
pub use leases::Lease;
pub use worker::{BackgroundJob, Progress, Worker};

use std::time::Duration;

use crate::capability::Capability;

/// What the platform itself does in the background.
pub const CAPABILITY: Capability = Capability {
    jobs: &[
        BackgroundJob {
            name: sequencing::JOB,
            every: Duration::from_secs(1),
            follows_events: true,
            work: |state, lease| Box::pin(sequencing::advance(state, lease)),
        },
        BackgroundJob {
            name: idempotency_keys::JOB,
            every: Duration::from_secs(600),
            follows_events: false,
            work: |state, lease| Box::pin(idempotency_keys::sweep(state, lease)),
        },
    ],
    ..Capability::new("platform")
};
