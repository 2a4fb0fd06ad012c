//! What ends without anybody's step: the others of a group when one is accepted, and what rests on
//! a consent that is withdrawn, and what is about somebody who is erased.

use entities::{
    codes::{EventKind, ReferralState, WithdrawReason},
    disclosure_grant as grant,
    ids::{GroupId, PersonId, ReferralId},
    instant::Instant,
    referral, referral_group,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, IntoCondition, LockType, Query, SimpleExpr},
};

use super::{
    super::model::{BEFORE_ACCEPTANCE, NEVER, OPEN},
    transition::closes_after,
};
use crate::{
    access::visible,
    context::{ReactionFuture, RequestContext},
    db::{DomainEvent, Tx},
    domain::people,
    error::DomainError,
};

/// Releases the others of a group: no longer needed, and nothing more is said.
pub async fn release_others(
    request: &RequestContext,
    tx: &Tx,
    group: GroupId,
    but: ReferralId,
) -> Result<(), DomainError> {
    let others = Condition::all()
        .add(referral::Column::GroupId.eq(group))
        .add(referral::Column::Id.ne(but))
        .add(not_accepted_before())
        .add(visible::is_any(referral::Column::State, UNACCEPTED.iter().copied()));
    let ended = end(tx, others, UNACCEPTED, WithdrawReason::SettledElsewhere).await?;
    for referral in ended {
        people::close_grant(tx, referral.id, closes_after(request.today())).await?;
    }
    Ok(())
}

/// Ends what rested on a consent that ended and is not accepted: it is gone for its recipient at
/// once. Says how many referrals ended.
pub fn end_for_consent(tx: &Tx, resting: Vec<ReferralId>, why: WithdrawReason) -> ReactionFuture<'_, u32> {
    Box::pin(async move {
        lock_groups(tx, referral::Column::Id.is_in(resting.clone())).await?;
        let theirs = Condition::all()
            .add(referral::Column::Id.is_in(resting))
            .add(not_accepted_before())
            .add(visible::is_any(referral::Column::State, BEFORE_ACCEPTANCE.iter().copied()));
        let ended = end(tx, theirs, UNACCEPTED, why).await?;
        for referral in &ended {
            people::revoke_grant(tx, referral.id).await?;
        }
        Ok(ended.len() as u32)
    })
}

/// Ends whatever is open about somebody who is erased, accepted or not, and keeps of the rest what is said
/// in codes and days. Says how many referrals ended.
pub fn end_for_erasure(tx: &Tx, person: PersonId) -> ReactionFuture<'_, u32> {
    Box::pin(async move {
        lock_groups(tx, referral::Column::PersonId.eq(person)).await?;
        let theirs = || Condition::all().add(referral::Column::PersonId.eq(person));
        let open = theirs().add(visible::is_any(referral::Column::State, OPEN.iter().copied()));
        let ended = end(tx, open, OPEN, WithdrawReason::PersonErased).await?;
        referral::Entity::update_many()
            .set(referral::ActiveModel { municipality_id: Set(None), ask: Set(None), ..Default::default() })
            .filter(theirs())
            .exec(tx.on())
            .await?;
        Ok(ended.len() as u32)
    })
}

/// Locks the groups of these referrals. Whoever changes several referrals at once comes here first, as acceptance does
/// for its own: then no two of them wait for each other's.
pub async fn lock_groups(tx: &Tx, which: impl IntoCondition) -> Result<(), DomainError> {
    let groups =
        Query::select().column(referral::Column::GroupId).from(referral::Entity).cond_where(which).to_owned();
    referral_group::Entity::find()
        .filter(referral_group::Column::Id.in_subquery(groups))
        .order_by_asc(referral_group::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(tx.on())
        .await?;
    Ok(())
}

/// What was accepted and waits for a place again does not end with others: its grant is open.
fn not_accepted_before() -> SimpleExpr {
    grant::Column::OpenedAt.is_null()
}

const UNACCEPTED: &[ReferralState] = &[
    ReferralState::Draft,
    ReferralState::Sent,
    ReferralState::Acknowledged,
    ReferralState::InformationRequested,
    ReferralState::Waitlisted,
];

/// What a referral becomes that ends without a step: closed, its clock stopped.
pub fn closed(to: ReferralState, now: Instant) -> referral::ActiveModel {
    referral::ActiveModel {
        state: Set(to),
        state_since: Set(now),
        due_on: Set(NEVER),
        next_reminder_at: Set(None),
        reminders_sent: Set(0),
        closed_at: Set(Some(now)),
        ..Default::default()
    }
}

/// Ends these, as far as nobody moves them meanwhile to a state that does not end so.
async fn end(
    tx: &Tx,
    which: Condition,
    from: &[ReferralState],
    reason: WithdrawReason,
) -> Result<Vec<referral::Model>, DomainError> {
    let mut ended = Vec::new();
    let found = referral::Entity::find()
        .join(JoinType::LeftJoin, visible::joins::grant())
        .filter(which)
        .order_by_asc(referral::Column::Id);
    for row in found.all(tx.on()).await? {
        let moved = referral::Entity::update_many()
            .set(referral::ActiveModel {
                withdraw_reason: Set(Some(reason)),
                ..closed(ReferralState::Withdrawn, tx.now())
            })
            .col_expr(referral::Column::Version, Expr::cust("version + 1"))
            .filter(referral::Column::Id.eq(row.id))
            .filter(visible::is_any(referral::Column::State, from.iter().copied()))
            .exec(tx.on())
            .await?;
        if moved.rows_affected == 0 {
            continue;
        }
        let mut consumers = vec![(row.sender_id, row.id.0)];
        if row.sent_at.is_some() {
            consumers.push((row.recipient_id, row.id.0));
        }
        tx.record(DomainEvent::new(EventKind::ReferralWithdrawn, consumers).by_itself());
        ended.push(row);
    }
    Ok(ended)
}
