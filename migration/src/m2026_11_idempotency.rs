//! Adds idempotency keys, so that a repeated request is not carried out again.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tables::{create, drop_all};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create();
        table
            .table("idempotency_key")
            .col(uuid("member_id"))
            .col(string("key"))
            .col(string("input"))
            .col(uuid("result"))
            .col(big_integer("kept_until"))
            .primary_key(Index::create().col("member_id").col("key"))
            .foreign_key(
                ForeignKey::create()
                    .from_tbl("idempotency_key")
                    .from_col("member_id")
                    .to_tbl("member")
                    .to_col("id"),
            );
        create(manager, "idempotency_key", table, &[(false, &["kept_until"])]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["idempotency_key"]).await
    }
}
