//! Referrals, read. Every read starts from the rows that the viewer may see.

mod disclosed;
mod history;
mod listed;
pub mod matching;
mod row;
mod texts;
mod upcoming_releases;

pub use disclosed::disclosed;
pub use history::{EventRow, latest_events};
pub use listed::{
    Filter, Order, counts_of_person, group_of, groups_by_id, listed_by_id, of_person, open_for_needs,
    referral, referrals, rerouted_to,
};
pub use row::{Listed, OrganisationBrief, ServiceBrief};
pub use texts::{
    AppointmentRow, MessageRow, Texts, appointments, appointments_by_id, messages, messages_by_id, texts,
};
pub use upcoming_releases::{UpcomingRelease, upcoming_releases};
