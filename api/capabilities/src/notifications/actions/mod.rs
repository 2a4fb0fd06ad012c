//! What changes notices and mails: the journal is told on, members see what they were told and choose
//! how, and what is due is sent.

mod consumer;
mod delivery;
mod marking_read;
mod preferences;
mod queueing;

pub use consumer::{JOB, notify};
pub use delivery::{DELIVERY_JOB, deliver};
pub use marking_read::{NotificationsMarkReadErrorCode, mark_read};
pub use preferences::{EmailRetryErrorCode, change_preferences, retry};
pub use queueing::queue_login_link;
