//! Effects of the release date on referrals: drafts that waited for its confirmation are sent, and a change of the
//! date notifies everybody who works on a referral.

use std::sync::Arc;

use chrono::NaiveDate;
use entities::{
    codes::{Code, Origin, ReferralState},
    ids::{GroupId, PersonId},
    person, referral, referral_group,
};
use platform::{
    access::{Viewer, conditions},
    capability::Promised,
    context::{AppState, RequestContext},
    db::{
        AuditContext, DomainEvent, Tx,
        locks::{self, Row},
    },
    error::{ActionError, DomainError},
    events::{Lease, Progress},
};
use sea_orm::{
    ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef, RelationTrait,
    sea_query::{Expr, ExprTrait},
};

use super::{
    super::model::{HOLDS_A_PLACE, ReferralField},
    drafting::ReferralDraftErrorCode,
    sending::send_drafts,
};
use crate::{
    disclosures, network, people,
    referrals::events::{REFERRAL_NOT_SENT, RELEASE_MOVED},
};

/// Name of the job and its lease.
pub const SEND_ON_RELEASE_JOB: &str = "send_on_release";
/// Number of groups that are processed together.
const BATCH: u64 = 100;

/// Sends the drafts whose release is confirmed now, each group in the name of its author. Drafts that cannot be sent
/// are kept with the reason, and wait no longer.
pub async fn send_on_release(app: &Arc<AppState>, lease: &Lease) -> Result<Progress, DomainError> {
    let to_person: RelationDef = referral_group::Relation::Person.def();
    let groups: Vec<GroupId> = referral_group::Entity::find()
        .join(JoinType::InnerJoin, to_person)
        .filter(Expr::col((referral_group::Entity, referral_group::Column::SendOnRelease)))
        .filter(Expr::col((person::Entity, person::Column::ReleaseConfirmed)))
        .select_only()
        .column(referral_group::Column::Id)
        .order_by_asc(referral_group::Column::Id)
        .limit(BATCH)
        .into_tuple()
        .all(app.db.read())
        .await?;
    // One that breaks keeps no other waiting; it is tried again with the next turn.
    let mut broken = None;
    for group in &groups {
        if let Err(error) = accept_for_group(app, lease, *group).await {
            tracing::warn!(?error, "drafts that wait for a release could not be checked");
            broken.get_or_insert(error);
        }
    }
    match broken {
        Some(error) => Err(error),
        None if groups.len() as u64 == BATCH => Ok(Progress::More),
        None => Ok(Progress::Idle),
    }
}

async fn accept_for_group(app: &Arc<AppState>, lease: &Lease, group: GroupId) -> Result<(), DomainError> {
    let drafts = drafts_of(app, group).await?;
    // Sent or withdrawn in between.
    let Some(first) = drafts.first() else { return cancel_sending(app, lease, group, drafts, None).await };
    let now = app.env.clock.now();
    let author = Viewer::of_member(app.db.read(), first.created_by, Origin::System, now).await?;
    let why = match author {
        None => ReferralDraftErrorCode::AuthorLeft,
        Some(author) => {
            let request = RequestContext::new(app.clone(), Some(author));
            let tx = request.begin().await?;
            lease.fence(&tx).await?;
            match send(&request, &tx, first).await {
                Ok(()) => return tx.commit(group).await.map(drop),
                // Changed in between, or the release date changes: the next run checks it again.
                Err(ActionError::Domain(DomainError::Conflict { .. })) => return Ok(()),
                Err(ActionError::Invalid(problems)) => {
                    problems.first().map_or(ReferralDraftErrorCode::Required, |problem| problem.code)
                }
                // No longer for its author.
                Err(ActionError::Domain(DomainError::NotFound(_) | DomainError::Forbidden(_))) => {
                    ReferralDraftErrorCode::AuthorLeft
                }
                Err(ActionError::Domain(error)) => return Err(error),
            }
        }
    };
    cancel_sending(app, lease, group, drafts, Some(why)).await
}

/// Sends the drafts of a group, of which this is the first, if capacity is free on their present start dates.
async fn send(
    request: &RequestContext,
    tx: &Tx,
    first: &referral::Model,
) -> Result<(), ActionError<ReferralDraftErrorCode>> {
    // The person is locked before the group; no draft of an erased person is left.
    people::locked_alive(tx, first.person_id).await?.ok_or_else(DomainError::stale)?;
    stop_waiting(tx, first.group_id, None).await?;
    for sent in send_drafts(request, tx, first.group_id).await? {
        // Read once it is sent: the day does not move any more until this is done.
        let sent =
            referral::Entity::find_by_id(sent.id).one(tx.on()).await?.ok_or_else(DomainError::stale)?;
        let facts = network::service_facts(tx.on(), sent.service_id).await?;
        let holds = network::holds(tx.on(), &[sent.service_id]).await?;
        let holds = holds.get(&sent.service_id).map_or(&[][..], Vec::as_slice);
        if !network::may_hold_from(&facts.capacities, holds, sent.start_date) {
            let message = "the service has no free capacity from the start date on";
            return Err(ActionError::one("groupId", ReferralDraftErrorCode::NoPlace, message));
        }
    }
    Ok(())
}

async fn drafts_of(app: &AppState, group: GroupId) -> Result<Vec<referral::Model>, DomainError> {
    let rows = referral::Entity::find()
        .filter(referral::Column::GroupId.eq(group))
        .filter(conditions::is(referral::Column::State, ReferralState::Draft))
        .order_by_asc(referral::Column::Id)
        .all(app.db.read())
        .await?;
    Ok(rows)
}

/// Ends the waiting of a group, and notifies its sender if it was not sent.
async fn cancel_sending(
    app: &AppState,
    lease: &Lease,
    group: GroupId,
    drafts: Vec<referral::Model>,
    why: Option<ReferralDraftErrorCode>,
) -> Result<(), DomainError> {
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    lease.fence(&tx).await?;
    if stop_waiting(&tx, group, why).await? && why.is_some() {
        for draft in drafts {
            let consumers = vec![(draft.sender_id, draft.id.0)];
            let happened = DomainEvent::new(REFERRAL_NOT_SENT, consumers).by_itself();
            tx.record(happened.fields([ReferralField::SendOnRelease]));
        }
    }
    Ok(tx.commit().await?)
}

/// Ends the waiting of a group; returns whether it was waiting.
async fn stop_waiting(
    tx: &Tx,
    group: GroupId,
    why: Option<ReferralDraftErrorCode>,
) -> Result<bool, DomainError> {
    locks::by_update(tx, Row::Group(group));
    let noted = referral_group::Entity::update_many()
        .col_expr(referral_group::Column::SendOnRelease, Expr::value(false))
        .col_expr(referral_group::Column::SendError, Expr::value(why.map(Code::code)))
        .filter(referral_group::Column::Id.eq(group))
        .filter(referral_group::Column::SendOnRelease.eq(true))
        .exec(tx.on())
        .await?;
    Ok(noted.rows_affected > 0)
}

/// The release date changed: referrals that start on it start on the new date, and everybody who works on one is
/// notified, the recipient while the disclosure is open to it. A referral that occupies capacity is only moved later,
/// never earlier, because that capacity may be reserved for another.
pub fn release_moved(tx: &Tx, person: PersonId, day: Option<NaiveDate>) -> Promised<'_, ()> {
    Box::pin(async move {
        locks::groups(tx, referral::Column::PersonId.eq(person)).await?;
        // Locked while they are read: a simultaneous acceptance sees the new date, or comes before the change.
        let open = referral::Entity::find()
            .filter(referral::Column::PersonId.eq(person))
            .filter(referral::Column::ClosedAt.is_null());
        let open = locks::referrals(tx, open).await?;
        let told = disclosures::open_to_recipients(tx, open.iter().filter_map(|row| row.grant_id)).await?;
        for row in open {
            let is_told = row.grant_id.is_some_and(|grant| told.contains(&grant));
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
                let consumers = std::iter::once((row.sender_id, row.id.0)).chain(recipient).collect();
                // Named for every referral that starts on release, changed or not: an unchanged start shows where the
                // date went.
                let start = row.starts_on_release.then_some(ReferralField::StartDate);
                let fields = [ReferralField::ReleaseDate].into_iter().chain(start);
                tx.record(DomainEvent::new(RELEASE_MOVED, consumers).fields(fields));
            }
        }
        Ok(())
    })
}
