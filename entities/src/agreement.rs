//! A cooperation agreement between organisations.

use sea_orm::entity::prelude::*;

use crate::{
    codes::{AgreementState, Purpose, Scope, Set},
    ids::{AgreementId, OrganisationId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AgreementId,
    pub title: String,
    pub purpose: Purpose,
    pub state: AgreementState,
    /// Scopes that may be disclosed.
    pub scopes: Set<Scope>,
    pub starts_on: Date,
    /// Last day; empty if it has no fixed end.
    pub ends_on: Option<Date>,
    pub proposed_by: OrganisationId,
    pub version: i32,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
