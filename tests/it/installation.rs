//! A place to run the program in: a folder of its own, and a database of either kind.

use std::fs;

use sea_orm::ConnectionTrait;

use crate::databases::{Database, Postgres, connect};
use crate::folder::Folder;
use crate::program::Program;

pub const KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// A place to run the program in, on one of the databases.
pub struct Place {
    pub home: Folder,
    postgres: Option<Postgres>,
}

impl Place {
    pub async fn new(database: Database) -> Place {
        let postgres = match database {
            Database::Sqlite => None,
            Database::Postgres => Some(Postgres::new(None).await),
        };
        Place { home: Folder::new("start"), postgres }
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

    /// Where the database is, on PostgreSQL.
    pub fn postgres_address(&self) -> String {
        self.postgres.as_ref().map(Postgres::address).expect("the place is on PostgreSQL")
    }

    /// Where the database is that the program has made.
    pub fn address(&self) -> String {
        let file = || {
            let data = self.home.join("data");
            let files = fs::read_dir(data).expect("the program has made its data folder").flatten();
            let mut paths = files.map(|file| file.path());
            let is_database = |path: &std::path::PathBuf| path.extension().is_some_and(|end| end == "sqlite");
            let path = paths.find(is_database).expect("the data folder holds a database");
            format!("sqlite://{}", path.display())
        };
        self.postgres.as_ref().map_or_else(file, Postgres::address)
    }

    /// Runs a statement on the database that the program has left.
    pub async fn execute(&self, statement: &str) {
        let connection = connect(&self.address()).await;
        connection.execute_unprepared(statement).await.expect("the statement can be run");
        connection.close().await.expect("a connection can be closed");
    }
}
