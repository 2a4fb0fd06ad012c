//! Referrals: one person, one service, one recipient; in groups; from draft to outcome.
//!
//! Who may take which step from which state is the table in [`model`]. A referral always has a
//! group, even alone. Everything that moves a referral compares and sets its version. What nobody
//! moves is moved by its clock.

pub mod actions;
pub mod graphql;
pub mod model;
mod policy;
pub mod reads;

pub use actions::{
    DEADLINES_JOB, SEND_ON_RELEASE_JOB, count_assigned, end_for_consent, end_for_erasure, hand_over,
    process_deadlines, release_moved, send_on_release,
};
pub use graphql::Referral;
pub use reads::of_person;
