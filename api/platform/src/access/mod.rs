//! Who may see and do what, decided here alone. Reads, never writes.
//!
//! *May they* is [`policy`]: a table of kind of organisation, role and action. *Which rows* is
//! [`visible`]: the conditions that every read starts from. *Why* is [`legal_bases`], *how long*
//! [`membership`].

pub mod legal_bases;
pub mod membership;
pub mod policy;
pub mod viewer;
pub mod visible;

pub use policy::Action;
pub use viewer::Viewer;
