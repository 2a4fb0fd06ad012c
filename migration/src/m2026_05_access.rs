//! Sessions, tokens and what this installation is.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tables::{create, drop_all};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        session(manager).await?;
        api_token(manager).await?;
        installation(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["installation", "api_token", "session"]).await
    }
}

async fn session(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("session")
        .col(blob("hash"))
        .col(uuid("member_id"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .primary_key(Index::create().col("hash"));
    table.foreign_key(
        ForeignKey::create().from_tbl("session").from_col("member_id").to_tbl("member").to_col("id"),
    );
    create(manager, "session", table, &[]).await
}

async fn api_token(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("api_token")
        .col(uuid("id"))
        .col(blob("hash"))
        .col(uuid("member_id"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("api_token").from_col("member_id").to_tbl("member").to_col("id"),
    );
    create(manager, "api_token", table, &[(true, &["hash"])]).await
}

async fn installation(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("installation")
        .col(integer("id"))
        .col(boolean("demonstration"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("id"));
    create(manager, "installation", table, &[]).await
}
