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

/// The names of version 0.1 in what a database holds, and what became of an import that was under way.
async fn names_of_0_1(database: &Empty) {
    let on = database.connection();
    let blob = match database.kind() {
        Database::Sqlite => "x'00'",
        Database::Postgres => "'\\x00'",
    };
    let id = |number: u32| match database.kind() {
        Database::Sqlite => format!("'00000000-0000-0000-0000-{number:012}'"),
        Database::Postgres => format!("'00000000-0000-0000-0000-{number:012}'::uuid"),
    };
    let import = |number: u32, state: &str, fault: &str| {
        format!(
            "INSERT INTO import (id, organisation_id, member_id, kind, state, fault, key_id, name, parts, next_part, tries, total, done, \
             new, known, repeated, bad, written, version, created_at, changed_at, gone_at) VALUES \
             ({}, {}, {}, 'PEOPLE', '{state}', {fault}, {}, {blob}, 1, 0, 0, 9, 9, 1, 2, 3, 3, 0, 1, 0, 0, 0)",
            id(number),
            id(1),
            id(3),
            id(4)
        )
    };
    for statement in [
        "INSERT INTO province (code, country, name, name_local) VALUES ('LT-KU', 'LT', 'Kaunas', 'Kaunas')"
            .to_owned(),
        format!(
            "INSERT INTO organisation (id, kind, name, description, province, country, time_zone, language, managers_see_all, created_at) \
             VALUES ({}, 'PRISON', 'A', '', 'LT-KU', 'LT', 'Europe/Vilnius', 'lt', TRUE, 0)",
            id(1)
        ),
        format!(
            "INSERT INTO account (id, email, name, language, created_at) VALUES ({}, 'a@a.example', 'A', 'lt', 0)",
            id(2)
        ),
        format!(
            "INSERT INTO member (id, account_id, organisation_id, role, created_at) VALUES ({}, {}, {}, 'MANAGER', 0)",
            id(3),
            id(2),
            id(1)
        ),
        format!(
            "INSERT INTO data_key (id, purpose, owner, master, wrapped, created_at) VALUES ({}, 'IMPORT', {}, 'm', {blob}, 0)",
            id(4),
            id(5)
        ),
        import(5, "JUDGED", "NULL"),
        import(6, "DONE", "NULL"),
        import(7, "UNREADABLE", "'BROKEN_OFF'"),
        format!(
            "INSERT INTO import_part (import_id, number, content, new, known, repeated, bad) VALUES ({}, 0, {blob}, 1, 2, 3, 3)",
            id(5)
        ),
        "UPDATE reader SET position = 41 WHERE name = 'notices'".to_owned(),
        format!("INSERT INTO lease (name, holder, until) VALUES ('journal', {}, 0)", id(8)),
    ] {
        on.execute_unprepared(&statement).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
}

const STORED_NAMES: &str = "
    SELECT 'consumer ' || name || ' ' || sequence_number FROM event_consumer
    UNION ALL SELECT 'lease ' || name FROM lease
    UNION ALL SELECT 'import ' || state || ' ' || coalesce(failure, '') || ' ' || existing || ' ' || version FROM import
    UNION ALL SELECT 'part ' || number FROM import_part";

for_each_database! {
    /// A consumer that lost its position would tell everybody of everything again.
    async fn consumers_go_on_and_imports_under_way_are_ended(database: Database) {
        let database = Empty::new(database).await;
        migration::Migrator::up(database.connection(), Some(18)).await.expect("the steps of 0.1 can be taken");
        names_of_0_1(&database).await;
        migration::Migrator::up(database.connection(), Some(1)).await.expect("the step to 0.2 can be taken");
        let expected = [
            "consumer notifications 41",
            "import DONE  2 1",
            "import UNREADABLE ENDED_BY_UPGRADE 2 2",
            "import UNREADABLE INTERRUPTED 2 1",
            "lease audit_log",
        ];
        assert_eq!(lines(&database, STORED_NAMES, STORED_NAMES).await, expected.map(str::to_owned).into_iter().collect());
        migration::Migrator::down(database.connection(), Some(1)).await.expect("the step can be taken back");
        let back = "SELECT 'reader ' || name || ' ' || position FROM reader UNION ALL SELECT 'lease ' || name FROM lease";
        let expected = ["lease journal".to_owned(), "reader notices 41".to_owned()];
        assert_eq!(lines(&database, back, back).await, expected.into_iter().collect());
    }
}
