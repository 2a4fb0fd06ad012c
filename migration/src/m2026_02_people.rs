//! Keys, people, needs, consents, disclosures.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tables::{create, drop_all};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        data_key(manager).await?;
        person(manager).await?;
        person_hash(manager).await?;
        case_team(manager).await?;
        need(manager).await?;
        consent(manager).await?;
        consent_recipient(manager).await?;
        disclosure(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "disclosure",
                "consent_recipient",
                "consent",
                "need",
                "case_team",
                "person_hash",
                "person",
                "data_key",
            ],
        )
        .await
    }
}

async fn data_key(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("data_key")
        .col(uuid("id"))
        .col(string("purpose"))
        .col(uuid("owner"))
        .col(string("master"))
        .col(blob("wrapped"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("id"));
    create(manager, "data_key", table, &[(true, &["purpose", "owner"])]).await
}

async fn person(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("person")
        .col(uuid("id"))
        .col(uuid("holder_id"))
        .col(uuid("key_id"))
        .col(string("pseudonym"))
        .col(integer_null("year_of_birth"))
        .col(string("sex"))
        .col(uuid_null("municipality_id"))
        .col(date_null("release_date"))
        .col(boolean("release_confirmed"))
        .col(blob("sealed"))
        .col(boolean("restricted"))
        .col(integer("version"))
        .col(big_integer("created_at"))
        .col(big_integer("changed_at"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("person").from_col("holder_id").to_tbl("organisation").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("person").from_col("key_id").to_tbl("data_key").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("person")
            .from_col("municipality_id")
            .to_tbl("municipality")
            .to_col("id"),
    );
    create(
        manager,
        "person",
        table,
        &[(false, &["holder_id", "release_date"]), (true, &["holder_id", "pseudonym"])],
    )
    .await
}

async fn person_hash(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("person_hash")
        .col(uuid("holder_id"))
        .col(blob("hash"))
        .col(uuid("person_id"))
        .primary_key(Index::create().col("holder_id").col("hash").col("person_id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("person_hash").from_col("person_id").to_tbl("person").to_col("id"),
    );
    create(manager, "person_hash", table, &[(false, &["person_id"])]).await
}

async fn case_team(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("case_team")
        .col(uuid("person_id"))
        .col(uuid("member_id"))
        .col(big_integer("since"))
        .primary_key(Index::create().col("person_id").col("member_id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("case_team").from_col("person_id").to_tbl("person").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("case_team").from_col("member_id").to_tbl("member").to_col("id"),
    );
    create(manager, "case_team", table, &[(false, &["member_id"])]).await
}

async fn need(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("need")
        .col(uuid("id"))
        .col(uuid("person_id"))
        .col(string("domain"))
        .col(string("urgency"))
        .col(blob("text"))
        .col(boolean("met"))
        .col(integer("version"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("need").from_col("person_id").to_tbl("person").to_col("id"),
    );
    create(manager, "need", table, &[(false, &["person_id"])]).await
}

async fn consent(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("consent")
        .col(uuid("id"))
        .col(uuid("person_id"))
        .col(string("answer"))
        .col(string("purpose"))
        .col(integer("scopes"))
        .col(integer("report_back"))
        .col(string("how"))
        .col(boolean("in_custody"))
        .col(string("language"))
        .col(blob("said"))
        .col(blob_null("witness"))
        .col(uuid("asked_by"))
        .col(big_integer("asked_at"))
        .col(date("expires_on"))
        .col(big_integer_null("withdrawn_at"))
        .col(integer("version"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("consent").from_col("person_id").to_tbl("person").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("consent").from_col("asked_by").to_tbl("member").to_col("id"),
    );
    create(manager, "consent", table, &[(false, &["person_id"])]).await
}

async fn consent_recipient(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("consent_recipient")
        .col(uuid("consent_id"))
        .col(uuid("organisation_id"))
        .primary_key(Index::create().col("consent_id").col("organisation_id"));
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("consent_recipient")
            .from_col("consent_id")
            .to_tbl("consent")
            .to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("consent_recipient")
            .from_col("organisation_id")
            .to_tbl("organisation")
            .to_col("id"),
    );
    create(manager, "consent_recipient", table, &[]).await
}

async fn disclosure(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("disclosure")
        .col(uuid("id"))
        .col(uuid("person_id"))
        .col(uuid("recipient_id"))
        .col(uuid("key_id"))
        .col(string("pseudonym"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("disclosure").from_col("person_id").to_tbl("person").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("disclosure")
            .from_col("recipient_id")
            .to_tbl("organisation")
            .to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("disclosure").from_col("key_id").to_tbl("data_key").to_col("id"),
    );
    create(
        manager,
        "disclosure",
        table,
        &[(true, &["person_id", "recipient_id"]), (true, &["recipient_id", "pseudonym"])],
    )
    .await
}
