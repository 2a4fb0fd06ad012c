//! End of a membership, after a colleague has taken over the member's work.

use entities::{described_enum, ids::MemberId, instant::Instant, member, session};
use platform::{
    access::Viewer,
    context::RequestContext,
    db::{DomainEvent, Tx, locks},
    error::{ActionError, DomainError},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{super::reads, inviting::lock};
use crate::{
    members::{MEMBER_MANAGE, events::MEMBER_LEFT},
    people::{self, PERSON_READ},
    referrals::{self, REFERRAL_ANSWER},
};

described_enum! {
    /// Error of ending a membership.
    MemberEndErrorCode {
        HandOverFirst = "HAND_OVER_FIRST": "The member works with people or on referrals. Choose who takes over.",
        NotAColleague = "NOT_A_COLLEAGUE": "The successor must be a colleague who works with people and referrals.",
        NobodyLeft = "NOBODY_LEFT": "No member who manages members would be left.",
    }
}

/// Ends a membership. What the member works on is a colleague's from the same moment on; their
/// sessions and tokens open nothing any more.
pub async fn member_end(
    request: &RequestContext,
    id: MemberId,
    hand_over_to: Option<MemberId>,
) -> Result<MemberId, ActionError<MemberEndErrorCode>> {
    use MemberEndErrorCode as Wrong;
    let viewer = request.viewer_who_may(MEMBER_MANAGE)?;
    let tx = request.begin().await?;
    lock(&tx, viewer.organisation).await?;
    // What they are given in this moment is counted, or is not given any more.
    locks::member(&tx, id).await?;
    reads::member_of(tx.on(), viewer, id, request.now).await?;
    if leaves_nobody(&tx, viewer, id, request.now).await? {
        let message = "give another member a role that manages members first";
        return Err(ActionError::one("memberId", Wrong::NobodyLeft, message));
    }
    if holds_anything(&tx, id).await? {
        let Some(next) = hand_over_to else {
            let message = "choose a colleague who takes over the work";
            return Err(ActionError::one("handOverTo", Wrong::HandOverFirst, message));
        };
        if next == id || !takes_over(&tx, viewer, next, request.now).await? {
            let message = "choose a colleague whose role reads people and answers referrals";
            return Err(ActionError::one("handOverTo", Wrong::NotAColleague, message));
        }
        people::hand_over(&tx, viewer.organisation, id, next).await?;
        referrals::hand_over(&tx, viewer.organisation, id, next).await?;
    }
    let ended = member::Entity::update_many()
        .col_expr(member::Column::EndedAt, Expr::value(tx.now()))
        .filter(member::Column::Id.eq(id))
        .filter(member::Column::EndedAt.is_null())
        .exec(tx.on())
        .await?;
    if ended.rows_affected == 0 {
        return Err(DomainError::stale().into());
    }
    session::Entity::delete_many().filter(session::Column::MemberId.eq(id)).exec(tx.on()).await?;
    tx.record(DomainEvent::new(MEMBER_LEFT, vec![(viewer.organisation, id.0)]));
    Ok(tx.commit(id).await?)
}

async fn takes_over(tx: &Tx, viewer: &Viewer, id: MemberId, now: Instant) -> Result<bool, DomainError> {
    let colleague = viewer.colleague(tx.on(), id, now).await?;
    Ok(colleague.is_some_and(|one| one.may(PERSON_READ) && one.may(REFERRAL_ANSWER)))
}

/// Whether a member is on case teams, or has open referrals.
pub(super) async fn holds_anything(tx: &Tx, id: MemberId) -> Result<bool, DomainError> {
    Ok(people::count_on_teams(tx.on(), id).await? + referrals::count_assigned(tx.on(), id).await? > 0)
}

/// Whether only this member manages the organisation's members without a last day.
pub(super) async fn leaves_nobody(
    tx: &Tx,
    viewer: &Viewer,
    id: MemberId,
    now: Instant,
) -> Result<bool, DomainError> {
    let rows = reads::members(tx.on(), viewer, now).await?;
    let keeps =
        |row: &&member::Model| MEMBER_MANAGE.is_allowed(viewer.kind, row.role) && row.ends_on.is_none();
    let mut keepers = rows.iter().filter(keeps);
    let is_one = rows.iter().filter(keeps).any(|row| row.id == id);
    Ok(is_one && keepers.all(|row| row.id == id))
}
