//! Referrals in the schema.

mod assignment;
mod endings;
mod groups;
mod history;
mod hold_and_reopen;
mod inputs;
mod loaders;
mod matches;
mod queries;
mod step_result;
mod types;

pub use assignment::AssignmentMutation;
pub use groups::ReferralGroup;
pub use hold_and_reopen::HoldAndReopenMutation;
pub use inputs::ReferralsMutation;
pub use queries::ReferralsQuery;
pub use types::Referral;
