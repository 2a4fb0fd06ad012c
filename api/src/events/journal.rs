//! Positions and journals: what was committed is put into an order that never changes any more.
//!
//! Ids tell when a transaction began, not when it was committed, so a reader that followed ids could
//! pass by one that was still open. The worker alone gives positions, in one transaction at a time,
//! to what it sees committed; whoever reads on from a position misses nothing.

use entities::{codes::KeyPurpose, event, journal_batch};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{
    chain::{self, Head},
    leases::Lease,
    readers,
    worker::Progress,
};
use crate::{
    db::{Db, Stamp, Tx},
    house::House,
    refusal::Refusal,
};

/// The name of the duty and its lease.
pub const DUTY: &str = "journal";
/// Events of a batch, at most.
const BATCH: i64 = 1_000;

/// Takes the next committed events into the journal.
pub async fn advance(house: &House, lease: &Lease) -> Result<Progress, Refusal> {
    if !is_waiting(&house.db).await? {
        return Ok(Progress::Idle);
    }
    let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
    lease.fence(&tx).await?;
    let before = chain::head(tx.on()).await?;
    let given = give_positions(&tx, before.position, BATCH).await?;
    if given > 0 {
        enter(house, &tx, &before, before.position + given).await?;
    }
    tx.commit().await?;
    Ok(if given == BATCH { Progress::More } else { Progress::Idle })
}

/// Enters events that were written in bulk with their positions, as a network for measuring is;
/// nobody is told of them.
pub async fn enter_all(house: &House) -> Result<(), Refusal> {
    const BULK: i64 = 20_000;
    let last: Option<Option<i64>> = event::Entity::find()
        .select_only()
        .column_as(event::Column::Position.max(), "last")
        .into_tuple()
        .one(house.db.read())
        .await?;
    let last = last.flatten().unwrap_or_default();
    loop {
        let before = chain::head(house.db.read()).await?;
        if before.position >= last {
            return Ok(());
        }
        let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
        let until = last.min(before.position + BULK);
        enter(house, &tx, &before, until).await?;
        readers::pass_by(&tx, until).await?;
        tx.commit().await?;
    }
}

async fn is_waiting(db: &Db) -> Result<bool, DbErr> {
    let waiting = event::Entity::find()
        .filter(event::Column::Position.is_null())
        .select_only()
        .column(event::Column::Id)
        .into_tuple::<Uuid>()
        .one(db.read())
        .await?;
    Ok(waiting.is_some())
}

/// Numbers what is committed and has no position, in the order of happening; says how many.
async fn give_positions(tx: &Tx, base: i64, most: i64) -> Result<i64, DbErr> {
    let numbered = format!(
        "UPDATE event SET position = numbered.position FROM \
         (SELECT id, {base} + ROW_NUMBER() OVER (ORDER BY id) AS position FROM event \
          WHERE position IS NULL ORDER BY id LIMIT {most}) AS numbered \
         WHERE event.id = numbered.id"
    );
    Ok(tx.on().execute_unprepared(&numbered).await?.rows_affected() as i64)
}

/// Writes the events from behind the head up to a position into the journals of their
/// organisations, and links them to the chain.
async fn enter(house: &House, tx: &Tx, before: &Head, last: i64) -> Result<(), Refusal> {
    let first = before.position + 1;
    let entries = format!(
        "INSERT INTO journal_entry (organisation_id, position, event_id) \
         SELECT DISTINCT s.organisation_id, e.position, e.id FROM event e \
         JOIN event_subject s ON s.event_id = e.id WHERE e.position BETWEEN {first} AND {last}"
    );
    tx.on().execute_unprepared(&entries).await?;
    let key = match chain::key(tx.on(), &house.sealing).await? {
        Some(key) => key,
        None => house.sealing.make(tx, KeyPurpose::Journal, Uuid::nil()).await?,
    };
    let events = chain::told(tx.on(), first, last).await?;
    journal_batch::Entity::insert(journal_batch::ActiveModel {
        number: Set(before.number + 1),
        first_position: Set(first),
        last_position: Set(last),
        link: Set(chain::link(&key, before, &events)),
        made_at: Set(tx.now()),
    })
    .exec_without_returning(tx.on())
    .await?;
    Ok(())
}
