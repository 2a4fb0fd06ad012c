//! A batch of the audit log's hash chain: a range of sequence numbers, with a keyed hash over their events and the
//! batch before.

use sea_orm::entity::prelude::*;

use crate::instant::Instant;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_log_batch")]
pub struct Model {
    /// Counts from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub first_sequence_number: i64,
    pub last_sequence_number: i64,
    /// HMAC-SHA-256, 32 bytes.
    pub link: Vec<u8>,
    pub made_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
