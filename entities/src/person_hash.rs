//! Keyed hashes by which a holder searches its people: folded words of names, their three-letter prefixes, and
//! numbers of ID documents.

use sea_orm::entity::prelude::*;

use crate::ids::{OrganisationId, PersonId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person_hash")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub holder_id: OrganisationId,
    /// 16 bytes.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: Vec<u8>,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
