//! Assignment of a received referral to a member of the recipient.

use async_graphql::{Context, ID, InputObject, Object};
use entities::ids::{MemberId, ReferralId};
use platform::graphql::{GraphqlError, PublicId, idempotent, payload, request};

use super::{
    super::{
        actions::{self, ReferralAssignErrorCode},
        policy,
        reads::Listed,
    },
    types::Referral,
};
use crate::{loaders::loads, network::Member, referrals::Side};

/// Assignment of a referral within the organisation that received it.
pub struct Assignment(pub Listed);

/// Assignment of a referral within the organisation that received it.
#[Object]
impl Assignment {
    /// Member to whom the referral is assigned; null if it is assigned to nobody and every member may work on it.
    async fn to(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        match self.0.facts.assigned_to {
            Some(id) => Member::load(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Member to whom the referral was offered and who has not accepted it yet; null if there is no open offer.
    async fn offered_to(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        match self.0.facts.offered_to {
            Some(id) => Member::load(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Whether the referral is offered to the viewer.
    async fn is_offered(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        Ok(self.0.facts.offered_to == Some(request(ctx).viewer()?.member))
    }

    /// Whether the viewer may accept the assignment.
    async fn may_accept(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let (viewer, facts) = (request(ctx).viewer()?, &self.0.facts);
        let closed = facts.closed_at.is_some();
        Ok(policy::may_accept(viewer, Side::Received, closed, facts.assigned_to, facts.offered_to))
    }

    /// Whether the viewer may assign the referral to a colleague, or return it.
    async fn may_assign(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let (viewer, facts) = (request(ctx).viewer()?, &self.0.facts);
        Ok(policy::may_assign(viewer, Side::Received, facts.closed_at.is_some(), facts.assigned_to))
    }
}

/// Referrals to assign to a colleague.
#[derive(InputObject)]
pub struct ReferralsAssignInput {
    /// Ids of received referrals, 1 to 100.
    referral_ids: Vec<ID>,
    /// Id of the colleague, who must accept the assignment. Null: the referrals are returned, assigned to nobody.
    member_id: Option<ID>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Referrals whose assignment the viewer accepts or declines.
#[derive(InputObject)]
pub struct ReferralsAssignmentInput {
    /// Ids of received referrals, 1 to 100.
    referral_ids: Vec<ID>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

payload!(ReferralsAssignPayload, /// Referrals after the change, without those that the viewer may no longer see.
    referrals: Vec<Referral>, ReferralAssignErrorCode);

/// Mutations that assign referrals.
#[derive(Default)]
pub struct AssignmentMutation;

#[Object]
impl AssignmentMutation {
    /// Assigns received referrals to a colleague, who must accept them. Until then the present assignment stays. All
    /// of them are assigned, or none.
    async fn referrals_assign(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referrals and the colleague")] input: ReferralsAssignInput,
    ) -> Result<ReferralsAssignPayload, GraphqlError> {
        let to = input.member_id.map(|id| MemberId::parse(&id)).transpose()?;
        let ids = parsed(&input.referral_ids)?;
        let (done, errors) =
            idempotent(ctx, || actions::referrals_assign(request(ctx), ids.clone(), to)).await?;
        Ok(ReferralsAssignPayload { referrals: shown(ctx, done, ids).await?, errors })
    }

    /// Accepts received referrals that are assigned to nobody, or are offered to the viewer.
    async fn assignment_accept(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referrals to accept")] input: ReferralsAssignmentInput,
    ) -> Result<ReferralsAssignPayload, GraphqlError> {
        let ids = parsed(&input.referral_ids)?;
        let (done, errors) =
            idempotent(ctx, || actions::assignment_accept(request(ctx), ids.clone())).await?;
        Ok(ReferralsAssignPayload { referrals: shown(ctx, done, ids).await?, errors })
    }

    /// Declines referrals that are offered to the viewer.
    async fn assignment_decline(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referrals to decline")] input: ReferralsAssignmentInput,
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
