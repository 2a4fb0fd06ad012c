//! Adds consumers of the audit log, notifications and the emails that contain them.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tables::{create, drop_all};

pub struct Migration;

/// Name under which it was recorded.
impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m2026_08_notices"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        reader(manager).await?;
        mail_choice(manager).await?;
        mail(manager).await?;
        notice(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["notice", "mail", "mail_choice", "reader"]).await
    }
}

async fn reader(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("reader")
        .col(string("name"))
        .col(big_integer("position"))
        .primary_key(Index::create().col("name"));
    create(manager, "reader", table, &[]).await?;
    // Events from before this migration cause no notifications.
    let from_here =
        "INSERT INTO reader (name, position) SELECT 'notices', COALESCE(MAX(position), 0) FROM event";
    manager.get_connection().execute_unprepared(from_here).await?;
    Ok(())
}

async fn mail_choice(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("mail_choice")
        .col(uuid("member_id"))
        .col(string("urgent"))
        .col(string("rest"))
        .col(big_integer_null("refused_at"))
        .primary_key(Index::create().col("member_id"))
        .foreign_key(
            ForeignKey::create().from_tbl("mail_choice").from_col("member_id").to_tbl("member").to_col("id"),
        );
    create(manager, "mail_choice", table, &[]).await
}

async fn mail(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("mail")
        .col(uuid("id"))
        .col(uuid("member_id"))
        .col(string("pace"))
        .col(string("state"))
        .col(big_integer("created_at"))
        .col(big_integer("due_at"))
        .col(integer("tries"))
        .col(uuid_null("holder"))
        .col(big_integer_null("held_until"))
        .col(string_null("fault"))
        .col(big_integer_null("sent_at"))
        .primary_key(Index::create().col("id"))
        .foreign_key(
            ForeignKey::create().from_tbl("mail").from_col("member_id").to_tbl("member").to_col("id"),
        );
    create(
        manager,
        "mail",
        table,
        &[(false, &["state", "due_at"]), (false, &["member_id", "id"]), (false, &["holder"])],
    )
    .await
}

async fn notice(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("notice")
        .col(uuid("id"))
        .col(uuid("member_id"))
        .col(uuid("event_id"))
        .col(string("kind"))
        .col(uuid("subject_id"))
        .col(big_integer("created_at"))
        .col(big_integer_null("seen_at"))
        .col(uuid_null("mail_id"))
        .primary_key(Index::create().col("id"))
        .foreign_key(
            ForeignKey::create().from_tbl("notice").from_col("member_id").to_tbl("member").to_col("id"),
        )
        .foreign_key(
            ForeignKey::create().from_tbl("notice").from_col("event_id").to_tbl("event").to_col("id"),
        )
        .foreign_key(ForeignKey::create().from_tbl("notice").from_col("mail_id").to_tbl("mail").to_col("id"));
    let indexes: &[(bool, &[&str])] = &[
        (true, &["member_id", "event_id"]),
        (false, &["member_id", "id"]),
        (false, &["member_id", "seen_at"]),
        (false, &["mail_id"]),
    ];
    create(manager, "notice", table, indexes).await
}
