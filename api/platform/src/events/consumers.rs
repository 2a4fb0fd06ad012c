//! Consumers of the audit log: each continues from a sequence number. Sequence numbers have no gaps and never change,
//! so a consumer that stores its progress in the transaction of its effects misses nothing and repeats nothing,
//! however often it is stopped.

use entities::event_consumer;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

use super::chain::{self, SequencedEvent};
use crate::{db::Tx, error::DomainError};

/// Whether there is something that a reader has not read.
pub async fn is_behind(on: &impl ConnectionTrait, name: &'static str) -> Result<bool, DomainError> {
    Ok(sequence_number(on, name).await? < chain::head(on).await?.sequence_number)
}

/// The next events in their order, so many at most, which the reader has read with this.
pub async fn next_events(tx: &Tx, name: &'static str, most: i64) -> Result<Vec<SequencedEvent>, DomainError> {
    let from = sequence_number(tx.on(), name).await?;
    let to = chain::head(tx.on()).await?.sequence_number.min(from + most);
    if to <= from {
        return Ok(Vec::new());
    }
    let first = OnConflict::column(event_consumer::Column::Name).do_nothing().to_owned();
    let row = event_consumer::ActiveModel { name: Set(name.to_owned()), sequence_number: Set(0) };
    event_consumer::Entity::insert(row).on_conflict(first).exec_without_returning(tx.on()).await?;
    let moved = event_consumer::Entity::update_many()
        .col_expr(event_consumer::Column::SequenceNumber, Expr::value(to))
        .filter(event_consumer::Column::Name.eq(name))
        .filter(event_consumer::Column::SequenceNumber.eq(from))
        .exec(tx.on())
        .await?;
    if moved.rows_affected == 0 {
        return Err(DomainError::stale());
    }
    chain::sequenced_events(tx.on(), from + 1, to).await
}

/// Moves every consumer to a sequence number: events that were written in bulk before it cause no notifications.
pub async fn skip_to(tx: &Tx, sequence_number: i64) -> Result<(), DomainError> {
    event_consumer::Entity::update_many()
        .col_expr(event_consumer::Column::SequenceNumber, Expr::value(sequence_number))
        .filter(event_consumer::Column::SequenceNumber.lt(sequence_number))
        .exec(tx.on())
        .await?;
    Ok(())
}

async fn sequence_number(on: &impl ConnectionTrait, name: &'static str) -> Result<i64, DomainError> {
    let row = event_consumer::Entity::find_by_id(name.to_owned()).one(on).await?;
    Ok(row.map_or(0, |row| row.sequence_number))
}
