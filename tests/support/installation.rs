//! A place to run the program in: a folder of its own, and a database of either kind.

use std::thread;

use sea_orm::ConnectionTrait;

use crate::app::MASTER_KEY;
use crate::databases::{Database, Postgres, connect, run};
use crate::folder::Folder;
use crate::program::Program;
use crate::templates::{self, Content};

pub const KEY: &str = MASTER_KEY;

/// A place to run the program in, on one of the databases.
pub struct Place {
    pub home: Folder,
    postgres: Option<Postgres>,
}

impl Place {
    /// With nothing in it: the program makes what it needs.
    pub async fn new(database: Database) -> Place {
        let postgres = match database {
            Database::Sqlite => None,
            Database::Postgres => Some(Postgres::new(None).await),
        };
        Place { home: Folder::new("place"), postgres }
    }

    /// With what `serve --demo` makes in an empty one, today.
    pub async fn demonstration(database: Database) -> Place {
        let home = Folder::new("place");
        let postgres = templates::copy_to(&home.join("data"), database, Content::DemonstrationOfToday).await;
        Place { home, postgres }
    }

    pub fn program(&self, arguments: &[&str]) -> Program {
        let program = Program::new(&self.home, arguments);
        match &self.postgres {
            None => program,
            Some(postgres) => {
                program.with("DATABASE_URL", &postgres.address()).with("THROUGHGATE_MASTER_KEY", KEY)
            }
        }
    }

    /// Its database on PostgreSQL.
    pub fn postgres(&self) -> Option<&Postgres> {
        self.postgres.as_ref()
    }

    /// Where the database is.
    pub fn address(&self) -> String {
        let file = || format!("sqlite://{}", self.home.join("data").join("throughgate.sqlite").display());
        self.postgres.as_ref().map_or_else(file, Postgres::address)
    }

    /// Runs a statement on the database, as somebody beside the program.
    pub async fn execute(&self, statement: &str) {
        let connection = connect(&self.address()).await;
        connection.execute_unprepared(statement).await.expect("the statement can be run");
        connection.close().await.expect("a connection can be closed");
    }
}

/// A home with the demonstration network of today on SQLite, for tests that have no runtime.
pub fn demonstration_home() -> Folder {
    thread::scope(|threads| {
        let made = threads.spawn(|| {
            let home = Folder::new("home");
            let data = home.join("data");
            run(async {
                templates::copy_to(&data, Database::Sqlite, Content::DemonstrationOfToday).await;
            });
            home
        });
        made.join().expect("the demonstration network can be copied")
    })
}
