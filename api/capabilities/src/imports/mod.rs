//! Lists that partners keep in spreadsheets, brought in: what each column is taken for, what each row
//! is, and the new ones written through the actions of the rooms that they belong to.
//!
//! Nothing is written before somebody says so, and nothing is shared by it: a list of people makes
//! people of the holder's own. While a list waits it is sealed under a key of its own, which is destroyed
//! with it; whoever brought it in sees it, and nobody else.

pub mod actions;
mod cells;
pub mod graphql;
pub mod model;
mod organisations;
mod people;
mod reads;
mod serialization;
mod validation;

pub use actions::{ImportRun, JOB, Upload, UploadTicket, process, run, validate_list};
pub use reads::reference_names;
