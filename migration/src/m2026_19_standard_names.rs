//! Tables, columns and stored codes get the standard names that code and schema use. Imports that were under way
//! are ended: their rows were read with the codes of the version before.

use sea_orm_migration::{prelude::*, sea_orm::Statement};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Old name, new name.
const TABLES: [(&str, &str); 9] = [
    ("way_in", "login_link"),
    ("ground_rule", "legal_basis_rule"),
    ("notice", "notification"),
    ("mail", "email"),
    ("mail_choice", "notification_preferences"),
    ("reader", "event_consumer"),
    ("journal_batch", "audit_log_batch"),
    ("journal_entry", "audit_log_entry"),
    ("import_memory", "import_mapping"),
];

/// Table by its new name, old column, new column.
const COLUMNS: [(&str, &str, &str); 30] = [
    ("legal_basis_rule", "ground", "legal_basis"),
    ("disclosure_grant", "ground", "legal_basis"),
    ("disclosure_grant", "deciding", "pre_acceptance"),
    ("referral", "deciding", "pre_acceptance"),
    ("referral", "rings_at", "next_reminder_at"),
    ("referral", "rung", "reminders_sent"),
    ("referral_group", "unsent", "send_error"),
    ("notification", "seen_at", "read_at"),
    ("notification", "mail_id", "email_id"),
    ("email", "pace", "frequency"),
    ("email", "fault", "failure"),
    ("email", "way_in_id", "login_link_id"),
    ("notification_preferences", "rest", "other"),
    ("event_consumer", "position", "sequence_number"),
    ("event", "position", "sequence_number"),
    ("audit_log_batch", "first_position", "first_sequence_number"),
    ("audit_log_batch", "last_position", "last_sequence_number"),
    ("audit_log_entry", "position", "sequence_number"),
    ("import", "fault", "failure"),
    ("import", "known", "existing"),
    ("import", "repeated", "duplicate"),
    ("import", "bad", "invalid"),
    ("import", "written", "imported"),
    ("import", "gone_at", "expires_at"),
    ("import_part", "verdicts", "row_statuses"),
    ("import_part", "known", "existing"),
    ("import_part", "repeated", "duplicate"),
    ("import_part", "bad", "invalid"),
    ("import_mapping", "meaning", "columns"),
    ("member", "called", "invited_as"),
];

/// Old name, new name.
const INDEXES: [(&str, &str); 13] = [
    ("way_in_member_id", "login_link_member_id"),
    ("way_in_expires_at", "login_link_expires_at"),
    ("ground_rule_purpose_recipient_kind_country", "legal_basis_rule_purpose_recipient_kind_country"),
    ("notice_member_id_event_id", "notification_member_id_event_id"),
    ("notice_member_id_id", "notification_member_id_id"),
    ("notice_member_id_seen_at", "notification_member_id_read_at"),
    ("notice_mail_id", "notification_email_id"),
    ("mail_state_due_at", "email_state_due_at"),
    ("mail_member_id_id", "email_member_id_id"),
    ("mail_holder", "email_holder"),
    ("journal_entry_event_id", "audit_log_entry_event_id"),
    ("event_position", "event_sequence_number"),
    ("referral_rings_at", "referral_next_reminder_at"),
];

/// Table and column by their new names, old code, new code.
const CODES: [(&str, &str, &str, &str); 14] = [
    ("event_consumer", "name", "notices", "notifications"),
    ("lease", "name", "journal", "audit_log"),
    ("lease", "name", "clocks", "deadlines"),
    ("lease", "name", "drafts", "send_on_release"),
    ("lease", "name", "lists", "imports"),
    ("lease", "name", "notices", "notifications"),
    ("lease", "name", "mail", "email_delivery"),
    ("lease", "name", "consents", "consent_expiry"),
    ("lease", "name", "keys", "idempotency_keys"),
    ("import", "state", "GONE", "DELETED"),
    ("import", "failure", "SWELLS_TOO_MUCH", "DECOMPRESSED_TOO_LARGE"),
    ("import", "failure", "BROKEN_OFF", "INTERRUPTED"),
    ("import", "state", "JUDGED", "VALIDATED"),
    ("referral_group", "send_error", "NO_GROUND", "NO_LEGAL_BASIS"),
];

/// Unfinished imports, by the codes of the version before.
const UNDER_WAY: &str = "'UPLOADING', 'READING', 'JUDGING', 'JUDGED', 'WRITING'";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let on = manager.get_connection();
        on.execute_unprepared(&format!(
            "DELETE FROM import_part WHERE import_id IN (SELECT id FROM import WHERE state IN ({UNDER_WAY}))"
        ))
        .await?;
        // No column of theirs is left, as of any other file that cannot be read.
        on.execute_unprepared(&format!(
            "UPDATE import SET state = 'UNREADABLE', fault = 'ENDED_BY_UPGRADE', columns = NULL, sheets = NULL, parts = 0, \
             next_part = 0, version = version + 1 WHERE state IN ({UNDER_WAY})"
        ))
        .await?;
        for (old, new) in TABLES {
            rename_table(manager, old, new).await?;
        }
        for (table, old, new) in COLUMNS {
            rename_column(manager, table, old, new).await?;
        }
        for (old, new) in INDEXES {
            rename_index(manager, old, new).await?;
        }
        for (old, new) in TABLES {
            rename_constraints(manager, new, old, new).await?;
        }
        for (table, column, old, new) in CODES {
            replace_code(manager, table, column, old, new).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let on = manager.get_connection();
        on.execute_unprepared(
            "UPDATE import SET failure = 'INTERRUPTED', state = 'UNREADABLE' \
             WHERE failure = 'ENDED_BY_UPGRADE' OR state IN ('UPLOADING', 'READING', 'VALIDATING', 'VALIDATED', 'APPLYING')",
        )
        .await?;
        for (table, column, old, new) in CODES.into_iter().rev() {
            replace_code(manager, table, column, new, old).await?;
        }
        for (old, new) in TABLES.into_iter().rev() {
            rename_constraints(manager, new, new, old).await?;
        }
        for (old, new) in INDEXES.into_iter().rev() {
            rename_index(manager, new, old).await?;
        }
        for (table, old, new) in COLUMNS.into_iter().rev() {
            rename_column(manager, table, new, old).await?;
        }
        for (old, new) in TABLES.into_iter().rev() {
            rename_table(manager, new, old).await?;
        }
        Ok(())
    }
}

async fn rename_table(manager: &SchemaManager<'_>, old: &str, new: &str) -> Result<(), DbErr> {
    let statement = format!("ALTER TABLE \"{old}\" RENAME TO \"{new}\"");
    manager.get_connection().execute_unprepared(&statement).await.map(|_| ())
}

async fn rename_column(manager: &SchemaManager<'_>, table: &str, old: &str, new: &str) -> Result<(), DbErr> {
    let statement = format!("ALTER TABLE \"{table}\" RENAME COLUMN \"{old}\" TO \"{new}\"");
    manager.get_connection().execute_unprepared(&statement).await.map(|_| ())
}

/// SQLite cannot rename an index, so it is created again from its own definition.
async fn rename_index(manager: &SchemaManager<'_>, old: &str, new: &str) -> Result<(), DbErr> {
    let on = manager.get_connection();
    if manager.get_database_backend() == sea_orm_migration::sea_orm::DatabaseBackend::Postgres {
        on.execute_unprepared(&format!("ALTER INDEX \"{old}\" RENAME TO \"{new}\"")).await?;
        return Ok(());
    }
    let question = format!("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = '{old}'");
    let row = on.query_one_raw(Statement::from_string(manager.get_database_backend(), question)).await?;
    let definition: String = match row {
        Some(row) => row.try_get_by_index(0)?,
        None => return Err(DbErr::Migration(format!("the index {old} is missing"))),
    };
    on.execute_unprepared(&format!("DROP INDEX \"{old}\"")).await?;
    on.execute_unprepared(&definition.replacen(old, new, 1)).await?;
    Ok(())
}

/// PostgreSQL names keys and foreign keys after their table and columns; on SQLite they have no names.
async fn rename_constraints(
    manager: &SchemaManager<'_>,
    table: &str,
    old: &str,
    new: &str,
) -> Result<(), DbErr> {
    let backend = manager.get_database_backend();
    if backend != sea_orm_migration::sea_orm::DatabaseBackend::Postgres {
        return Ok(());
    }
    let on = manager.get_connection();
    let question =
        format!("SELECT conname::text FROM pg_constraint WHERE conrelid = '\"{table}\"'::regclass");
    for row in on.query_all_raw(Statement::from_string(backend, question)).await? {
        let name: String = row.try_get_by_index(0)?;
        if let Some(rest) = name.strip_prefix(old) {
            on.execute_unprepared(&format!(
                "ALTER TABLE \"{table}\" RENAME CONSTRAINT \"{name}\" TO \"{new}{rest}\""
            ))
            .await?;
        }
    }
    Ok(())
}

async fn replace_code(
    manager: &SchemaManager<'_>,
    table: &str,
    column: &str,
    old: &str,
    new: &str,
) -> Result<(), DbErr> {
    let statement = format!("UPDATE \"{table}\" SET \"{column}\" = '{new}' WHERE \"{column}\" = '{old}'");
    manager.get_connection().execute_unprepared(&statement).await.map(|_| ())
}
