//! Lists that partners keep in spreadsheets, brought in: what each column is taken for, what each row
//! is, and the new ones written through the actions of the rooms that they belong to.
//!
//! Nothing is written before somebody says so, and nothing is shared by it: a list of people makes
//! people of the holder's own.

pub mod actions;
pub mod model;
mod people;

pub use actions::{bring_in_people, judge_people};
