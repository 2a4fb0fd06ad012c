//! People, as their holder knows them: the sealed identity, needs, case team and consents; and the
//! disclosures through which a recipient sees as much as a referral lets it.
//!
//! This room alone writes persons, consents, disclosures, grants and keys, and records who looked
//! at an identity. Other rooms change a disclosure through the functions below, in their own
//! transaction.

pub mod actions;
pub mod events;
pub mod graphql;
pub mod model;
pub mod policy;
pub mod reads;
mod subjects;
pub mod visible;

use std::time::Duration;

use platform::{capability::Capability, events::BackgroundJob};

pub use actions::answers::{allows, answer_for, refused};
pub use actions::disclosures::{
    Granting, close_grant, disclose, grant, key_of_disclosure, key_of_person, open_grant, open_to_recipients,
    record_accesses, reopen_grant, revoke_grant,
};
pub use actions::{
    CONSENT_EXPIRY_JOB, Entry, NeedEntry, PersonErrorCode, count_on_teams, erase_again, expire_consents,
    hand_over, locked_alive, locked_person, people_record, person_record, validate_person,
};
pub use graphql::{DisclosedThrough, Disclosure, Person};
pub use model::{Particulars, age_band, age_on, scope_of};
pub use policy::{
    CASE_TEAM_CHANGE, CONSENT_RECORD, CONSENT_WITHDRAW, PERSON_CHANGE, PERSON_ERASE, PERSON_READ,
    PERSON_RECORD,
};
pub use reads::{DisclosedRow, NeedRow, PersonRow, disclosed, known, needs_by_id, particulars, people_by_id};
pub use subjects::CaseTeams;

/// What this capability contributes.
pub const CAPABILITY: Capability = Capability {
    actions: policy::ACTIONS,
    events: events::EVENTS,
    subjects: subjects::SUBJECTS,
    jobs: &[BackgroundJob {
        name: CONSENT_EXPIRY_JOB,
        every: Duration::from_secs(600),
        follows_events: false,
        work: |state, lease| Box::pin(expire_consents(state, lease)),
    }],
    ..Capability::new("people")
};
