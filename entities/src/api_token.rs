//! A key to the API for a member in an organisation.

use sea_orm::entity::prelude::*;

use crate::{
    codes::{Set, TokenScope},
    ids::{MemberId, TokenId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "api_token")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TokenId,
    /// SHA-256 of the secret, which is shown once.
    pub hash: Vec<u8>,
    pub member_id: MemberId,
    /// Name given by its creator.
    pub name: String,
    pub scopes: Set<TokenScope>,
    pub created_at: Instant,
    pub expires_at: Instant,
    /// To the minute.
    pub used_at: Option<Instant>,
    pub revoked_at: Option<Instant>,
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
