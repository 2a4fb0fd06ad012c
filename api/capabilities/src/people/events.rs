//! Events of people, their needs, consents and case teams, and the members to notify.

use platform::{
    capability::{Relations, SubjectKind},
    events,
};

pub const PERSON: SubjectKind = SubjectKind::new("PERSON");
pub const NEED: SubjectKind = SubjectKind::new("NEED");
pub const CONSENT: SubjectKind = SubjectKind::new("CONSENT");
/// A person whom another organisation holds, as disclosed to this one.
pub const DISCLOSURE: SubjectKind = SubjectKind::new("DISCLOSURE");

/// The person's case team; the managers if no member of it is left.
pub const CASE_TEAM: Relations = Relations::nth(0);

events! {
    IDENTITY_LOOKED_AT: "A member saw the identity of a person.", PERSON | DISCLOSURE
        => about_owner();
    PERSON_RECORDED: "A person was added.", PERSON;
    PERSON_CHANGED: "The data of a person was changed.", PERSON;
    PERSON_ERASED: "A person was erased.", PERSON;
    NEED_ADDED: "A need was added.", PERSON
        => about(NEED);
    NEED_CHANGED: "A need was changed.", PERSON
        => about(NEED);
    CONSENT_RECORDED: "A person's consent or refusal was recorded.", PERSON
        => about(CONSENT);
    CONSENT_WITHDRAWN: "A person withdrew a consent.", PERSON
        => about(CONSENT).told(CASE_TEAM);
    CONSENT_RAN_OUT: "A consent expired, and the referrals under it that were not accepted ended.", PERSON
        => about(CONSENT).told(CASE_TEAM).urgent();
    CASE_TEAM_CHANGED: "A case team changed.", PERSON;
}
