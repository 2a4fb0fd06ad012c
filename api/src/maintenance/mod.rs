//! Maintenance: backup, restore and change of the master key, for the commands of the program.
//!
//! A backup does not contain the master key, and restores people who were erased after it, unless the erasure
//! ledger beside it, or a newer one, is replayed. So nothing is restored without a ledger.

pub mod backup;
mod checks;
mod files;
mod ledger;
mod postgres;
pub mod restore;
pub mod rotation;
