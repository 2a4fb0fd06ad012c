//! May this viewer do this to that agreement or service? Pure.

use entities::{agreement, agreement_party, service};
use platform::{
    access::{
        Action, Viewer,
        policy::{COORDINATING, COORDINATORS, Kinds, LEADERS, Roles, WITH_PEOPLE},
    },
    actions,
};

use super::model::{AgreementStep, agreement_after};

actions! {
    DIRECTORY_READ: "Read organisations and services, and the agreements of the organisation.", Roles::Every, Kinds::Every, Read;
    SERVICE_MANAGE: "Change the services of the organisation and their capacity.", LEADERS, Kinds::Every, Manage;
    AGREEMENT_PROPOSE: "Propose an agreement between the organisation and others.", LEADERS, WITH_PEOPLE, Manage;
    AGREEMENT_SIGN: "Sign a proposed agreement for the organisation.", LEADERS, WITH_PEOPLE, Manage;
    AGREEMENT_SUSPEND: "Suspend, resume or end an agreement of the organisation.", LEADERS, WITH_PEOPLE, Manage;
    ORGANISATION_RECORD: "Add organisations with their services to the network.", COORDINATORS, COORDINATING, Manage;
    ORGANISATION_CHANGE: "Change the organisation's contact details, and whether its managers see every person it holds.", LEADERS, Kinds::Every, Manage;
    LEGAL_BASIS_RECORD: "Record the legal bases of disclosures in the register.", COORDINATORS, COORDINATING, Manage;
}

/// The action that a step needs.
pub fn action_for(step: AgreementStep) -> Action {
    match step {
        AgreementStep::Sign => AGREEMENT_SIGN,
        AgreementStep::Suspend | AgreementStep::Resume | AgreementStep::End => AGREEMENT_SUSPEND,
    }
}

/// The steps that the viewer may take now.
pub fn steps(
    viewer: &Viewer,
    agreement: &agreement::Model,
    parties: &[agreement_party::Model],
) -> Vec<AgreementStep> {
    let Some(mine) = parties.iter().find(|party| party.organisation_id == viewer.organisation) else {
        return Vec::new();
    };
    <AgreementStep as entities::codes::Code>::all()
        .filter(|step| viewer.may(action_for(*step)))
        .filter(|step| agreement_after(agreement.state, *step).is_some())
        .filter(|step| match step {
            AgreementStep::Sign => mine.signed_at.is_none(),
            AgreementStep::Suspend => mine.suspended_at.is_none(),
            // A party can end only its own suspension.
            AgreementStep::Resume => mine.suspended_at.is_some(),
            AgreementStep::End => true,
        })
        .collect()
}

/// Whether the viewer may change this service.
pub fn may_manage(viewer: &Viewer, service: &service::Model) -> bool {
    viewer.may(SERVICE_MANAGE) && service.organisation_id == viewer.organisation
}
