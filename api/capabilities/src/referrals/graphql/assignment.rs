//! Whose a received referral is.

use async_graphql::{Context, ID, InputObject, Object};
use entities::ids::{MemberId, ReferralId};

use super::{
    super::{
        actions::{self, ReferralAssignErrorCode},
        policy,
        reads::Listed,
    },
    types::Referral,
};
use crate::loaders::loads;
use crate::network::Member;
use crate::referrals::Side;
use platform::graphql::{GraphqlError, PublicId, idempotent, payload, request};

/// Whose a referral is within the organisation that received it.
pub struct Assignment(pub Listed);

/// Whose a referral is within the organisation that received it.
#[Object]
impl Assignment {
    /// Whose it is; null where it is everybody's.
    async fn to(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        match self.0.facts.assigned_to {
            Some(id) => Member::load(ctx, id).await,
            None => Ok(None),
        }
    }

    /// To whom it was handed, and who has not taken it yet.
    async fn offered_to(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        match self.0.facts.offered_to {
            Some(id) => Member::load(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Whether it was handed to the viewer.
    async fn is_offered(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        Ok(self.0.facts.offered_to == Some(request(ctx).viewer()?.member))
    }

    /// Whether the viewer may take it on.
    async fn may_accept(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let (viewer, facts) = (request(ctx).viewer()?, &self.0.facts);
        let closed = facts.closed_at.is_some();
        Ok(policy::may_accept(viewer, Side::Received, closed, facts.assigned_to, facts.offered_to))
    }

    /// Whether the viewer may hand it to a colleague, or give it back.
    async fn may_assign(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let (viewer, facts) = (request(ctx).viewer()?, &self.0.facts);
        Ok(policy::may_assign(viewer, Side::Received, facts.closed_at.is_some(), facts.assigned_to))
    }
}

/// Referrals to be handed to a colleague.
#[derive(InputObject)]
pub struct ReferralsAssignInput {
    /// 1 to 100.
    referral_ids: Vec<ID>,
    /// The colleague, who must take them; none gives them back to everybody.
    member_id: Option<ID>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// Referrals to be taken on, or not.
#[derive(InputObject)]
pub struct ReferralsAssignmentInput {
    /// 1 to 100.
    referral_ids: Vec<ID>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

payload!(ReferralsAssignPayload, /// The referrals as they are now; without those that are not for the viewer any more.
    referrals: Vec<Referral>, ReferralAssignErrorCode);

/// Handing on, taking on.
#[derive(Default)]
pub struct AssignmentMutation;

#[Object]
impl AssignmentMutation {
    /// Hands received referrals to a colleague, who must take them: until then they stay whose they
    /// were. All of them, or none.
    async fn referrals_assign(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referrals, and to whom")] input: ReferralsAssignInput,
    ) -> Result<ReferralsAssignPayload, GraphqlError> {
        let to = input.member_id.map(|id| MemberId::parse(&id)).transpose()?;
        let ids = parsed(&input.referral_ids)?;
        let (done, errors) =
            idempotent(ctx, || actions::referrals_assign(request(ctx), ids.clone(), to)).await?;
        Ok(ReferralsAssignPayload { referrals: shown(ctx, done, ids).await?, errors })
    }

    /// Takes received referrals on that are nobody's, or were handed to the viewer.
    async fn assignment_accept(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referrals")] input: ReferralsAssignmentInput,
    ) -> Result<ReferralsAssignPayload, GraphqlError> {
        let ids = parsed(&input.referral_ids)?;
        let (done, errors) =
            idempotent(ctx, || actions::assignment_accept(request(ctx), ids.clone())).await?;
        Ok(ReferralsAssignPayload { referrals: shown(ctx, done, ids).await?, errors })
    }

    /// Does not take what was handed to the viewer.
    async fn assignment_decline(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referrals")] input: ReferralsAssignmentInput,
    ) -> Result<ReferralsAssignPayload, GraphqlError> {
        let ids = parsed(&input.referral_ids)?;
        let (done, errors) =
            idempotent(ctx, || actions::assignment_decline(request(ctx), ids.clone())).await?;
        Ok(ReferralsAssignPayload { referrals: shown(ctx, done, ids).await?, errors })
    }
}

fn parsed(ids: &[ID]) -> Result<Vec<ReferralId>, GraphqlError> {
    Ok(ids.iter().map(|id| ReferralId::parse(id)).collect::<Result<_, _>>()?)
}

async fn shown(
    ctx: &Context<'_>,
    done: Option<()>,
    ids: Vec<ReferralId>,
) -> Result<Option<Vec<Referral>>, GraphqlError> {
    let Some(()) = done else { return Ok(None) };
    let mut rows = loads(ctx).load_many(ids.clone()).await?;
    Ok(Some(ids.iter().filter_map(|id| rows.remove(id)).map(Referral::from).collect()))
}
