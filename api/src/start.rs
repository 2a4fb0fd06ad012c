//! Start of the program: checks first, changes after; each obstacle is reported in one sentence.

use std::{fs, io::Write, os::unix::fs::DirBuilderExt, path::Path};

use demo::{self, Loaded};
use entities::{codes::KeyPurpose, installation};
use migration::{Migrator, MigratorTrait};
use platform::{
    config::{Config, Database, MasterKey, parse_key},
    db::{AuditContext, Db},
    environment::Environment,
    error::DomainError,
    reference_data,
    sealing::Sealing,
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

/// Reason why the program does not start, in a sentence with the correction.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct StartError(pub String);

pub fn stop(says: impl Into<String>) -> StartError {
    StartError(says.into())
}

impl From<DomainError> for StartError {
    fn from(error: DomainError) -> Self {
        match error {
            DomainError::Internal(what) => Self(what),
            other => Self(other.says().unwrap_or_default()),
        }
    }
}

/// An open database of this release, with its key.
pub struct Started {
    pub db: Db,
    pub sealing: Sealing,
    /// Messages of the start, such as the place of a new key.
    pub notes: Vec<String>,
}

/// Opens the data folder, the key and the database, and brings the database up to this release.
pub async fn open(config: &Config, env: &Environment) -> Result<Started, StartError> {
    let mut notes = Vec::new();
    let made = matches!(config.master_key, MasterKey::Made);
    // Keys that are kept elsewhere first: where one is missing, no folder is left behind.
    let other = other_key(config)?;
    let given = if made { None } else { Some(master_key(config, &mut notes)?) };
    if made || matches!(config.database, Database::Embedded) {
        writable(&config.data)?;
    }
    let url = database_url(config);
    let key = match given {
        Some(key) => key,
        None => master_key(config, &mut notes)?,
    };
    let db = Db::connect(&url, config.database_connections, env).await.map_err(|error| {
        stop(format!(
            "the database cannot be opened ({}): check DATABASE_URL, and that the database runs",
            brief(&error)
        ))
    })?;
    let sealing = Sealing::new(key).and_reads(other);
    migrate(&db, &sealing).await?;
    prepare(&db, &sealing, env).await?;
    Ok(Started { db, sealing, notes })
}

/// Address of the database.
pub(crate) fn database_url(config: &Config) -> String {
    match &config.database {
        Database::Embedded => format!("sqlite://{}?mode=rwc", config.data.join(EMBEDDED).display()),
        Database::Url(url) => url.clone(),
    }
}

/// The file of the embedded database in the data folder.
pub(crate) const EMBEDDED: &str = "throughgate.sqlite";
/// The file of the key that was made, in the data folder.
pub(crate) const MADE_KEY: &str = "master.key";
/// The file of the key that is to take its place, while it is changed.
pub(crate) const COMING_KEY: &str = "master.key.new";

/// The first line of an error, without what a URL may hold.
pub(crate) fn brief(error: &sea_orm::DbErr) -> String {
    let text = error.to_string();
    text.lines().next().unwrap_or_default().chars().take(200).collect()
}

/// Creates the data folder, readable by its owner only, and checks that it can be written.
fn writable(folder: &Path) -> Result<(), StartError> {
    let fault = |error: std::io::Error| {
        stop(format!(
            "the data folder {} cannot be written ({error}): correct its permissions or set THROUGHGATE_DATA",
            folder.display()
        ))
    };
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(fault)?;
    // The name is specific to the process, so that another one starting in the same folder does not interfere.
    let probe = folder.join(format!(".write-test-{}", std::process::id()));
    fs::write(&probe, b"").map_err(fault)?;
    fs::remove_file(&probe).map_err(fault)
}

pub(crate) fn master_key(config: &Config, notes: &mut Vec<String>) -> Result<[u8; 32], StartError> {
    match &config.master_key {
        MasterKey::Given(key) => Ok(*key),
        MasterKey::File(file) => read_key(file),
        MasterKey::Made => {
            let file = config.data.join(MADE_KEY);
            if !file.exists() {
                if config.data.join(EMBEDDED).exists() {
                    return Err(stop(format!(
                        "{} is missing: without it, nothing encrypted in the database can be read; restore it from \
                         your backup",
                        file.display()
                    )));
                }
                make_key(&file)?;
                notes.push(format!(
                    "Created a master key: {}. Back it up in another place than the database: without it, nothing encrypted can be \
                     read.",
                    file.display()
                ));
            }
            read_key(&file)
        }
    }
}

/// Other master key, with which rows may be encrypted while it is changed, if there is one.
pub(crate) fn other_key(config: &Config) -> Result<Option<[u8; 32]>, StartError> {
    let coming = config.data.join(COMING_KEY);
    match &config.other_master_key {
        Some(file) => read_key(file).map(Some),
        None if matches!(config.master_key, MasterKey::Made) && coming.exists() => {
            read_key(&coming).map(Some)
        }
        None => Ok(None),
    }
}

pub(crate) fn read_key(file: &Path) -> Result<[u8; 32], StartError> {
    let text = fs::read_to_string(file)
        .map_err(|error| stop(format!("the master key file {} cannot be read ({error})", file.display())))?;
    parse_key(&text).ok_or_else(|| {
        stop(format!("the master key file {} must hold 64 hexadecimal digits", file.display()))
    })
}

pub(crate) fn make_key(file: &Path) -> Result<(), StartError> {
    use std::os::unix::fs::OpenOptionsExt;
    let fault = |error: std::io::Error| {
        stop(format!("the master key {} cannot be written ({error})", file.display()))
    };
    let mut open =
        fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(fault)?;
    writeln!(open, "{}", platform::sealing::secret()).map_err(fault)?;
    open.sync_all().map_err(fault)
}

/// Advisory lock in PostgreSQL by which gateways that start at the same time migrate one after the other; the number
/// is arbitrary.
const MIGRATING: i64 = 0x7467_6d69_6772;

/// Runs the steps that the database has not seen, all of them or none. Refuses, before anything is
/// changed, a database that knows more steps than we do or that another key was made for.
async fn migrate(db: &Db, sealing: &Sealing) -> Result<(), StartError> {
    let fault = |error: sea_orm::DbErr| stop(format!("the database cannot be migrated ({})", brief(&error)));
    let tx = db.begin_alone().await.map_err(fault)?;
    if db.is_postgres() {
        let lock = format!("SELECT pg_advisory_xact_lock({MIGRATING})");
        tx.execute_unprepared(&lock).await.map_err(fault)?;
    }
    let known = migration::known_steps();
    let seen = migration::seen_steps(&tx).await.map_err(fault)?;
    if let Some(newer) = seen.iter().find(|step| !known.contains(step)) {
        return Err(stop(too_new(newer)));
    }
    if !seen.is_empty() && sealing.made(&tx).await? == Some(false) {
        return Err(stop(FOREIGN_KEY));
    }
    Migrator::up(&tx, None).await.map_err(fault)?;
    tx.commit().await.map_err(fault)
}

/// Message about a database with an unknown migration.
pub(crate) fn too_new(step: &str) -> String {
    format!(
        "the database is from a newer release (it has the migration {step}): install that release, or restore a backup"
    )
}

pub(crate) const FOREIGN_KEY: &str = "the master key is not the one that this database was set up with, or it is being \
     changed and the other key is missing (THROUGHGATE_MASTER_KEY_OTHER_FILE)";

/// The check key cannot be decrypted: nearly always because the master key is a different one; the reason is
/// included.
pub(crate) fn foreign_key(error: DomainError) -> StartError {
    let StartError(why) = error.into();
    stop(format!("{FOREIGN_KEY}; {why}"))
}

/// Writes what came to the checked-in tables since a database was made.
async fn complete(db: &Db, env: &Environment) -> Result<(), DomainError> {
    if reference_data::is_written(db.read()).await? {
        return Ok(());
    }
    let tx = db.begin(AuditContext::system(env.clock.now())).await?;
    reference_data::write(&tx).await?;
    Ok(tx.commit().await?)
}

/// Writes what every database has, once, and proves that the key is its own.
async fn prepare(db: &Db, sealing: &Sealing, env: &Environment) -> Result<(), StartError> {
    let nil = uuid::Uuid::nil();
    match sealing.key_for(db.read(), KeyPurpose::Check, nil).await {
        Ok(Some(_)) => return complete(db, env).await.map_err(Into::into),
        Ok(None) => {}
        Err(error) => return Err(foreign_key(error)),
    }
    let tx = db.begin(AuditContext::system(env.clock.now())).await.map_err(DomainError::from)?;
    let wrote = async {
        sealing.make(&tx, KeyPurpose::Check, nil).await?;
        reference_data::write(&tx).await?;
        installation::Entity::insert(installation::ActiveModel {
            id: Set(1),
            demonstration: Set(false),
            created_at: Set(tx.now()),
        })
        .exec_without_returning(tx.on())
        .await?;
        Ok::<(), DomainError>(())
    };
    match wrote.await {
        Ok(()) => tx.commit().await.map_err(|error| DomainError::from(error).into()),
        // Another gateway that starts at the same time was first.
        Err(DomainError::Conflict { .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Whether this database holds the demonstration network. Refuses one into which it was loaded in part.
pub async fn is_demonstration(db: &Db) -> Result<bool, StartError> {
    match demo::loaded(db).await? {
        Loaded::Nothing => Ok(false),
        Loaded::Completely => Ok(true),
        Loaded::Partly => Err(stop(
            "the database holds only a part of the demonstration network, because loading it was interrupted: delete \
             the database (by default the data folder) and start again",
        )),
    }
}
