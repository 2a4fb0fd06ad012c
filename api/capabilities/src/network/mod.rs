//! Organisations, their services, and the agreements between them.
//!
//! The directory is the network's own: every member reads it. Who may disclose to whom rests on
//! the agreements that are kept here.

pub mod actions;
pub mod graphql;
pub mod model;
mod policy;
pub mod reads;

pub use actions::{
    Directory, OrganisationEntry, OrganisationErrorCode, organisations_record, validate_organisation,
};
pub use graphql::{Agreement, Member, Municipality, Organisation, Places, Service, municipality_of};
pub use model::{Candidate, MatchAnswer, MatchFactor, Reason, ServiceFacts, eligibility, may_hold_from};
pub use reads::{
    OrganisationRow, PlacesRow, ServiceRow, agreements_in_force, capacities, holds, holds_of, places,
    service_facts, services_for,
};
