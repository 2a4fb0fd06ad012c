//! Referrals that end without a step of a member: the others of a group when one is accepted, those under a withdrawn
//! consent, and those about an erased person.

use entities::{
    codes::{ReferralState, WithdrawReason},
    disclosure_grant as grant,
    ids::{GrantId, GroupId, PersonId, ReferralId},
    instant::Instant,
    referral,
};
use platform::{
    access::conditions,
    capability::Promised,
    context::RequestContext,
    db::{DomainEvent, Tx, locks},
    error::DomainError,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QuerySelect, Select, sea_query::SimpleExpr,
};
use uuid::Uuid;

use super::{
    super::model::{BEFORE_ACCEPTANCE, NEVER, OPEN, ReferralField},
    transition::closes_after,
};
use crate::{
    disclosures,
    referrals::{events::REFERRAL_WITHDRAWN, visible},
};

/// Locks a referral that is being accepted, and of its group what ends with that: what was not accepted before. The
/// group is locked by then.
pub async fn locked_others(
    tx: &Tx,
    group: GroupId,
    accepted: ReferralId,
) -> Result<Vec<referral::Model>, DomainError> {
    let others = Condition::all()
        .add(not_accepted_before())
        .add(conditions::is_any(referral::Column::State, UNACCEPTED.iter().copied()));
    let which = with_grants()
        .filter(referral::Column::GroupId.eq(group))
        .filter(Condition::any().add(referral::Column::Id.eq(accepted)).add(others));
    let mut rows = locks::referrals(tx, which).await?;
    rows.retain(|row| row.id != accepted);
    Ok(rows)
}

/// Releases the others of a group: no longer needed, and nothing more is said.
pub async fn release_others(
    request: &RequestContext,
    tx: &Tx,
    others: Vec<referral::Model>,
) -> Result<(), DomainError> {
    for grant in end(tx, others, WithdrawReason::SettledElsewhere).await?.grants {
        disclosures::close(tx, grant, closes_after(request.today())).await?;
    }
    Ok(())
}

/// Locks referrals whose grants rest on an answer that is about to change, and their groups: all that this changes.
pub fn lock_for_consent(tx: &Tx, owners: Vec<Uuid>) -> Promised<'_, ()> {
    Box::pin(async move {
        let resting = referral::Column::Id.is_in(owners.into_iter().map(ReferralId));
        locks::groups(tx, resting.clone()).await?;
        locks::referrals(tx, referral::Entity::find().filter(resting)).await?;
        Ok(())
    })
}

/// Ends the referrals under a consent that ended, if they are not accepted; the recipients lose access at once.
/// Returns how many ended.
pub fn end_for_consent(tx: &Tx, owners: Vec<Uuid>, why: WithdrawReason) -> Promised<'_, u32> {
    Box::pin(async move {
        let resting: Vec<ReferralId> = owners.into_iter().map(ReferralId).collect();
        locks::groups(tx, referral::Column::Id.is_in(resting.clone())).await?;
        let theirs = with_grants()
            .filter(referral::Column::Id.is_in(resting))
            .filter(not_accepted_before())
            .filter(conditions::is_any(referral::Column::State, BEFORE_ACCEPTANCE.iter().copied()));
        let ended = end(tx, locks::referrals(tx, theirs).await?, why).await?;
        for grant in ended.grants {
            disclosures::revoke(tx, grant).await?;
        }
        Ok(ended.count)
    })
}

/// Ends all open referrals about an erased person, accepted or not, and reduces the others to codes and dates.
/// Returns how many ended.
pub fn end_for_erasure(tx: &Tx, person: PersonId) -> Promised<'_, u32> {
    Box::pin(async move {
        locks::groups(tx, referral::Column::PersonId.eq(person)).await?;
        let theirs = referral::Entity::find().filter(referral::Column::PersonId.eq(person));
        let mut open = locks::referrals(tx, theirs).await?;
        open.retain(|row| OPEN.contains(&row.state));
        let ended = end(tx, open, WithdrawReason::PersonErased).await?;
        referral::Entity::update_many()
            .set(referral::ActiveModel { municipality_id: Set(None), ask: Set(None), ..Default::default() })
            .filter(referral::Column::PersonId.eq(person))
            .exec(tx.on())
            .await?;
        Ok(ended.count)
    })
}

fn with_grants() -> Select<referral::Entity> {
    referral::Entity::find().join(JoinType::LeftJoin, visible::joins::grant())
}

/// A referral that was accepted and is on the waiting list does not end with others: its grant is open.
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

/// Change of a referral that ends without a step: closed, without a deadline.
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

/// Number of open referrals of a person.
pub fn count_open(tx: &Tx, person: PersonId) -> Promised<'_, u64> {
    Box::pin(async move {
        let open = referral::Entity::find()
            .filter(referral::Column::PersonId.eq(person))
            .filter(referral::Column::ClosedAt.is_null());
        Ok(open.count(tx.on()).await?)
    })
}

/// Result: the number of referrals that ended, and the grants of those that had been sent.
#[derive(Default)]
struct Ended {
    count: u32,
    grants: Vec<GrantId>,
}

/// Ends these, which are locked.
async fn end(tx: &Tx, these: Vec<referral::Model>, reason: WithdrawReason) -> Result<Ended, DomainError> {
    let mut ended = Ended::default();
    for row in these {
        referral::Entity::update_many()
            .set(referral::ActiveModel {
                withdraw_reason: Set(Some(reason)),
                version: Set(row.version + 1),
                ..closed(ReferralState::Withdrawn, tx.now())
            })
            .filter(referral::Column::Id.eq(row.id))
            .exec(tx.on())
            .await?;
        let mut consumers = vec![(row.sender_id, row.id.0)];
        if row.sent_at.is_some() {
            consumers.push((row.recipient_id, row.id.0));
        }
        let event = DomainEvent::new(REFERRAL_WITHDRAWN, consumers).by_itself();
        tx.record(event.fields([ReferralField::State, ReferralField::Reason]));
        ended.count += 1;
        ended.grants.extend(row.grant_id);
    }
    Ok(ended)
}
