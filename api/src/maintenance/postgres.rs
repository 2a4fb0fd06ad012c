//! Backup and restore with PostgreSQL's own tools: prints the commands and checks their results.

use std::{
    fs::File,
    io::{ErrorKind, Read},
    path::Path,
    process::{Command, Stdio},
    str::FromStr,
};

use sea_orm::sqlx::postgres::PgConnectOptions;

use crate::start::{StartError, stop};

/// Options of PostgreSQL's tools for the database, without the password.
fn place(url: &str) -> Result<String, StartError> {
    let options = PgConnectOptions::from_str(url)
        .map_err(|error| stop(format!("DATABASE_URL cannot be read ({error}): check how it is written")))?;
    Ok(format!(
        "--host={} --port={} --username={} --dbname={}",
        quoted(options.get_host()),
        options.get_port(),
        quoted(options.get_username()),
        quoted(options.get_database().unwrap_or_else(|| options.get_username()))
    ))
}

/// Quotes a word for the shell.
fn quoted(word: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./:@".contains(letter);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

const PASSWORD: &str =
    "Keep the password in ~/.pgpass (mode 0600), or enter it when asked; never write it on the command line.";

pub fn how_to_dump(url: &str, file: &Path) -> Result<String, StartError> {
    let (place, file) = (place(url)?, quoted(&file.to_string_lossy()));
    Ok(format!(
        "PostgreSQL makes the backup, then this command checks it and writes its erasure ledger:\n\n    \
         (umask 077; pg_dump {place} --format=custom --no-owner --no-privileges --file={file})\n    \
         throughgate backup {file}\n\n{PASSWORD}"
    ))
}

pub fn how_to_restore(url: &str, file: &Path, ledger: &Path) -> Result<String, StartError> {
    let (place, file) = (place(url)?, quoted(&file.to_string_lossy()));
    let ledger = quoted(&ledger.to_string_lossy());
    Ok(format!(
        "PostgreSQL restores into an empty database (createdb), before any gateway is started; then the ledger is \
         replayed:\n\n    \
         pg_restore {place} --no-owner --no-privileges --exit-on-error --single-transaction {file}\n    \
         throughgate restore --ledger {ledger}\n\n{PASSWORD}"
    ))
}

/// Checks the output of `pg_dump`, if it exists: `pg_restore` reads all of it without restoring.
pub fn look_at(file: &Path) -> Result<Option<String>, StartError> {
    let shown = file.display();
    let mut start = [0; 5];
    match File::open(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(stop(format!("{shown} cannot be read ({error})"))),
        Ok(mut open) => {
            if open.read_exact(&mut start).is_err() || &start != b"PGDMP" {
                return Err(stop(format!("{shown} is not an archive of pg_dump --format=custom")));
            }
        }
    }
    let read = Command::new("pg_restore")
        .args(["--file=/dev/null"])
        .arg(file)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match read {
        Ok(status) if status.success() => {}
        Ok(_) => return Err(stop(format!("{shown} cannot be read to its end by pg_restore: make it again"))),
        Err(_) => {
            return Ok(Some(format!(
                "{shown} begins like an archive, but was not read to its end, because pg_restore is not installed here."
            )));
        }
    }
    let listed = Command::new("pg_restore").arg("--list").arg(file).stdin(Stdio::null()).output();
    let listed =
        listed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let has = |table: &str| listed.lines().any(|line| line.contains(&format!("TABLE DATA public {table} ")));
    if let Some(missing) =
        ["person", "data_key", "event", "seaql_migrations"].iter().find(|table| !has(table))
    {
        return Err(stop(format!("{shown} has no table {missing}: it is not a backup of Throughgate")));
    }
    Ok(Some(format!("The backup in {shown} can be read to its end and holds Throughgate's tables.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_holds_no_password() {
        let url = "postgres://gate:hid%20den@db.example.org:5433/gate%20one";
        for says in [
            how_to_dump(url, Path::new("a b.dump")).unwrap(),
            how_to_restore(url, Path::new("b"), Path::new("c")).unwrap(),
        ] {
            assert!(!says.contains("hid"), "{says}");
            assert!(
                says.contains("--host=db.example.org --port=5433 --username=gate --dbname='gate one'"),
                "{says}"
            );
        }
        assert_eq!(quoted("it's"), r"'it'\''s'");
    }
}
