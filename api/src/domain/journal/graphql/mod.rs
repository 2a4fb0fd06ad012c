//! The journal in the schema.

mod entries;
mod gathered;
mod queries;

pub use queries::JournalQuery;
