//! Who may see and do what: the policy of actions, the viewer, how long a membership holds, and how the conditions are
//! written of which each capability makes its visible rows. Reads, never writes.

pub mod conditions;
pub mod membership;
pub mod policy;
pub mod viewer;

pub use policy::Action;
pub use viewer::Viewer;
