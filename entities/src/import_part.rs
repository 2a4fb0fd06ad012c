//! Part of a waiting import: of the uploaded file, or of its rows with their validation.

use sea_orm::entity::prelude::*;

use crate::{ids::ImportId, sealed::Sealed};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "import_part")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub import_id: ImportId,
    /// Number of the part, from 0.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// Bytes of the file, or rows as JSON.
    pub content: Sealed,
    /// Validation of each row: JSON.
    pub row_statuses: Option<Sealed>,
    pub new: i32,
    pub existing: i32,
    pub duplicate: i32,
    pub invalid: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
