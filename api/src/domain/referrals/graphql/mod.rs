//! Referrals in the schema.

mod after;
mod assigning;
mod endings;
mod groups;
mod inputs;
mod loaders;
mod matches;
mod queries;
mod resting;
mod trail;
mod types;

pub use assigning::AssigningMutation;
pub use groups::ReferralGroup;
pub use inputs::ReferralsMutation;
pub use queries::ReferralsQuery;
pub use resting::RestingMutation;
pub use types::Referral;
