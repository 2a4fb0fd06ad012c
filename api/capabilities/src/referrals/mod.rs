//! Referrals: one person, one service, one recipient; in groups; from draft to outcome.
//!
//! The table in [`model`] decides who may take which step in which state. A referral always has a group, even if it
//! is the only one. Every change of a referral compares and sets its version. Deadlines act on referrals that nobody
//! changes.

pub mod actions;
pub mod events;
pub mod graphql;
pub mod model;
mod policy;
pub mod reads;
mod subjects;
pub mod visible;

use std::time::Duration;

use entities::codes::GrantOwnerKind;
use platform::{
    capability::{Capability, Dependents, GrantOwner},
    events::BackgroundJob,
};

pub use actions::{
    DEADLINES_JOB, SEND_ON_RELEASE_JOB, count_assigned, count_open, end_for_consent, end_for_erasure,
    hand_over, lock_for_consent, process_deadlines, release_moved, send_on_release,
};
pub use graphql::Referral;
pub use policy::{
    APPOINTMENT_MANAGE, MESSAGE_WRITE, REFERRAL_ANSWER, REFERRAL_READ, REFERRAL_REOPEN, REFERRAL_SEND,
    REFERRAL_WITHDRAW,
};
pub use reads::{counts_of_person, of_person, upcoming_releases};
pub use visible::Side;

/// The kind of grant owner that referrals are.
pub const GRANT_OWNER: GrantOwnerKind = GrantOwnerKind::new("REFERRAL");

/// Contributions of this capability to the application.
pub const CAPABILITY: Capability = Capability {
    actions: policy::ACTIONS,
    events: events::EVENTS,
    subjects: subjects::SUBJECTS,
    jobs: &[
        BackgroundJob {
            name: DEADLINES_JOB,
            every: Duration::from_secs(20),
            follows_events: false,
            work: |state, lease| Box::pin(process_deadlines(state, lease)),
        },
        BackgroundJob {
            name: SEND_ON_RELEASE_JOB,
            every: Duration::from_secs(20),
            follows_events: false,
            work: |state, lease| Box::pin(send_on_release(state, lease)),
        },
    ],
    dependents: Dependents {
        grants: Some(GrantOwner {
            kind: GRANT_OWNER,
            subject: events::REFERRAL,
            lock: lock_for_consent,
            consent_ended: end_for_consent,
        }),
        count_open: Some(count_open),
        release_moved: Some(release_moved),
        person_erased: Some(end_for_erasure),
        ..Dependents::NONE
    },
    ..Capability::new("referrals")
};
