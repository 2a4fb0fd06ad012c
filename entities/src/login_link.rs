//! Login link that was sent to a member by email, with a code if it was requested in a browser. Neither is stored:
//! both are derived from the id by the master key.

use sea_orm::entity::prelude::*;

use crate::{
    codes::LoginLinkKind,
    ids::{LoginLinkId, MemberId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "login_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LoginLinkId,
    pub kind: LoginLinkKind,
    /// Member who signs in by it.
    pub member_id: MemberId,
    /// SHA-256 of the form secret of the requesting browser; the link is valid for that browser only.
    pub browser: Option<Vec<u8>>,
    pub created_at: Instant,
    pub expires_at: Instant,
    /// Number of attempts with the code.
    pub tries: i32,
    pub used_at: Option<Instant>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
