//! A signed-in browser.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{MemberId, SessionId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    /// SHA-256 of the secret in the cookie.
    pub hash: Vec<u8>,
    /// For whom it acts.
    pub member_id: MemberId,
    pub created_at: Instant,
    pub expires_at: Instant,
    /// To the minute; a session that rests for too long is none.
    pub seen_at: Instant,
    /// Name of the browser and system, from its user agent.
    pub browser: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::member::Entity",
        from = "Column::MemberId",
        to = "super::member::Column::Id",
        skip_fk
    )]
    Member,
}

impl ActiveModelBehavior for ActiveModel {}
