//! Restores a backup into an empty data folder, and erases again the people of the erasure ledger.

use std::{
    fs,
    path::{Path, PathBuf},
};

use capabilities::people;
use entities::{login_link, session};
use platform::{
    config::{Config, Database, MasterKey},
    db::AuditContext,
    environment::Environment,
    error::DomainError,
};
use sea_orm::EntityTrait;

use super::{
    backup::LEDGER,
    checks::{self, Keys},
    files, ledger, postgres,
};
use crate::{
    App,
    start::{StartError, stop},
};

const SESSIONS: &str = "Everybody is signed out. API tokens of the backup stay valid.";

const NEXT: &str = "Next, run throughgate doctor with a copy of the checkpoint from before the backup or a new \
                    one (--checkpoint FILE): the checkpoint in the data folder may contain later events. Then start the program.";

/// Restores a file into the place that is set, which must be empty.
pub async fn restore(
    config: Config,
    env: Environment,
    file: &Path,
    newer: Option<&Path>,
    tell: impl Fn(&str),
) -> Result<(), StartError> {
    let beside = files::beside(file, LEDGER);
    if let Some(url) = checks::is_server(&config) {
        tell(&postgres::how_to_restore(url, file, newer.unwrap_or(&beside))?);
        return Err(stop("nothing is restored yet: use pg_restore, as above"));
    }
    let target =
        checks::database_file(&config).ok_or_else(|| stop("there is no database file to restore to"))?;
    let partial = files::beside(&target, ".restoring");
    let taken = ["", "-wal", "-journal"].map(|ending| files::beside(&target, ending));
    if let Some(there) = taken.iter().find(|file| file.exists()) {
        return Err(stop(format!(
            "{} exists and is left unchanged: stop the program and move the database away with the files named \
             after it, or set THROUGHGATE_DATA to another folder and put the master key there",
            there.display()
        )));
    }
    let Keys { sealing, key, .. } = checks::keys(&config)?;
    let copy = checks::copy(file, &sealing, &env).await?;
    let ledgers: Vec<&Path> = beside.exists().then_some(beside.as_path()).into_iter().chain(newer).collect();
    let erased = if ledgers.is_empty() {
        Err(stop(format!(
            "the erasure ledger {} is missing: without one, people who were erased would be restored; put it there, or \
             give a newer one with --ledger",
            beside.display()
        )))
    } else {
        ledger::read_all(&copy, &sealing, &ledgers).await
    };
    copy.close().await.map_err(DomainError::from)?;
    let erased = erased?;

    // The restore works on a copy, which receives the database's name last: if it is interrupted, there is no
    // database with people who must be erased.
    sweep(&partial);
    files::copy(file, &partial)?;
    let on_copy = Config {
        database: Database::Url(format!("sqlite://{}?mode=rwc", partial.display())),
        master_key: MasterKey::Given(key),
        ..config
    };
    let done = on_the_copy(on_copy, env, sealing, erased).await;
    match done {
        Ok(again) => {
            files::sync_to_disk(&partial)?;
            files::name(&partial, &target)?;
            tell(&format!("Restored {} to {}.", file.display(), target.display()));
            tell(&format!("People erased again by the erasure ledger: {again}."));
            tell(SESSIONS);
            tell(NEXT);
            Ok(())
        }
        Err(error) => {
            sweep(&partial);
            Err(error)
        }
    }
}

/// Upgrades the copy to this release, verifies its audit log, replays the erasures and ends all sessions.
async fn on_the_copy(
    config: Config,
    env: Environment,
    sealing: platform::sealing::Sealing,
    erased: Vec<entities::erasure_ledger::Model>,
) -> Result<u32, StartError> {
    let app = App::build(config, env).await?;
    let state = app.state();
    let done = async {
        checks::chained(&state.db, &sealing).await?;
        replay(&app, erased).await
    };
    let done = done.await;
    state.db.close().await.map_err(DomainError::from)?;
    done
}

/// Replays a ledger on the database that is set, as after PostgreSQL has restored it.
pub async fn replay_alone(
    config: Config,
    env: Environment,
    file: &Path,
    tell: impl Fn(&str),
) -> Result<(), StartError> {
    let Keys { sealing, .. } = checks::keys(&config)?;
    if let Some(file) = checks::database_file(&config)
        && !file.exists()
    {
        return Err(stop(format!("there is no database at {}: give the backup file", file.display())));
    }
    let app = App::build(config, env).await?;
    let erased = ledger::read(app.db(), &sealing, file).await?;
    checks::chained(app.db(), &sealing).await?;
    let again = replay(&app, erased).await?;
    tell(&format!("People erased again by the erasure ledger: {again}."));
    tell(SESSIONS);
    tell(NEXT);
    Ok(())
}

async fn replay(app: &App, erased: Vec<entities::erasure_ledger::Model>) -> Result<u32, StartError> {
    let state = app.state();
    let again = people::erase_again(state, erased).await?;
    // A session stolen from a backup must not be usable.
    let tx = state.db.begin(AuditContext::system(state.env.clock.now())).await.map_err(DomainError::from)?;
    session::Entity::delete_many().exec(tx.on()).await.map_err(DomainError::from)?;
    login_link::Entity::delete_many().exec(tx.on()).await.map_err(DomainError::from)?;
    tx.commit().await.map_err(DomainError::from)?;
    Ok(again)
}

/// Removes what a restore that was broken off has left.
fn sweep(partial: &Path) {
    let left: [PathBuf; 3] = ["", "-wal", "-shm"].map(|ending| files::beside(partial, ending));
    for file in left {
        let _ = fs::remove_file(file);
    }
}
