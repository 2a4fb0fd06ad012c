//! Reads of the audit log: events that the viewer's organisation may know of, and accesses to identities. The worker
//! writes it; nothing here changes anything.
//!
//! An entry names fields and ids, never contents. A viewer who may open a subject elsewhere may open it from here;
//! any other viewer sees only its kind and id, by which its other entries are found.

pub mod graphql;
pub mod model;
pub mod policy;
pub mod reads;
mod visible;
use platform::capability::Capability;

pub use policy::AUDIT_LOG_READ;

/// Contributions of this capability to the application.
pub const CAPABILITY: Capability = Capability { actions: policy::ACTIONS, ..Capability::new("audit_log") };
