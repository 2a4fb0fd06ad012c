//! Groups of referrals in the schema.

use async_graphql::{Context, ID, Object};
use entities::{codes::GroupMode, referral_group};

use super::{
    super::{
        actions::{Drafted, ReferralDraftErrorCode, StepResult},
        reads,
    },
    step_result::AfterStep,
    types::Referral,
};
use platform::graphql::{Coded, GraphqlError, public, request};

/// Referrals of one person that belong together. For the sender alone.
#[derive(Clone)]
pub struct ReferralGroup {
    row: referral_group::Model,
    /// Its referrals, where they were written in this moment.
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

/// Referrals of one person that belong together. For the sender alone.
#[Object]
impl ReferralGroup {
    /// Opaque; says what it is the id of.
    pub async fn id(&self) -> ID {
        public(self.row.id)
    }

    /// Whether one acceptance suffices.
    async fn mode(&self) -> Coded<GroupMode> {
        Coded(self.row.mode)
    }

    /// Oldest first.
    async fn referrals(&self, ctx: &Context<'_>) -> Result<Vec<AfterStep>, GraphqlError> {
        if let Some(written) = &self.written {
            return Ok(written.iter().copied().map(AfterStep::from).collect());
        }
        let rows = reads::group_of(request(ctx), self.row.id).await?;
        Ok(rows.into_iter().map(|row| Referral::from(row).into()).collect())
    }

    /// Whether its drafts send themselves when the release is confirmed.
    async fn send_on_release(&self) -> bool {
        self.row.send_on_release
    }

    /// Why they did not send themselves when it was; null where nothing was in the way.
    async fn send_error(&self) -> Option<Coded<ReferralDraftErrorCode>> {
        let code = self.row.send_error.as_deref()?;
        <ReferralDraftErrorCode as entities::codes::Code>::from_code(code).map(Coded)
    }

    /// Whether one of them was accepted, where any one suffices.
    async fn settled(&self) -> bool {
        self.row.settled_by.is_some()
    }
}
