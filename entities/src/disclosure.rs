//! Disclosure of one person to one recipient, under its own pseudonym.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{DisclosureId, KeyId, OrganisationId, PersonId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "disclosure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DisclosureId,
    pub person_id: PersonId,
    pub recipient_id: OrganisationId,
    /// Seals what the recipient's members write.
    pub key_id: KeyId,
    /// A word and a number, the recipient's own.
    pub pseudonym: String,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
