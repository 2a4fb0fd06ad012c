//! Adds the offer of a referral to a colleague, who becomes its assignee by accepting.

use sea_orm_migration::{prelude::*, schema::*};

pub struct Migration;

/// Name under which it was recorded.
impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m2026_13_assigning"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = Table::alter().table("referral").add_column(uuid_null("offered_to")).to_owned();
        manager.alter_table(column).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("referral").drop_column("offered_to").to_owned()).await
    }
}
