//! Assignment of a received referral within the recipient's organisation. The new assignee must accept; until then
//! the present assignment stays. The sender does not see assignments, so the version that both sides compare does not
//! change.

use entities::{
    codes::EventKind,
    described_enum,
    ids::{MemberId, OrganisationId, ReferralId},
    referral,
};
use platform::{
    access::{Viewer, membership},
    context::RequestContext,
    db::{ActionTx, DomainEvent, Tx, locks},
    error::{ActionError, DomainError, ValidationError},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, UpdateMany,
    sea_query::Expr,
};

use super::super::{
    model::ReferralField,
    policy::{self as rules, side},
};
use crate::referrals::{
    REFERRAL_ANSWER, Side,
    events::{REFERRAL_GIVEN_BACK, REFERRAL_OFFERED, REFERRAL_TAKEN},
    visible,
};

described_enum! {
    /// Error of assigning referrals.
    ReferralAssignErrorCode {
        Required = "REQUIRED": "The number of referrals is not from 1 to 100.",
        NotAColleague = "NOT_A_COLLEAGUE": "The member is not a colleague whose role answers referrals.",
        Anothers = "ANOTHERS": "A referral is assigned to another member, or is closed.",
    }
}

/// Referrals that one call hands on.
const MOST: usize = 100;

/// Offers referrals to a colleague, who must accept them; assigns them at once to the viewer. Without a colleague,
/// returns them: they are assigned to nobody. All of them, or none.
pub async fn referrals_assign(
    request: &RequestContext,
    ids: Vec<ReferralId>,
    to: Option<MemberId>,
) -> Result<(), ActionError<ReferralAssignErrorCode>> {
    let viewer = request.viewer_who_may(REFERRAL_ANSWER)?;
    if to == Some(viewer.member) {
        return assignment_accept(request, ids).await;
    }
    let tx = request.begin().await?;
    if let Some(to) = to {
        locks::member_stays(&tx, to).await?;
    }
    let rows = seen(request, &tx, &ids).await?;
    if let Some(to) = to
        && !answers(&tx, viewer, to, request).await?
    {
        let message = "choose a colleague whose role answers referrals";
        return Err(ActionError::one("memberId", ReferralAssignErrorCode::NotAColleague, message));
    }
    check(&ids, &rows, |row| {
        rules::may_assign(viewer, side(viewer, row), row.closed_at.is_some(), row.assigned_to)
    })?;
    let mut change = these(&rows).col_expr(referral::Column::OfferedTo, Expr::value(to));
    if to.is_none() {
        change = change.col_expr(referral::Column::AssignedTo, Expr::value(None::<MemberId>));
    }
    change.exec(tx.on()).await?;
    let kind = if to.is_some() { REFERRAL_OFFERED } else { REFERRAL_GIVEN_BACK };
    finish(tx, viewer, kind, &rows).await
}

/// Accepts referrals that are assigned to nobody, or are offered to the viewer.
pub async fn assignment_accept(
    request: &RequestContext,
    ids: Vec<ReferralId>,
) -> Result<(), ActionError<ReferralAssignErrorCode>> {
    let viewer = request.viewer_who_may(REFERRAL_ANSWER)?;
    let tx = request.begin().await?;
    locks::member_stays(&tx, viewer.member).await?.ok_or_else(membership::ended)?;
    let rows = seen(request, &tx, &ids).await?;
    check(&ids, &rows, |row| {
        let closed = row.closed_at.is_some();
        rules::may_accept(viewer, side(viewer, row), closed, row.assigned_to, row.offered_to)
    })?;
    these(&rows)
        .col_expr(referral::Column::AssignedTo, Expr::value(viewer.member))
        .col_expr(referral::Column::OfferedTo, Expr::value(None::<MemberId>))
        .exec(tx.on())
        .await?;
    finish(tx, viewer, REFERRAL_TAKEN, &rows).await
}

fn these(rows: &[referral::Model]) -> UpdateMany<referral::Entity> {
    referral::Entity::update_many().filter(referral::Column::Id.is_in(rows.iter().map(|row| row.id)))
}

/// Declines referrals that are offered to the viewer.
pub async fn assignment_decline(
    request: &RequestContext,
    ids: Vec<ReferralId>,
) -> Result<(), ActionError<ReferralAssignErrorCode>> {
    let viewer = request.viewer_who_may(REFERRAL_ANSWER)?;
    let tx = request.begin().await?;
    let rows = seen(request, &tx, &ids).await?;
    check(&ids, &rows, |row| row.offered_to == Some(viewer.member))?;
    these(&rows).col_expr(referral::Column::OfferedTo, Expr::value(None::<MemberId>)).exec(tx.on()).await?;
    finish(tx, viewer, REFERRAL_GIVEN_BACK, &rows).await
}

/// The referrals as the viewer's organisation received them, locked: of two members who accept one at the same moment
/// the second finds it assigned, and an offer does not override an acceptance in between.
async fn seen(
    request: &RequestContext,
    tx: &Tx,
    ids: &[ReferralId],
) -> Result<Vec<referral::Model>, ActionError<ReferralAssignErrorCode>> {
    if ids.is_empty() || ids.len() > MOST {
        let message = "name 1 to 100 referrals";
        return Err(ActionError::one("referralIds", ReferralAssignErrorCode::Required, message));
    }
    let seen = visible::referrals(request.viewer()?, request.today(), Some(Side::Received))
        .filter(referral::Column::Id.is_in(ids.iter().copied()));
    let rows = locks::referrals(tx, seen).await?;
    if ids.iter().any(|id| !rows.iter().any(|row| row.id == *id)) {
        return Err(DomainError::NotFound("referral").into());
    }
    Ok(rows)
}

fn check(
    ids: &[ReferralId],
    rows: &[referral::Model],
    may: impl Fn(&referral::Model) -> bool,
) -> Result<(), ActionError<ReferralAssignErrorCode>> {
    let wrong = ids.iter().enumerate().filter(|(_, id)| !rows.iter().any(|row| row.id == **id && may(row)));
    let problems = wrong.map(|(n, _)| {
        let path = format!("referralIds.{n}");
        ValidationError::at(
            &path,
            ReferralAssignErrorCode::Anothers,
            "the referral is assigned to another member, or is closed",
        )
    });
    ActionError::unless_empty(problems.collect())
}

async fn answers(
    tx: &Tx,
    viewer: &Viewer,
    id: MemberId,
    request: &RequestContext,
) -> Result<bool, DomainError> {
    Ok(viewer.colleague(tx.on(), id, request.now).await?.is_some_and(|one| one.may(REFERRAL_ANSWER)))
}

async fn finish(
    tx: ActionTx,
    viewer: &Viewer,
    kind: EventKind,
    rows: &[referral::Model],
) -> Result<(), ActionError<ReferralAssignErrorCode>> {
    for row in rows {
        let event = DomainEvent::new(kind, vec![(viewer.organisation, row.id.0)]);
        tx.record(event.fields([ReferralField::Assignment]));
    }
    Ok(tx.commit(()).await?)
}

/// How many open referrals are a member's.
pub async fn count_assigned(on: &impl ConnectionTrait, member: MemberId) -> Result<u64, DomainError> {
    Ok(referral::Entity::find().filter(open_of(member)).count(on).await?)
}

/// Assigns a leaving member's open referrals to a colleague at once, because the member cannot keep them until they
/// are accepted. Offers to the member are cancelled.
pub async fn hand_over(
    tx: &Tx,
    recipient: OrganisationId,
    from: MemberId,
    to: MemberId,
) -> Result<(), DomainError> {
    let held = Condition::any().add(open_of(from)).add(referral::Column::OfferedTo.eq(from));
    let theirs = referral::Entity::find().filter(referral::Column::RecipientId.eq(recipient)).filter(held);
    locks::referrals(tx, theirs).await?;
    referral::Entity::update_many()
        .col_expr(referral::Column::AssignedTo, Expr::value(to))
        .filter(referral::Column::RecipientId.eq(recipient))
        .filter(open_of(from))
        .exec(tx.on())
        .await?;
    referral::Entity::update_many()
        .col_expr(referral::Column::OfferedTo, Expr::value(None::<MemberId>))
        .filter(referral::Column::RecipientId.eq(recipient))
        .filter(referral::Column::OfferedTo.eq(from))
        .exec(tx.on())
        .await?;
    Ok(())
}

fn open_of(member: MemberId) -> Condition {
    Condition::all().add(referral::Column::AssignedTo.eq(member)).add(referral::Column::ClosedAt.is_null())
}
