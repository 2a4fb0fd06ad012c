//! Notifications and emails in the schema.

mod emails;
mod notifications;

pub use emails::{Email, EmailsMutation, EmailsQuery};
pub use notifications::{Notification, NotificationsMutation, NotificationsQuery};
