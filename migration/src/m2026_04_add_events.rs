//! Events and whom they are for.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tables::{create, drop_all};

pub struct Migration;

/// Name under which it was recorded.
impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m2026_04_journal"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        event(manager).await?;
        event_subject(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["event_subject", "event"]).await
    }
}

async fn event(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("event")
        .col(uuid("id"))
        .col(big_integer_null("position"))
        .col(string("kind"))
        .col(big_integer("occurred_at"))
        .col(uuid_null("member_id"))
        .col(uuid_null("organisation_id"))
        .col(string("origin"))
        .col(uuid_null("about"))
        .col(string("fields"))
        .primary_key(Index::create().col("id"));
    create(manager, "event", table, &[(true, &["position"])]).await
}

async fn event_subject(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("event_subject")
        .col(uuid("organisation_id"))
        .col(uuid("subject_id"))
        .col(uuid("event_id"))
        .primary_key(Index::create().col("organisation_id").col("subject_id").col("event_id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("event_subject").from_col("event_id").to_tbl("event").to_col("id"),
    );
    create(manager, "event_subject", table, &[(false, &["event_id"])]).await
}
