//! Referrals in the schema.

mod inputs;
mod loaders;
mod matches;
mod queries;
mod trail;
mod types;

pub use inputs::ReferralsMutation;
pub use queries::ReferralsQuery;
pub use types::{Referral, ReferralGroup};
