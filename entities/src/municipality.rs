//! A municipality, district or city.

use sea_orm::entity::prelude::*;

use crate::ids::MunicipalityId;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "municipality")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MunicipalityId,
    /// ISO 3166-2.
    pub province: String,
    /// `municipality`, `district` or `city`.
    pub kind: String,
    /// In English.
    pub name: String,
    /// Name in the local language.
    pub name_local: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
