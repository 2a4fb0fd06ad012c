//! Groups of referrals in the schema.

use async_graphql::{Context, ID, Object};
use entities::{codes::GroupMode, referral_group};

use super::{
    super::{actions::ReferralDraftErrorCode, reads},
    types::Referral,
};
use crate::graphql::{Coded, Fault, call, public};

/// Referrals of one person that belong together. For the sender alone.
pub struct ReferralGroup(pub referral_group::Model);

/// Referrals of one person that belong together. For the sender alone.
#[Object]
impl ReferralGroup {
    /// Opaque; says what it is the id of.
    pub async fn id(&self) -> ID {
        public(self.0.id)
    }

    /// Whether one acceptance suffices.
    async fn mode(&self) -> Coded<GroupMode> {
        Coded(self.0.mode)
    }

    /// Oldest first.
    async fn referrals(&self, ctx: &Context<'_>) -> Result<Vec<Referral>, Fault> {
        let rows = reads::group_of(call(ctx), self.0.id).await?;
        Ok(rows.into_iter().map(Referral::from).collect())
    }

    /// Whether its drafts send themselves when the release is confirmed.
    async fn send_on_release(&self) -> bool {
        self.0.send_on_release
    }

    /// Why they did not send themselves when it was; null where nothing was in the way.
    async fn unsent(&self) -> Option<Coded<ReferralDraftErrorCode>> {
        let code = self.0.unsent.as_deref()?;
        <ReferralDraftErrorCode as entities::codes::Code>::from_code(code).map(Coded)
    }

    /// Whether one of them was accepted, where any one suffices.
    async fn settled(&self) -> bool {
        self.0.settled_by.is_some()
    }
}
