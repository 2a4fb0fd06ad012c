//! Disclosures: what one recipient sees of one person, under a pseudonym and an id of its own, and the grants that open it.
//!
//! A grant is owned by whatever opens the disclosure, such as a referral, and knows it by kind and id alone: nothing here
//! names an owner. This capability alone writes disclosures and grants, and records who saw whose identity. Its functions
//! take the open transaction of whoever discloses, so that both commit together.

pub mod actions;
pub mod graphql;
pub mod model;
pub mod reads;
mod subjects;
pub mod visible;

use std::time::Duration;

use platform::{
    capability::{Capability, Dependents},
    events::BackgroundJob,
};

pub use actions::{
    Granting, allows, answer_for, close, disclose, grant, key_of_disclosure, open, open_to_recipients,
    record_accesses, refused, reopen, revoke,
};
pub use graphql::Disclosure;
pub use reads::{DisclosedRow, Shown, disclosed, recipients_of};

/// What this capability contributes.
pub const CAPABILITY: Capability = Capability {
    subjects: subjects::SUBJECTS,
    jobs: &[BackgroundJob {
        name: actions::CONSENT_EXPIRY_JOB,
        every: Duration::from_secs(600),
        follows_events: false,
        work: |state, lease| Box::pin(actions::expire_consents(state, lease)),
    }],
    dependents: Dependents {
        consents: Some(actions::CONSENT_DEPENDENT),
        person_erased: Some(|tx, person| {
            Box::pin(async move {
                actions::close_all(tx, person).await?;
                Ok(0)
            })
        }),
        ..Dependents::NONE
    },
    ..Capability::new("disclosures")
};
