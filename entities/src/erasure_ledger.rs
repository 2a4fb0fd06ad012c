//! Erasures, to be repeated after the restore of a backup. Contains no personal data.

use sea_orm::entity::prelude::*;

use crate::{
    codes::ErasureReason,
    ids::{OrganisationId, PersonId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "erasure_ledger")]
pub struct Model {
    /// Person whose row may be missing: a restored older backup may not have it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// The holder.
    pub organisation_id: OrganisationId,
    pub reason: ErasureReason,
    pub erased_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
