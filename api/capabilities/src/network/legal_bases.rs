//! Reads of the register of legal bases.

use entities::{
    codes::{LegalBasis, OrganisationKind, Purpose},
    legal_basis_rule,
};
use platform::error::DomainError;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Legal bases that need no consent of the person.
pub const WITHOUT_CONSENT: [LegalBasis; 2] = [LegalBasis::LegalObligation, LegalBasis::VitalInterest];

/// Whether a disclosure under this legal basis needs the person's consent.
pub fn needs_consent(legal_basis: LegalBasis) -> bool {
    !WITHOUT_CONSENT.contains(&legal_basis)
}

/// Legal basis of a disclosure from a country, for a purpose, to a kind of organisation. `None` if the register has
/// none: then nothing may be disclosed.
pub async fn of(
    on: &impl ConnectionTrait,
    purpose: Purpose,
    recipient: OrganisationKind,
    country: &str,
) -> Result<Option<legal_basis_rule::Model>, DomainError> {
    Ok(legal_basis_rule::Entity::find()
        .filter(legal_basis_rule::Column::Purpose.eq(purpose))
        .filter(legal_basis_rule::Column::RecipientKind.eq(recipient))
        .filter(legal_basis_rule::Column::Country.eq(country))
        .one(on)
        .await?)
}
