//! Something that happened; immutable. It names fields, never contents.

use sea_orm::entity::prelude::*;

use crate::{
    codes::{EventKind, Origin},
    ids::{EventId, MemberId, OrganisationId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    /// UUIDv7, in about the order of happening.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EventId,
    /// Given by the worker once the event is committed.
    pub sequence_number: Option<i64>,
    pub kind: EventKind,
    pub occurred_at: Instant,
    /// Member who caused it; empty for the system.
    pub member_id: Option<MemberId>,
    /// Organisation for which it was caused.
    pub organisation_id: Option<OrganisationId>,
    pub origin: Origin,
    /// Further object, such as a message, an appointment or a consent.
    pub about: Option<Uuid>,
    /// Names of the fields that changed, comma separated.
    pub fields: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
