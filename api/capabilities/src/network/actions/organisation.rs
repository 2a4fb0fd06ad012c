//! Change of an organisation's details.

use entities::{
    described_enum,
    ids::{MunicipalityId, OrganisationId},
    organisation,
};
use platform::{
    context::RequestContext,
    db::{DomainEvent, changed, update_at_version},
    error::{ActionError, DomainError},
    reference_data::LANGUAGES,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::super::model::OrganisationField;
use crate::{
    checks::{Checks, LINE, TEXT, length_codes},
    network::{ORGANISATION_CHANGE, events::ORGANISATION_CHANGED},
};

described_enum! {
    /// Error of changing an organisation.
    OrganisationChangeErrorCode {
        TooLong = "TOO_LONG": "A text is too long.",
        Unknown = "UNKNOWN": "The municipality does not exist in the organisation's country.",
        NotALanguage = "NOT_A_LANGUAGE": "The language is not supported.",
        NotAZone = "NOT_A_ZONE": "The time zone is not an IANA name such as Europe/Vilnius.",
    }
}
length_codes!(OrganisationChangeErrorCode);

/// Details of an organisation. Its name and kind are not among them: others rely on them.
#[derive(Clone, Debug)]
pub struct OrganisationSelf {
    pub description: String,
    /// `None` if it works in no particular one.
    pub municipality: Option<MunicipalityId>,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub website: String,
    /// BCP 47.
    pub language: String,
    /// IANA name.
    pub time_zone: String,
    pub managers_see_all: bool,
}

/// Changes the details of the viewer's organisation. If it moves within its country, its province follows.
pub async fn organisation_change(
    request: &RequestContext,
    version: i32,
    entry: OrganisationSelf,
) -> Result<OrganisationId, ActionError<OrganisationChangeErrorCode>> {
    use OrganisationChangeErrorCode as Code;
    let viewer = request.viewer_who_may(ORGANISATION_CHANGE)?;
    let mut checks = Checks::default();
    let description = checks.optional("description", &entry.description, TEXT);
    let address = checks.optional("address", &entry.address, 1_000);
    let phone = checks.optional("phone", &entry.phone, LINE);
    let email = checks.optional("email", &entry.email, LINE);
    let website = checks.optional("website", &entry.website, LINE);
    let reference_data = &request.app.reference_data;
    let place = entry.municipality.map(|id| {
        let place = reference_data.municipality(id)?;
        reference_data.province(&place.province).filter(|province| province.country == viewer.country)
    });
    if place == Some(None) {
        checks.wrong("municipalityId", Code::Unknown, "choose a municipality of the organisation's country");
    }
    if !LANGUAGES.contains(&entry.language.as_str()) {
        checks.wrong("language", Code::NotALanguage, format!("choose one of {}", LANGUAGES.join(", ")));
    }
    if entry.time_zone.parse::<chrono_tz::Tz>().is_err() {
        checks.wrong("timeZone", Code::NotAZone, "enter an IANA name, such as Europe/Vilnius");
    }
    checks.done()?;
    let tx = request.begin().await?;
    let id = viewer.organisation;
    let before = organisation::Entity::find_by_id(id).one(tx.on()).await?;
    let before = before.ok_or(DomainError::NotFound("organisation"))?;
    let province = place.flatten().map_or_else(|| before.province.clone(), |province| province.code.clone());
    let update = organisation::ActiveModel {
        description: Set(description),
        province: Set(province),
        municipality_id: Set(entry.municipality),
        address: Set(address),
        phone: Set(phone),
        email: Set(email),
        website: Set(website),
        language: Set(entry.language),
        time_zone: Set(entry.time_zone),
        managers_see_all: Set(entry.managers_see_all),
        ..Default::default()
    };
    let fields = changed(&before, &update, field_of);
    let change = organisation::Entity::update_many().set(update).filter(organisation::Column::Id.eq(id));
    update_at_version(&tx, change, organisation::Column::Version, version).await?;
    tx.record(DomainEvent::new(ORGANISATION_CHANGED, vec![(id, id.0)]).fields(fields));
    Ok(tx.commit(id).await?)
}

/// The field of each column.
fn field_of(column: organisation::Column) -> Option<OrganisationField> {
    use OrganisationField as F;
    use organisation::Column as C;
    match column {
        C::Description => Some(F::Description),
        C::MunicipalityId => Some(F::MunicipalityId),
        C::Address => Some(F::Address),
        C::Phone => Some(F::Phone),
        C::Email => Some(F::Email),
        C::Website => Some(F::Website),
        C::Language => Some(F::Language),
        C::TimeZone => Some(F::TimeZone),
        C::ManagersSeeAll => Some(F::ManagersSeeAll),
        // The province follows the municipality.
        C::Id | C::Kind | C::Name | C::Province | C::Country | C::Version | C::CreatedAt => None,
    }
}
