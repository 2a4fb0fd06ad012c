//! Backup while the program runs.

use std::{fs, path::Path};

use platform::{config::Config, db::Db, environment::Environment, sealing::Sealing};
use sea_orm::ConnectionTrait;

use super::{
    checks::{self, Keys},
    files, ledger, postgres,
};
use crate::start::{StartError, brief, stop};

const NO_KEY: &str = "The backup does not contain the master key: keep a copy of the key in another place. Without it, nothing encrypted can be read.";

/// Ending of the file of the ledger that belongs to a backup.
pub(super) const LEDGER: &str = ".ledger";

/// Writes a backup and its ledger, or prints how to use PostgreSQL's tools and checks what they wrote. Returns the
/// messages, including those of steps that succeeded before a failure.
pub async fn backup(
    config: &Config,
    env: &Environment,
    file: &Path,
    tell: impl Fn(&str),
) -> Result<(), StartError> {
    let Keys { sealing, .. } = checks::keys(config)?;
    let beside = files::beside(file, LEDGER);
    if let Some(url) = checks::is_server(config) {
        let db = checks::open(config, &sealing, env).await?;
        let found = postgres::look_at(file);
        // After the archive, so that it knows at least as much.
        let lines = ledger::write(&db, &sealing, env, &beside).await?;
        tell(&format!("The erasure ledger is in {}: {lines} people erased.", beside.display()));
        return match found? {
            Some(says) => {
                tell(&says);
                tell(NO_KEY);
                Ok(())
            }
            None => {
                tell(&postgres::how_to_dump(url, file)?);
                Err(stop(format!("nothing is backed up yet: {} does not exist", file.display())))
            }
        };
    }
    if beside.exists() {
        return Err(stop(format!("{} exists and is left unchanged: choose another file", beside.display())));
    }
    let db = checks::open(config, &sealing, env).await?;
    files::make(file)?;
    match copy(&db, &sealing, env, file).await {
        Ok(events) => {
            let lines = ledger::write(&db, &sealing, env, &beside).await?;
            tell(&format!("The backup is in {}; it is complete, with {events} events.", file.display()));
            tell(&format!("The erasure ledger is in {}: {lines} people erased.", beside.display()));
            tell(NO_KEY);
            Ok(())
        }
        Err(error) => {
            // Half of a backup is worse than none.
            let _ = fs::remove_file(file);
            Err(error)
        }
    }
}

/// Writes only the ledger, in place of an older one.
pub async fn write_ledger(config: &Config, env: &Environment, file: &Path) -> Result<usize, StartError> {
    let Keys { sealing, .. } = checks::keys(config)?;
    let db = checks::open(config, &sealing, env).await?;
    ledger::write(&db, &sealing, env, file).await
}

/// Copies the database as it is at one moment into an empty file, then opens and checks the copy.
async fn copy(db: &Db, sealing: &Sealing, env: &Environment, file: &Path) -> Result<i64, StartError> {
    let shown = file.to_str().ok_or_else(|| stop("the name of the backup must be text in UTF-8"))?;
    let statement = format!("VACUUM INTO '{}'", shown.replace('\'', "''"));
    db.read()
        .execute_unprepared(&statement)
        .await
        .map_err(|error| stop(format!("the backup cannot be written ({})", brief(&error))))?;
    files::sync_to_disk(file)?;
    let copied = checks::copy(file, sealing, env).await?;
    let events = checks::chained(&copied, sealing).await;
    copied.close().await.map_err(platform::error::DomainError::from)?;
    events
}
