//! The capabilities, a module each with the same layout: `model` (terms and rules), `policy` (may this viewer do this),
//! `reads`, `actions`, `graphql`. What a capability has no use for it does without.

pub mod audit_log;
mod checks;
pub mod imports;
pub mod loaders;
pub mod members;
pub mod network;
pub mod notifications;
pub mod people;
pub mod referrals;

use std::time::Duration;

use platform::{
    context::Reactions,
    events::{BackgroundJob, idempotency_keys, sequencing},
};

/// How rooms react to each other.
pub const REACTIONS: Reactions = Reactions {
    consent_ended: referrals::end_for_consent,
    release_moved: referrals::release_moved,
    person_erased: referrals::end_for_erasure,
};

/// What is done without being asked.
pub const BACKGROUND_JOBS: &[BackgroundJob] = &[
    BackgroundJob {
        name: sequencing::JOB,
        every: Duration::from_secs(1),
        follows_events: true,
        work: |state, lease| Box::pin(sequencing::advance(state, lease)),
    },
    BackgroundJob {
        name: referrals::DEADLINES_JOB,
        every: Duration::from_secs(20),
        follows_events: false,
        work: |state, lease| Box::pin(referrals::process_deadlines(state, lease)),
    },
    BackgroundJob {
        name: referrals::SEND_ON_RELEASE_JOB,
        every: Duration::from_secs(20),
        follows_events: false,
        work: |state, lease| Box::pin(referrals::send_on_release(state, lease)),
    },
    BackgroundJob {
        name: people::CONSENT_EXPIRY_JOB,
        every: Duration::from_secs(600),
        follows_events: false,
        work: |state, lease| Box::pin(people::expire_consents(state, lease)),
    },
    BackgroundJob {
        name: notifications::actions::JOB,
        every: Duration::from_secs(1),
        follows_events: false,
        work: |state, lease| Box::pin(notifications::actions::notify(state, lease)),
    },
    BackgroundJob {
        name: notifications::actions::DELIVERY_JOB,
        every: Duration::from_secs(5),
        follows_events: false,
        work: |state, lease| Box::pin(notifications::actions::deliver(state, lease)),
    },
    BackgroundJob {
        name: imports::JOB,
        every: Duration::from_secs(1),
        follows_events: true,
        work: |state, lease| Box::pin(imports::process(state, lease)),
    },
    BackgroundJob {
        name: idempotency_keys::JOB,
        every: Duration::from_secs(600),
        follows_events: false,
        work: |state, lease| Box::pin(idempotency_keys::sweep(state, lease)),
    },
];
