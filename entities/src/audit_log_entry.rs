//! An event in the audit log of an organisation that may read it, written by the worker.

use sea_orm::entity::prelude::*;

use crate::ids::{EventId, OrganisationId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_log_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// The event's.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence_number: i64,
    pub event_id: EventId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::event::Entity",
        from = "Column::EventId",
        to = "super::event::Column::Id",
        skip_fk
    )]
    Event,
}

impl ActiveModelBehavior for ActiveModel {}
