//! Why a referral rests or ended, and on which side the viewer stands.

use async_graphql::SimpleObject;
use entities::codes::{HoldReason, Outcome, OutcomeResult, RejectReason, WithdrawReason};

use crate::referrals::Side as Seen;
use entities::described_enum;
use platform::graphql::Coded;

described_enum! {
    /// On which side of a referral the viewer's organisation stands.
    Side {
        Sent = "SENT": "It wrote it.",
        Received = "RECEIVED": "It was written to it.",
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

/// Why a referral was rejected.
#[derive(SimpleObject)]
pub struct Rejection {
    /// As told to the viewer's side.
    pub reason: Coded<RejectReason>,
    /// In words; null where nothing was written.
    pub text: Option<String>,
}

/// Why a referral was taken back.
#[derive(SimpleObject)]
pub struct Withdrawal {
    /// Null where it is no longer needed, and nothing more is said.
    pub reason: Option<Coded<WithdrawReason>>,
    /// In words; null where nothing was written.
    pub text: Option<String>,
}

/// Why work with the person rests.
#[derive(SimpleObject)]
#[graphql(name = "ReferralHold")]
pub struct Held {
    /// Null for a sender to whom the consent does not report it.
    pub reason: Option<Coded<HoldReason>>,
    /// In words; null where nothing was written, and for a sender to whom the consent does not report it.
    pub text: Option<String>,
}

/// Why work with the person broke off.
#[derive(SimpleObject)]
#[graphql(name = "ReferralFailure")]
pub struct Failed {
    /// Null for a sender to whom the consent does not report it.
    pub reason: Option<Coded<WithdrawReason>>,
    /// In words; null where nothing was written, and for a sender to whom the consent does not report it.
    pub text: Option<String>,
}

/// How a referral ended.
#[derive(SimpleObject)]
pub struct ReferralOutcome {
    /// How the work ended; shown to both sides.
    pub outcome: Coded<Outcome>,
    /// What came of it; null for a sender to whom the consent does not report it.
    pub result: Option<Coded<OutcomeResult>>,
    /// In words; null for a sender to whom the consent does not report them.
    pub notes: Option<String>,
}
