//! Creates the tables of the worker: leases, the hash chain of the audit log, and the entries of each organisation.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tables::{create, drop_all};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        lease(manager).await?;
        journal_batch(manager).await?;
        journal_entry(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["journal_entry", "journal_batch", "lease"]).await
    }
}

async fn lease(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("lease")
        .col(string("name"))
        .col(uuid("holder"))
        .col(big_integer("until"))
        .primary_key(Index::create().col("name"));
    create(manager, "lease", table, &[]).await
}

async fn journal_batch(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("journal_batch")
        .col(big_integer("number"))
        .col(big_integer("first_position"))
        .col(big_integer("last_position"))
        .col(blob("link"))
        .col(big_integer("made_at"))
        .primary_key(Index::create().col("number"));
    create(manager, "journal_batch", table, &[]).await
}

async fn journal_entry(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("journal_entry")
        .col(uuid("organisation_id"))
        .col(big_integer("position"))
        .col(uuid("event_id"))
        .primary_key(Index::create().col("organisation_id").col("position"))
        .foreign_key(
            ForeignKey::create().from_tbl("journal_entry").from_col("event_id").to_tbl("event").to_col("id"),
        );
    create(manager, "journal_entry", table, &[(false, &["event_id"])]).await
}
