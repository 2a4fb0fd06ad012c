//! Events of organisations, services, agreements and the register of legal bases, and the members to notify.

use platform::{
    capability::{Relations, SubjectKind},
    events,
};

pub const AGREEMENT: SubjectKind = SubjectKind::new("AGREEMENT");
pub const ORGANISATION: SubjectKind = SubjectKind::new("ORGANISATION");
pub const SERVICE: SubjectKind = SubjectKind::new("SERVICE");

/// Members who may sign agreements for a party.
pub const SIGNER: Relations = Relations::nth(0);

events! {
    AGREEMENT_PROPOSED: "An agreement was proposed.", AGREEMENT
        => told_others(SIGNER);
    AGREEMENT_SIGNED: "An agreement was signed.", AGREEMENT
        => told_others(SIGNER);
    AGREEMENT_SUSPENDED: "An agreement was suspended.", AGREEMENT
        => told_others(SIGNER);
    AGREEMENT_RESUMED: "An agreement was resumed.", AGREEMENT
        => told_others(SIGNER);
    AGREEMENT_ENDED: "An agreement was ended.", AGREEMENT
        => told_others(SIGNER);
    SERVICE_RECORDED: "A service was added.", SERVICE;
    SERVICE_CHANGED: "A service was changed.", SERVICE;
    ORGANISATION_RECORDED: "An organisation was added to the network, or a service of it.", ORGANISATION;
    ORGANISATION_CHANGED: "An organisation changed its details.", ORGANISATION;
    GROUND_RECORDED: "A line of the register of legal bases was recorded.", ORGANISATION;
}
