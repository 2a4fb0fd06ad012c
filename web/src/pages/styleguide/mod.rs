//! Every component in every state, on one page.

mod guide;

pub use guide::routes;
