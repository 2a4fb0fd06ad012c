//! Grant that lets one recipient see a person, with its extent and legal basis: one for each referral that was sent,
//! or for another owner. The owner refers to the grant; the grant knows its owner only by kind and id.

use sea_orm::entity::prelude::*;

use crate::{
    codes::{GrantOwnerKind, LegalBasis, PreAcceptanceFact, ReportBack, Scope, Set},
    ids::{AgreementId, ConsentId, DisclosureId, GrantId, OrganisationId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "disclosure_grant")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GrantId,
    /// Kind of the owner: a referral, a registration, an application.
    pub owner_kind: GrantOwnerKind,
    pub owner_id: Uuid,
    pub disclosure_id: DisclosureId,
    pub sender_id: OrganisationId,
    pub recipient_id: OrganisationId,
    pub agreement_id: AgreementId,
    pub legal_basis: LegalBasis,
    /// The text of law, named, as the register said when it was granted.
    pub law: String,
    /// Consent on which the grant rests; empty for a legal basis that needs none.
    pub consent_id: Option<ConsentId>,
    /// The yes that it was made on, whatever the person answered since; kept as proof.
    pub given_consent_id: Option<ConsentId>,
    pub scopes: Set<Scope>,
    pub pre_acceptance: Set<PreAcceptanceFact>,
    pub report_back: Set<ReportBack>,
    /// Time at which acceptance opened it.
    pub opened_at: Option<Instant>,
    /// The first day on which it is closed, once the referral is.
    pub closes_on: Option<Date>,
    /// Time of revocation.
    pub revoked_at: Option<Instant>,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::agreement::Entity",
        from = "Column::AgreementId",
        to = "super::agreement::Column::Id",
        skip_fk
    )]
    Agreement,
    #[sea_orm(
        belongs_to = "super::consent::Entity",
        from = "Column::ConsentId",
        to = "super::consent::Column::Id",
        skip_fk
    )]
    Consent,
    #[sea_orm(
        belongs_to = "super::disclosure::Entity",
        from = "Column::DisclosureId",
        to = "super::disclosure::Column::Id",
        skip_fk
    )]
    Disclosure,
}

impl ActiveModelBehavior for ActiveModel {}
