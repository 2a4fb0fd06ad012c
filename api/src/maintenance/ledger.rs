//! The erasure ledger as a file. It is authenticated with the installation's check key, so that nobody can forge a
//! ledger to erase people or to omit erasures.

use std::{collections::BTreeMap, fs, path::Path};

use entities::{
    codes::{ErasureReason, KeyPurpose},
    erasure_ledger::{self, Model},
    ids::{OrganisationId, PersonId},
    instant::Instant,
};
use platform::{db::Db, environment::Environment, sealing::Sealing};
use sea_orm::{EntityTrait, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::files;
use crate::start::{FOREIGN_KEY, StartError, stop};

#[derive(Serialize, Deserialize)]
struct Line {
    person: PersonId,
    organisation: OrganisationId,
    reason: ErasureReason,
    erased_at: i64,
}

#[derive(Serialize, Deserialize)]
struct Ledger {
    /// Until when it knows, RFC 3339.
    written_at: String,
    erased: Vec<Line>,
    /// 64 hexadecimal digits over the above.
    proof: String,
}

/// Writes who was erased so far. One that is there is replaced only by one that knows all it knows.
pub async fn write(db: &Db, sealing: &Sealing, env: &Environment, file: &Path) -> Result<usize, StartError> {
    let rows = erasure_ledger::Entity::find()
        .order_by_asc(erasure_ledger::Column::ErasedAt)
        .order_by_asc(erasure_ledger::Column::PersonId)
        .all(db.read())
        .await
        .map_err(platform::error::DomainError::from)?;
    if file.exists() {
        let before = read(db, sealing, file).await?;
        if let Some(lost) = before.iter().find(|line| !rows.iter().any(|row| row.person_id == line.person_id))
        {
            return Err(stop(format!(
                "{} knows of an erasure that this database does not ({}): it is left unchanged; replay it with throughgate \
                 restore --ledger, or choose another file",
                file.display(),
                lost.person_id.0
            )));
        }
    }
    let erased: Vec<Line> = rows
        .iter()
        .map(|row| Line {
            person: row.person_id,
            organisation: row.organisation_id,
            reason: row.reason,
            erased_at: row.erased_at.0,
        })
        .collect();
    let written_at = env.clock.now().utc().to_rfc3339();
    let proof = prove(db, sealing, &written_at, &erased).await?;
    let text = serde_json::to_string_pretty(&Ledger { written_at, erased, proof })
        .map_err(|error| stop(error.to_string()))?;
    files::put(file, &(text + "\n"))?;
    Ok(rows.len())
}

/// Erasures in a ledger file of this installation.
pub async fn read(db: &Db, sealing: &Sealing, file: &Path) -> Result<Vec<Model>, StartError> {
    let shown = file.display();
    let text = fs::read_to_string(file)
        .map_err(|error| stop(format!("the erasure ledger {shown} cannot be read ({error})")))?;
    let ledger: Ledger = serde_json::from_str(&text)
        .map_err(|error| stop(format!("{shown} is not a complete erasure ledger ({error})")))?;
    if prove(db, sealing, &ledger.written_at, &ledger.erased).await? != ledger.proof {
        return Err(stop(format!(
            "the erasure ledger {shown} belongs to another installation, or was changed"
        )));
    }
    let row = |line: Line| Model {
        person_id: line.person,
        organisation_id: line.organisation,
        reason: line.reason,
        erased_at: Instant(line.erased_at),
    };
    Ok(ledger.erased.into_iter().map(row).collect())
}

/// Erasures in any of these files.
pub async fn read_all(db: &Db, sealing: &Sealing, files: &[&Path]) -> Result<Vec<Model>, StartError> {
    let mut all = BTreeMap::new();
    for file in files {
        all.extend(read(db, sealing, file).await?.into_iter().map(|row| (row.person_id, row)));
    }
    Ok(all.into_values().collect())
}

async fn prove(db: &Db, sealing: &Sealing, written_at: &str, erased: &[Line]) -> Result<String, StartError> {
    let key = sealing.key_for(db.read(), KeyPurpose::Check, Uuid::nil()).await?;
    let key = key.ok_or_else(|| stop(FOREIGN_KEY))?;
    let text = serde_json::to_string(&("erasure ledger", written_at, erased))
        .map_err(|error| stop(error.to_string()))?;
    Ok(key.mac(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect())
}
