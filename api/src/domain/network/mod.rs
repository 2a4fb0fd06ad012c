//! Organisations, their services, and the agreements between them.
//!
//! The directory is the network's own: every member reads it. Who may disclose to whom rests on
//! the agreements that are kept here.

pub mod actions;
pub mod graphql;
pub mod model;
mod policy;
pub mod reads;

pub use model::{Candidate, MatchAnswer, MatchFactor, Reason, ServiceFacts};
pub use reads::{OrganisationRow, PlacesRow, ServiceRow};
