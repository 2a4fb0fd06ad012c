//! The journal in the schema.

mod entries;
mod gathered;
mod queries;

pub use entries::JournalEntry;
pub use queries::JournalQuery;
