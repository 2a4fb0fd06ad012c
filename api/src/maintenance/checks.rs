//! Checks of a database, or of a copy, before it is used.

use std::path::Path;

use entities::codes::KeyPurpose;
use platform::{
    config::{Config, Database, MasterKey},
    db::Db,
    environment::Environment,
    error::DomainError,
    events::chain::{self, ChainState},
    sealing::Sealing,
};
use sea_orm::{ConnectionTrait, Statement};
use uuid::Uuid;

use crate::start::{
    FOREIGN_KEY, MADE_KEY, StartError, brief, database_url, foreign_key, other_key, read_key, stop, too_new,
};

/// The master keys as they are set.
pub struct Keys {
    pub sealing: Sealing,
    pub key: [u8; 32],
    pub other: Option<[u8; 32]>,
}

/// The master keys as they are set; makes none.
pub fn keys(config: &Config) -> Result<Keys, StartError> {
    let key = match &config.master_key {
        MasterKey::Given(key) => *key,
        MasterKey::File(file) => read_key(file)?,
        MasterKey::Made => {
            let file = config.data.join(MADE_KEY);
            if !file.exists() {
                return Err(stop(format!(
                    "{} is missing: put your copy of the master key there first; backups do not contain it",
                    file.display()
                )));
            }
            read_key(&file)?
        }
    };
    let other = other_key(config)?;
    Ok(Keys { sealing: Sealing::new(key).and_reads(other), key, other })
}

/// File of the database, if it is a file.
pub fn database_file(config: &Config) -> Option<std::path::PathBuf> {
    let url = database_url(config);
    let rest = url.strip_prefix("sqlite:")?;
    Some(rest.trim_start_matches("//").split('?').next().unwrap_or_default().into())
}

/// Opens the database that is set, which must be there, of this release, and of this key.
pub async fn open(config: &Config, sealing: &Sealing, env: &Environment) -> Result<Db, StartError> {
    if let Some(file) = database_file(config)
        && !file.exists()
    {
        return Err(stop(format!("there is no database at {}", file.display())));
    }
    let db = Db::connect(&database_url(config), 2, env).await.map_err(|error| {
        let error = brief(&error);
        stop(format!(
            "the database cannot be opened ({error}): check DATABASE_URL, and that the database runs"
        ))
    })?;
    let seen = steps(&db).await.ok_or_else(|| stop("the database is not a Throughgate database"))?;
    if let Some(left) = migration::known_steps().iter().find(|step| !seen.contains(step)) {
        return Err(stop(format!(
            "the database is of an older release (the migration {left} is missing): use that release, or upgrade the \
             database with throughgate migrate"
        )));
    }
    is_known(&seen)?;
    is_ours(&db, sealing).await?;
    Ok(db)
}

/// Applied migrations of a database; `None` if it is not a Throughgate database.
async fn steps(db: &Db) -> Option<Vec<String>> {
    let ask = "SELECT version FROM seaql_migrations ORDER BY version";
    let asked = Statement::from_string(db.read().get_database_backend(), ask);
    let rows = db.read().query_all_raw(asked).await.ok()?;
    let seen: Vec<String> = rows.iter().filter_map(|row| row.try_get_by_index(0).ok()).collect();
    (!seen.is_empty()).then_some(seen)
}

fn is_known(seen: &[String]) -> Result<(), StartError> {
    let known = migration::known_steps();
    seen.iter().find(|step| !known.contains(step)).map_or(Ok(()), |newer| Err(stop(too_new(newer))))
}

async fn is_ours(db: &Db, sealing: &Sealing) -> Result<(), StartError> {
    let check = sealing.key_for(db.read(), KeyPurpose::Check, Uuid::nil()).await;
    match (sealing.made(db.read()).await?, check) {
        (Some(true), Ok(Some(_))) => Ok(()),
        (_, Err(error)) => Err(foreign_key(error)),
        _ => Err(stop(FOREIGN_KEY)),
    }
}

/// Opens a backup in its place and checks that it is complete, from Throughgate and of this key.
pub async fn copy(file: &Path, sealing: &Sealing, env: &Environment) -> Result<Db, StartError> {
    let shown = file.display();
    if !file.exists() {
        return Err(stop(format!("there is no file {shown}")));
    }
    let no_backup = |why: &str| stop(format!("{shown} is not a complete backup of Throughgate ({why})"));
    let db = Db::of_copy(file, env).await.map_err(|error| no_backup(&error.to_string()))?;
    let checked = async {
        let backend = db.read().get_database_backend();
        let asked = Statement::from_string(backend, "PRAGMA integrity_check(1)");
        let said = db.read().query_one_raw(asked).await.map_err(|error| no_backup(&error.to_string()))?;
        let said: Option<String> = said.and_then(|row| row.try_get_by_index(0).ok());
        if said.as_deref() != Some("ok") {
            return Err(no_backup(said.as_deref().unwrap_or("it cannot be checked")));
        }
        let seen = steps(&db).await.ok_or_else(|| no_backup("it was never set up"))?;
        is_known(&seen)?;
        is_ours(&db, sealing).await
    };
    match checked.await {
        Ok(()) => Ok(db),
        Err(error) => {
            let _ = db.close().await;
            Err(error)
        }
    }
}

/// Verifies the hash chain of the audit log.
pub async fn chained(db: &Db, sealing: &Sealing) -> Result<i64, StartError> {
    match chain::verify(db, sealing, None).await.map_err(|error| match error {
        DomainError::Internal(what) => stop(format!("the audit log cannot be read ({what})")),
        other => other.into(),
    })? {
        ChainState::Intact(head) => Ok(head.sequence_number),
        ChainState::Tampered(says) => Err(stop(format!("{says}: find out who wrote to the database"))),
    }
}

/// Address of a database server, whose files the program cannot copy.
pub fn is_server(config: &Config) -> Option<&str> {
    match &config.database {
        Database::Url(url) if !url.starts_with("sqlite:") => Some(url),
        _ => None,
    }
}
