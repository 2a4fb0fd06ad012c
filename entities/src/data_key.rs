//! A key, wrapped by the installation's master key.

use sea_orm::entity::prelude::*;

use crate::{codes::KeyPurpose, ids::KeyId, instant::Instant};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "data_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: KeyId,
    pub purpose: KeyPurpose,
    /// Owner of the key: a person, a disclosure, an organisation; nil for the installation.
    pub owner: Uuid,
    /// Name of the master key that encrypts it: the first 16 hexadecimal digits of its hash.
    pub master: String,
    /// Nonce and ciphertext.
    pub wrapped: Vec<u8>,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
