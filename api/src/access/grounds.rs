//! Why a disclosure is lawful: the register of grounds, read.

use entities::{
    codes::{Ground, OrganisationKind, Purpose},
    ground_rule,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::refusal::Refusal;

/// Grounds that do without the person's consent.
pub const WITHOUT_CONSENT: [Ground; 2] = [Ground::LegalObligation, Ground::VitalInterest];

/// Whether a disclosure on this ground needs the person's consent.
pub fn needs_consent(ground: Ground) -> bool {
    !WITHOUT_CONSENT.contains(&ground)
}

/// The ground that a disclosure from a country, for a purpose, to a kind of organisation rests on.
/// `None` where the register knows none: then nothing may be disclosed.
pub async fn of(
    on: &impl ConnectionTrait,
    purpose: Purpose,
    recipient: OrganisationKind,
    country: &str,
) -> Result<Option<ground_rule::Model>, Refusal> {
    Ok(ground_rule::Entity::find()
        .filter(ground_rule::Column::Purpose.eq(purpose))
        .filter(ground_rule::Column::RecipientKind.eq(recipient))
        .filter(ground_rule::Column::Country.eq(country))
        .one(on)
        .await?)
}
