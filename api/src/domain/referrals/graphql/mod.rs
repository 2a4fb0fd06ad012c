//! Referrals in the schema.

mod groups;
mod inputs;
mod loaders;
mod matches;
mod queries;
mod trail;
mod types;

pub use groups::ReferralGroup;
pub use inputs::ReferralsMutation;
pub use queries::ReferralsQuery;
pub use types::Referral;
