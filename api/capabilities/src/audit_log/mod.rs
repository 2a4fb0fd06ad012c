//! The journal, read: what happened that the viewer's organisation may know of, and who looked at
//! whom. It is written by the worker; nothing here changes anything.
//!
//! An entry names fields and ids, never contents. Whoever may open a thing elsewhere may go on to
//! it from here; whoever may not learns what kind of thing it is and its id, by which its other
//! entries are found.

pub mod graphql;
pub mod model;
pub mod policy;
pub mod reads;
mod visible;
use platform::capability::Capability;

pub use policy::AUDIT_LOG_READ;

/// What this capability contributes.
pub const CAPABILITY: Capability = Capability { actions: policy::ACTIONS, ..Capability::new("audit_log") };
