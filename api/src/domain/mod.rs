//! The capabilities: a room each, with the same furniture in every room.

pub mod checks;
pub mod network;
pub mod people;
pub mod referrals;
