//! What a member did under a key of theirs, for a day: so that the same thing sent again is not done again.

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
    /// What it gave: an id, a number, or nothing, as the mutation has it.
    pub result: Uuid,
    /// From then on the key is new again.
    pub kept_until: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
