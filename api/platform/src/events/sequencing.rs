//! Sequence numbers: committed events are put into an order that never changes.
//!
//! Ids show when a transaction began, not when it was committed, so a consumer that followed ids could miss an open
//! one. Only the worker assigns sequence numbers, in one transaction at a time, to events that it sees committed; a
//! consumer that continues from a sequence number misses nothing.

use entities::{audit_log_batch, codes::KeyPurpose, event};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{
    chain::{self, Head},
    consumers,
    leases::Lease,
    worker::Progress,
};
use crate::{
    context::AppState,
    db::{AuditContext, Db, Tx},
    error::DomainError,
};

/// Name of the job and its lease.
pub const JOB: &str = "audit_log";
/// Events of a batch, at most.
const BATCH: i64 = 1_000;

/// Enters the next committed events into the audit log.
pub async fn advance(app: &AppState, lease: &Lease) -> Result<Progress, DomainError> {
    if !is_waiting(&app.db).await? {
        return Ok(Progress::Idle);
    }
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    lease.fence(&tx).await?;
    let before = chain::head(tx.on()).await?;
    let given = assign_sequence_numbers(&tx, before.sequence_number, BATCH).await?;
    if given > 0 {
        add_to_audit_logs(app, &tx, &before, before.sequence_number + given).await?;
    }
    tx.commit().await?;
    Ok(if given == BATCH { Progress::More } else { Progress::Idle })
}

/// Assigns sequence numbers to events that were written in bulk, such as a network for measurements, without
/// notifications.
pub async fn sequence_all(app: &AppState) -> Result<(), DomainError> {
    const BULK: i64 = 20_000;
    let last: Option<Option<i64>> = event::Entity::find()
        .select_only()
        .column_as(event::Column::SequenceNumber.max(), "last")
        .into_tuple()
        .one(app.db.read())
        .await?;
    let last = last.flatten().unwrap_or_default();
    loop {
        let before = chain::head(app.db.read()).await?;
        if before.sequence_number >= last {
            return Ok(());
        }
        let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
        let until = last.min(before.sequence_number + BULK);
        add_to_audit_logs(app, &tx, &before, until).await?;
        consumers::skip_to(&tx, until).await?;
        tx.commit().await?;
    }
}

async fn is_waiting(db: &Db) -> Result<bool, DbErr> {
    let waiting = event::Entity::find()
        .filter(event::Column::SequenceNumber.is_null())
        .select_only()
        .column(event::Column::Id)
        .into_tuple::<Uuid>()
        .one(db.read())
        .await?;
    Ok(waiting.is_some())
}

/// Assigns sequence numbers to committed events, in the order in which they occurred; returns how many.
async fn assign_sequence_numbers(tx: &Tx, base: i64, most: i64) -> Result<i64, DbErr> {
    let numbered = format!(
        "UPDATE event SET sequence_number = numbered.sequence_number FROM \
         (SELECT id, {base} + ROW_NUMBER() OVER (ORDER BY id) AS sequence_number FROM event \
          WHERE sequence_number IS NULL ORDER BY id LIMIT {most}) AS numbered \
         WHERE event.id = numbered.id"
    );
    Ok(tx.on().execute_unprepared(&numbered).await?.rows_affected() as i64)
}

/// Writes the events from behind the head up to a position into the journals of their
/// organisations, and links them to the chain.
async fn add_to_audit_logs(app: &AppState, tx: &Tx, before: &Head, last: i64) -> Result<(), DomainError> {
    let first = before.sequence_number + 1;
    let entries = format!(
        "INSERT INTO audit_log_entry (organisation_id, sequence_number, event_id) \
         SELECT DISTINCT s.organisation_id, e.sequence_number, e.id FROM event e \
         JOIN event_subject s ON s.event_id = e.id WHERE e.sequence_number BETWEEN {first} AND {last}"
    );
    tx.on().execute_unprepared(&entries).await?;
    let key = match chain::key(tx.on(), &app.sealing).await? {
        Some(key) => key,
        None => app.sealing.make(tx, KeyPurpose::AuditLog, Uuid::nil()).await?,
    };
    let events = chain::sequenced_events(tx.on(), first, last).await?;
    audit_log_batch::Entity::insert(audit_log_batch::ActiveModel {
        number: Set(before.number + 1),
        first_sequence_number: Set(first),
        last_sequence_number: Set(last),
        link: Set(chain::link(&key, before, &events)),
        made_at: Set(tx.now()),
    })
    .exec_without_returning(tx.on())
    .await?;
    Ok(())
}
