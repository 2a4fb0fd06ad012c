//! Adds sign-in by a link or a code from an email, sessions that members can see and end, and API tokens with a name.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tables::{create, drop_all};

pub struct Migration;

/// Name under which it was recorded.
impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m2026_12_ways_in"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        way_in(manager).await?;
        // All members must sign in again: existing sessions lack data that cannot be reconstructed.
        drop_all(manager, &["session"]).await?;
        session(manager).await?;
        add(manager, "member", string_null("called")).await?;
        add(manager, "member", big_integer_null("signed_in_at")).await?;
        add(manager, "mail", uuid_null("way_in_id")).await?;
        add(manager, "api_token", string("name").default("")).await?;
        // Those that there are may what they might: all of it.
        add(manager, "api_token", integer("scopes").default(31)).await?;
        add(manager, "api_token", big_integer_null("used_at")).await?;
        add(manager, "api_token", big_integer_null("revoked_at")).await?;
        let by_member =
            Index::create().name("api_token_member_id").table("api_token").col("member_id").to_owned();
        manager.create_index(by_member).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("api_token_member_id").table("api_token").to_owned()).await?;
        for (table, column) in [
            ("api_token", "revoked_at"),
            ("api_token", "used_at"),
            ("api_token", "scopes"),
            ("api_token", "name"),
            ("mail", "way_in_id"),
            ("member", "signed_in_at"),
            ("member", "called"),
        ] {
            manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        drop_all(manager, &["session", "way_in"]).await?;
        session_before(manager).await
    }
}

/// One column for each statement, because SQLite allows no more.
async fn add(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: impl IntoColumnDef,
) -> Result<(), DbErr> {
    manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await
}

async fn way_in(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("way_in")
        .col(uuid("id"))
        .col(string("kind"))
        .col(uuid("member_id"))
        .col(blob_null("browser"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .col(integer("tries"))
        .col(big_integer_null("used_at"))
        .primary_key(Index::create().col("id"))
        .foreign_key(
            ForeignKey::create().from_tbl("way_in").from_col("member_id").to_tbl("member").to_col("id"),
        );
    create(manager, "way_in", table, &[(false, &["member_id"]), (false, &["expires_at"])]).await
}

async fn session(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("session")
        .col(uuid("id"))
        .col(blob("hash"))
        .col(uuid("member_id"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .col(big_integer("seen_at"))
        .col(string("browser"))
        .primary_key(Index::create().col("id"))
        .foreign_key(
            ForeignKey::create().from_tbl("session").from_col("member_id").to_tbl("member").to_col("id"),
        );
    create(manager, "session", table, &[(true, &["hash"]), (false, &["member_id"])]).await
}

/// The table before this migration.
async fn session_before(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("session")
        .col(blob("hash"))
        .col(uuid("member_id"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .primary_key(Index::create().col("hash"))
        .foreign_key(
            ForeignKey::create().from_tbl("session").from_col("member_id").to_tbl("member").to_col("id"),
        );
    create(manager, "session", table, &[]).await
}
