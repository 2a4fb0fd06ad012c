//! Organisations, their services, and the agreements between them.
//!
//! The directory is the network's own: every member reads it. Who may disclose to whom rests on
//! the agreements that are kept here.

pub mod actions;
pub mod events;
pub mod graphql;
pub mod legal_bases;
pub mod model;
mod policy;
pub mod reads;
pub mod subjects;
pub mod visible;

use platform::capability::Capability;

pub use actions::{
    Directory, OrganisationEntry, OrganisationErrorCode, organisations_record, validate_organisation,
};
pub use graphql::{Agreement, Member, Municipality, Organisation, Places, Service, municipality_of};
pub use model::{Candidate, MatchAnswer, MatchFactor, Reason, ServiceFacts, eligibility, may_hold_from};
pub use policy::{
    AGREEMENT_PROPOSE, AGREEMENT_SIGN, AGREEMENT_SUSPEND, DIRECTORY_READ, LEGAL_BASIS_RECORD,
    ORGANISATION_CHANGE, ORGANISATION_RECORD, SERVICE_MANAGE,
};
pub use reads::{
    OrganisationRow, PlacesRow, ServiceRow, agreements_in_force, capacities, holds, holds_of, places,
    service_facts, services_for,
};

/// Contributions of this capability to the application.
pub const CAPABILITY: Capability = Capability {
    actions: policy::ACTIONS,
    events: events::EVENTS,
    subjects: subjects::SUBJECTS,
    ..Capability::new("network")
};
