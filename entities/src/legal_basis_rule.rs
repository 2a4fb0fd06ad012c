//! Line of the register of legal bases: the legal basis of a disclosure for a purpose to a kind of organisation in a
//! country.

use sea_orm::entity::prelude::*;

use crate::{
    codes::{LegalBasis, OrganisationKind, Purpose},
    ids::LegalBasisRuleId,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "legal_basis_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LegalBasisRuleId,
    pub purpose: Purpose,
    pub recipient_kind: OrganisationKind,
    /// Country of the sender, ISO 3166-1 alpha-2.
    pub country: String,
    pub legal_basis: LegalBasis,
    /// The text of law, named.
    pub law: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
