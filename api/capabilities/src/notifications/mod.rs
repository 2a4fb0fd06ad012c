//! Notifications of members about events, on pages and by email. They follow the audit log, so that no change waits
//! for them and no event is missed.
//!
//! A notification names the event and its subject, never its contents: a member who opens it sees what they may see
//! at that moment. The table in [`model`] decides whom an event concerns. An email is queued with its notifications
//! and rendered at its due time.

pub mod actions;
mod email_templates;
pub mod graphql;
pub mod model;
pub mod policy;
pub mod reads;

use std::time::Duration;

use platform::{capability::Capability, events::BackgroundJob};

pub use actions::queue_login_link;
pub use policy::EMAIL_READ;
pub use reads::{unread, url_of_login_link};

/// Contributions of this capability to the application.
pub const CAPABILITY: Capability = Capability {
    actions: policy::ACTIONS,
    jobs: &[
        BackgroundJob {
            name: actions::JOB,
            every: Duration::from_secs(1),
            follows_events: false,
            work: |state, lease| Box::pin(actions::notify(state, lease)),
        },
        BackgroundJob {
            name: actions::DELIVERY_JOB,
            every: Duration::from_secs(5),
            follows_events: false,
            work: |state, lease| Box::pin(actions::deliver(state, lease)),
        },
    ],
    ..Capability::new("notifications")
};
