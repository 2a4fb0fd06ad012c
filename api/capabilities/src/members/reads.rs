//! Members with what is known of their coming in; sessions and tokens.

use entities::{
    api_token,
    ids::{MemberId, TokenId},
    instant::Instant,
    member, session,
};
use platform::{
    access::{Viewer, membership},
    context::RequestContext,
    error::DomainError,
    identity::rests_until,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    RelationTrait, Select,
};

use crate::{members::MEMBER_MANAGE, people, referrals};

/// Whether a membership of the viewer's organisation holds now.
pub fn holds(row: &member::Model, viewer: &Viewer, now: Instant) -> bool {
    row.ended_at.is_none() && membership::holds(row.role, row.ends_on, viewer.today(now))
}

/// The memberships of the viewer's organisation that hold now.
pub async fn members(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    now: Instant,
) -> Result<Vec<member::Model>, DomainError> {
    let mut rows = member::Entity::find()
        .filter(member::Column::OrganisationId.eq(viewer.organisation))
        .filter(member::Column::EndedAt.is_null())
        .all(on)
        .await?;
    rows.retain(|row| holds(row, viewer, now));
    Ok(rows)
}

/// A membership of the viewer's organisation that holds now.
pub async fn member_of(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: MemberId,
    now: Instant,
) -> Result<member::Model, DomainError> {
    let row = member::Entity::find_by_id(id)
        .filter(member::Column::OrganisationId.eq(viewer.organisation))
        .one(on)
        .await?;
    row.filter(|row| holds(row, viewer, now)).ok_or(DomainError::NotFound("member"))
}

/// Work of a member: number of people, and of open referrals.
pub async fn work_of(request: &RequestContext, id: MemberId) -> Result<(u64, u64), DomainError> {
    let viewer = request.viewer_who_may(MEMBER_MANAGE)?;
    member_of(request.read(), viewer, id, request.now).await?;
    let people = people::count_on_teams(request.read(), id).await?;
    Ok((people, referrals::count_assigned(request.read(), id).await?))
}

/// The viewer's sessions that count, in every organisation that they are a member of, newest first.
pub async fn sessions(request: &RequestContext) -> Result<Vec<session::Model>, DomainError> {
    let viewer = request.viewer()?;
    let own = viewer.memberships(request.read(), request.now).await?;
    let mut rows = session::Entity::find()
        .filter(session::Column::MemberId.is_in(own))
        .order_by_desc(session::Column::SeenAt)
        .all(request.read())
        .await?;
    rows.retain(|row| row.expires_at > request.now && rests_until(row.seen_at) > request.now);
    Ok(rows)
}

/// Tokens that the viewer may see: their own, and those of colleagues if they manage members.
pub fn visible_tokens(viewer: &Viewer) -> Select<api_token::Entity> {
    let all = api_token::Entity::find();
    if viewer.may(MEMBER_MANAGE) {
        let to_member: RelationDef = api_token::Relation::Member.def();
        all.join(JoinType::InnerJoin, to_member)
            .filter(member::Column::OrganisationId.eq(viewer.organisation))
    } else {
        all.filter(api_token::Column::MemberId.eq(viewer.member))
    }
}

/// Tokens of a member that count.
pub fn live_tokens(member: MemberId, now: Instant) -> Select<api_token::Entity> {
    api_token::Entity::find()
        .filter(api_token::Column::MemberId.eq(member))
        .filter(api_token::Column::RevokedAt.is_null())
        .filter(api_token::Column::ExpiresAt.gt(now))
}

/// Tokens that count, newest first: the viewer's own, or all that they may know of.
pub async fn tokens(
    request: &RequestContext,
    everybodys: bool,
) -> Result<Vec<api_token::Model>, DomainError> {
    let viewer = request.viewer()?;
    let mut found = visible_tokens(viewer);
    if !everybodys {
        found = found.filter(api_token::Column::MemberId.eq(viewer.member));
    }
    let rows = found
        .filter(api_token::Column::RevokedAt.is_null())
        .filter(api_token::Column::ExpiresAt.gt(request.now))
        .order_by_desc(api_token::Column::Id)
        .all(request.read())
        .await?;
    Ok(rows)
}

/// Token with this id.
pub async fn token(request: &RequestContext, id: TokenId) -> Result<api_token::Model, DomainError> {
    let row =
        visible_tokens(request.viewer()?).filter(api_token::Column::Id.eq(id)).one(request.read()).await?;
    row.ok_or(DomainError::NotFound("token"))
}
