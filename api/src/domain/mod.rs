//! The capabilities: a room each, with the same furniture in every room.

pub mod audit_log;
pub mod checks;
pub mod imports;
pub mod members;
pub mod network;
pub mod notifications;
pub mod people;
pub mod referrals;
