//! Adds deadlines of referrals with reminders, and the states of waiting list, hold and failure.

use sea_orm_migration::{prelude::*, schema::*};

pub struct Migration;

/// Name under which it was recorded.
impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m2026_09_clocks"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            string_null("fail_reason"),
            string_null("hold_reason"),
            date_null("expected_on"),
            big_integer_null("rings_at"),
            integer("rung").default(0).take(),
        ];
        // One statement each: SQLite adds one column at a time.
        for column in columns {
            manager.alter_table(Table::alter().table("referral").add_column(column).to_owned()).await?;
        }
        let connection = manager.get_connection();
        // Only referrals with a deadline are searched; most referrals are closed.
        connection
            .execute_unprepared(
                "CREATE INDEX referral_rings_at ON referral (rings_at) WHERE rings_at IS NOT NULL",
            )
            .await?;
        // The worker checks existing deadlines once and sets their next reminder.
        connection.execute_unprepared("UPDATE referral SET rings_at = 0 WHERE due_on < '9999-12-31'").await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("referral_rings_at").table("referral").to_owned()).await?;
        for column in ["rung", "rings_at", "expected_on", "hold_reason", "fail_reason"] {
            manager.alter_table(Table::alter().table("referral").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
