//! A party of an agreement, and whether it signed.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{AgreementId, MemberId, OrganisationId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_party")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub agreement_id: AgreementId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    pub signed_at: Option<Instant>,
    pub signed_by: Option<MemberId>,
    /// Time since which the party has suspended the agreement; only it can resume.
    pub suspended_at: Option<Instant>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
