//! Referral groups, referrals, grants, messages, appointments.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tables::{create, drop_all};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        referral_group(manager).await?;
        referral(manager).await?;
        disclosure_grant(manager).await?;
        referral_need(manager).await?;
        message(manager).await?;
        appointment(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &["appointment", "message", "referral_need", "disclosure_grant", "referral", "referral_group"],
        )
        .await
    }
}

async fn referral_group(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("referral_group")
        .col(uuid("id"))
        .col(uuid("sender_id"))
        .col(uuid("person_id"))
        .col(string("mode"))
        .col(uuid_null("settled_by"))
        .col(uuid_null("parent_id"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("referral_group")
            .from_col("sender_id")
            .to_tbl("organisation")
            .to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("referral_group").from_col("person_id").to_tbl("person").to_col("id"),
    );
    create(manager, "referral_group", table, &[(false, &["person_id"]), (false, &["parent_id"])]).await
}

async fn referral(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("referral")
        .col(uuid("id"))
        .col(string("reference"))
        .col(uuid("group_id"))
        .col(uuid("person_id"))
        .col(uuid("sender_id"))
        .col(uuid("recipient_id"))
        .col(uuid("service_id"))
        .col(string("state"))
        .col(big_integer("state_since"))
        .col(string("priority"))
        .col(integer("domains"))
        .col(uuid_null("municipality_id"))
        .col(date("start_date"))
        .col(integer("scopes"))
        .col(integer("deciding"))
        .col(blob_null("ask"))
        .col(date_null("acknowledge_by"))
        .col(date_null("respond_by"))
        .col(date("due_on"))
        .col(string_null("reject_reason"))
        .col(string_null("reject_reason_shown"))
        .col(string_null("withdraw_reason"))
        .col(string_null("outcome"))
        .col(string_null("outcome_result"))
        .col(blob_null("reason"))
        .col(uuid("created_by"))
        .col(uuid_null("assigned_to"))
        .col(big_integer_null("sent_at"))
        .col(big_integer_null("closed_at"))
        .col(integer("version"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("referral").from_col("group_id").to_tbl("referral_group").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("referral").from_col("person_id").to_tbl("person").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("referral").from_col("sender_id").to_tbl("organisation").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("referral")
            .from_col("recipient_id")
            .to_tbl("organisation")
            .to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("referral").from_col("service_id").to_tbl("service").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("referral")
            .from_col("municipality_id")
            .to_tbl("municipality")
            .to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("referral").from_col("created_by").to_tbl("member").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("referral").from_col("assigned_to").to_tbl("member").to_col("id"),
    );
    create(
        manager,
        "referral",
        table,
        &[
            (true, &["reference"]),
            (true, &["id", "recipient_id"]),
            (false, &["group_id"]),
            (false, &["person_id"]),
            (false, &["service_id", "state"]),
            (false, &["recipient_id", "due_on", "id"]),
            (false, &["recipient_id", "created_at", "id"]),
            (false, &["sender_id", "due_on", "id"]),
            (false, &["sender_id", "created_at", "id"]),
        ],
    )
    .await
}

async fn disclosure_grant(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("disclosure_grant")
        .col(uuid("id"))
        .col(uuid("referral_id"))
        .col(uuid("disclosure_id"))
        .col(uuid("sender_id"))
        .col(uuid("recipient_id"))
        .col(uuid("agreement_id"))
        .col(string("ground"))
        .col(string("law"))
        .col(uuid_null("consent_id"))
        .col(integer("scopes"))
        .col(integer("deciding"))
        .col(integer("report_back"))
        .col(big_integer_null("opened_at"))
        .col(date_null("closes_on"))
        .col(big_integer_null("revoked_at"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("disclosure_grant")
            .from_col("referral_id")
            .from_col("recipient_id")
            .to_tbl("referral")
            .to_col("id")
            .to_col("recipient_id"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("disclosure_grant")
            .from_col("disclosure_id")
            .to_tbl("disclosure")
            .to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("disclosure_grant")
            .from_col("sender_id")
            .to_tbl("organisation")
            .to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("disclosure_grant")
            .from_col("agreement_id")
            .to_tbl("agreement")
            .to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("disclosure_grant")
            .from_col("consent_id")
            .to_tbl("consent")
            .to_col("id"),
    );
    create(
        manager,
        "disclosure_grant",
        table,
        &[(true, &["referral_id"]), (false, &["consent_id"]), (false, &["disclosure_id"])],
    )
    .await
}

async fn referral_need(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("referral_need")
        .col(uuid("referral_id"))
        .col(uuid("need_id"))
        .primary_key(Index::create().col("referral_id").col("need_id"));
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("referral_need")
            .from_col("referral_id")
            .to_tbl("referral")
            .to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("referral_need").from_col("need_id").to_tbl("need").to_col("id"),
    );
    create(manager, "referral_need", table, &[(false, &["need_id"])]).await
}

async fn message(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("message")
        .col(uuid("id"))
        .col(uuid("referral_id"))
        .col(uuid("organisation_id"))
        .col(uuid("member_id"))
        .col(blob("text"))
        .col(big_integer("sent_at"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("message").from_col("referral_id").to_tbl("referral").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("message")
            .from_col("organisation_id")
            .to_tbl("organisation")
            .to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("message").from_col("member_id").to_tbl("member").to_col("id"),
    );
    create(manager, "message", table, &[(false, &["referral_id"])]).await
}

async fn appointment(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("appointment")
        .col(uuid("id"))
        .col(uuid("referral_id"))
        .col(big_integer("starts_at"))
        .col(blob("place"))
        .col(string_null("attendance"))
        .col(uuid("made_by"))
        .col(integer("version"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("appointment").from_col("referral_id").to_tbl("referral").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("appointment").from_col("made_by").to_tbl("member").to_col("id"),
    );
    create(manager, "appointment", table, &[(false, &["referral_id"])]).await
}
