//! Notices and mails in the schema.

mod mails;
mod notices;

pub use mails::{Mail, MailsMutation, MailsQuery};
pub use notices::{Notice, NoticesMutation, NoticesQuery};
