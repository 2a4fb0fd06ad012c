//! Disclosures: what one recipient sees of one person, under its own pseudonym and id, and the grants that open it.
//!
//! A grant has an owner, such as a referral, and knows it only by kind and id: nothing here names an owner. Only this
//! capability writes disclosures and grants, and records accesses to identities. Its functions take the open
//! transaction of the disclosing action, so that both commit together.

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

/// Contributions of this capability to the application.
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
