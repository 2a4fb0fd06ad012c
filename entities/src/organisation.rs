//! An organisation of the network.

use sea_orm::entity::prelude::*;

use crate::{
    codes::OrganisationKind,
    ids::{MunicipalityId, OrganisationId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
    /// Short description.
    pub description: String,
    /// ISO 3166-2.
    pub province: String,
    pub municipality_id: Option<MunicipalityId>,
    /// Street and number; empty if unknown.
    pub address: String,
    /// Phone number; empty if unknown.
    pub phone: String,
    /// Public email address; empty if unknown.
    pub email: String,
    /// Empty if there is none.
    pub website: String,
    /// ISO 3166-1 alpha-2; its working days count.
    pub country: String,
    /// IANA name, `Europe/Vilnius`.
    pub time_zone: String,
    /// BCP 47.
    pub language: String,
    /// Whether managers see every person of the organisation, not only those of their case teams.
    pub managers_see_all: bool,
    pub version: i32,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
