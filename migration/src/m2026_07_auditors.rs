//! Memberships for a time, as an auditor's is; and events found by the row that they are about.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const ABOUT: &str = "event_about";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let ends_on = Table::alter().table("member").add_column(date_null("ends_on")).to_owned();
        manager.alter_table(ends_on).await?;
        // Most events are only about their subjects and have no row here.
        let about = Index::create()
            .name(ABOUT)
            .table("event")
            .col("about")
            .and_where(Expr::col("about").is_not_null())
            .to_owned();
        manager.create_index(about).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name(ABOUT).table("event").to_owned()).await?;
        manager.alter_table(Table::alter().table("member").drop_column("ends_on").to_owned()).await
    }
}
