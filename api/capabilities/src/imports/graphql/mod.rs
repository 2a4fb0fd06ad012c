//! Imports in the schema: upload, correction, application and deletion.

mod lists;
mod mutations;

pub use lists::{Import, ImportRow, ImportsQuery};
pub use mutations::ImportsMutation;
