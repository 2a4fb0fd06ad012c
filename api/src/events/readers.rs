//! Readers: whoever follows what happened reads on from a position. Positions have no gap and never
//! change, so a reader that notes how far it has come in the transaction of what it writes passes by
//! nothing and takes nothing twice, however often it is stopped.

use entities::reader;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

use super::chain::{self, Told};
use crate::{db::Tx, refusal::Refusal};

/// Whether there is something that a reader has not read.
pub async fn is_behind(on: &impl ConnectionTrait, name: &'static str) -> Result<bool, Refusal> {
    Ok(position(on, name).await? < chain::head(on).await?.position)
}

/// The next events in their order, so many at most, which the reader has read with this.
pub async fn read_on(tx: &Tx, name: &'static str, most: i64) -> Result<Vec<Told>, Refusal> {
    let from = position(tx.on(), name).await?;
    let to = chain::head(tx.on()).await?.position.min(from + most);
    if to <= from {
        return Ok(Vec::new());
    }
    let first = OnConflict::column(reader::Column::Name).do_nothing().to_owned();
    let row = reader::ActiveModel { name: Set(name.to_owned()), position: Set(0) };
    reader::Entity::insert(row).on_conflict(first).exec_without_returning(tx.on()).await?;
    let moved = reader::Entity::update_many()
        .col_expr(reader::Column::Position, Expr::value(to))
        .filter(reader::Column::Name.eq(name))
        .filter(reader::Column::Position.eq(from))
        .exec(tx.on())
        .await?;
    if moved.rows_affected == 0 {
        return Err(Refusal::stale());
    }
    chain::told(tx.on(), from + 1, to).await
}

/// Lets every reader go on from a position: nobody is told of what was written in bulk before it.
pub async fn pass_by(tx: &Tx, position: i64) -> Result<(), Refusal> {
    reader::Entity::update_many()
        .col_expr(reader::Column::Position, Expr::value(position))
        .filter(reader::Column::Position.lt(position))
        .exec(tx.on())
        .await?;
    Ok(())
}

async fn position(on: &impl ConnectionTrait, name: &'static str) -> Result<i64, Refusal> {
    let row = reader::Entity::find_by_id(name.to_owned()).one(on).await?;
    Ok(row.map_or(0, |row| row.position))
}
