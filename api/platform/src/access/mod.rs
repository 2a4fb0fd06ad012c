//! Access control: the policy of actions, the viewer, the validity of memberships, and the conditions of which each
//! capability makes its visible rows. Reads, never writes.

pub mod conditions;
pub mod membership;
pub mod policy;
pub mod viewer;

pub use policy::Action;
pub use viewer::Viewer;
