//! Bringing organisations with their services into the network, many at once.

use std::collections::{HashMap, HashSet};

use entities::{
    codes::{NeedDomain, OrganisationKind, Purpose, ServiceStatus, Set as Codes},
    described_enum,
    ids::{MunicipalityId, OrganisationId, ServiceAreaId, ServiceId},
    member, organisation, service, service_area, service_capacity,
};
use platform::{
    context::RequestContext,
    db::{DomainEvent, Tx, locks},
    error::{DomainError, ValidationError},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use spreadsheets::column_inference::folded_words;

use super::super::model::OrganisationField;
use crate::{
    checks::{Checks, LINE, TEXT, field_codes, shown},
    network::{ORGANISATION_RECORD, events::ORGANISATION_RECORDED},
};

described_enum! {
    /// Error of importing an organisation.
    OrganisationErrorCode {
        Required = "REQUIRED": "A required field is empty.",
        TooLong = "TOO_LONG": "A text is too long.",
        Unknown = "UNKNOWN": "The municipality does not exist.",
        Invalid = "INVALID": "The capacity is not from 0 to 100000.",
    }
}
field_codes!(OrganisationErrorCode);

/// An organisation with its services, as a list has it.
#[derive(Clone, Debug)]
pub struct OrganisationEntry {
    pub name: String,
    pub kind: OrganisationKind,
    pub description: String,
    pub municipality: MunicipalityId,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub website: String,
    /// Each with the list's own words for it.
    pub services: Vec<(NeedDomain, String)>,
    /// Capacity of the only service; with several services it is unknown whose it is.
    pub places: Option<i32>,
}

/// An organisation as lists identify it: the words of its name, and its municipality.
type Known = (String, MunicipalityId);

impl OrganisationEntry {
    fn known_as(&self) -> Known {
        (folded_words(&self.name).join(" "), self.municipality)
    }
}

/// Existing organisations that a list may name.
#[derive(Default)]
pub struct Directory {
    there: HashMap<Known, Registered>,
}

struct Registered {
    id: OrganisationId,
    /// Whether it has members, who then manage its services themselves.
    has_members: bool,
    /// The words of their names.
    services: HashSet<String>,
}

impl Directory {
    /// Existing organisations in these municipalities.
    pub async fn of(
        on: &impl ConnectionTrait,
        municipalities: impl IntoIterator<Item = MunicipalityId>,
    ) -> Result<Self, DomainError> {
        let municipalities: HashSet<MunicipalityId> = municipalities.into_iter().collect();
        let found = organisation::Entity::find()
            .filter(organisation::Column::MunicipalityId.is_in(municipalities))
            .all(on)
            .await?;
        let ids: Vec<OrganisationId> = found.iter().map(|row| row.id).collect();
        let of_members: Vec<OrganisationId> = member::Entity::find()
            .filter(member::Column::OrganisationId.is_in(ids.iter().copied()))
            .select_only()
            .column(member::Column::OrganisationId)
            .distinct()
            .into_tuple()
            .all(on)
            .await?;
        let of_members: HashSet<OrganisationId> = of_members.into_iter().collect();
        let names: Vec<(OrganisationId, String)> = service::Entity::find()
            .filter(service::Column::OrganisationId.is_in(ids))
            .select_only()
            .columns([service::Column::OrganisationId, service::Column::Name])
            .into_tuple()
            .all(on)
            .await?;
        let mut services: HashMap<OrganisationId, HashSet<String>> = HashMap::new();
        for (owner, name) in names {
            services.entry(owner).or_default().insert(folded_words(&name).join(" "));
        }
        let there = found.into_iter().filter_map(|row| {
            let known = (folded_words(&row.name).join(" "), row.municipality_id?);
            let services = services.remove(&row.id).unwrap_or_default();
            Some((known, Registered { id: row.id, has_members: of_members.contains(&row.id), services }))
        });
        Ok(Self { there: there.collect() })
    }

    /// Whether everything is recorded: the organisation by name and place, and each service by its name, unless the
    /// organisation manages its services itself.
    pub fn knows(&self, entry: &OrganisationEntry) -> bool {
        self.there.get(&entry.known_as()).is_some_and(|there| {
            there.has_members
                || entry
                    .services
                    .iter()
                    .all(|(_, name)| there.services.contains(&folded_words(name).join(" ")))
        })
    }

    /// Takes note of an entry, so that the same one again is known.
    pub fn note(&mut self, entry: &OrganisationEntry, id: OrganisationId) {
        let fresh = || Registered { id, has_members: false, services: HashSet::new() };
        let there = self.there.entry(entry.known_as()).or_insert_with(fresh);
        there.services.extend(entry.services.iter().map(|(_, name)| folded_words(name).join(" ")));
    }
}

/// Errors that prevent the import of an organisation.
pub fn validate_organisation(
    request: &RequestContext,
    entry: &OrganisationEntry,
) -> Vec<ValidationError<OrganisationErrorCode>> {
    let mut checks = Checks::default();
    checks.required("name", &entry.name, LINE);
    checks.optional("description", &entry.description, TEXT);
    checks.optional("address", &entry.address, 1_000);
    checks.optional("phone", &entry.phone, LINE);
    checks.optional("email", &entry.email, LINE);
    checks.optional("website", &entry.website, LINE);
    if request.app.reference_data.municipality(entry.municipality).is_none() {
        let says = "choose a municipality that exists";
        checks.wrong("municipalityId", OrganisationErrorCode::Unknown, says);
    }
    for (n, (_, name)) in entry.services.iter().enumerate() {
        checks.required(&format!("services.{n}"), name, LINE);
    }
    if entry.services.len() > 50 {
        checks.wrong("services", OrganisationErrorCode::TooLong, "enter at most 50 services");
    }
    if entry.places.is_some_and(|places| !(0..=100_000).contains(&places)) {
        checks.wrong("places", OrganisationErrorCode::Invalid, "enter a capacity from 0 to 100000");
    }
    checks.found()
}

/// Records those of these valid organisations and services that do not exist, in the caller's transaction; returns
/// for each whether anything was recorded. They have no members yet: the operator adds the first. Only one import
/// records at a time.
pub async fn organisations_record(
    request: &RequestContext,
    tx: &Tx,
    entries: Vec<OrganisationEntry>,
) -> Result<Vec<bool>, DomainError> {
    let viewer = request.viewer_who_may(ORGANISATION_RECORD)?;
    locks::installation(tx).await?;
    let mut register = Directory::of(tx.on(), entries.iter().map(|entry| entry.municipality)).await?;
    let (mut rows, mut recorded) = (Rows::default(), Vec::new());
    for entry in entries {
        let known = register.knows(&entry);
        recorded.push(!known);
        if known {
            continue;
        }
        let there = register.there.get(&entry.known_as());
        let was_there = there.is_some();
        let id = there.map_or_else(|| OrganisationId(tx.env().random_id()), |there| there.id);
        if there.is_none() {
            rows.organisations.push(row_of(request, tx, &entry, id)?);
        }
        for (domain, name) in &entry.services {
            let is_there = there.is_some_and(|one| one.services.contains(&folded_words(name).join(" ")));
            if !is_there {
                rows.add_service(request, tx, &entry, id, *domain, name);
            }
        }
        register.note(&entry, id);
        let subjects = vec![(viewer.organisation, id.0), (id, id.0)];
        let happened = DomainEvent::new(ORGANISATION_RECORDED, subjects);
        tx.record(happened.fields(was_there.then_some(OrganisationField::Services)));
    }
    rows.store(tx).await?;
    Ok(recorded)
}

#[derive(Default)]
struct Rows {
    organisations: Vec<organisation::ActiveModel>,
    services: Vec<service::ActiveModel>,
    areas: Vec<service_area::ActiveModel>,
    places: Vec<service_capacity::ActiveModel>,
}

fn row_of(
    request: &RequestContext,
    tx: &Tx,
    entry: &OrganisationEntry,
    id: OrganisationId,
) -> Result<organisation::ActiveModel, DomainError> {
    let reference_data = &request.app.reference_data;
    // Validated before: the municipality exists, in a province.
    let place = reference_data.municipality(entry.municipality).ok_or_else(DomainError::stale)?;
    let province = reference_data.province(&place.province).ok_or_else(DomainError::stale)?;
    let trimmed = shown;
    Ok(organisation::ActiveModel {
        id: Set(id),
        kind: Set(entry.kind),
        name: Set(trimmed(&entry.name)),
        description: Set(trimmed(&entry.description)),
        province: Set(province.code.clone()),
        municipality_id: Set(Some(entry.municipality)),
        address: Set(trimmed(&entry.address)),
        phone: Set(trimmed(&entry.phone)),
        email: Set(trimmed(&entry.email)),
        website: Set(trimmed(&entry.website)),
        country: Set(province.country.clone()),
        time_zone: Set(time_zone_of(&province.country).to_owned()),
        language: Set(language_of(&province.country).to_owned()),
        managers_see_all: Set(true),
        version: Set(1),
        created_at: Set(tx.now()),
    })
}

impl Rows {
    fn add_service(
        &mut self,
        request: &RequestContext,
        tx: &Tx,
        entry: &OrganisationEntry,
        organisation: OrganisationId,
        domain: NeedDomain,
        name: &str,
    ) {
        let id = ServiceId(tx.env().random_id());
        self.services.push(service::ActiveModel {
            id: Set(id),
            organisation_id: Set(organisation),
            name: Set(shown(name)),
            description: Set(String::new()),
            domain: Set(domain),
            purpose: Set(purpose_of(domain)),
            status: Set(ServiceStatus::Active),
            unit: Set(String::new()),
            minimum_age: Set(None),
            maximum_age: Set(None),
            sex: Set(None),
            legal_statuses: Set(Codes::EMPTY),
            sobriety: Set(Codes::EMPTY),
            residents_only: Set(false),
            eligibility_description: Set(String::new()),
            application_process: Set(String::new()),
            fees_description: Set(String::new()),
            // An imported description has not been confirmed by a member.
            assured_on: Set(None),
            respond_days: Set(None),
            version: Set(1),
        });
        self.areas.push(service_area::ActiveModel {
            id: Set(ServiceAreaId(tx.env().ordered_id())),
            service_id: Set(id),
            province: Set(None),
            municipality_id: Set(Some(entry.municipality)),
            prison_id: Set(None),
        });
        if let (Some(places), [_]) = (entry.places, entry.services.as_slice()) {
            self.places.push(service_capacity::ActiveModel {
                service_id: Set(id),
                starts_on: Set(request.today()),
                maximum: Set(places),
            });
        }
    }

    async fn store(self, tx: &Tx) -> Result<(), DomainError> {
        if !self.organisations.is_empty() {
            organisation::Entity::insert_many(self.organisations).exec_without_returning(tx.on()).await?;
        }
        for some in self.services.chunks(1_000) {
            service::Entity::insert_many(some.to_vec()).exec_without_returning(tx.on()).await?;
        }
        for some in self.areas.chunks(1_000) {
            service_area::Entity::insert_many(some.to_vec()).exec_without_returning(tx.on()).await?;
        }
        for some in self.places.chunks(1_000) {
            service_capacity::Entity::insert_many(some.to_vec()).exec_without_returning(tx.on()).await?;
        }
        Ok(())
    }
}

/// Purpose of a disclosure to a service of this domain.
fn purpose_of(domain: NeedDomain) -> Purpose {
    use NeedDomain as D;
    match domain {
        D::EducationTrainingEmployment => Purpose::Employment,
        D::DependencyAndRecovery | D::EmotionalWellbeing | D::Health => Purpose::Treatment,
        _ => Purpose::Resettlement,
    }
}

/// The time zone of most of a country; an organisation elsewhere in it changes its own.
fn time_zone_of(country: &str) -> &'static str {
    match country {
        "LT" => "Europe/Vilnius",
        "BY" => "Europe/Minsk",
        "RS" => "Europe/Belgrade",
        "HU" => "Europe/Budapest",
        _ => "UTC",
    }
}

/// Language of an organisation in a country until a member changes it.
fn language_of(country: &str) -> &'static str {
    match country {
        "LT" => "lt",
        "BY" => "ru",
        _ => "en",
    }
}
