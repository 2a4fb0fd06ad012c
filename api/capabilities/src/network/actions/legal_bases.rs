//! The register of legal bases: the legal basis of a disclosure for a purpose, to a kind of organisation, in a
//! country. A disclosure without a line in the register is not allowed.

use entities::{
    codes::{LegalBasis, OrganisationKind, Purpose},
    described_enum,
    ids::LegalBasisRuleId,
    legal_basis_rule,
};
use platform::{
    access::policy::works_with_people,
    context::RequestContext,
    db::{DomainEvent, changed},
    error::{ActionError, DomainError},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::OnConflict};

use super::super::model::LegalBasisField;
use crate::{
    checks::{Checks, field_codes},
    network::{LEGAL_BASIS_RECORD, events::GROUND_RECORDED},
};

described_enum! {
    /// Error of recording a line in the register of legal bases.
    LegalBasisRecordErrorCode {
        Required = "REQUIRED": "The law is empty.",
        TooLong = "TOO_LONG": "The law is longer than its limit.",
        NotACountry = "NOT_A_COUNTRY": "No province of this country is known to the installation.",
        WithoutPeople = "WITHOUT_PEOPLE": "Organisations of this kind do not work with people and receive no data.",
    }
}
field_codes!(LegalBasisRecordErrorCode);

/// Characters of a text of law.
const LAW: usize = 1_000;

/// A line of the register, as recorded.
#[derive(Clone, Debug)]
pub struct LegalBasisEntry {
    pub purpose: Purpose,
    pub recipient_kind: OrganisationKind,
    /// Country of the sender, ISO 3166-1 alpha-2.
    pub country: String,
    pub legal_basis: LegalBasis,
    /// The text of law, named.
    pub law: String,
}

/// Records a line, replacing the one for the same country, purpose and kind. It applies to referrals sent from then
/// on; earlier ones keep their legal basis.
pub async fn legal_basis_record(
    request: &RequestContext,
    entry: LegalBasisEntry,
) -> Result<LegalBasisRuleId, ActionError<LegalBasisRecordErrorCode>> {
    let viewer = request.viewer_who_may(LEGAL_BASIS_RECORD)?;
    let mut checks = Checks::default();
    let law = checks.required("law", &entry.law, LAW);
    if !request.app.reference_data.provinces().iter().any(|province| province.country == entry.country) {
        checks.wrong(
            "country",
            LegalBasisRecordErrorCode::NotACountry,
            "choose a country whose provinces are known to this installation",
        );
    }
    if !works_with_people(entry.recipient_kind) {
        let message = "choose a kind of organisation that works with people";
        checks.wrong("recipientKind", LegalBasisRecordErrorCode::WithoutPeople, message);
    }
    checks.done()?;
    let tx = request.begin().await?;
    use legal_basis_rule::Column;
    let before = legal_basis_rule::Entity::find()
        .filter(Column::Purpose.eq(entry.purpose))
        .filter(Column::RecipientKind.eq(entry.recipient_kind))
        .filter(Column::Country.eq(entry.country.clone()))
        .one(tx.on())
        .await?;
    let row = legal_basis_rule::ActiveModel {
        id: Set(LegalBasisRuleId(tx.env().ordered_id())),
        purpose: Set(entry.purpose),
        recipient_kind: Set(entry.recipient_kind),
        country: Set(entry.country.clone()),
        legal_basis: Set(entry.legal_basis),
        law: Set(law),
    };
    let fields = before.map(|before| changed(&before, &row, field_of)).unwrap_or_default();
    legal_basis_rule::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([Column::Purpose, Column::RecipientKind, Column::Country])
                .update_columns([Column::LegalBasis, Column::Law])
                .to_owned(),
        )
        .exec_without_returning(tx.on())
        .await?;
    let id: Option<LegalBasisRuleId> = legal_basis_rule::Entity::find()
        .filter(Column::Purpose.eq(entry.purpose))
        .filter(Column::RecipientKind.eq(entry.recipient_kind))
        .filter(Column::Country.eq(entry.country))
        .select_only()
        .column(Column::Id)
        .into_tuple()
        .one(tx.on())
        .await?;
    let id = id.ok_or_else(|| DomainError::Internal("a line of the register is missing".to_owned()))?;
    let own = viewer.organisation;
    tx.record(DomainEvent::new(GROUND_RECORDED, vec![(own, own.0)]).fields(fields));
    Ok(tx.commit(id).await?)
}

/// The field of each column that a line in the place of another changes.
fn field_of(column: legal_basis_rule::Column) -> Option<LegalBasisField> {
    use legal_basis_rule::Column as C;
    match column {
        C::LegalBasis => Some(LegalBasisField::LegalBasis),
        C::Law => Some(LegalBasisField::Law),
        C::Id | C::Purpose | C::RecipientKind | C::Country => None,
    }
}
