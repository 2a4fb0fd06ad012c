//! Idempotency key of a member, kept for a day, so that a repeated request is not carried out again.

use sea_orm::entity::prelude::*;

use crate::{ids::MemberId, instant::Instant};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: MemberId,
    /// A keyed hash of what the client sent as key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// A keyed hash of the mutation's name and input.
    pub input: String,
    /// Result of the action: an id, a number, or nothing, depending on the mutation.
    pub result: Uuid,
    /// Time at which the key expires.
    pub kept_until: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
