//! Creates provinces, organisations, members, services, agreements and the register of legal bases.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tables::{create, drop_all};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        province(manager).await?;
        municipality(manager).await?;
        organisation(manager).await?;
        account(manager).await?;
        member(manager).await?;
        service(manager).await?;
        service_area(manager).await?;
        service_capacity(manager).await?;
        agreement(manager).await?;
        agreement_party(manager).await?;
        ground_rule(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "ground_rule",
                "agreement_party",
                "agreement",
                "service_capacity",
                "service_area",
                "service",
                "member",
                "account",
                "organisation",
                "municipality",
                "province",
            ],
        )
        .await
    }
}

async fn province(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("province")
        .col(string("code"))
        .col(string("country"))
        .col(string("name"))
        .col(string("name_local"))
        .primary_key(Index::create().col("code"));
    create(manager, "province", table, &[]).await
}

async fn municipality(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("municipality")
        .col(uuid("id"))
        .col(string("province"))
        .col(string("kind"))
        .col(string("name"))
        .col(string("name_local"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("municipality").from_col("province").to_tbl("province").to_col("code"),
    );
    create(manager, "municipality", table, &[(true, &["province", "name"])]).await
}

async fn organisation(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("organisation")
        .col(uuid("id"))
        .col(string("kind"))
        .col(string("name"))
        .col(string("description"))
        .col(string("province"))
        .col(uuid_null("municipality_id"))
        .col(string("country"))
        .col(string("time_zone"))
        .col(string("language"))
        .col(boolean("managers_see_all"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("organisation").from_col("province").to_tbl("province").to_col("code"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("organisation")
            .from_col("municipality_id")
            .to_tbl("municipality")
            .to_col("id"),
    );
    create(manager, "organisation", table, &[(false, &["name"])]).await
}

async fn account(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("account")
        .col(uuid("id"))
        .col(string("email"))
        .col(string("name"))
        .col(string("language"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("id"));
    create(manager, "account", table, &[(true, &["email"])]).await
}

async fn member(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("member")
        .col(uuid("id"))
        .col(uuid("account_id"))
        .col(uuid("organisation_id"))
        .col(string("role"))
        .col(big_integer("created_at"))
        .col(big_integer_null("ended_at"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("member").from_col("account_id").to_tbl("account").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("member")
            .from_col("organisation_id")
            .to_tbl("organisation")
            .to_col("id"),
    );
    create(
        manager,
        "member",
        table,
        &[(true, &["account_id", "organisation_id"]), (false, &["organisation_id"])],
    )
    .await
}

async fn service(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("service")
        .col(uuid("id"))
        .col(uuid("organisation_id"))
        .col(string("name"))
        .col(string("description"))
        .col(string("domain"))
        .col(string("purpose"))
        .col(string("status"))
        .col(string("unit"))
        .col(integer_null("minimum_age"))
        .col(integer_null("maximum_age"))
        .col(string_null("sex"))
        .col(integer("legal_statuses"))
        .col(integer("sobriety"))
        .col(boolean("residents_only"))
        .col(string("eligibility_description"))
        .col(string("application_process"))
        .col(string("fees_description"))
        .col(date_null("assured_on"))
        .col(integer_null("respond_days"))
        .col(integer("version"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("service")
            .from_col("organisation_id")
            .to_tbl("organisation")
            .to_col("id"),
    );
    create(manager, "service", table, &[(false, &["organisation_id"]), (false, &["domain"])]).await
}

async fn service_area(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("service_area")
        .col(uuid("id"))
        .col(uuid("service_id"))
        .col(string_null("province"))
        .col(uuid_null("municipality_id"))
        .col(uuid_null("prison_id"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("service_area").from_col("service_id").to_tbl("service").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("service_area").from_col("province").to_tbl("province").to_col("code"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("service_area")
            .from_col("municipality_id")
            .to_tbl("municipality")
            .to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("service_area")
            .from_col("prison_id")
            .to_tbl("organisation")
            .to_col("id"),
    );
    create(manager, "service_area", table, &[(false, &["service_id"])]).await
}

async fn service_capacity(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("service_capacity")
        .col(uuid("service_id"))
        .col(date("starts_on"))
        .col(integer("maximum"))
        .primary_key(Index::create().col("service_id").col("starts_on"));
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("service_capacity")
            .from_col("service_id")
            .to_tbl("service")
            .to_col("id"),
    );
    create(manager, "service_capacity", table, &[]).await
}

async fn agreement(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("agreement")
        .col(uuid("id"))
        .col(string("title"))
        .col(string("purpose"))
        .col(string("state"))
        .col(integer("scopes"))
        .col(date("starts_on"))
        .col(date_null("ends_on"))
        .col(uuid("proposed_by"))
        .col(integer("version"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("agreement")
            .from_col("proposed_by")
            .to_tbl("organisation")
            .to_col("id"),
    );
    create(manager, "agreement", table, &[]).await
}

async fn agreement_party(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("agreement_party")
        .col(uuid("agreement_id"))
        .col(uuid("organisation_id"))
        .col(big_integer_null("signed_at"))
        .col(uuid_null("signed_by"))
        .primary_key(Index::create().col("agreement_id").col("organisation_id"));
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("agreement_party")
            .from_col("agreement_id")
            .to_tbl("agreement")
            .to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("agreement_party")
            .from_col("organisation_id")
            .to_tbl("organisation")
            .to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("agreement_party").from_col("signed_by").to_tbl("member").to_col("id"),
    );
    create(manager, "agreement_party", table, &[(false, &["organisation_id"])]).await
}

async fn ground_rule(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("ground_rule")
        .col(uuid("id"))
        .col(string("purpose"))
        .col(string("recipient_kind"))
        .col(string("country"))
        .col(string("ground"))
        .col(string("law"))
        .primary_key(Index::create().col("id"));
    create(manager, "ground_rule", table, &[(true, &["purpose", "recipient_kind", "country"])]).await
}
