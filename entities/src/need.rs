//! Need of a person.

use sea_orm::entity::prelude::*;

use crate::{
    codes::{NeedDomain, Priority},
    ids::{NeedId, PersonId},
    instant::Instant,
    sealed::Sealed,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "need")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NeedId,
    pub person_id: PersonId,
    pub domain: NeedDomain,
    pub urgency: Priority,
    /// Under the person's key.
    pub text: Sealed,
    pub met: bool,
    pub version: i32,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
