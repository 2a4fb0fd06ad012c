//! Keeping the register of grounds: on what a disclosure for a purpose, to a kind of organisation, rests in a country.
//! What it does not name may not be disclosed at all.

use entities::{
    codes::{EventKind, Ground, OrganisationKind, Purpose},
    ground_rule,
    ids::GroundRuleId,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::OnConflict};

use crate::{
    access::{Action, policy::works_with_people},
    db::Happened,
    domain::checks::{Checks, field_codes},
    house::Call,
    refusal::{Failure, Refusal},
    words::words,
};

words! {
    /// Why a line of the register cannot be recorded like this.
    GroundRecordErrorCode {
        Required = "REQUIRED": "Name the text of law.",
        TooLong = "TOO_LONG": "The text of law is too long.",
        NotACountry = "NOT_A_COUNTRY": "The installation knows no province of this country.",
        WithoutPeople = "WITHOUT_PEOPLE": "Organisations of this kind do not work with people, and are told nothing.",
    }
}
field_codes!(GroundRecordErrorCode);

/// Characters of a text of law.
const LAW: usize = 1_000;

/// A line of the register, as recorded.
#[derive(Debug)]
pub struct GroundEntry {
    pub purpose: Purpose,
    pub recipient_kind: OrganisationKind,
    /// Of the sender, ISO 3166-1 alpha-2.
    pub country: String,
    pub ground: Ground,
    /// The text of law, named.
    pub law: String,
}

/// Records a line, in the place of the one about the same country, purpose and kind. It counts for what is sent from
/// then on; what was sent keeps the ground it was sent on.
pub async fn ground_record(
    call: &Call,
    entry: GroundEntry,
) -> Result<GroundRuleId, Failure<GroundRecordErrorCode>> {
    let viewer = call.viewer_who_may(Action::GroundRecord)?;
    let mut checks = Checks::default();
    let law = checks.required("law", &entry.law, LAW);
    if !call.house.atlas.provinces().iter().any(|province| province.country == entry.country) {
        checks.wrong(
            "country",
            GroundRecordErrorCode::NotACountry,
            "choose a country that has provinces here",
        );
    }
    if !works_with_people(entry.recipient_kind) {
        let message = "choose a kind of organisation that works with people";
        checks.wrong("recipientKind", GroundRecordErrorCode::WithoutPeople, message);
    }
    checks.done()?;
    let tx = call.begin().await?;
    use ground_rule::Column;
    ground_rule::Entity::insert(ground_rule::ActiveModel {
        id: Set(GroundRuleId(tx.world().ordered_id())),
        purpose: Set(entry.purpose),
        recipient_kind: Set(entry.recipient_kind),
        country: Set(entry.country.clone()),
        ground: Set(entry.ground),
        law: Set(law),
    })
    .on_conflict(
        OnConflict::columns([Column::Purpose, Column::RecipientKind, Column::Country])
            .update_columns([Column::Ground, Column::Law])
            .to_owned(),
    )
    .exec_without_returning(tx.on())
    .await?;
    let id: Option<GroundRuleId> = ground_rule::Entity::find()
        .filter(Column::Purpose.eq(entry.purpose))
        .filter(Column::RecipientKind.eq(entry.recipient_kind))
        .filter(Column::Country.eq(entry.country))
        .select_only()
        .column(Column::Id)
        .into_tuple()
        .one(tx.on())
        .await?;
    let id = id.ok_or_else(|| Refusal::Internal("a line of the register is missing".to_owned()))?;
    let own = viewer.organisation;
    tx.record(Happened::new(EventKind::GroundRecorded, vec![(own, own.0)]));
    Ok(tx.commit(id).await?)
}
