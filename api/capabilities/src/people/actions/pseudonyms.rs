//! Pseudonyms of people.

use std::collections::HashSet;

use entities::{disclosure, ids::OrganisationId, organisation, person};
use platform::{db::Tx, error::DomainError, sealing::random};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::super::model;

/// An unused pseudonym at an organisation.
pub async fn free_pseudonym(tx: &Tx, reader: &organisation::Model) -> Result<String, DomainError> {
    let mut free = free_pseudonyms(tx, reader, 1).await?;
    free.pop().ok_or_else(|| DomainError::Internal("no pseudonym is free at this organisation".to_owned()))
}

/// A number of unused pseudonyms at an organisation, neither among its own people nor among those disclosed to it.
/// They become longer as more are used.
pub async fn free_pseudonyms(
    tx: &Tx,
    reader: &organisation::Model,
    wanted: usize,
) -> Result<Vec<String>, DomainError> {
    /// Pseudonyms of one length are tried so often before longer ones are.
    const TRIES: u32 = 4;
    let (mut free, mut tries) = (Vec::with_capacity(wanted), 0);
    let mut seen = HashSet::new();
    while free.len() < wanted {
        if tries >= 8 * TRIES {
            return Err(DomainError::Internal("no pseudonym is free at this organisation".to_owned()));
        }
        let missing = wanted - free.len();
        // For one person some are tried at once: the first is nearly always free.
        let drawn = missing.max(4);
        let mut candidates: Vec<String> =
            (0..drawn).map(|_| model::pseudonym(&reader.language, random(), tries)).collect();
        candidates.retain(|each| seen.insert(each.clone()));
        let taken = taken_pseudonyms(tx, reader.id, &candidates).await?;
        candidates.retain(|each| !taken.contains(each));
        candidates.truncate(missing);
        let few = candidates.len() < missing / 2;
        free.extend(candidates);
        tries = if few { (tries / TRIES + 1) * TRIES } else { tries + 1 };
    }
    Ok(free)
}

async fn taken_pseudonyms(
    tx: &Tx,
    reader: OrganisationId,
    candidates: &[String],
) -> Result<HashSet<String>, DomainError> {
    let disclosed: Vec<String> = disclosure::Entity::find()
        .filter(disclosure::Column::RecipientId.eq(reader))
        .filter(disclosure::Column::Pseudonym.is_in(candidates))
        .select_only()
        .column(disclosure::Column::Pseudonym)
        .into_tuple()
        .all(tx.on())
        .await?;
    let own: Vec<String> = person::Entity::find()
        .filter(person::Column::HolderId.eq(reader))
        .filter(person::Column::Pseudonym.is_in(candidates))
        .select_only()
        .column(person::Column::Pseudonym)
        .into_tuple()
        .all(tx.on())
        .await?;
    Ok(disclosed.into_iter().chain(own).collect())
}
