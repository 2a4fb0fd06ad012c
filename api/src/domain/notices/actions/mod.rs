//! What changes notices and mails: the journal is told on, members see what they were told and choose
//! how, and what is due is sent.

mod choosing;
mod mailing;
mod posting;
mod seeing;
mod telling;

pub use choosing::{MailChooseErrorCode, MailRetryErrorCode, choose, retry};
pub use mailing::queue_way_in;
pub use posting::{POST, post};
pub use seeing::{NoticesSeeErrorCode, see};
pub use telling::{DUTY, tell};
