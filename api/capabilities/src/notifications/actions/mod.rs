//! Changes of notifications and emails: creation from the audit log, marking as read, preferences and delivery.

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
