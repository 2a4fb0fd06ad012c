//! Whose a received referral is, within the recipient's organisation. Whoever is to have it must take
//! it; until then it stays whose it was, or everybody's. Nothing of it is the sender's to know, so the
//! version that both sides compare does not move.

use entities::{
    codes::EventKind,
    ids::{MemberId, OrganisationId, ReferralId},
    referral,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr,
};

use super::super::policy::{self as rules, side};
use crate::{
    access::{
        Action, Viewer,
        visible::{self, Side},
    },
    db::{Act, Happened, Tx},
    house::Call,
    refusal::{Failure, Problem, Refusal},
    words::words,
};

words! {
    /// Why referrals cannot be handed to somebody.
    ReferralAssignErrorCode {
        Required = "REQUIRED": "Name at least one referral, and 100 at most.",
        NotAColleague = "NOT_A_COLLEAGUE": "A referral is handed to a colleague whose role answers referrals.",
        Anothers = "ANOTHERS": "A referral is another's, or is closed.",
    }
}

/// Referrals that one call hands on.
const MOST: usize = 100;

/// Hands referrals to a colleague, who must take them; to oneself, takes them. Without a colleague,
/// gives them back: they are everybody's again. All of them, or none.
pub async fn referrals_assign(
    call: &Call,
    ids: Vec<ReferralId>,
    to: Option<MemberId>,
) -> Result<(), Failure<ReferralAssignErrorCode>> {
    let viewer = call.viewer_who_may(Action::ReferralAnswer)?;
    if to == Some(viewer.member) {
        return referrals_take(call, ids).await;
    }
    let tx = call.begin().await?;
    let rows = seen(call, &tx, &ids).await?;
    if let Some(to) = to
        && !answers(&tx, viewer, to, call).await?
    {
        let message = "choose a colleague whose role answers referrals";
        return Err(Failure::one("memberId", ReferralAssignErrorCode::NotAColleague, message));
    }
    check(&ids, &rows, |row| {
        rules::may_assign(viewer, side(viewer, row), row.closed_at.is_some(), row.assigned_to)
    })?;
    let mut change = referral::Entity::update_many()
        .col_expr(referral::Column::OfferedTo, Expr::value(to))
        .filter(as_they_were(&rows))
        .filter(referral::Column::ClosedAt.is_null());
    if to.is_none() {
        change = change.col_expr(referral::Column::AssignedTo, Expr::value(None::<MemberId>));
    }
    let changed = change.exec(tx.on()).await?.rows_affected;
    let kind = if to.is_some() { EventKind::ReferralOffered } else { EventKind::ReferralGivenBack };
    finish(tx, viewer, kind, ids, changed).await
}

/// Takes referrals on that are nobody's, or were handed to the viewer.
pub async fn referrals_take(
    call: &Call,
    ids: Vec<ReferralId>,
) -> Result<(), Failure<ReferralAssignErrorCode>> {
    let viewer = call.viewer_who_may(Action::ReferralAnswer)?;
    let tx = call.begin().await?;
    let rows = seen(call, &tx, &ids).await?;
    check(&ids, &rows, |row| {
        let closed = row.closed_at.is_some();
        rules::may_take(viewer, side(viewer, row), closed, row.assigned_to, row.offered_to)
    })?;
    let changed = referral::Entity::update_many()
        .col_expr(referral::Column::AssignedTo, Expr::value(viewer.member))
        .col_expr(referral::Column::OfferedTo, Expr::value(None::<MemberId>))
        .filter(as_they_were(&rows))
        .filter(referral::Column::ClosedAt.is_null())
        .exec(tx.on())
        .await?
        .rows_affected;
    finish(tx, viewer, EventKind::ReferralTaken, ids, changed).await
}

/// These referrals, as long as they are whose they were when they were read: of two who take one at the same moment
/// one finds it taken, and who hands it on does not take it from whoever took it meanwhile.
fn as_they_were(rows: &[referral::Model]) -> Condition {
    rows.iter().fold(Condition::any(), |any, row| {
        let owner = match row.assigned_to {
            Some(member) => referral::Column::AssignedTo.eq(member),
            None => referral::Column::AssignedTo.is_null(),
        };
        any.add(Condition::all().add(referral::Column::Id.eq(row.id)).add(owner))
    })
}

/// Does not take what was handed to the viewer.
pub async fn referrals_decline(
    call: &Call,
    ids: Vec<ReferralId>,
) -> Result<(), Failure<ReferralAssignErrorCode>> {
    let viewer = call.viewer_who_may(Action::ReferralAnswer)?;
    let tx = call.begin().await?;
    let rows = seen(call, &tx, &ids).await?;
    check(&ids, &rows, |row| row.offered_to == Some(viewer.member))?;
    let changed = referral::Entity::update_many()
        .col_expr(referral::Column::OfferedTo, Expr::value(None::<MemberId>))
        .filter(referral::Column::Id.is_in(ids.iter().copied()))
        .filter(referral::Column::OfferedTo.eq(viewer.member))
        .exec(tx.on())
        .await?
        .rows_affected;
    finish(tx, viewer, EventKind::ReferralGivenBack, ids, changed).await
}

/// The referrals, as the viewer's organisation received them.
async fn seen(
    call: &Call,
    tx: &Tx,
    ids: &[ReferralId],
) -> Result<Vec<referral::Model>, Failure<ReferralAssignErrorCode>> {
    if ids.is_empty() || ids.len() > MOST {
        let message = "name 1 to 100 referrals";
        return Err(Failure::one("referralIds", ReferralAssignErrorCode::Required, message));
    }
    let rows = visible::referrals(call.viewer()?, call.today(), Some(Side::Received))
        .filter(referral::Column::Id.is_in(ids.iter().copied()))
        .all(tx.on())
        .await?;
    if ids.iter().any(|id| !rows.iter().any(|row| row.id == *id)) {
        return Err(Refusal::NotFound("referral").into());
    }
    Ok(rows)
}

fn check(
    ids: &[ReferralId],
    rows: &[referral::Model],
    may: impl Fn(&referral::Model) -> bool,
) -> Result<(), Failure<ReferralAssignErrorCode>> {
    let wrong = ids.iter().enumerate().filter(|(_, id)| !rows.iter().any(|row| row.id == **id && may(row)));
    let problems = wrong.map(|(n, _)| {
        let path = format!("referralIds.{n}");
        Problem::at(&path, ReferralAssignErrorCode::Anothers, "it is another's, or is closed")
    });
    Failure::unless_empty(problems.collect())
}

async fn answers(tx: &Tx, viewer: &Viewer, id: MemberId, call: &Call) -> Result<bool, Refusal> {
    Ok(viewer.colleague(tx.on(), id, call.now).await?.is_some_and(|one| one.may(Action::ReferralAnswer)))
}

async fn finish(
    tx: Act,
    viewer: &Viewer,
    kind: EventKind,
    mut each: Vec<ReferralId>,
    changed: u64,
) -> Result<(), Failure<ReferralAssignErrorCode>> {
    each.sort();
    each.dedup();
    if changed != each.len() as u64 {
        return Err(Refusal::stale().into());
    }
    for id in each {
        tx.record(Happened::new(kind, vec![(viewer.organisation, id.0)]));
    }
    Ok(tx.commit(()).await?)
}

/// How many open referrals are a member's.
pub async fn count_assigned(on: &impl ConnectionTrait, member: MemberId) -> Result<u64, Refusal> {
    Ok(referral::Entity::find().filter(open_of(member)).count(on).await?)
}

/// Gives a member's open referrals to a colleague, for whoever leaves: there is nobody whose they
/// could stay until they are taken. What was handed to the member is handed to nobody.
pub async fn hand_over(
    tx: &Tx,
    recipient: OrganisationId,
    from: MemberId,
    to: MemberId,
) -> Result<(), Refusal> {
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
