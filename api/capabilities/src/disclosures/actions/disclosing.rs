//! Creation of disclosures, with their pseudonym and key.

use entities::{
    codes::KeyPurpose,
    disclosure,
    ids::{DisclosureId, KeyId, OrganisationId, PersonId},
    organisation,
};
use platform::{db::Tx, error::DomainError, sealing::Sealing};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::people::free_pseudonym;

/// Disclosure of a person to a recipient: created the first time, then always the same.
pub async fn disclose(
    sealing: &Sealing,
    tx: &Tx,
    person: PersonId,
    recipient: &organisation::Model,
) -> Result<disclosure::Model, DomainError> {
    let known = disclosure::Entity::find()
        .filter(disclosure::Column::PersonId.eq(person))
        .filter(disclosure::Column::RecipientId.eq(recipient.id))
        .one(tx.on())
        .await?;
    if let Some(known) = known {
        return Ok(known);
    }
    let id = DisclosureId(tx.env().random_id());
    let key = sealing.make(tx, KeyPurpose::Disclosure, id.0).await?;
    let row = disclosure::Model {
        id,
        person_id: person,
        recipient_id: recipient.id,
        key_id: key.id(),
        pseudonym: free_pseudonym(tx, recipient).await?,
        created_at: tx.now(),
    };
    disclosure::Entity::insert(disclosure::ActiveModel::from(row.clone()))
        .exec_without_returning(tx.on())
        .await?;
    Ok(row)
}

/// Key that encrypts a recipient's texts about a person.
pub async fn key_of_disclosure(
    tx: &Tx,
    person: PersonId,
    recipient: OrganisationId,
) -> Result<KeyId, DomainError> {
    disclosure::Entity::find()
        .filter(disclosure::Column::PersonId.eq(person))
        .filter(disclosure::Column::RecipientId.eq(recipient))
        .select_only()
        .column(disclosure::Column::KeyId)
        .into_tuple()
        .one(tx.on())
        .await?
        .ok_or_else(|| DomainError::Internal("the key of a disclosure is missing".to_owned()))
}
