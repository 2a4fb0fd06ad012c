//! Columns that a member confirmed for a header row, for the next list of the same organisation with that header row.

use sea_orm::entity::prelude::*;

use crate::{codes::ImportKind, ids::OrganisationId, instant::Instant};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "import_mapping")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: ImportKind,
    /// A keyed hash of the header row, 64 hexadecimal digits.
    #[sea_orm(primary_key, auto_increment = false)]
    pub header: String,
    /// A field's code and an order of dates for each column, JSON; nothing of the list.
    pub columns: String,
    pub changed_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
