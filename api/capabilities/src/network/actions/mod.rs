//! Actions on agreements, services and the register of legal bases, and the import of organisations.

mod agreements;
mod bulk_recording;
mod legal_bases;
mod organisation;
mod services;

pub use agreements::{
    AgreementProposeErrorCode, AgreementStepErrorCode, Proposal, agreement_propose, agreement_step,
};
pub use bulk_recording::{
    Directory, OrganisationEntry, OrganisationErrorCode, organisations_record, validate_organisation,
};
pub use legal_bases::{LegalBasisEntry, LegalBasisRecordErrorCode, legal_basis_record};
pub use organisation::{OrganisationChangeErrorCode, OrganisationSelf, organisation_change};
pub use services::{
    ServiceEntry, ServiceRecordErrorCode, ServiceSetCapacityErrorCode, service_record, service_set_capacity,
};
