//! Lists in the schema: brought in, corrected, taken, thrown away.

mod lists;
mod mutations;

pub use lists::{Import, ImportRow, ImportsQuery};
pub use mutations::ImportsMutation;
