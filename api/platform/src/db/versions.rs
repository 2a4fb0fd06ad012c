//! Optimistic locking: a change of a row names the version that was read.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, UpdateMany, sea_query::Expr};

use super::Tx;
use crate::error::DomainError;

/// Applies `change` to one row and increments its version, if the row still has the version that was read; else
/// nothing is changed and it is a conflict. `change` names the row and does not set the version.
pub async fn update_at_version<E: EntityTrait>(
    tx: &Tx,
    change: UpdateMany<E>,
    version: E::Column,
    read: i32,
) -> Result<(), DomainError> {
    let moved =
        change.col_expr(version, Expr::value(read + 1)).filter(version.eq(read)).exec(tx.on()).await?;
    if moved.rows_affected == 0 { Err(DomainError::stale()) } else { Ok(()) }
}
