//! A user, who may be a member of several organisations.

use sea_orm::entity::prelude::*;

use crate::{ids::AccountId, instant::Instant};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccountId,
    /// Lower case, unique.
    pub email: String,
    /// Name that colleagues see.
    pub name: String,
    /// BCP 47.
    pub language: String,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
