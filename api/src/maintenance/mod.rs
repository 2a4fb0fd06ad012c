//! Looking after what is kept: backups, restoring them, changing the master key. For the program's own
//! commands; nothing here serves anybody.
//!
//! A backup holds no master key, and whoever was erased since it was made comes back with it, unless the
//! erasure ledger that lies beside it, or a newer one, is replayed. So nothing is restored without one.

pub mod backup;
mod checks;
mod files;
mod ledger;
mod postgres;
pub mod restore;
pub mod rotation;
