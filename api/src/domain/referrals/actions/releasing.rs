//! What the day of release does to referrals: drafts that waited for it to be confirmed are sent, and
//! when it moves everybody who works on one is told.

use chrono::NaiveDate;
use entities::{
    codes::{Code, EventKind, Origin, ReferralState},
    ids::{GroupId, MemberId, PersonId},
    person, referral, referral_group,
};
use sea_orm::{
    ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    sea_query::{Expr, ExprTrait, LockType},
};

use std::sync::Arc;

use super::{super::model::HOLDS_A_PLACE, drafting::ReferralDraftErrorCode, ending, sending::referral_send};
use crate::{
    access::{Viewer, visible},
    db::{Happened, Stamp, Tx},
    domain::{network, people},
    events::Progress,
    house::{Call, House, Reacting},
    refusal::{Failure, Refusal},
};

/// The name of the duty and its lease.
pub const DRAFTS: &str = "drafts";
/// Groups that are looked at in one go.
const BATCH: u64 = 100;

/// Sends the drafts that waited for a release that is confirmed now, each group as its author would.
/// What cannot be sent is kept, says why, and waits no more.
pub async fn send_on_release(house: &Arc<House>) -> Result<Progress, Refusal> {
    let to_person: RelationDef = referral_group::Entity::belongs_to(person::Entity)
        .from(referral_group::Column::PersonId)
        .to(person::Column::Id)
        .into();
    let groups: Vec<GroupId> = referral_group::Entity::find()
        .join(JoinType::InnerJoin, to_person)
        .filter(Expr::col((referral_group::Entity, referral_group::Column::SendOnRelease)))
        .filter(Expr::col((person::Entity, person::Column::ReleaseConfirmed)))
        .select_only()
        .column(referral_group::Column::Id)
        .order_by_asc(referral_group::Column::Id)
        .limit(BATCH)
        .into_tuple()
        .all(house.db.read())
        .await?;
    // One that breaks keeps no other waiting; it is tried again with the next turn.
    let mut broken = None;
    for group in &groups {
        if let Err(refusal) = settle(house, *group).await {
            tracing::warn!(?refusal, "drafts that waited for a release could not be looked at");
            broken.get_or_insert(refusal);
        }
    }
    match broken {
        Some(refusal) => Err(refusal),
        None if groups.len() as u64 == BATCH => Ok(Progress::More),
        None => Ok(Progress::Idle),
    }
}

async fn settle(house: &Arc<House>, group: GroupId) -> Result<(), Refusal> {
    let why = match send(house, group).await {
        // Or sent or taken back by somebody meanwhile.
        Ok(()) | Err(Failure::Refused(Refusal::Conflict { .. })) => None,
        Err(Failure::Problems(problems)) => {
            Some(problems.first().map_or(ReferralDraftErrorCode::Required, |problem| problem.code))
        }
        // No longer for its author.
        Err(Failure::Refused(Refusal::NotFound(_) | Refusal::Forbidden(_))) => {
            Some(ReferralDraftErrorCode::AuthorLeft)
        }
        Err(Failure::Refused(refusal)) => return Err(refusal),
    };
    waits_no_more(house, group, why).await
}

async fn send(house: &Arc<House>, group: GroupId) -> Result<(), Failure<ReferralDraftErrorCode>> {
    let drafts = drafts_of(house, group).await?;
    let Some(first) = drafts.first() else { return Err(Refusal::stale().into()) };
    let author: MemberId = first.created_by;
    let now = house.world.clock.now();
    let viewer = Viewer::of_member(house.db.read(), author, Origin::System, now).await?;
    let call = Call::new(house.clone(), Some(viewer.ok_or(Refusal::NotFound("member"))?));
    for draft in &drafts {
        let facts = network::service_facts(call.read(), draft.service_id).await?;
        let holds = network::holds(call.read(), &[draft.service_id]).await?;
        let holds = holds.get(&draft.service_id).map_or(&[][..], Vec::as_slice);
        if !network::may_hold_from(&facts.capacities, holds, draft.start_date) {
            let message = "every place is held from the start date on";
            return Err(Failure::one("groupId", ReferralDraftErrorCode::NoPlace, message));
        }
    }
    referral_send(&call, group).await.map(drop)
}

async fn drafts_of(house: &House, group: GroupId) -> Result<Vec<referral::Model>, Refusal> {
    let rows = referral::Entity::find()
        .filter(referral::Column::GroupId.eq(group))
        .filter(visible::is(referral::Column::State, ReferralState::Draft))
        .order_by_asc(referral::Column::Id)
        .all(house.db.read())
        .await?;
    Ok(rows)
}

/// Notes that a group does not wait any more, and tells its sender where it was not sent.
async fn waits_no_more(
    house: &House,
    group: GroupId,
    why: Option<ReferralDraftErrorCode>,
) -> Result<(), Refusal> {
    let drafts = drafts_of(house, group).await?;
    let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
    let noted = referral_group::Entity::update_many()
        .col_expr(referral_group::Column::SendOnRelease, Expr::value(false))
        .col_expr(referral_group::Column::Unsent, Expr::value(why.map(Code::code)))
        .filter(referral_group::Column::Id.eq(group))
        .filter(referral_group::Column::SendOnRelease.eq(true))
        .exec(tx.on())
        .await?;
    if noted.rows_affected > 0 && why.is_some() {
        for draft in drafts {
            let readers = vec![(draft.sender_id, draft.id.0)];
            tx.record(Happened::new(EventKind::ReferralNotSent, readers).by_itself());
        }
    }
    Ok(tx.commit().await?)
}

/// The day of release moved: what was to begin on it begins on the new day, and everybody who works on
/// a referral is told, the recipient while the disclosure is open to it. What holds a place already begins later, never earlier: that place may be
/// another's.
pub fn release_moved(tx: &Tx, person: PersonId, day: Option<NaiveDate>) -> Reacting<'_, ()> {
    Box::pin(async move {
        ending::lock_groups(tx, referral::Column::PersonId.eq(person)).await?;
        // Locked as they are read: who accepts one meanwhile has the day that it was judged by, or comes too late.
        let open = referral::Entity::find()
            .filter(referral::Column::PersonId.eq(person))
            .filter(referral::Column::ClosedAt.is_null())
            .order_by_asc(referral::Column::Id)
            .lock(LockType::NoKeyUpdate)
            .all(tx.on())
            .await?;
        let told = people::open_to_recipients(tx, open.iter().map(|row| row.id)).await?;
        for row in open {
            let is_told = told.contains(&row.id);
            // For a recipient to whom the disclosure is shut nothing has moved.
            let moves = i32::from(is_told || row.sent_at.is_none());
            if let Some(day) = day
                && row.starts_on_release
                && (day > row.start_date || !HOLDS_A_PLACE.contains(&row.state))
            {
                referral::Entity::update_many()
                    .col_expr(referral::Column::StartDate, Expr::value(day))
                    .col_expr(referral::Column::Version, Expr::col(referral::Column::Version).add(moves))
                    .filter(referral::Column::Id.eq(row.id))
                    .exec(tx.on())
                    .await?;
            }
            if row.sent_at.is_some() {
                let recipient = is_told.then_some((row.recipient_id, row.id.0));
                let readers = std::iter::once((row.sender_id, row.id.0)).chain(recipient).collect();
                tx.record(Happened::new(EventKind::ReleaseMoved, readers));
            }
        }
        Ok(())
    })
}
