//! Each test has a database of its own, copied from one that was migrated and filled once.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use platform::environment::Clock;
use tokio::sync::OnceCell;

use crate::app::{MASTER_KEY, TestApp, start};
use crate::databases::{Database, Postgres};
use crate::folder::{Folder, copy};
use crate::network;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Nothing,
    /// The small network of [`crate::network`].
    Network,
    /// The demonstration network as of the tests' first day.
    Demonstration,
    /// The demonstration network as of today, with its key, for a program that is started.
    DemonstrationOfToday,
}

struct Template {
    data: Folder,
    postgres: Option<Postgres>,
}

/// Fills a data folder, and makes a database for it on PostgreSQL.
pub async fn copy_to(data: &Path, database: Database, content: Content) -> Option<Postgres> {
    static SQLITE: [OnceCell<Template>; 4] = [const { OnceCell::const_new() }; 4];
    static POSTGRES: [OnceCell<Template>; 4] = [const { OnceCell::const_new() }; 4];
    let cells = match database {
        Database::Sqlite => &SQLITE,
        Database::Postgres => &POSTGRES,
    };
    let template = cells[content as usize].get_or_init(|| make(database, content)).await;
    copy(template.data.path(), data);
    fs::set_permissions(data, fs::Permissions::from_mode(0o700)).expect("its owner may");
    match &template.postgres {
        Some(template) => Some(Postgres::new(Some(template.name())).await),
        None => None,
    }
}

async fn make(database: Database, content: Content) -> Template {
    let data = Folder::new("template");
    let postgres = match database {
        Database::Sqlite => None,
        Database::Postgres => Some(Postgres::new(None).await),
    };
    let is_of_today = content == Content::DemonstrationOfToday;
    let clock = if is_of_today { Clock::system() } else { Clock::fixed_at(start()) };
    let mut app = TestApp::on(data, postgres, clock, &[]).await;
    match content {
        Content::Nothing => {}
        Content::Network => network::found(&app).await,
        Content::Demonstration | Content::DemonstrationOfToday => app = app.with_demonstration().await,
    }
    if is_of_today && database == Database::Sqlite {
        // Where the program itself would make it.
        let key = app.folder.join("master.key");
        let file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(key);
        writeln!(file.expect("the folder can be written to"), "{MASTER_KEY}").expect("a file can be written");
    }
    // Nobody may be connected to what is copied, and SQLite folds its log into the file.
    app.db().close().await.expect("a connection can be closed");
    Template { data: app.folder, postgres: app.postgres }
}
