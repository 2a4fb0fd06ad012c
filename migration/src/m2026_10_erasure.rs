//! People who are erased, and the ledger that a restored backup replays.

use sea_orm_migration::{prelude::*, schema::*};

use crate::tables::{create, drop_all};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let erased_at = big_integer_null("erased_at");
        manager.alter_table(Table::alter().table("person").add_column(erased_at).to_owned()).await?;
        // No foreign key: the ledger of a newer database has people whom an older one does not have.
        let mut table = Table::create();
        table
            .table("erasure_ledger")
            .col(uuid("person_id"))
            .col(uuid("organisation_id"))
            .col(string("reason"))
            .col(big_integer("erased_at"))
            .primary_key(Index::create().col("person_id"));
        create(manager, "erasure_ledger", table, &[]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["erasure_ledger"]).await?;
        manager.alter_table(Table::alter().table("person").drop_column("erased_at").to_owned()).await
    }
}
