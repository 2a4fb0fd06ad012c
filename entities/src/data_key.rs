//! A key, wrapped by the installation's master key.

use sea_orm::entity::prelude::*;

use crate::{codes::KeyPurpose, ids::KeyId, instant::Instant};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "data_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: KeyId,
    pub purpose: KeyPurpose,
    /// Whose it is: a person, a disclosure, an organisation; nil for the installation's.
    pub owner: Uuid,
    /// Which master key wraps it: the first 16 hexadecimal digits of its hash.
    pub master: String,
    /// Nonce and ciphertext.
    pub wrapped: Vec<u8>,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
