//! Adds imports of lists from spreadsheets, and contact details of organisations.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tables::{create, drop_all};

pub struct Migration;

/// Name under which it was recorded.
impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m2026_15_lists"
    }
}

/// Contact details of an organisation.
const REACHED: [&str; 4] = ["address", "phone", "email", "website"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        imports(manager).await?;
        parts(manager).await?;
        memory(manager).await?;
        for column in REACHED {
            let added =
                Table::alter().table("organisation").add_column(string(column).default("")).to_owned();
            manager.alter_table(added).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in REACHED {
            manager.alter_table(Table::alter().table("organisation").drop_column(column).to_owned()).await?;
        }
        drop_all(manager, &["import_memory", "import_part", "import"]).await
    }
}

async fn imports(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("import")
        .col(uuid("id"))
        .col(uuid("organisation_id"))
        .col(uuid("member_id"))
        .col(string("kind"))
        .col(string("state"))
        .col(string_null("fault"))
        .col(uuid("key_id"))
        .col(blob("name"))
        .col(string_null("digest"))
        .col(blob_null("columns"))
        .col(blob_null("sheets"))
        .col(string_null("header"))
        .col(integer("parts"))
        .col(integer("next_part"))
        .col(integer("tries"))
        .col(integer("total"))
        .col(integer("done"))
        .col(integer("new"))
        .col(integer("known"))
        .col(integer("repeated"))
        .col(integer("bad"))
        .col(integer("written"))
        .col(integer("version"))
        .col(big_integer("created_at"))
        .col(big_integer("changed_at"))
        .col(big_integer("gone_at"))
        .primary_key(Index::create().col("id"));
    table.foreign_key(
        ForeignKey::create().from_tbl("import").from_col("member_id").to_tbl("member").to_col("id"),
    );
    table.foreign_key(
        ForeignKey::create().from_tbl("import").from_col("key_id").to_tbl("data_key").to_col("id"),
    );
    create(manager, "import", table, &[(false, &["member_id"]), (false, &["state"])]).await
}

async fn parts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("import_part")
        .col(uuid("import_id"))
        .col(integer("number"))
        .col(blob("content"))
        .col(blob_null("verdicts"))
        .col(integer("new"))
        .col(integer("known"))
        .col(integer("repeated"))
        .col(integer("bad"))
        .primary_key(Index::create().col("import_id").col("number"));
    table.foreign_key(
        ForeignKey::create().from_tbl("import_part").from_col("import_id").to_tbl("import").to_col("id"),
    );
    create(manager, "import_part", table, &[]).await
}

async fn memory(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("import_memory")
        .col(uuid("organisation_id"))
        .col(string("kind"))
        .col(string("header"))
        .col(string("meaning"))
        .col(big_integer("changed_at"))
        .primary_key(Index::create().col("organisation_id").col("kind").col("header"));
    table.foreign_key(
        ForeignKey::create()
            .from_tbl("import_memory")
            .from_col("organisation_id")
            .to_tbl("organisation")
            .to_col("id"),
    );
    create(manager, "import_memory", table, &[]).await
}
