//! A second connection to the application's PostgreSQL, with a transaction that takes locks when a test says so: what
//! several gateways do at the same moment, step by step.

use std::cell::Cell;
use std::future::Future;
use std::time::Duration;

use platform::graphql::ids::parts;
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, QueryResult, Statement};
use serde_json::Value;

use crate::app::TestApp;
use crate::databases::postgres_address;
use crate::waiting::until;

pub struct Rival {
    /// One connection, in a transaction.
    connection: DatabaseConnection,
    /// Another, which looks on.
    looking: DatabaseConnection,
}

impl Rival {
    /// Begins. Where it and the application wait for each other, the application is the one that is ended.
    pub async fn of(app: &TestApp) -> Rival {
        let name = row(app.db().read(), "SELECT current_database()::text").await;
        let name: String = name.try_get_by_index(0).expect("a database has a name");
        let connect = async || {
            let mut options = ConnectOptions::new(postgres_address(&name));
            options.max_connections(1).sqlx_logging(false).acquire_timeout(Duration::from_secs(30));
            sea_orm::Database::connect(options).await.expect("PostgreSQL takes a connection")
        };
        let rival = Rival { connection: connect().await, looking: connect().await };
        rival.run("BEGIN").await;
        rival.run("SET LOCAL deadlock_timeout = '10min'").await;
        rival
    }

    pub async fn run(&self, statement: &str) {
        let done = self.connection.execute_unprepared(statement).await;
        done.unwrap_or_else(|error| panic!("{statement}: {error}"));
    }

    /// Locks a row of the application's; waits until it is free.
    pub async fn lock(&self, table: &str, id: &Value) {
        self.run(&format!("SELECT 1 FROM {table} WHERE id = '{}' FOR NO KEY UPDATE", uuid(id))).await;
    }

    /// Lets nobody commit who records an event.
    pub async fn hold_events(&self) {
        self.run("LOCK TABLE event IN EXCLUSIVE MODE").await;
    }

    /// Whether nobody has locked a row.
    pub async fn is_free(&self, table: &str, id: &Value) -> bool {
        let free = format!(
            "SELECT count(*) FROM (SELECT 1 FROM {table} WHERE id = '{}' FOR NO KEY UPDATE SKIP LOCKED) AS free",
            uuid(id)
        );
        number(&self.looking, &free).await == 1
    }

    /// How many of the application's connections wait for a lock.
    async fn waiting(&self) -> i64 {
        let waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() \
                       AND application_name = 'throughgate' AND wait_event_type = 'Lock'";
        number(&self.looking, waiting).await
    }

    /// Waits until somebody waits for a lock.
    pub async fn until_waited_for(&self) {
        until("somebody to wait for a lock", async || (self.waiting().await > 0).then_some(())).await;
    }

    /// Does the first until it waits for what is locked here, then the second until it is done or waits as well; then
    /// lets go of everything, and both come to their end.
    pub async fn meanwhile<A, B>(
        self,
        first: impl Future<Output = A>,
        second: impl Future<Output = B>,
    ) -> (A, B) {
        let (begun, ended) = (Cell::new(false), Cell::new(false));
        let second = async {
            until("the first to wait", async || begun.get().then_some(())).await;
            let came = second.await;
            ended.set(true);
            came
        };
        let conducting = async {
            self.until_waited_for().await;
            begun.set(true);
            let so_far = async || (ended.get() || self.waiting().await > 1).then_some(());
            until("the second to be done or to wait", so_far).await;
            self.commit().await;
        };
        let (first, second, ()) = tokio::join!(first, second, conducting);
        (first, second)
    }

    /// Lets go of everything.
    pub async fn commit(self) {
        self.run("COMMIT").await;
        self.connection.close().await.expect("a connection can be closed");
        self.looking.close().await.expect("a connection can be closed");
    }
}

/// How a row that is shown is stored.
pub fn uuid(id: &Value) -> uuid::Uuid {
    parts(id.as_str().unwrap_or_default()).expect("an id").1
}

pub async fn number(on: &DatabaseConnection, statement: &str) -> i64 {
    row(on, statement).await.try_get_by_index(0).expect("a number")
}

async fn row(on: &DatabaseConnection, statement: &str) -> QueryResult {
    let statement = Statement::from_string(DbBackend::Postgres, statement);
    on.query_one_raw(statement).await.expect("PostgreSQL answers").expect("one row")
}
