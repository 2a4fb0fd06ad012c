//! What clocks do when they ring: remind, tell managers, let expire. The worker rings them.
//!
//! Each ring is one transaction that compares and sets version and count, so that it happens once,
//! whoever else rings or takes a step in the same moment.

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use entities::{
    codes::{EventKind, ReferralState},
    ids::OrganisationId,
    instant::Instant,
    organisation, referral,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    super::model::{self, Actor, Ring, Running},
    ending::closed,
    moving::closes_after,
};
use crate::{
    access::membership,
    atlas::calendar::working_days_after,
    db::{Happened, Stamp, Tx},
    domain::people,
    events::Progress,
    house::House,
    refusal::Refusal,
};

/// The name of the duty and its lease.
pub const CLOCKS: &str = "clocks";
/// Clocks that are looked at in one go.
const BATCH: u64 = 100;

/// Rings the clocks whose time has come.
pub async fn ring_clocks(house: &House) -> Result<Progress, Refusal> {
    let now = house.world.clock.now();
    let due = referral::Entity::find()
        .filter(referral::Column::RingsAt.lte(now))
        .order_by_asc(referral::Column::RingsAt)
        .limit(BATCH)
        .all(house.db.read())
        .await?;
    let places = places(house, &due).await?;
    for row in &due {
        let Some((country, zone)) = places.get(&row.recipient_id) else {
            return Err(Refusal::Internal("a referral's recipient is missing".to_owned()));
        };
        let tx = house.db.begin(Stamp::system(now)).await?;
        ring(&tx, row, country, *zone).await?;
        tx.commit().await?;
    }
    Ok(if due.is_empty() { Progress::Idle } else { Progress::More })
}

/// Country and time zone of the recipients: theirs are the working days and the mornings.
async fn places(
    house: &House,
    rows: &[referral::Model],
) -> Result<HashMap<OrganisationId, (String, Tz)>, Refusal> {
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    let found = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(rows.iter().map(|row| row.recipient_id)))
        .all(house.db.read())
        .await?;
    Ok(found.into_iter().map(|row| (row.id, (row.country, membership::zone(&row.time_zone)))).collect())
}

/// Does what the clock of a referral does now, once.
async fn ring(tx: &Tx, row: &referral::Model, country: &str, zone: Tz) -> Result<(), Refusal> {
    let day = |at: Instant| at.utc().with_timezone(&zone).date_naive();
    let today = day(tx.now());
    let rung = u32::try_from(row.rung).unwrap_or_default();
    let clock = Running {
        state: row.state,
        priority: row.priority,
        due: row.due_on,
        since: day(row.state_since),
        country,
    };
    let due = clock.ring(rung).filter(|ring| model::morning(ring.on, zone) <= tx.now());
    let Some(due) = due else {
        // Set by hand, or before clocks rang: it rings when it should.
        let later = referral::ActiveModel {
            rings_at: Set(clock.rings_at(rung, NaiveDate::MIN, zone)),
            ..Default::default()
        };
        change(tx, row, later).await?;
        return Ok(());
    };
    if due.ring == Ring::Expire {
        return expire(tx, row, today).await;
    }
    // After a worker was away one ring follows another on a day of its own: who was reminded late has
    // a day before managers are told, and they have one before it expires.
    let tomorrow = working_days_after(country, today, 1);
    let again = referral::ActiveModel {
        rung: Set(row.rung + 1),
        rings_at: Set(clock.rings_at(rung + 1, tomorrow, zone)),
        ..Default::default()
    };
    if change(tx, row, again).await? {
        let (kind, readers) = match due.ring {
            Ring::Remind => (EventKind::ReferralReminded, vec![mover(row)]),
            _ => (EventKind::ReferralEscalated, vec![row.sender_id, row.recipient_id]),
        };
        let readers = readers.into_iter().map(|reader| (reader, row.id.0)).collect();
        tx.record(Happened::new(kind, readers).by_itself());
    }
    Ok(())
}

/// Whose move it is.
fn mover(row: &referral::Model) -> OrganisationId {
    match model::waits_for(row.state) {
        Some(Actor::Recipient) => row.recipient_id,
        _ => row.sender_id,
    }
}

async fn expire(tx: &Tx, row: &referral::Model, today: NaiveDate) -> Result<(), Refusal> {
    let expired =
        referral::ActiveModel { version: Set(row.version + 1), ..closed(ReferralState::Expired, tx.now()) };
    if change(tx, row, expired).await? {
        people::close_grant(tx, row.id, closes_after(today)).await?;
        let readers = vec![(row.sender_id, row.id.0), (row.recipient_id, row.id.0)];
        tx.record(Happened::new(EventKind::ReferralExpired, readers).by_itself());
    }
    Ok(())
}

/// Changes the referral if it stands as it was read; says whether it did.
async fn change(tx: &Tx, row: &referral::Model, to: referral::ActiveModel) -> Result<bool, Refusal> {
    let done = referral::Entity::update_many()
        .set(to)
        .filter(referral::Column::Id.eq(row.id))
        .filter(referral::Column::Version.eq(row.version))
        .filter(referral::Column::Rung.eq(row.rung))
        .exec(tx.on())
        .await?;
    Ok(done.rows_affected > 0)
}
