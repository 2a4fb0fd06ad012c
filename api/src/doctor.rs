//! Checks of an installation: one line for each part, with the correction if a check fails.
//!
//! Nothing is changed except the checkpoint, a file outside the database that records the end of the audit log
//! when it was last intact.

pub mod measures;

use std::{
    fmt, fs, io,
    os::unix::fs::{DirBuilderExt, PermissionsExt},
    path::{Path, PathBuf},
};

use chrono::Months;
use entities::{
    codes::{EmailState, KeyPurpose},
    data_key, email, event,
    instant::Instant,
    lease, notification_preferences, organisation, referral,
};
use platform::{
    config::{Config, Database, MasterKey},
    db::Db,
    environment::Environment,
    error::DomainError,
    events::chain::{self, ChainState, Checkpoint},
    reference_data::calendar,
    sealing::{DESTROYED, Sealing},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::start::{FOREIGN_KEY, MADE_KEY, brief, database_url, foreign_key, other_key, read_key, too_new};

/// Result of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Ok,
    /// Works, but needs attention.
    Warning,
    Failed,
}

/// Finding about a part of the installation, in a sentence; unless it is ok, with the correction.
#[derive(Clone, Debug)]
pub struct Finding {
    pub about: &'static str,
    pub status: Status,
    pub says: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.status {
            Status::Ok => "ok",
            Status::Warning => "warning",
            Status::Failed => "failed",
        };
        write!(f, "{mark:<7} {:<15} {}", self.about, self.says)
    }
}

type Found = (Status, String);

fn ok(says: impl Into<String>) -> Found {
    (Status::Ok, says.into())
}

fn warning(says: impl Into<String>) -> Found {
    (Status::Warning, says.into())
}

fn failed(says: impl Into<String>) -> Found {
    (Status::Failed, says.into())
}

/// Free space in bytes below which writing will soon fail, and below which the operator should be warned.
const FULL: u64 = 200 << 20;
const SCARCE: u64 = 1 << 30;
/// Longest time in seconds that an event may wait for the worker.
const LATE: i64 = 60;
/// Greatest difference of two clocks, in seconds.
const APART: i64 = 5;

/// Runs all checks, in the order in which they depend on each other; a check that depends on a failed one is omitted.
pub async fn run_doctor(config: &Config, env: &Environment, checkpoint: &Path) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut note = |about, (status, says): Found| {
        findings.push(Finding { about, status, says });
        status != Status::Failed
    };
    note("settings", ok(format!("the public address is {}", config.public_url)));
    note("data", data(config));
    let key = key(config);
    let other = other_key(config).map_err(|error| failed(error.to_string()));
    let sealing = match (&key, &other) {
        (Ok((key, _)), Ok(other)) => Some(Sealing::new(*key).and_reads(*other)),
        _ => None,
    };
    note("key", key.and_then(|(_, found)| other.map(|_| found)).unwrap_or_else(|fault| fault));
    note("disk", disk(&config.data));
    let db = match open(config, env).await {
        Ok(db) => db,
        Err(fault) => {
            note("database", fault);
            return findings;
        }
    };
    note("database", ok(if db.is_postgres() { "PostgreSQL answers" } else { "SQLite answers" }));
    let told = |found: Result<Found, DomainError>| {
        found.unwrap_or_else(|error| failed(format!("cannot be checked ({error:?})")))
    };
    if !note("migrations", told(migrations(&db).await)) {
        return findings;
    }
    note("clock", told(clock(&db, env).await));
    note("holidays", told(holidays(&db, env).await));
    note("background jobs", told(worker(&db, env).await));
    note("deadlines", told(deadlines(&db, env).await));
    note("email", told(email(&db, config, env).await));
    let Some(sealing) = sealing else { return findings };
    if note("keys", told(keys(&db, &sealing).await)) {
        note("audit log", told(audit_log(&db, &sealing, env, checkpoint).await));
    }
    findings
}

/// Whether others than its owner can read a file or folder.
fn is_open_to_others(path: &Path) -> io::Result<bool> {
    Ok(fs::metadata(path)?.permissions().mode() & 0o077 != 0)
}

fn data(config: &Config) -> Found {
    let folder = config.data.display();
    match is_open_to_others(&config.data) {
        Ok(false) => ok(format!("only its owner can open {folder}")),
        Ok(true) => warning(format!("other users of this machine can open {folder}: run chmod 700 {folder}")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            match config.database {
                Database::Embedded => {
                    warning(format!("{folder} does not exist yet; the first start creates it"))
                }
                // Only the checkpoint of the audit log would be kept there.
                Database::Url(_) => ok(format!("{folder} does not exist and is not needed")),
            }
        }
        Err(error) => failed(format!("{folder} cannot be opened ({error}): correct its permissions")),
    }
}

/// The master key and what is to be said of it.
fn key(config: &Config) -> Result<([u8; 32], Found), Found> {
    let file = match &config.master_key {
        MasterKey::Given(key) => return Ok((*key, ok("given by THROUGHGATE_MASTER_KEY"))),
        MasterKey::File(file) => file.clone(),
        MasterKey::Made => config.data.join(MADE_KEY),
    };
    let key = read_key(&file).map_err(|error| failed(error.to_string()))?;
    let shown = file.display();
    let found = if is_open_to_others(&file).unwrap_or(true) {
        warning(format!("other users of this machine can read {shown}: run chmod 600 {shown}"))
    } else if matches!(config.master_key, MasterKey::Made) {
        ok(format!("{shown}; keep a copy of it in another place than the backups of the database"))
    } else {
        ok(format!("only its owner can read {shown}"))
    };
    Ok((key, found))
}

fn disk(folder: &Path) -> Found {
    let folder = if folder.exists() { folder } else { Path::new(".") };
    let space = match rustix::fs::statvfs(folder) {
        Ok(space) => space,
        Err(error) => return failed(format!("{} cannot be measured ({error})", folder.display())),
    };
    let free = space.f_bavail.saturating_mul(space.f_frsize);
    let says = format!("{} MB are free at {}", free >> 20, folder.display());
    if free < FULL {
        failed(format!("{says}: free disk space now, or writing will fail"))
    } else if free < SCARCE {
        warning(format!("{says}: free disk space soon"))
    } else {
        ok(says)
    }
}

/// Opens the existing database; creates no file.
async fn open(config: &Config, env: &Environment) -> Result<Db, Found> {
    let url = database_url(config);
    if let Some(rest) = url.strip_prefix("sqlite:") {
        let file = rest.trim_start_matches("//").split('?').next().unwrap_or_default();
        if !Path::new(file).exists() {
            let start = if matches!(config.database, Database::Embedded) {
                "the first start creates it (throughgate serve)"
            } else {
                "check DATABASE_URL"
            };
            return Err(failed(format!("{file} does not exist: {start}")));
        }
    }
    Db::connect(&url, 2, env).await.map_err(|error| {
        failed(format!(
            "it cannot be opened ({}): check DATABASE_URL, and that the database runs",
            brief(&error)
        ))
    })
}

async fn migrations(db: &Db) -> Result<Found, DomainError> {
    // Read in a transaction of its own, which is rolled back.
    let tx = db.begin_alone().await?;
    let (known, seen) = (migration::known_steps(), migration::seen_steps(&tx).await?);
    tx.rollback().await?;
    if let Some(newer) = seen.iter().find(|step| !known.contains(step)) {
        return Ok(failed(too_new(newer)));
    }
    Ok(match known.len() - seen.len() {
        0 => ok(format!("the database is of this release ({})", env!("CARGO_PKG_VERSION"))),
        left => failed(format!(
            "the database is {left} migrations behind this release: make a backup, then run throughgate migrate"
        )),
    })
}

async fn clock(db: &Db, env: &Environment) -> Result<Found, DomainError> {
    let now = env.clock.now();
    let newest = event::Entity::find().order_by_desc(event::Column::Id).one(db.read()).await?;
    if let Some(event) = newest.filter(|event| event.occurred_at > now.plus_seconds(APART)) {
        let at = event.occurred_at.utc().format("%F %T");
        return Ok(failed(format!(
            "an event has the time {at} UTC, which is in the future: set this machine's clock"
        )));
    }
    let apart = if db.is_postgres() { (database_time(db).await?.0 - now.0) / 1_000_000 } else { 0 };
    Ok(if apart.abs() > APART {
        failed(format!(
            "the clocks of the database and this machine differ by {apart} seconds: set both by NTP"
        ))
    } else {
        ok(format!("it is {} UTC", now.utc().format("%F %T")))
    })
}

async fn database_time(db: &Db) -> Result<Instant, DomainError> {
    let ask = "SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::bigint AS at";
    let row = db.read().query_one_raw(sea_orm::Statement::from_string(db.read().get_database_backend(), ask));
    let row = row.await?.ok_or_else(|| DomainError::Internal("the database returns no time".to_owned()))?;
    Ok(Instant(row.try_get("", "at")?))
}

/// Deadlines count working days: the table must reach as far as deadlines do.
async fn holidays(db: &Db, env: &Environment) -> Result<Found, DomainError> {
    let countries: Vec<String> = organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Country)
        .distinct()
        .order_by_asc(organisation::Column::Country)
        .into_tuple()
        .all(db.read())
        .await?;
    let today = env.clock.now().utc().date_naive();
    let ahead = today + Months::new(2);
    let short: Vec<String> = countries
        .into_iter()
        .filter(|country| calendar::known_until(country).is_none_or(|until| until < ahead))
        .collect();
    Ok(if short.is_empty() {
        ok("known two months ahead for every country with an organisation")
    } else {
        let short = short.join(", ");
        warning(format!(
            "not known two months ahead for {short}, so deadlines skip only weekends: install a newer release"
        ))
    })
}

async fn worker(db: &Db, env: &Environment) -> Result<Found, DomainError> {
    let now = env.clock.now();
    let held = lease::Entity::find().filter(lease::Column::Until.gt(now)).count(db.read()).await?;
    let oldest: Option<Instant> = event::Entity::find()
        .filter(event::Column::SequenceNumber.is_null())
        .order_by_asc(event::Column::Id)
        .select_only()
        .column(event::Column::OccurredAt)
        .into_tuple()
        .one(db.read())
        .await?;
    let waiting = oldest.map_or(0, |at| (now.0 - at.0) / 1_000_000);
    Ok(if held == 0 && waiting > LATE {
        failed(
            "no process runs the background jobs, and events wait for them: start throughgate serve or throughgate worker",
        )
    } else if held == 0 {
        warning("no process runs the background jobs now: start throughgate serve or throughgate worker")
    } else if waiting > LATE {
        failed(format!("an event of {waiting} seconds ago is not in the audit log yet: see the worker's log"))
    } else if held < capabilities::ALL.jobs().count() as u64 {
        warning(format!(
            "{held} of {} background jobs are running: see the worker's log",
            capabilities::ALL.jobs().count()
        ))
    } else {
        ok("every background job is running")
    })
}

/// Longest delay of a reminder or an email, in seconds.
const TARDY: i64 = 15 * 60;

async fn deadlines(db: &Db, env: &Environment) -> Result<Found, DomainError> {
    let late = env.clock.now().plus_seconds(-TARDY);
    let late =
        referral::Entity::find().filter(referral::Column::NextReminderAt.lt(late)).count(db.read()).await?;
    Ok(match late {
        0 => ok("every reminder was sent on time"),
        late => warning(format!(
            "reminders of {late} referrals are over 15 minutes late: check that the background jobs run"
        )),
    })
}

async fn email(db: &Db, config: &Config, env: &Environment) -> Result<Found, DomainError> {
    let of = |state: EmailState| email::Entity::find().filter(email::Column::State.eq(state));
    let late = env.clock.now().plus_seconds(-TARDY);
    let waiting = of(EmailState::Queued).filter(email::Column::DueAt.lt(late)).count(db.read()).await?;
    let given_up = of(EmailState::Failed).count(db.read()).await?;
    let failing =
        of(EmailState::Queued).filter(email::Column::Failure.is_not_null()).count(db.read()).await?;
    let refused = notification_preferences::Entity::find()
        .filter(notification_preferences::Column::RefusedAt.is_not_null())
        .count(db.read())
        .await?;
    Ok(if config.email.is_none() {
        ok("kept in the outbox, because no mail server is set up (THROUGHGATE_SMTP_URL)")
    } else if given_up > 0 {
        warning(format!("{given_up} emails were not sent: the outbox says why and can send them again"))
    } else if failing > 0 {
        warning(format!(
            "{failing} emails failed at the last attempt: the outbox says why and when the next attempt is"
        ))
    } else if refused > 0 {
        warning(format!(
            "the addresses of {refused} members were rejected: the outbox says whose; invite them with the correct address"
        ))
    } else if waiting > 0 {
        warning(format!("{waiting} emails are over 15 minutes late: the outbox says why"))
    } else {
        ok("every email was sent on time")
    })
}

async fn keys(db: &Db, sealing: &Sealing) -> Result<Found, DomainError> {
    match sealing.key_for(db.read(), KeyPurpose::Check, uuid::Uuid::nil()).await {
        Ok(Some(_)) => {}
        Ok(None) => return Ok(failed(FOREIGN_KEY)),
        Err(error) => return Ok(failed(foreign_key(error).0)),
    }
    let there = || data_key::Entity::find().filter(data_key::Column::Master.ne(DESTROYED));
    let all = there().count(db.read()).await?;
    let count = async |known: Vec<String>| {
        there().filter(data_key::Column::Master.is_not_in(known)).count(db.read()).await
    };
    let not_own = count(vec![sealing.master_name().to_owned()]).await?;
    let others = count(sealing.master_names()).await?;
    Ok(if others == 0 && not_own > 0 {
        warning(format!(
            "{not_own} of {all} data keys are encrypted with the other master key: run throughgate key rotate"
        ))
    } else if others == 0 {
        ok(format!("all {all} data keys are encrypted with the master key"))
    } else {
        failed(format!(
            "{others} of {all} data keys are encrypted with an unknown master key: put that key back from your copy"
        ))
    })
}

async fn audit_log(db: &Db, sealing: &Sealing, env: &Environment, file: &Path) -> Result<Found, DomainError> {
    let shown = file.display();
    let checkpoint: Option<Checkpoint> = match fs::read_to_string(file) {
        Ok(text) => match serde_json::from_str(&text) {
            Ok(checkpoint) => Some(checkpoint),
            Err(error) => {
                return Ok(failed(format!(
                    "{shown} is not a checkpoint ({error}): restore it from its copy"
                )));
            }
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => {
            return Ok(failed(format!("{shown} cannot be read ({error}): correct its permissions")));
        }
    };
    let head = match chain::verify(db, sealing, checkpoint.as_ref()).await? {
        ChainState::Intact(head) => head,
        ChainState::Tampered(says) => {
            return Ok(failed(format!("{says}: find out who wrote to the database, and restore a backup")));
        }
    };
    if let Err(error) = keep(file, &Checkpoint::of(&head, env.clock.now())) {
        return Ok(failed(format!(
            "the checkpoint {shown} cannot be written ({error}): correct its permissions"
        )));
    }
    let says = format!("{} events in {} batches are intact", head.sequence_number, head.number);
    Ok(match checkpoint {
        Some(checkpoint) => ok(format!("{says} and match the checkpoint of {}", checkpoint.noted_at)),
        None => warning(format!(
            "{says}; the first checkpoint was written to {shown}: keep copies of that file in another place"
        )),
    })
}

/// The checkpoint in the data folder, under the name of version 0.1 where it has that one.
pub fn checkpoint_file(data: &Path) -> PathBuf {
    let before = data.join("journal.anchor");
    if before.exists() { before } else { data.join("audit-log.checkpoint") }
}

/// Replaces the checkpoint, completely or not at all.
fn keep(file: &Path, checkpoint: &Checkpoint) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let beside = file.with_extension(format!("new-{}", std::process::id()));
    fs::write(&beside, serde_json::to_string(checkpoint)? + "\n")?;
    fs::rename(&beside, file)
}
