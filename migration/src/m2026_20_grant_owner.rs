//! A referral points to its grant; a grant knows its owner by kind and id, so that others than referrals can own one.
//!
//! SQLite changes a table's keys by building it again. Nothing refers to grants until the last step, so the old table can
//! go inside the migration's transaction, where foreign keys can't be switched off.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, date_null, integer, string, uuid, uuid_null},
    sea_orm::DbBackend,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Columns of the table before and after.
const KEPT: &str = "id, disclosure_id, sender_id, recipient_id, agreement_id, legal_basis, law, consent_id, \
                    given_consent_id, scopes, pre_acceptance, report_back, opened_at, closes_on, revoked_at, created_at";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let on = manager.get_connection();
        if manager.get_database_backend() == DbBackend::Postgres {
            for step in [
                "ALTER TABLE disclosure_grant ADD COLUMN owner_kind varchar, ADD COLUMN owner_id uuid",
                "UPDATE disclosure_grant SET owner_kind = 'REFERRAL', owner_id = referral_id",
                "ALTER TABLE disclosure_grant ALTER COLUMN owner_kind SET NOT NULL, ALTER COLUMN owner_id SET NOT NULL, \
                 DROP COLUMN referral_id, ADD FOREIGN KEY (recipient_id) REFERENCES organisation (id)",
            ] {
                on.execute_unprepared(step).await?;
            }
        } else {
            rebuild(manager, &[string("owner_kind"), uuid("owner_id")], None).await?;
            on.execute_unprepared(&format!(
                "INSERT INTO disclosure_grant (owner_kind, owner_id, {KEPT}) \
                 SELECT 'REFERRAL', referral_id, {KEPT} FROM disclosure_grant_before"
            ))
            .await?;
            on.execute_unprepared("DROP TABLE disclosure_grant_before").await?;
            index_again(on).await?;
        }
        let id_type =
            if manager.get_database_backend() == DbBackend::Postgres { "uuid" } else { "uuid_text" };
        for step in [
            "CREATE UNIQUE INDEX disclosure_grant_owner_kind_owner_id ON disclosure_grant (owner_kind, owner_id)",
            &format!("ALTER TABLE referral ADD COLUMN grant_id {id_type} REFERENCES disclosure_grant (id)"),
            "UPDATE referral SET grant_id = (SELECT given.id FROM disclosure_grant AS given \
             WHERE given.owner_kind = 'REFERRAL' AND given.owner_id = referral.id)",
            "CREATE UNIQUE INDEX referral_grant_id ON referral (grant_id)",
            "DROP INDEX referral_id_recipient_id",
        ] {
            on.execute_unprepared(step).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let on = manager.get_connection();
        for step in [
            "DROP INDEX referral_grant_id",
            "ALTER TABLE referral DROP COLUMN grant_id",
            "CREATE UNIQUE INDEX referral_id_recipient_id ON referral (id, recipient_id)",
        ] {
            on.execute_unprepared(step).await?;
        }
        if manager.get_database_backend() == DbBackend::Postgres {
            for step in [
                "ALTER TABLE disclosure_grant ADD COLUMN referral_id uuid",
                "UPDATE disclosure_grant SET referral_id = owner_id",
                "ALTER TABLE disclosure_grant ALTER COLUMN referral_id SET NOT NULL, DROP COLUMN owner_kind, \
                 DROP COLUMN owner_id, DROP CONSTRAINT disclosure_grant_recipient_id_fkey, \
                 ADD FOREIGN KEY (referral_id, recipient_id) REFERENCES referral (id, recipient_id)",
            ] {
                on.execute_unprepared(step).await?;
            }
        } else {
            let mut to_referral = ForeignKey::create();
            to_referral
                .from_tbl("disclosure_grant")
                .from_col("referral_id")
                .from_col("recipient_id")
                .to_tbl("referral")
                .to_col("id")
                .to_col("recipient_id");
            rebuild(manager, &[uuid("referral_id")], Some(to_referral)).await?;
            on.execute_unprepared(&format!(
                "INSERT INTO disclosure_grant (referral_id, {KEPT}) SELECT owner_id, {KEPT} FROM disclosure_grant_before"
            ))
            .await?;
            on.execute_unprepared("DROP TABLE disclosure_grant_before").await?;
            index_again(on).await?;
        }
        on.execute_unprepared(
            "CREATE UNIQUE INDEX disclosure_grant_referral_id ON disclosure_grant (referral_id)",
        )
        .await?;
        Ok(())
    }
}

/// Moves the table aside and creates it again, with these columns in addition to those that stay.
async fn rebuild(
    manager: &SchemaManager<'_>,
    columns: &[ColumnDef],
    key: Option<ForeignKeyCreateStatement>,
) -> Result<(), DbErr> {
    let on = manager.get_connection();
    on.execute_unprepared("ALTER TABLE disclosure_grant RENAME TO disclosure_grant_before").await?;
    for index in ["consent_id", "disclosure_id", "referral_id", "owner_kind_owner_id"] {
        on.execute_unprepared(&format!("DROP INDEX IF EXISTS disclosure_grant_{index}")).await?;
    }
    let mut table = Table::create();
    table.table("disclosure_grant").col(uuid("id"));
    for column in columns {
        table.col(column.clone());
    }
    table
        .col(uuid("disclosure_id"))
        .col(uuid("sender_id"))
        .col(uuid("recipient_id"))
        .col(uuid("agreement_id"))
        .col(string("legal_basis"))
        .col(string("law"))
        .col(uuid_null("consent_id"))
        .col(uuid_null("given_consent_id"))
        .col(integer("scopes"))
        .col(integer("pre_acceptance"))
        .col(integer("report_back"))
        .col(big_integer_null("opened_at"))
        .col(date_null("closes_on"))
        .col(big_integer_null("revoked_at"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("id"));
    let keys = [
        ("disclosure_id", "disclosure"),
        ("sender_id", "organisation"),
        ("agreement_id", "agreement"),
        ("consent_id", "consent"),
    ];
    for (column, other) in keys {
        let mut key = ForeignKey::create();
        table.foreign_key(key.from_tbl("disclosure_grant").from_col(column).to_tbl(other).to_col("id"));
    }
    let mut to_recipient = ForeignKey::create();
    to_recipient.from_tbl("disclosure_grant").from_col("recipient_id").to_tbl("organisation").to_col("id");
    // Once the key to the referral held the recipient as well.
    table.foreign_key(&mut key.unwrap_or(to_recipient));
    manager.create_table(table).await
}

async fn index_again(on: &SchemaManagerConnection<'_>) -> Result<(), DbErr> {
    for column in ["consent_id", "disclosure_id"] {
        on.execute_unprepared(&format!(
            "CREATE INDEX disclosure_grant_{column} ON disclosure_grant ({column})"
        ))
        .await?;
    }
    Ok(())
}
