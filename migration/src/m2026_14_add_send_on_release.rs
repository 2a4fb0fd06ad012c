//! Drafts that send themselves when the release is confirmed, and why they did not.

use sea_orm_migration::{prelude::*, schema::*};

pub struct Migration;

/// Name under which it was recorded.
impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m2026_14_release"
    }
}

const WAITING: &str = "referral_group_on_release";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [boolean("send_on_release").default(false).take(), string_null("unsent").take()] {
            let column = Table::alter().table("referral_group").add_column(column).to_owned();
            manager.alter_table(column).await?;
        }
        // Few wait at a time; the rest costs nothing here.
        let waiting = Index::create()
            .name(WAITING)
            .table("referral_group")
            .col("person_id")
            .and_where(Expr::col("send_on_release"))
            .to_owned();
        manager.create_index(waiting).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name(WAITING).table("referral_group").to_owned()).await?;
        for column in ["unsent", "send_on_release"] {
            let column = Table::alter().table("referral_group").drop_column(column).to_owned();
            manager.alter_table(column).await?;
        }
        Ok(())
    }
}
