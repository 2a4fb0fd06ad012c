//! A person held by an organisation. Only the columns that statistics and matching need are in clear; the rest is
//! encrypted.

use sea_orm::entity::prelude::*;

use crate::{
    codes::Sex,
    ids::{KeyId, MunicipalityId, OrganisationId, PersonId},
    instant::Instant,
    sealed::Sealed,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PersonId,
    pub holder_id: OrganisationId,
    pub key_id: KeyId,
    /// Pseudonym at the holder.
    pub pseudonym: String,
    pub year_of_birth: Option<i32>,
    pub sex: Sex,
    /// Municipality to which the person returns.
    pub municipality_id: Option<MunicipalityId>,
    pub release_date: Option<Date>,
    pub release_confirmed: bool,
    /// Names, date of birth, contact details, ID documents, custody, status regarding alcohol and drugs: JSON,
    /// encrypted with the person's key.
    pub sealed: Sealed,
    /// Whether only the case team sees the person.
    pub restricted: bool,
    pub version: i32,
    pub created_at: Instant,
    pub changed_at: Instant,
    /// Since when nothing of the person is left but what statistics may keep.
    pub erased_at: Option<Instant>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
