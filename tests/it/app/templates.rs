//! Each test has a database of its own, copied from one that was migrated and filled once.

use api::Clock;
use tokio::sync::OnceCell;

use super::{build, start};
use crate::databases::{Database, Postgres};
use crate::folder::{Folder, copy};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Nothing,
    Demonstration,
}

struct Template {
    data: Folder,
    postgres: Option<Postgres>,
}

/// The copy's data folder, and its database on PostgreSQL.
pub async fn copy_of(database: Database, content: Content) -> (Folder, Option<Postgres>) {
    static SQLITE: [OnceCell<Template>; 2] = [OnceCell::const_new(), OnceCell::const_new()];
    static POSTGRES: [OnceCell<Template>; 2] = [OnceCell::const_new(), OnceCell::const_new()];
    let cells = match database {
        Database::Sqlite => &SQLITE,
        Database::Postgres => &POSTGRES,
    };
    let template = cells[content as usize].get_or_init(|| make(database, content)).await;
    let folder = Folder::new("app");
    copy(template.data.path(), folder.path());
    let postgres = match &template.postgres {
        Some(template) => Some(Postgres::new(Some(template.name())).await),
        None => None,
    };
    (folder, postgres)
}

async fn make(database: Database, content: Content) -> Template {
    let data = Folder::new("template");
    let postgres = match database {
        Database::Sqlite => None,
        Database::Postgres => Some(Postgres::new(None).await),
    };
    let address = postgres.as_ref().map(Postgres::address);
    let mut app = build(data.path(), address.as_deref(), Clock::fixed_at(start()), &[]).await;
    if content == Content::Demonstration {
        let filled = app.with_demonstration().await;
        app = filled.unwrap_or_else(|error| panic!("the demonstration network: {error}"));
    }
    // Nobody may be connected to what is copied, and SQLite folds its log into the file.
    for connection in [app.db().read(), app.db().migrations()] {
        connection.clone().close().await.expect("a connection can be closed");
    }
    Template { data, postgres }
}
