//! Optimistic locking: whoever changes a row says at which version they read it.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, UpdateMany, sea_query::Expr};

use super::Tx;
use crate::error::DomainError;

/// Changes one row as `change` says and moves its version on, if it stands at the version that was read; else nothing is
/// changed and it is a conflict. `change` names the row and does not set the version.
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
