//! The steps that give a database its shape: they arrive where the entities are, and can be taken back.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, DatabaseConnection, EntityTrait, Schema, Statement};
use sea_orm_migration::MigratorTrait;

use crate::databases::{Database, Empty};
use crate::for_each_database;

/// Makes the tables that the entities describe, each as it describes itself.
macro_rules! create_entities {
    ($connection:expr, $($entity:ident)+) => {
        $(create($connection, entities::$entity::Entity).await;)+
    };
}

async fn create(connection: &DatabaseConnection, entity: impl EntityTrait) {
    let backend = connection.get_database_backend();
    let statement = Schema::new(backend).create_table_from_entity(entity);
    connection.execute(&statement).await.expect("an entity's table can be made");
}

async fn as_entities_say(connection: &DatabaseConnection) {
    create_entities!(connection,
        account agreement agreement_party api_token appointment case_team consent consent_recipient
        data_key disclosure disclosure_grant erasure_ledger event event_subject legal_basis_rule idempotency_key import import_mapping import_part installation audit_log_batch
        audit_log_entry lease email notification_preferences member message municipality need notification organisation person person_hash province event_consumer referral referral_group
        referral_need service service_area service_capacity session login_link
    );
}

/// SQLite takes two names for bytes and stores them alike.
const SQLITE_COLUMNS: &str = "
    SELECT t.name || '.' || c.name || ' ' || replace(lower(c.type), 'varbinary_blob', 'blob') || iif(c.\"notnull\" OR c.pk, '', ' null')
        || iif(c.pk, ' key ' || c.pk, '')
    FROM sqlite_master t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name <> 'seaql_migrations'";

const POSTGRES_COLUMNS: &str = "
    SELECT c.table_name || '.' || c.column_name || ' ' || c.data_type
        || CASE c.is_nullable WHEN 'YES' THEN ' null' ELSE '' END
        || coalesce(' key ' || k.ordinal_position, '')
    FROM information_schema.columns c
    LEFT JOIN information_schema.table_constraints p
        ON p.table_schema = c.table_schema AND p.table_name = c.table_name
        AND p.constraint_type = 'PRIMARY KEY'
    LEFT JOIN information_schema.key_column_usage k
        ON k.constraint_schema = p.constraint_schema AND k.constraint_name = p.constraint_name
        AND k.table_name = c.table_name AND k.column_name = c.column_name
    WHERE c.table_schema = 'public' AND c.table_name <> 'seaql_migrations'";

/// Beside the columns: indexes, keys, checks, as the database itself would write them.
const SQLITE_REST: &str = "
    SELECT name || ' ' || coalesce(sql, '') FROM sqlite_master
    WHERE name NOT LIKE 'sqlite%' AND tbl_name <> 'seaql_migrations'";
const POSTGRES_REST: &str = "
    SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'seaql_migrations'
    UNION ALL
    SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid <> 'seaql_migrations'::regclass
    UNION ALL
    SELECT tgrelid::regclass || ' ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal";

async fn lines(database: &Empty, sqlite: &str, postgres: &str) -> BTreeSet<String> {
    let text = match database.kind() {
        Database::Sqlite => sqlite,
        Database::Postgres => postgres,
    };
    let connection = database.connection();
    let statement = Statement::from_string(connection.get_database_backend(), text);
    let rows = connection.query_all_raw(statement).await.expect("a database describes itself");
    rows.iter().map(|row| row.try_get_by_index(0).expect("one text a row")).collect()
}

async fn columns(database: &Empty) -> BTreeSet<String> {
    lines(database, SQLITE_COLUMNS, POSTGRES_COLUMNS).await
}

async fn shape(database: &Empty) -> BTreeSet<String> {
    let mut shape = columns(database).await;
    shape.extend(lines(database, SQLITE_REST, POSTGRES_REST).await);
    shape
}

async fn up(database: &Empty) {
    migration::Migrator::up(database.connection(), None).await.expect("the steps can be taken");
}

for_each_database! {
    async fn a_migrated_database_is_what_the_entities_say(database: Database) {
        let migrated = Empty::new(database).await;
        up(&migrated).await;
        let described = Empty::new(database).await;
        as_entities_say(described.connection()).await;
        let (migrated, described) = (columns(&migrated).await, columns(&described).await);
        let only_migrated: Vec<_> = migrated.difference(&described).collect();
        let only_described: Vec<_> = described.difference(&migrated).collect();
        assert!(
            only_migrated.is_empty() && only_described.is_empty(),
            "only in the migrated database: {only_migrated:#?}\nonly in the entities: {only_described:#?}"
        );
        assert!(migrated.len() > 100, "the databases described hardly anything: {migrated:#?}");
    }

    async fn each_step_can_be_taken_back_and_again(database: Database) {
        let database = Empty::new(database).await;
        up(&database).await;
        let first = shape(&database).await;
        migration::Migrator::down(database.connection(), None).await.expect("the steps can be taken back");
        assert_eq!(shape(&database).await, BTreeSet::new(), "left behind");
        up(&database).await;
        assert_eq!(shape(&database).await, first);
    }
}
