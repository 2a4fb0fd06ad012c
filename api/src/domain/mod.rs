//! The capabilities: a room each, with the same furniture in every room.

pub mod checks;
pub mod imports;
pub mod journal;
pub mod members;
pub mod network;
pub mod notices;
pub mod people;
pub mod referrals;
