//! Connections, read and write pools, and the transaction that records events.

mod anew;
mod changes;
pub mod idempotency;
pub mod locks;
mod searching;
mod versions;

pub use anew::{ATTEMPTS, run_anew};
pub use changes::changed;
pub use idempotency::{ActionResult, IdempotencyKey};
pub use searching::contains;
pub use versions::update_at_version;

use std::{
    ops::Deref,
    path::Path,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use entities::{
    codes::{Code, EventKind, Origin},
    event, event_subject,
    ids::{EventId, MemberId, OrganisationId},
    instant::Instant,
};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr,
    EntityTrait, Set, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use tokio::sync::watch;
use tracing::Instrument;
use uuid::Uuid;

use crate::{environment::Environment, error::DomainError};

/// The database, with a read pool and a write pool.
///
/// On SQLite the write pool has one connection, so that writers queue here instead of failing at the file; on
/// PostgreSQL both pools are the same.
#[derive(Clone)]
pub struct Db {
    reads: DatabaseConnection,
    writes: DatabaseConnection,
    statements: Arc<AtomicU64>,
    /// Whether commits return before they are on the disk.
    relaxed: Arc<AtomicBool>,
    env: Environment,
    committed: watch::Sender<()>,
}

impl Db {
    /// Connects; makes an SQLite file that is not there yet. `connections` is the pool's size.
    pub async fn connect(url: &str, connections: u32, env: &Environment) -> Result<Self, DbErr> {
        let statements = Arc::new(AtomicU64::new(0));
        let open = async |url: &str, size: u32| -> Result<DatabaseConnection, DbErr> {
            let mut connection = sea_orm::Database::connect(options(url, size)).await?;
            if env.count_statements {
                let statements = statements.clone();
                connection.set_metric_callback(move |_| {
                    statements.fetch_add(1, Ordering::Relaxed);
                });
            }
            Ok(connection)
        };
        let (reads, writes) = if url.starts_with("sqlite:") {
            let writes = open(url, 1).await?;
            (open(url, connections.min(8)).await?, writes)
        } else {
            let pool = open(url, connections).await?;
            (pool.clone(), pool)
        };
        Ok(Self {
            reads,
            writes,
            statements,
            relaxed: Arc::default(),
            env: env.clone(),
            committed: watch::Sender::default(),
        })
    }

    /// Opens an SQLite file for reading only; nothing is created or written beside it.
    pub async fn of_copy(file: &Path, env: &Environment) -> Result<Self, DbErr> {
        let file = file.to_owned();
        let mut options = ConnectOptions::new("sqlite://");
        options
            .max_connections(2)
            .sqlx_logging(false)
            .map_sqlx_sqlite_opts(move |sqlite| sqlite.filename(&file).read_only(true).immutable(true));
        let reads = sea_orm::Database::connect(options).await?;
        Ok(Self {
            writes: reads.clone(),
            reads,
            statements: Arc::default(),
            relaxed: Arc::default(),
            env: env.clone(),
            committed: watch::Sender::default(),
        })
    }

    /// Closes both pools; SQLite merges its log into the file.
    pub async fn close(&self) -> Result<(), DbErr> {
        self.reads.clone().close().await?;
        self.writes.clone().close().await
    }

    /// The same pools with another environment: its clock gives the time of what is written.
    pub fn with_env(&self, env: &Environment) -> Self {
        Self { env: env.clone(), ..self.clone() }
    }

    /// The world that is written in.
    pub fn env(&self) -> &Environment {
        &self.env
    }

    /// The read pool.
    pub fn read(&self) -> &DatabaseConnection {
        &self.reads
    }

    /// The connection that migrations run on.
    pub fn migrations(&self) -> &DatabaseConnection {
        &self.writes
    }

    pub fn is_postgres(&self) -> bool {
        self.reads.get_database_backend() == DatabaseBackend::Postgres
    }

    /// A transaction that records no events: for migrations, before there is an audit log.
    pub async fn begin_alone(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let writes = self.writes.clone();
        let relaxed = self.is_postgres() && self.relaxed.load(Ordering::Relaxed);
        #[expect(clippy::disallowed_methods, reason = "the one place that begins a transaction")]
        to_its_end(async move {
            let begun = writes.begin_with_options(options).await?;
            if relaxed {
                begun.execute_unprepared("SET LOCAL synchronous_commit TO off").await?;
            }
            Ok(begun)
        })
        .await
    }

    /// Whether a commit waits until it is on the disk, which is the default. Without waiting, a power cut may lose
    /// the last commits but damages nothing: for loading data that can be loaded again. The first commit that waits
    /// again also secures all those before it.
    pub async fn set_durable(&self, durable: bool) -> Result<(), DbErr> {
        self.relaxed.store(!durable, Ordering::Relaxed);
        if !self.is_postgres() {
            // In WAL mode, NORMAL syncs before it moves the log into the database file, and at no commit.
            let level = if durable { "FULL" } else { "NORMAL" };
            self.writes.execute_unprepared(&format!("PRAGMA synchronous = {level}")).await?;
        }
        Ok(())
    }

    /// Has PostgreSQL count what is in these tables, by which it plans its statements; SQLite needs none of that.
    pub async fn count_anew(&self, tables: &[&str]) -> Result<(), DbErr> {
        if self.is_postgres() {
            self.writes.execute_unprepared(&format!("ANALYZE {}", tables.join(", "))).await?;
        }
        Ok(())
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.reads.ping().await
    }

    /// Changes whenever this process has committed an event.
    pub fn subscribe_to_events(&self) -> watch::Receiver<()> {
        self.committed.subscribe()
    }

    /// Number of read connections, and of those that are idle.
    pub fn pool(&self) -> (i64, i64) {
        let (size, idle) = if self.is_postgres() {
            let pool = self.reads.get_postgres_connection_pool();
            (pool.size(), pool.num_idle())
        } else {
            let pool = self.reads.get_sqlite_connection_pool();
            (pool.size(), pool.num_idle())
        };
        (i64::from(size), i64::try_from(idle).unwrap_or(i64::MAX))
    }

    /// Number of statements so far, if the environment counts them.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Begins a transaction in the write pool. On SQLite it takes the lock at once, so that a reader never has to
    /// become a writer. An uncommitted transaction is rolled back.
    pub async fn begin(&self, audit: AuditContext) -> Result<Tx, DbErr> {
        let inner = self.begin_alone().await?;
        let (env, committed) = (self.env.clone(), self.committed.clone());
        Ok(Tx { inner, audit, env, committed, recorded: Mutex::default(), held: Mutex::default() })
    }
}

/// Begins or ends a transaction even if the client has disconnected. If the future is dropped before the database
/// answers a BEGIN, the driver returns the connection with that transaction open, unknowingly, until PostgreSQL
/// closes the connection and its next user fails.
async fn to_its_end<T: Send + 'static>(
    work: impl Future<Output = Result<T, DbErr>> + Send + 'static,
) -> Result<T, DbErr> {
    let done = tokio::spawn(work.in_current_span()).await;
    done.unwrap_or_else(|broke| Err(DbErr::Custom(format!("a transaction was interrupted: {broke}"))))
}

/// PostgreSQL's name for how long a transaction may rest before its connection is ended.
const IDLE: &str = "idle_in_transaction_session_timeout";

fn options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .connect_timeout(Duration::from_secs(5))
        // Checking a connection before each use costs a tenth of all time, so only idle ones are checked: the
        // database may have restarted, or closed them.
        .test_before_acquire_if_idle_for(Duration::from_secs(1))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|sqlite| {
            use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
            sqlite
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                .pragma("temp_store", "memory")
                .pragma("cache_size", "-16000")
        })
        .map_sqlx_postgres_opts(|postgres| {
            // Only ids are bound, so one plan fits all; by default PostgreSQL plans a list of ten tables for every
            // reader, which takes longer than the list.
            let postgres =
                postgres.application_name("throughgate").options([("plan_cache_mode", "force_generic_plan")]);
            // A process that hangs within a transaction loses its locks after 45 seconds, above all the lease of a
            // background job, so that another worker can take over. The address may set another time
            // (`?options[idle_in_transaction_session_timeout]=…`).
            let is_said = postgres.get_options().is_some_and(|options| options.contains(IDLE));
            if is_said { postgres } else { postgres.options([(IDLE, "45s")]) }
        });
    options
}

/// Audit context of a change: member, organisation, origin and time.
#[derive(Clone, Copy, Debug)]
pub struct AuditContext {
    pub at: Instant,
    pub member: Option<MemberId>,
    pub organisation: Option<OrganisationId>,
    pub origin: Origin,
}

impl AuditContext {
    /// The program itself, for no organisation.
    pub fn system(at: Instant) -> Self {
        Self { at, member: None, organisation: None, origin: Origin::System }
    }
}

/// Event, as an action records it.
#[derive(Debug)]
pub struct DomainEvent {
    pub kind: EventKind,
    /// Subjects of the event, each with its holder organisation.
    pub subjects: Vec<(OrganisationId, Uuid)>,
    /// Further object of the event, if it is not a subject.
    pub about: Option<Uuid>,
    /// Names of the changed fields in the schema; never their contents. Every reader of the event may know each of
    /// them. Empty if an object was created or removed as a whole.
    fields: Vec<&'static str>,
    /// Whether the program caused the event as a consequence of an action elsewhere; then no member is named, because
    /// readers may not know of them.
    pub by_itself: bool,
}

impl DomainEvent {
    pub fn new(kind: EventKind, subjects: Vec<(OrganisationId, Uuid)>) -> Self {
        Self { kind, subjects, about: None, fields: Vec::new(), by_itself: false }
    }

    pub fn about(mut self, row: Uuid) -> Self {
        self.about = Some(row);
        self
    }

    /// Marks the event as caused by the program, without a member.
    pub fn by_itself(mut self) -> Self {
        self.by_itself = true;
        self
    }

    /// Names what changed.
    pub fn fields<F: Code>(mut self, fields: impl IntoIterator<Item = F>) -> Self {
        self.fields.extend(fields.into_iter().map(Code::code));
        self
    }
}

/// An open transaction. Events recorded in it are written when it is committed, in two statements
/// however many there are.
pub struct Tx {
    inner: DatabaseTransaction,
    audit: AuditContext,
    env: Environment,
    committed: watch::Sender<()>,
    recorded: Mutex<Vec<DomainEvent>>,
    held: Mutex<locks::Held>,
}

/// Transaction of an action. Its commit takes the result of the action, which is stored under the client's
/// idempotency key in the same transaction.
pub struct ActionTx {
    tx: Tx,
    once: Option<IdempotencyKey>,
}

impl Deref for ActionTx {
    type Target = Tx;

    fn deref(&self) -> &Tx {
        &self.tx
    }
}

impl ActionTx {
    pub fn new(tx: Tx, once: Option<IdempotencyKey>) -> Self {
        Self { tx, once }
    }

    /// Commits and returns the result of the action. If a request with the same key was first, nothing is stored.
    pub async fn commit<T: ActionResult>(self, result: T) -> Result<T, DomainError> {
        if let Some(once) = &self.once
            && !once.keep(&self.tx, result.to_uuid()).await?
        {
            return Err(DomainError::stale());
        }
        self.tx.commit().await?;
        Ok(result)
    }
}

impl Tx {
    /// Connection for statements.
    pub fn on(&self) -> &DatabaseTransaction {
        &self.inner
    }

    pub fn now(&self) -> Instant {
        self.audit.at
    }

    pub fn env(&self) -> &Environment {
        &self.env
    }

    /// Locks held so far.
    fn held(&self) -> MutexGuard<'_, locks::Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records that something happened.
    pub fn record(&self, recorded: DomainEvent) {
        self.recorded.lock().unwrap_or_else(PoisonError::into_inner).push(recorded);
    }

    pub async fn commit(self) -> Result<(), DbErr> {
        let recorded = std::mem::take(&mut *self.recorded.lock().unwrap_or_else(PoisonError::into_inner));
        if recorded.is_empty() {
            return to_its_end(self.inner.commit()).await;
        }
        self.write_events(recorded).await?;
        let Self { inner, committed, .. } = self;
        to_its_end(async move {
            inner.commit().await?;
            committed.send_replace(());
            Ok(())
        })
        .await
    }

    async fn write_events(&self, recorded: Vec<DomainEvent>) -> Result<(), DbErr> {
        let (mut events, mut subjects) = (Vec::new(), Vec::new());
        for each in recorded {
            let id = EventId(self.env.ordered_id());
            events.push(event::ActiveModel {
                id: Set(id),
                sequence_number: Set(None),
                kind: Set(each.kind),
                occurred_at: Set(self.audit.at),
                member_id: Set(self.audit.member.filter(|_| !each.by_itself)),
                organisation_id: Set(self.audit.organisation.filter(|_| !each.by_itself)),
                origin: Set(if each.by_itself { Origin::System } else { self.audit.origin }),
                about: Set(each.about),
                fields: Set(each.fields.join(",")),
            });
            let mut seen = each.subjects;
            seen.sort();
            seen.dedup();
            subjects.extend(seen.into_iter().map(|(organisation, subject)| event_subject::ActiveModel {
                organisation_id: Set(organisation),
                subject_id: Set(subject),
                event_id: Set(id),
            }));
        }
        event::Entity::insert_many(events).exec_without_returning(&self.inner).await?;
        if !subjects.is_empty() {
            event_subject::Entity::insert_many(subjects).exec_without_returning(&self.inner).await?;
        }
        Ok(())
    }
}
