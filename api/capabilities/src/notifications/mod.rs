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
pub mod reads;

pub use actions::queue_login_link;
pub use reads::{unread, url_of_login_link};
