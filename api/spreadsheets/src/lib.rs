//! Spreadsheets as people send them: read into rows of cells, and understood as far as words and values say.
//! Knows no capability.

pub mod column_inference;
pub mod reading;
