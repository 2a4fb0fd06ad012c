//! The two databases, real ones: SQLite in a file, PostgreSQL in a private cluster that starts with the
//! first test that needs it and ends with this process, however that ends.

use std::fs::File;
use std::future::Future;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};

use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection};

use crate::folder::{Folder, of_this_run};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Database {
    Sqlite,
    Postgres,
}

/// Writes each test twice, as `name::sqlite` and `name::postgres`; the body is handed the database.
#[macro_export]
macro_rules! for_each_database {
    ($($(#[$about:meta])* async fn $name:ident($database:ident: Database) $body:block)+) => {$(
        $(#[$about])*
        mod $name {
            use super::*;

            async fn body($database: $crate::databases::Database) $body

            #[test]
            fn sqlite() {
                $crate::databases::run(body($crate::databases::Database::Sqlite));
            }

            #[test]
            fn postgres() {
                $crate::databases::run(body($crate::databases::Database::Postgres));
            }
        }
    )+};
}

/// Runs one test to its end in a runtime of its own, with as many threads as the program would have.
pub fn run(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime can be started").block_on(test);
}

struct Cluster {
    address: String,
    /// Its input is held open: the cluster ends when it reads the end of that.
    _server: Child,
}

fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(|| {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("postgres.sh");
        let complaints = of_this_run().join("postgres.txt");
        let mut child = Command::new("sh")
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Not ours: whoever reads the tests' output would wait for the cluster's end as well.
            .stderr(File::create(&complaints).expect("a file can be written below target"))
            .spawn()
            .expect("a shell is there");
        let out = child.stdout.take().expect("it was asked to be piped");
        let mut address = String::new();
        let _ = BufReader::new(out).read_line(&mut address);
        let said = std::fs::read_to_string(&complaints).unwrap_or_default();
        assert!(!address.is_empty(), "PostgreSQL did not start: {said}");
        Cluster { address: address.trim().to_owned(), _server: child }
    })
}

/// The address of a database of this name in the cluster.
pub fn postgres_address(database: &str) -> String {
    let (server, _) = cluster().address.rsplit_once('/').expect("an address ends with a database");
    format!("{server}/{database}")
}

pub async fn connect(address: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(address.to_owned());
    options.max_connections(2).sqlx_logging(false);
    sea_orm::Database::connect(options).await.unwrap_or_else(|error| panic!("{address}: {error}"))
}

async fn maintain(statement: &str) {
    let connection = connect(&postgres_address("postgres")).await;
    let done = connection.execute_unprepared(statement).await;
    done.unwrap_or_else(|error| panic!("{statement}: {error}"));
    connection.close().await.expect("a connection can be closed");
}

/// A PostgreSQL database of one test; given back when dropped, removed before the next is made.
pub struct Postgres {
    name: String,
}

static GIVEN_BACK: Mutex<Vec<String>> = Mutex::new(Vec::new());

impl Postgres {
    /// Empty, or a copy of the database of that name, to which nobody may be connected.
    pub async fn new(template: Option<&str>) -> Postgres {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("test_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        let old = std::mem::take(&mut *GIVEN_BACK.lock().expect("nobody panics while holding it"));
        for old in old {
            maintain(&format!("DROP DATABASE {old} WITH (FORCE)")).await;
        }
        maintain(&format!("CREATE DATABASE {name} TEMPLATE {}", template.unwrap_or("template0"))).await;
        Postgres { name }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn address(&self) -> String {
        postgres_address(&self.name)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Ok(mut given_back) = GIVEN_BACK.lock() {
            given_back.push(std::mem::take(&mut self.name));
        }
    }
}

/// A database with nothing in it, and a connection to it.
pub struct Empty {
    kind: Database,
    connection: DatabaseConnection,
    _postgres: Option<Postgres>,
    _folder: Folder,
}

impl Empty {
    pub async fn new(kind: Database) -> Empty {
        let folder = Folder::new("empty");
        let postgres = match kind {
            Database::Sqlite => None,
            Database::Postgres => Some(Postgres::new(None).await),
        };
        let file = format!("sqlite://{}?mode=rwc", folder.join("database").display());
        let address = postgres.as_ref().map_or(file, Postgres::address);
        let connection = connect(&address).await;
        Empty { kind, connection, _postgres: postgres, _folder: folder }
    }

    pub fn kind(&self) -> Database {
        self.kind
    }

    pub fn connection(&self) -> &DatabaseConnection {
        &self.connection
    }
}
