//! Members in the schema, for members who manage them.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use entities::{codes::Role, ids::MemberId};
use platform::{
    access::policy::roles_in,
    graphql::{Coded, Date, GraphqlError, PublicId, idempotent, payload, request},
};

use super::super::{
    actions::{
        self, InvitationSendErrorCode, MemberChangeErrorCode, MemberEndErrorCode, MemberInviteErrorCode,
        NewMember,
    },
    reads,
};
use crate::{members::MEMBER_MANAGE, network::Member};

/// Work of a member, which a colleague must take over before the membership ends.
#[derive(SimpleObject)]
pub struct MemberWork {
    /// Number of people on whose case teams the member is.
    people: i32,
    /// Number of open referrals assigned to the member.
    referrals: i32,
}

/// Queries for managing members.
#[derive(Default)]
pub struct MembersQuery;

#[Object]
impl MembersQuery {
    /// Work of a member of the viewer's organisation, in numbers.
    async fn member_work(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the member")] member_id: ID,
    ) -> Result<MemberWork, GraphqlError> {
        let (people, referrals) = reads::work_of(request(ctx), MemberId::parse(&member_id)?).await?;
        Ok(MemberWork { people: people as i32, referrals: referrals as i32 })
    }

    /// Roles that a member of the viewer's organisation can have.
    async fn member_roles(&self, ctx: &Context<'_>) -> Result<Vec<Coded<Role>>, GraphqlError> {
        let viewer = request(ctx).viewer_who_may(MEMBER_MANAGE)?;
        Ok(roles_in(viewer.kind).map(Coded).collect())
    }
}

/// Member to invite.
#[derive(InputObject)]
pub struct MemberInviteInput {
    /// Email address to which the invitation is sent.
    email: String,
    /// Name. A person who already has an account keeps the name of the account.
    name: String,
    /// Language of pages and emails, BCP 47; the organisation's language if null.
    language: Option<String>,
    /// Role.
    role: Coded<Role>,
    /// Last day of the membership; required for an auditor. Null for a membership without a fixed end.
    ends_on: Option<Date>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// New role and last day of a member.
#[derive(InputObject)]
pub struct MemberChangeInput {
    /// Id of a colleague.
    member_id: ID,
    /// Role from now on; repeat the present one to keep it.
    role: Coded<Role>,
    /// Last day of the membership; null for a membership without a fixed end.
    ends_on: Option<Date>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Membership to end.
#[derive(InputObject)]
pub struct MemberEndInput {
    /// Id of the colleague who leaves.
    member_id: ID,
    /// Id of the colleague who takes over the work; required if the member works with people or on referrals, else
    /// null.
    hand_over_to: Option<ID>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Invitation to send again.
#[derive(InputObject)]
pub struct InvitationSendInput {
    /// Id of a colleague who has not signed in yet.
    member_id: ID,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

payload!(MemberInvitePayload, /// New member.
    member: Member, MemberInviteErrorCode);
payload!(MemberChangePayload, /// Member after the change.
    member: Member, MemberChangeErrorCode);
payload!(MemberEndPayload, /// Member whose membership ended.
    member: Member, MemberEndErrorCode);
payload!(InvitationSendPayload, /// Member to whom the invitation was sent.
    member: Member, InvitationSendErrorCode);

/// Mutations for managing members.
#[derive(Default)]
pub struct MembersMutation;

#[Object]
impl MembersMutation {
    /// Invites a person to the viewer's organisation. The membership starts now, and an email with a link lets the
    /// person sign in.
    async fn member_invite(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Person and role")] input: MemberInviteInput,
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

    /// Changes a member's role and last day.
    async fn member_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Member, role and last day")] input: MemberChangeInput,
    ) -> Result<MemberChangePayload, GraphqlError> {
        let (id, ends_on) = (MemberId::parse(&input.member_id)?, input.ends_on.map(|day| day.0));
        let changed = || actions::member_change(request(ctx), id, input.role.0, ends_on);
        let (id, errors) = idempotent(ctx, changed).await?;
        Ok(MemberChangePayload { member: shown(ctx, id).await?, errors })
    }

    /// Ends a membership after a colleague has taken over the work. The member's sessions and API tokens stop
    /// working.
    async fn member_end(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Member and successor")] input: MemberEndInput,
    ) -> Result<MemberEndPayload, GraphqlError> {
        let id = MemberId::parse(&input.member_id)?;
        let next = input.hand_over_to.map(|id| MemberId::parse(&id)).transpose()?;
        let ended = || actions::member_end(request(ctx), id, next);
        let (id, errors) = idempotent(ctx, ended).await?;
        Ok(MemberEndPayload { member: shown(ctx, id).await?, errors })
    }

    /// Sends the invitation again to a member who has not signed in yet.
    async fn invitation_send(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Member to remind")] input: InvitationSendInput,
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
