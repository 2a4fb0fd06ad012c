//! What members do with agreements, services and the register of grounds, and how organisations come in.

mod agreements;
mod grounds;
mod organisation;
mod recording;
mod services;

pub use agreements::{
    AgreementProposeErrorCode, AgreementStepErrorCode, Proposal, agreement_propose, agreement_step,
};
pub use grounds::{GroundEntry, GroundRecordErrorCode, ground_record};
pub use organisation::{OrganisationChangeErrorCode, OrganisationSelf, organisation_change};
pub use recording::{
    OrganisationEntry, OrganisationErrorCode, Register, organisation_problems, organisations_record,
};
pub use services::{
    ServiceEntry, ServiceRecordErrorCode, ServiceSetCapacityErrorCode, service_record, service_set_capacity,
};
