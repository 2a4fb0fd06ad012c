//! Notices: who is told that something happened, on pages and by mail. They follow the journal, so
//! that no change waits for them and none is passed by.
//!
//! A notice names what happened and about what, never what is in it: whoever opens it sees as much
//! as they may see at that moment. Whom an event concerns is the table in [`model`]. A mail is
//! queued with the notices that it tells of, and put into words when its time has come.

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

/// What this capability contributes.
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
