//! Many rows at once: PostgreSQL copies them in, SQLite inserts some hundreds a statement. Tables, columns and
//! values are those of the entities.

use std::fmt::Write;

use entities::instant::Instant;
use platform::{
    db::{AuditContext, Db},
    error::DomainError,
};
use sea_orm::{
    ConnectionTrait, EntityTrait, IdenStatic, Iterable, ModelTrait, Value,
    sqlx::{self, Connection, PgConnection},
};

/// A row that can be written in bulk.
pub trait BulkRow: ModelTrait {
    /// Its table.
    const TABLE: BulkTable;
}

/// Declares the tables in an order in which each refers only to earlier ones.
macro_rules! bulk_tables {
    ($($table:ident)+) => {
        #[expect(non_camel_case_types, reason = "the names of the entities' modules")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum BulkTable {
            $($table,)+
        }

        $(impl BulkRow for entities::$table::Model {
            const TABLE: BulkTable = BulkTable::$table;
        })+

        /// Each table with its columns, `table (column, …)`.
        fn targets() -> Vec<String> {
            vec![$(target::<entities::$table::Entity>(),)+]
        }
    };
}

bulk_tables! {
    legal_basis_rule
    organisation
    account
    member
    service
    service_capacity
    agreement
    agreement_party
    data_key
    person
    person_hash
    case_team
    need
    consent
    consent_recipient
    disclosure
    disclosure_grant
    referral_group
    referral
    referral_need
    message
    appointment
    event
    event_subject
}

fn target<E: EntityTrait>() -> String {
    let columns: Vec<String> = E::Column::iter().map(|column| format!("\"{}\"", column.as_str())).collect();
    format!("\"{}\" ({})", E::default().table_name(), columns.join(","))
}

/// Rows that wait to be written, as text for the database at hand.
pub struct Rows {
    for_postgres: bool,
    /// For each table, chunks of rows.
    chunks: Vec<Vec<String>>,
    /// Rows in the last chunk of each table.
    in_last: Vec<usize>,
    pub count: usize,
}

impl Rows {
    /// Rows of one statement, where a statement writes them.
    const OF_ONE_STATEMENT: usize = 400;

    pub fn new(for_postgres: bool) -> Self {
        let tables = targets().len();
        Self { for_postgres, chunks: vec![Vec::new(); tables], in_last: vec![0; tables], count: 0 }
    }

    pub fn add<M: BulkRow>(&mut self, row: &M) {
        let table = M::TABLE as usize;
        let full = !self.for_postgres && self.in_last[table] >= Self::OF_ONE_STATEMENT;
        if full || self.chunks[table].is_empty() {
            self.chunks[table].push(String::new());
            self.in_last[table] = 0;
        }
        let Some(text) = self.chunks[table].last_mut() else { return };
        if self.for_postgres {
            copied(text, row);
        } else {
            inserted(text, row);
        }
        self.in_last[table] += 1;
        self.count += 1;
    }
}

/// A line of COPY's text format.
fn copied<M: ModelTrait>(text: &mut String, row: &M) {
    for (n, column) in <M::Entity as EntityTrait>::Column::iter().enumerate() {
        if n > 0 {
            text.push('\t');
        }
        match row.get(column) {
            Value::Uuid(Some(id)) => hexadecimal(text, id.as_bytes()),
            Value::Int(Some(number)) => _ = write!(text, "{number}"),
            Value::BigInt(Some(number)) => _ = write!(text, "{number}"),
            Value::ChronoDate(Some(day)) => _ = write!(text, "{day}"),
            Value::Bool(Some(yes)) => text.push(if yes { 't' } else { 'f' }),
            Value::Bytes(Some(bytes)) => {
                text.push_str("\\\\x");
                hexadecimal(text, &bytes);
            }
            Value::String(Some(words)) => {
                for letter in words.chars() {
                    match letter {
                        '\\' => text.push_str("\\\\"),
                        '\t' => text.push_str("\\t"),
                        '\n' => text.push_str("\\n"),
                        '\r' => text.push_str("\\r"),
                        other => text.push(other),
                    }
                }
            }
            ref value if is_null(value) => text.push_str("\\N"),
            value => unreachable!("no entity here stores {value:?}"),
        }
    }
    text.push('\n');
}

/// A row of an INSERT.
fn inserted<M: ModelTrait>(text: &mut String, row: &M) {
    text.push_str(if text.is_empty() { "(" } else { ",(" });
    for (n, column) in <M::Entity as EntityTrait>::Column::iter().enumerate() {
        if n > 0 {
            text.push(',');
        }
        match row.get(column) {
            Value::Uuid(Some(id)) => quoted_bytes(text, id.as_bytes()),
            Value::Int(Some(number)) => _ = write!(text, "{number}"),
            Value::BigInt(Some(number)) => _ = write!(text, "{number}"),
            Value::ChronoDate(Some(day)) => _ = write!(text, "'{day}'"),
            Value::Bool(Some(yes)) => text.push(if yes { '1' } else { '0' }),
            Value::Bytes(Some(bytes)) => quoted_bytes(text, &bytes),
            Value::String(Some(words)) => _ = write!(text, "'{}'", words.replace('\'', "''")),
            ref value if is_null(value) => text.push_str("NULL"),
            value => unreachable!("no entity here stores {value:?}"),
        }
    }
    text.push(')');
}

/// Nothing, of the kinds of value that the entities of these tables store.
fn is_null(value: &Value) -> bool {
    matches!(
        value,
        Value::Uuid(None)
            | Value::Int(None)
            | Value::BigInt(None)
            | Value::ChronoDate(None)
            | Value::Bool(None)
            | Value::Bytes(None)
            | Value::String(None)
    )
}

fn quoted_bytes(text: &mut String, bytes: &[u8]) {
    text.push_str("X'");
    hexadecimal(text, bytes);
    text.push('\'');
}

fn hexadecimal(text: &mut String, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for byte in bytes {
        text.push(DIGITS[usize::from(byte >> 4)] as char);
        text.push(DIGITS[usize::from(byte & 15)] as char);
    }
}

/// Where rows are written.
pub struct BulkWriter {
    db: Db,
    postgres: Option<PgConnection>,
    at: Instant,
}

impl BulkWriter {
    pub async fn open(db: &Db, at: Instant) -> Result<Self, DomainError> {
        let mut postgres = None;
        if db.is_postgres() {
            let pool = db.migrations().get_postgres_connection_pool();
            let mut connection = pool.acquire().await.map_err(fault)?.detach();
            // What is written here refers to what was written before it; where we may, the
            // database does not look again.
            let _ = sqlx::query("SET session_replication_role = replica").execute(&mut connection).await;
            sqlx::query("SET synchronous_commit = off").execute(&mut connection).await.map_err(fault)?;
            postgres = Some(connection);
        }
        Ok(Self { db: db.clone(), postgres, at })
    }

    /// Writes rows, tables in their order, and gives itself back.
    pub async fn write(mut self, rows: Rows) -> Result<Self, DomainError> {
        match &mut self.postgres {
            Some(connection) => {
                for (target, chunks) in targets().iter().zip(rows.chunks) {
                    for chunk in chunks {
                        let statement = format!("COPY {target} FROM STDIN");
                        let mut copy = connection.copy_in_raw(&statement).await.map_err(fault)?;
                        copy.send(chunk.into_bytes()).await.map_err(fault)?;
                        copy.finish().await.map_err(fault)?;
                    }
                }
            }
            None => {
                let audit = AuditContext::system(self.at);
                let tx = self.db.begin(audit).await?;
                for (target, chunks) in targets().iter().zip(rows.chunks) {
                    for chunk in chunks {
                        let statement = format!("INSERT INTO {target} VALUES {chunk}");
                        tx.on().execute_unprepared(&statement).await?;
                    }
                }
                tx.commit().await?;
            }
        }
        Ok(self)
    }

    /// Lets the planner know what is there.
    pub async fn close(self) -> Result<(), DomainError> {
        match self.postgres {
            Some(mut connection) => {
                sqlx::query("VACUUM (ANALYZE)").execute(&mut connection).await.map_err(fault)?;
                connection.close().await.map_err(fault)
            }
            None => {
                self.db.migrations().execute_unprepared("ANALYZE").await?;
                Ok(())
            }
        }
    }
}

fn fault(error: sqlx::Error) -> DomainError {
    DomainError::Internal(format!("database: {error}"))
}
