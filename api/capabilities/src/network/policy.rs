//! May this viewer do this to that agreement or service? Pure.

use entities::{agreement, agreement_party, service};

use super::model::{AgreementStep, agreement_after};
use platform::access::{Action, Viewer};

/// The action that a step needs.
pub fn action_for(step: AgreementStep) -> Action {
    match step {
        AgreementStep::Sign => Action::AgreementSign,
        AgreementStep::Suspend | AgreementStep::Resume | AgreementStep::End => Action::AgreementSuspend,
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
            // Nobody's suspension is lifted by another.
            AgreementStep::Resume => mine.suspended_at.is_some(),
            AgreementStep::End => true,
        })
        .collect()
}

/// Whether the viewer may change this service.
pub fn may_manage(viewer: &Viewer, service: &service::Model) -> bool {
    viewer.may(Action::ServiceManage) && service.organisation_id == viewer.organisation
}
