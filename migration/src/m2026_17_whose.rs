//! Whether a referral starts on the day of release, which its recipient may not know; and which party keeps an
//! agreement suspended, since no other resumes it.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const STARTS: &str = "starts_on_release";
const SUSPENDED: &str = "suspended_at";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("referral", boolean(STARTS).default(false).take()),
            ("agreement_party", big_integer_null(SUSPENDED).take()),
        ] {
            manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        let on = manager.get_connection();
        // Until now it was told by the day.
        on.execute_unprepared(
            "UPDATE referral SET starts_on_release = TRUE WHERE EXISTS (SELECT 1 FROM person \
             WHERE person.id = referral.person_id AND person.release_date = referral.start_date)",
        )
        .await?;
        // Who suspended what is suspended was not kept: each party resumes it for itself.
        on.execute_unprepared(
            "UPDATE agreement_party SET suspended_at = signed_at WHERE agreement_id IN \
             (SELECT id FROM agreement WHERE state = 'SUSPENDED')",
        )
        .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [("agreement_party", SUSPENDED), ("referral", STARTS)] {
            manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
