//! Notices and mails in the schema.

mod mails;
mod notices;

pub use mails::{MailsMutation, MailsQuery};
pub use notices::{NoticesMutation, NoticesQuery};
