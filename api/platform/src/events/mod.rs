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
