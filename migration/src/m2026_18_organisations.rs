//! Adds a version to organisations, so that concurrent changes are detected.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let version = integer("version").default(1).take();
        manager.alter_table(Table::alter().table("organisation").add_column(version).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("organisation").drop_column("version").to_owned()).await
    }
}
