//! Change of the master key: every data key is encrypted again; the encrypted data stays unchanged.

use std::{fs, path::Path};

use entities::{codes::KeyPurpose, data_key, lease};
use platform::{
    config::{Config, MasterKey},
    db::{AuditContext, Db},
    environment::Environment,
    error::DomainError,
    sealing::{DESTROYED, Sealing},
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    checks::{self, Keys},
    files,
};
use crate::start::{COMING_KEY, MADE_KEY, StartError, make_key, read_key, stop};

/// Number of keys that are encrypted again in one transaction.
const BATCH: u64 = 50;
/// Name under which the replaced key is kept.
const OLD_KEY: &str = "master.key.old";

/// Encrypts every data key with a new master key; continues an interrupted change.
pub async fn rotate(
    config: &Config,
    env: &Environment,
    new: Option<&Path>,
    tell: impl Fn(&str),
) -> Result<(), StartError> {
    let Keys { sealing, key, other } = checks::keys(config)?;
    let made = matches!(config.master_key, MasterKey::Made);
    let coming = config.data.join(COMING_KEY);
    let new = match (new, made) {
        (given, true) => {
            nobody_serves(config, &sealing, env).await?;
            prepare(config, &coming, given)?
        }
        (Some(file), false) => read_key(file)?,
        (None, false) => return Err(stop("give the file of the new key with --new-key-file")),
    };
    if made && new == key {
        return Err(stop("the new master key is already in use; give another one"));
    }
    let old = match other {
        Some(other) if key == new => other,
        Some(other) if other != new => {
            return Err(stop(
                "THROUGHGATE_MASTER_KEY_OTHER_FILE must be unset or hold the new key: finish the earlier change first",
            ));
        }
        _ => key,
    };
    let changing = Sealing::new(new).and_reads(Some(old));
    // Opened by both, since a change that was broken off has wrapped some by the new one.
    let db = checks::open(config, &changing, env).await?;
    let wrapped =
        wrap_all(&db, &changing, |done| tell(&format!("{done} data keys are encrypted again."))).await?;
    tell(&format!("All data keys are encrypted with the new master key, {wrapped} of them now."));
    if made {
        let (file, kept) = (config.data.join(MADE_KEY), config.data.join(OLD_KEY));
        swap(&file, &coming, &kept)?;
        tell(&format!(
            "The new key is in {}: back it up in another place than the database. The old one is in {}: backups from before need \
             it; keep it where you keep them, then remove it here.",
            file.display(),
            kept.display()
        ));
    } else {
        tell(
            "Start every gateway and worker with the new key only, then run throughgate doctor. Keep the old key as long \
             as there are backups from before: they need it.",
        );
    }
    Ok(())
}

/// Refuses while the program serves from this folder: it knows the key that it started with, and no other.
async fn nobody_serves(config: &Config, sealing: &Sealing, env: &Environment) -> Result<(), StartError> {
    let db = checks::open(config, sealing, env).await?;
    let held = lease::Entity::find().filter(lease::Column::Until.gt(env.clock.now())).count(db.read()).await;
    db.close().await.map_err(DomainError::from)?;
    if held.map_err(DomainError::from)? > 0 {
        return Err(stop(
            "the program runs with the old key only: stop it first (after a crash, wait a minute)",
        ));
    }
    Ok(())
}

/// The new key, created or given, in a file of its own from the beginning: if the change is interrupted, no row is
/// encrypted with a key that is lost.
fn prepare(config: &Config, coming: &Path, given: Option<&Path>) -> Result<[u8; 32], StartError> {
    let kept = config.data.join(OLD_KEY);
    if kept.exists() && read_key(&kept)? != read_key(&config.data.join(MADE_KEY))? {
        return Err(stop(format!(
            "{} is left from an earlier change: move it to where you keep the backups from before",
            kept.display()
        )));
    }
    match given {
        Some(file) if coming.exists() && read_key(file)? != read_key(coming)? => {
            return Err(stop(format!(
                "a change to the key in {} was interrupted: finish it first, without --new-key-file",
                coming.display()
            )));
        }
        Some(file) if !coming.exists() => {
            read_key(file)?;
            files::copy(file, coming)?;
        }
        None if !coming.exists() => make_key(coming)?,
        _ => {}
    }
    files::sync_to_disk(coming)?;
    read_key(coming)
}

/// Puts the new key in the old one's place, which keeps another name.
fn swap(file: &Path, coming: &Path, kept: &Path) -> Result<(), StartError> {
    let fault = |error: std::io::Error| stop(format!("{} cannot be replaced ({error})", file.display()));
    if !kept.exists() {
        fs::hard_link(file, kept).map_err(fault)?;
        files::sync_to_disk(kept)?;
    }
    fs::rename(coming, file).map_err(fault)?;
    files::sync_to_disk(file)
}

/// Encrypts with the own master key all keys that the other one encrypts: the check key first and the key of the
/// audit log last, so that in between the database opens only with both.
pub async fn wrap_all(db: &Db, sealing: &Sealing, tell: impl Fn(u64)) -> Result<u64, StartError> {
    let purpose = data_key::Column::Purpose;
    let mut wrapped = 0;
    for which in [
        Condition::all().add(purpose.eq(KeyPurpose::Check)),
        Condition::all().add(purpose.is_not_in([KeyPurpose::Check, KeyPurpose::AuditLog])),
        Condition::all().add(purpose.eq(KeyPurpose::AuditLog)),
    ] {
        loop {
            let done = wrap_some(db, sealing, which.clone(), BATCH).await?;
            if done == 0 {
                break;
            }
            wrapped += done;
            tell(wrapped);
        }
    }
    Ok(wrapped)
}

/// Encrypts some of these keys again in one transaction; returns their number.
pub async fn wrap_some(db: &Db, sealing: &Sealing, which: Condition, most: u64) -> Result<u64, StartError> {
    let tx = db.begin(AuditContext::system(db.env().clock.now())).await.map_err(DomainError::from)?;
    let rows = data_key::Entity::find()
        .filter(which)
        .filter(data_key::Column::Master.is_not_in([sealing.master_name(), DESTROYED]))
        .order_by_asc(data_key::Column::Id)
        .limit(most)
        .all(tx.on())
        .await
        .map_err(DomainError::from)?;
    let found = rows.len() as u64;
    for row in rows {
        let wrapped = sealing.wrapped_anew(&row)?;
        // A person who was erased in between stays erased: the row names no master key then.
        data_key::Entity::update_many()
            .set(data_key::ActiveModel {
                master: sea_orm::ActiveValue::Set(sealing.master_name().to_owned()),
                wrapped: sea_orm::ActiveValue::Set(wrapped),
                ..Default::default()
            })
            .filter(data_key::Column::Id.eq(row.id))
            .filter(data_key::Column::Master.eq(row.master))
            .exec(tx.on())
            .await
            .map_err(DomainError::from)?;
    }
    tx.commit().await.map_err(DomainError::from)?;
    Ok(found)
}
