//! Referral groups in the schema.

use async_graphql::{Context, ID, Object};
use entities::{codes::GroupMode, referral_group};
use platform::graphql::{Coded, GraphqlError, public, request};

use super::{
    super::{
        actions::{Drafted, ReferralDraftErrorCode, StepResult},
        reads,
    },
    step_result::AfterStep,
    types::Referral,
};

/// Referrals of one person that belong together. Only the sender sees the group.
#[derive(Clone)]
pub struct ReferralGroup {
    row: referral_group::Model,
    /// Referrals of the group, if this request wrote them.
    written: Option<Vec<StepResult>>,
}

impl From<referral_group::Model> for ReferralGroup {
    fn from(row: referral_group::Model) -> Self {
        Self { row, written: None }
    }
}

impl From<Drafted> for ReferralGroup {
    fn from(drafted: Drafted) -> Self {
        Self { row: drafted.group, written: Some(drafted.referrals) }
    }
}

/// Referrals of one person that belong together. Only the sender sees the group.
#[Object]
impl ReferralGroup {
    /// Opaque global id.
    pub async fn id(&self) -> ID {
        public(self.row.id)
    }

    /// Number of acceptances that are wanted: any one, or all.
    async fn mode(&self) -> Coded<GroupMode> {
        Coded(self.row.mode)
    }

    /// Referrals of the group, oldest first.
    async fn referrals(&self, ctx: &Context<'_>) -> Result<Vec<AfterStep>, GraphqlError> {
        if let Some(written) = &self.written {
            return Ok(written.iter().copied().map(AfterStep::from).collect());
        }
        let rows = reads::group_of(request(ctx), self.row.id).await?;
        Ok(rows.into_iter().map(|row| Referral::from(row).into()).collect())
    }

    /// Whether the drafts of the group are sent automatically when the release is confirmed.
    async fn send_on_release(&self) -> bool {
        self.row.send_on_release
    }

    /// Reason why the automatic sending failed; null if it did not fail.
    async fn send_error(&self) -> Option<Coded<ReferralDraftErrorCode>> {
        let code = self.row.send_error.as_deref()?;
        <ReferralDraftErrorCode as entities::codes::Code>::from_code(code).map(Coded)
    }

    /// Whether one referral was accepted in a group of which any one suffices.
    async fn settled(&self) -> bool {
        self.row.settled_by.is_some()
    }
}
