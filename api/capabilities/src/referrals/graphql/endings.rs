//! Reasons of hold, decline, withdrawal and failure, the outcome, and the viewer's side of a referral.

use async_graphql::SimpleObject;
use entities::{
    codes::{HoldReason, Outcome, OutcomeResult, RejectReason, WithdrawReason},
    described_enum,
};
use platform::graphql::Coded;

use crate::referrals::Side as Seen;

described_enum! {
    /// Side of a referral on which the viewer's organisation is.
    Side {
        Sent = "SENT": "The viewer's organisation sent it.",
        Received = "RECEIVED": "The viewer's organisation received it.",
    }
}

impl From<Seen> for Side {
    fn from(side: Seen) -> Self {
        match side {
            Seen::Sent => Self::Sent,
            Seen::Received => Self::Received,
        }
    }
}

/// Reason for which the recipient declined a referral.
#[derive(SimpleObject)]
pub struct Rejection {
    /// Reason, as the viewer's side may know it.
    pub reason: Coded<RejectReason>,
    /// Explanation; null if none was given.
    pub text: Option<String>,
}

/// Reason for which a referral was withdrawn.
#[derive(SimpleObject)]
pub struct Withdrawal {
    /// Reason; null if the viewer learns only that the referral is no longer needed.
    pub reason: Option<Coded<WithdrawReason>>,
    /// Explanation; null if none was given.
    pub text: Option<String>,
}

/// Reason for which work with the person is on hold.
#[derive(SimpleObject)]
#[graphql(name = "ReferralHold")]
pub struct Held {
    /// Reason; null for a sender to whom the consent does not report it.
    pub reason: Option<Coded<HoldReason>>,
    /// Explanation; null if none was given, and for a sender to whom the consent does not report it.
    pub text: Option<String>,
}

/// Reason for which the referral was closed as incomplete.
#[derive(SimpleObject)]
#[graphql(name = "ReferralFailure")]
pub struct Failed {
    /// Reason; null for a sender to whom the consent does not report it.
    pub reason: Option<Coded<WithdrawReason>>,
    /// Explanation; null if none was given, and for a sender to whom the consent does not report it.
    pub text: Option<String>,
}

/// Outcome of a completed referral.
#[derive(SimpleObject)]
pub struct ReferralOutcome {
    /// Degree to which the aim was reached; shown to both sides.
    pub outcome: Coded<Outcome>,
    /// Result for the person; null for a sender to whom the consent does not report it.
    pub result: Option<Coded<OutcomeResult>>,
    /// Notes of the recipient; null for a sender to whom the consent does not report them.
    pub notes: Option<String>,
}
