//! Who works in the organisation, for those who look after its members.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use entities::{codes::Role, ids::MemberId};

use super::super::{
    actions::{
        self, InvitationSendErrorCode, MemberChangeErrorCode, MemberEndErrorCode, MemberInviteErrorCode,
        NewMember,
    },
    reads,
};
use crate::members::MEMBER_MANAGE;
use crate::network::Member;
use platform::{
    access::policy::roles_in,
    graphql::{Coded, Date, GraphqlError, PublicId, idempotent, payload, request},
};

/// What a member works on, which must be handed over before they leave.
#[derive(SimpleObject)]
pub struct MemberWork {
    /// On whose case teams they are.
    people: i32,
    /// Open referrals that are theirs.
    referrals: i32,
}

/// Who looks after members asks.
#[derive(Default)]
pub struct MembersQuery;

#[Object]
impl MembersQuery {
    /// What a member of the viewer's organisation works on, in numbers.
    async fn member_work(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The member")] member_id: ID,
    ) -> Result<MemberWork, GraphqlError> {
        let (people, referrals) = reads::work_of(request(ctx), MemberId::parse(&member_id)?).await?;
        Ok(MemberWork { people: people as i32, referrals: referrals as i32 })
    }

    /// The roles that members of the viewer's organisation can be given.
    async fn member_roles(&self, ctx: &Context<'_>) -> Result<Vec<Coded<Role>>, GraphqlError> {
        let viewer = request(ctx).viewer_who_may(MEMBER_MANAGE)?;
        Ok(roles_in(viewer.kind).map(Coded).collect())
    }
}

/// Somebody to be invited.
#[derive(InputObject)]
pub struct MemberInviteInput {
    /// Where the invitation is sent.
    email: String,
    /// How colleagues know them. Whoever has an account already keeps the name that it has.
    name: String,
    /// In which they are written to, BCP 47; the organisation's where not given.
    language: Option<String>,
    /// What they may do.
    role: Coded<Role>,
    /// The last day, of a membership for a time; an auditor's has one.
    ends_on: Option<Date>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A member's role and last day.
#[derive(InputObject)]
pub struct MemberChangeInput {
    /// The `id` of a colleague.
    member_id: ID,
    /// From now on; the present one again where only the last day changes.
    role: Coded<Role>,
    /// The last day; none where the membership is for good.
    ends_on: Option<Date>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A membership to be ended.
#[derive(InputObject)]
pub struct MemberEndInput {
    /// The `id` of the colleague who leaves.
    member_id: ID,
    /// The colleague who takes over; needed where the member works with people or on referrals.
    hand_over_to: Option<ID>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// An invitation to be sent again.
#[derive(InputObject)]
pub struct InvitationSendInput {
    /// The `id` of a colleague who has not come in yet.
    member_id: ID,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

payload!(MemberInvitePayload, /// The new member.
    member: Member, MemberInviteErrorCode);
payload!(MemberChangePayload, /// The member as they are now.
    member: Member, MemberChangeErrorCode);
payload!(MemberEndPayload, /// The member who left.
    member: Member, MemberEndErrorCode);
payload!(InvitationSendPayload, /// The member.
    member: Member, InvitationSendErrorCode);

/// What those do who look after members.
#[derive(Default)]
pub struct MembersMutation;

#[Object]
impl MembersMutation {
    /// Invites somebody to the viewer's organisation. They are a member from now on, and come in by
    /// the link of a mail.
    async fn member_invite(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, and as what")] input: MemberInviteInput,
    ) -> Result<MemberInvitePayload, GraphqlError> {
        let new = NewMember {
            email: input.email,
            name: input.name,
            language: input.language,
            role: input.role.0,
            ends_on: input.ends_on.map(|day| day.0),
        };
        let (id, errors) = idempotent(ctx, || actions::member_invite(request(ctx), new.clone())).await?;
        Ok(MemberInvitePayload { member: shown(ctx, id).await?, errors })
    }

    /// Gives a member another role, or another last day.
    async fn member_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, and what they become")] input: MemberChangeInput,
    ) -> Result<MemberChangePayload, GraphqlError> {
        let (id, ends_on) = (MemberId::parse(&input.member_id)?, input.ends_on.map(|day| day.0));
        let changed = || actions::member_change(request(ctx), id, input.role.0, ends_on);
        let (id, errors) = idempotent(ctx, changed).await?;
        Ok(MemberChangePayload { member: shown(ctx, id).await?, errors })
    }

    /// Ends a membership, after what the member works on was handed to a colleague. Their sessions
    /// and tokens open nothing any more.
    async fn member_end(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who leaves, and who goes on with their work")] input: MemberEndInput,
    ) -> Result<MemberEndPayload, GraphqlError> {
        let id = MemberId::parse(&input.member_id)?;
        let next = input.hand_over_to.map(|id| MemberId::parse(&id)).transpose()?;
        let ended = || actions::member_end(request(ctx), id, next);
        let (id, errors) = idempotent(ctx, ended).await?;
        Ok(MemberEndPayload { member: shown(ctx, id).await?, errors })
    }

    /// Sends an invitation again, to a member who has not come in yet.
    async fn invitation_send(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom to remind")] input: InvitationSendInput,
    ) -> Result<InvitationSendPayload, GraphqlError> {
        let id = MemberId::parse(&input.member_id)?;
        let sent = || actions::invitation_send(request(ctx), id);
        let (id, errors) = idempotent(ctx, sent).await?;
        Ok(InvitationSendPayload { member: shown(ctx, id).await?, errors })
    }
}

async fn shown(ctx: &Context<'_>, id: Option<MemberId>) -> Result<Option<Member>, GraphqlError> {
    match id {
        Some(id) => Member::load(ctx, id).await,
        None => Ok(None),
    }
}
