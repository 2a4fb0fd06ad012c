//! The audit log and its worker: committed events receive their sequence number, are chained, and are entered into
//! the audit logs of the organisations that may read them. All consumers follow the sequence numbers.
//!
//! Nothing here happens within a request. A background job holds a lease while it runs, so that of several workers
//! one runs it, and everything that it writes is fenced by the lease in one transaction.

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

/// Background jobs of the platform itself.
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
