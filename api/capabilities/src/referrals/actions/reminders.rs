//! Actions at deadlines: reminder, escalation to the managers, expiry. The worker carries them out.
//!
//! Each action is one fenced transaction that compares and sets version and count, so that it happens once, even if
//! another worker or a member acts at the same moment.

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use entities::{codes::ReferralState, ids::OrganisationId, instant::Instant, organisation, referral};
use platform::{
    access::membership,
    context::AppState,
    db::{
        AuditContext, DomainEvent, Tx,
        locks::{self, Row},
    },
    error::DomainError,
    events::{Lease, Progress},
    reference_data::calendar::working_days_after,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    super::model::{self, Actor, Deadline, DeadlineAction, ReferralField},
    ending::closed,
    transition::closes_after,
};
use crate::{
    disclosures,
    referrals::events::{REFERRAL_ESCALATED, REFERRAL_EXPIRED, REFERRAL_REMINDED},
};

/// Name of the job and its lease.
pub const DEADLINES_JOB: &str = "deadlines";
/// Number of deadlines that are processed together.
const BATCH: u64 = 100;

/// Carries out the due actions of deadlines.
pub async fn process_deadlines(app: &AppState, lease: &Lease) -> Result<Progress, DomainError> {
    let now = app.env.clock.now();
    let due = referral::Entity::find()
        .filter(referral::Column::NextReminderAt.lte(now))
        .order_by_asc(referral::Column::NextReminderAt)
        .limit(BATCH)
        .all(app.db.read())
        .await?;
    let places = places(app, &due).await?;
    for row in &due {
        let Some((country, zone)) = places.get(&row.recipient_id) else {
            return Err(DomainError::Internal("a referral's recipient is missing".to_owned()));
        };
        let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
        lease.fence(&tx).await?;
        locks::by_update(&tx, Row::Referral(row.id));
        next_action(&tx, row, country, *zone).await?;
        tx.commit().await?;
    }
    Ok(if due.is_empty() { Progress::Idle } else { Progress::More })
}

/// Country and time zone of the recipients: theirs are the working days and the mornings.
async fn places(
    app: &AppState,
    rows: &[referral::Model],
) -> Result<HashMap<OrganisationId, (String, Tz)>, DomainError> {
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    let found = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(rows.iter().map(|row| row.recipient_id)))
        .all(app.db.read())
        .await?;
    Ok(found.into_iter().map(|row| (row.id, (row.country, membership::zone(&row.time_zone)))).collect())
}

/// Carries out the due action of a referral, once.
async fn next_action(tx: &Tx, row: &referral::Model, country: &str, zone: Tz) -> Result<(), DomainError> {
    let day = |at: Instant| at.utc().with_timezone(&zone).date_naive();
    let today = day(tx.now());
    let reminders_sent = u32::try_from(row.reminders_sent).unwrap_or_default();
    let clock = Deadline {
        state: row.state,
        priority: row.priority,
        due: row.due_on,
        since: day(row.state_since),
        country,
    };
    let due = clock
        .next_action(reminders_sent)
        .filter(|next_action| model::morning(next_action.on, zone) <= tx.now());
    let Some(due) = due else {
        // Set by hand, or before reminders existed: the next reminder is scheduled.
        let later = referral::ActiveModel {
            next_reminder_at: Set(clock.next_reminder_at(reminders_sent, NaiveDate::MIN, zone)),
            ..Default::default()
        };
        change(tx, row, later).await?;
        return Ok(());
    };
    if due.next_action == DeadlineAction::Expire {
        return expire(tx, row, today).await;
    }
    // After an outage of the worker, actions follow each other on separate days: a late reminder leaves a day before
    // the escalation, and the escalation a day before expiry.
    let tomorrow = working_days_after(country, today, 1);
    let again = referral::ActiveModel {
        reminders_sent: Set(row.reminders_sent + 1),
        next_reminder_at: Set(clock.next_reminder_at(reminders_sent + 1, tomorrow, zone)),
        ..Default::default()
    };
    if change(tx, row, again).await? {
        let (kind, consumers) = match due.next_action {
            DeadlineAction::Remind => (REFERRAL_REMINDED, vec![mover(row)]),
            _ => (REFERRAL_ESCALATED, vec![row.sender_id, row.recipient_id]),
        };
        let consumers = consumers.into_iter().map(|reader| (reader, row.id.0)).collect();
        tx.record(DomainEvent::new(kind, consumers).by_itself());
    }
    Ok(())
}

/// Side that must act next.
fn mover(row: &referral::Model) -> OrganisationId {
    match model::waits_for(row.state) {
        Some(Actor::Recipient) => row.recipient_id,
        _ => row.sender_id,
    }
}

async fn expire(tx: &Tx, row: &referral::Model, today: NaiveDate) -> Result<(), DomainError> {
    let expired =
        referral::ActiveModel { version: Set(row.version + 1), ..closed(ReferralState::Expired, tx.now()) };
    if change(tx, row, expired).await? {
        if let Some(grant) = row.grant_id {
            disclosures::close(tx, grant, closes_after(today)).await?;
        }
        let consumers = vec![(row.sender_id, row.id.0), (row.recipient_id, row.id.0)];
        let happened = DomainEvent::new(REFERRAL_EXPIRED, consumers).by_itself();
        tx.record(happened.fields([ReferralField::State]));
    }
    Ok(())
}

/// Changes the referral if it is as it was read; returns whether it did.
async fn change(tx: &Tx, row: &referral::Model, to: referral::ActiveModel) -> Result<bool, DomainError> {
    let done = referral::Entity::update_many()
        .set(to)
        .filter(referral::Column::Id.eq(row.id))
        .filter(referral::Column::Version.eq(row.version))
        .filter(referral::Column::RemindersSent.eq(row.reminders_sent))
        .exec(tx.on())
        .await?;
    Ok(done.rows_affected > 0)
}
