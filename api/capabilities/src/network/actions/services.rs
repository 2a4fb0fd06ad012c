//! Services of an organisation: added and changed, with their capacity by date.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use entities::{
    codes::{LegalStatus, NeedDomain, OrganisationKind, Purpose, ServiceStatus, Set as Codes, Sex, Sobriety},
    described_enum,
    ids::{MunicipalityId, OrganisationId, ServiceAreaId, ServiceId},
    organisation, service, service_area, service_capacity,
};
use platform::{
    access::{Viewer, conditions},
    context::RequestContext,
    db::{DomainEvent, Tx, changed, update_at_version},
    error::{ActionError, DomainError},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
};

use super::super::{
    model::{ServiceFacts, ServiceField},
    policy, reads,
};
use crate::{
    checks::{Checks, LINE, TEXT, field_codes, shown},
    network::{
        SERVICE_MANAGE,
        events::{SERVICE_CHANGED, SERVICE_RECORDED},
    },
};

described_enum! {
    /// Error of recording a service.
    ServiceRecordErrorCode {
        Required = "REQUIRED": "A required field is empty.",
        TooLong = "TOO_LONG": "A text is too long, or the service area has too many entries.",
        Invalid = "INVALID": "An age is not from 0 to 120, the ages are reversed, or days are not from 1 to 60.",
        Unknown = "UNKNOWN": "The province, municipality or prison does not exist.",
    }
}
described_enum! {
    /// Error of setting the capacity of a service.
    ServiceSetCapacityErrorCode {
        TooLong = "TOO_LONG": "There are too many lines.",
        Invalid = "INVALID": "A capacity is not from 0 to 100000, or a date appears twice.",
    }
}
field_codes!(ServiceRecordErrorCode);

/// Most provinces, municipalities and prisons of one area.
const MOST_PLACES: usize = 200;

/// A service, as its organisation describes it.
#[derive(Clone, Debug)]
pub struct ServiceEntry {
    pub name: String,
    pub description: String,
    /// The need that it answers.
    pub domain: NeedDomain,
    /// Purpose of a disclosure to the service.
    pub purpose: Purpose,
    pub status: ServiceStatus,
    /// Unit of capacity, such as bed or seat.
    pub unit: String,
    /// Whole years, inclusive.
    pub minimum_age: Option<i32>,
    /// Whole years, inclusive.
    pub maximum_age: Option<i32>,
    pub sex: Option<Sex>,
    pub legal_statuses: Codes<LegalStatus>,
    pub sobriety: Codes<Sobriety>,
    pub residents_only: bool,
    pub eligibility_description: String,
    pub application_process: String,
    pub fees_description: String,
    /// Working days to answer in.
    pub respond_days: Option<i32>,
    /// ISO 3166-2. With the next two the area; without any of the three, everywhere.
    pub provinces: Vec<String>,
    pub municipalities: Vec<MunicipalityId>,
    pub prisons: Vec<OrganisationId>,
}

/// Adds a service to the viewer's organisation, or changes one, by its version. The member thereby confirms that the
/// description is correct.
pub async fn service_record(
    request: &RequestContext,
    known: Option<(ServiceId, i32)>,
    entry: ServiceEntry,
) -> Result<ServiceId, ActionError<ServiceRecordErrorCode>> {
    let viewer = request.viewer_who_may(SERVICE_MANAGE)?;
    let checks = check(request, &entry).await?;
    let tx = request.begin().await?;
    let before = match known {
        Some((id, version)) => Some((managed(viewer, &tx, id).await?, version)),
        None => None,
    };
    checks.done()?;
    let row = row_of(request, viewer, &entry);
    let (id, happened) = match before {
        Some((facts, version)) => {
            let id = facts.service.id;
            let fields =
                changed(&facts.service, &row, field_of).into_iter().chain(area_changed(&facts.areas, &entry));
            let happened =
                DomainEvent::new(SERVICE_CHANGED, vec![(viewer.organisation, id.0)]).fields(fields);
            change(&tx, id, version, row).await?;
            service_area::Entity::delete_many()
                .filter(service_area::Column::ServiceId.eq(id))
                .exec(tx.on())
                .await?;
            (id, happened)
        }
        None => {
            let id = ServiceId(tx.env().random_id());
            let row = service::ActiveModel { id: Set(id), version: Set(1), ..row };
            service::Entity::insert(row).exec_without_returning(tx.on()).await?;
            (id, DomainEvent::new(SERVICE_RECORDED, vec![(viewer.organisation, id.0)]))
        }
    };
    let areas = areas_of(&tx, id, &entry);
    if !areas.is_empty() {
        service_area::Entity::insert_many(areas).exec_without_returning(tx.on()).await?;
    }
    tx.record(happened);
    Ok(tx.commit(id).await?)
}

async fn change(tx: &Tx, id: ServiceId, version: i32, row: service::ActiveModel) -> Result<(), DomainError> {
    let change = service::Entity::update_many().set(row).filter(service::Column::Id.eq(id));
    update_at_version(tx, change, service::Column::Version, version).await
}

/// The field of each column.
fn field_of(column: service::Column) -> Option<ServiceField> {
    use ServiceField as F;
    use service::Column as C;
    match column {
        C::Name => Some(F::Name),
        C::Description => Some(F::Description),
        C::Domain => Some(F::Domain),
        C::Purpose => Some(F::Purpose),
        C::Status => Some(F::Status),
        C::Unit => Some(F::Unit),
        C::MinimumAge => Some(F::MinimumAge),
        C::MaximumAge => Some(F::MaximumAge),
        C::Sex => Some(F::Sex),
        C::LegalStatuses => Some(F::LegalStatuses),
        C::Sobriety => Some(F::Sobriety),
        C::ResidentsOnly => Some(F::Residents),
        C::EligibilityDescription => Some(F::EligibilityDescription),
        C::ApplicationProcess => Some(F::ApplicationProcess),
        C::FeesDescription => Some(F::Fees),
        C::AssuredOn => Some(F::AssuredDate),
        C::RespondDays => Some(F::RespondDays),
        C::Id | C::OrganisationId | C::Version => None,
    }
}

/// The fields of the area in which an entry differs from the rows that are there.
fn area_changed(before: &[service_area::Model], entry: &ServiceEntry) -> impl Iterator<Item = ServiceField> {
    fn differ<T: Ord + Clone>(before: impl Iterator<Item = T>, after: &[T]) -> bool {
        before.collect::<BTreeSet<T>>() != after.iter().cloned().collect()
    }
    let compared = [
        (
            ServiceField::Provinces,
            differ(before.iter().filter_map(|row| row.province.clone()), &entry.provinces),
        ),
        (
            ServiceField::MunicipalityIds,
            differ(before.iter().filter_map(|row| row.municipality_id), &entry.municipalities),
        ),
        (ServiceField::PrisonIds, differ(before.iter().filter_map(|row| row.prison_id), &entry.prisons)),
    ];
    compared.into_iter().filter_map(|(field, differs)| differs.then_some(field))
}

/// A service that the viewer manages.
async fn managed(viewer: &Viewer, tx: &Tx, id: ServiceId) -> Result<ServiceFacts, DomainError> {
    let facts = reads::service_facts(tx.on(), id).await?;
    if policy::may_manage(viewer, &facts.service) {
        return Ok(facts);
    }
    Err(DomainError::Forbidden(
        "only members who manage the service may change it or set its capacity".to_owned(),
    ))
}

async fn check(
    request: &RequestContext,
    entry: &ServiceEntry,
) -> Result<Checks<ServiceRecordErrorCode>, DomainError> {
    use ServiceRecordErrorCode as Code;
    let mut checks = Checks::default();
    checks.required("service.name", &entry.name, LINE);
    checks.optional("service.unit", &entry.unit, LINE);
    for (path, text) in [
        ("service.description", &entry.description),
        ("service.eligibilityDescription", &entry.eligibility_description),
        ("service.applicationProcess", &entry.application_process),
        ("service.fees", &entry.fees_description),
    ] {
        checks.optional(path, text, TEXT);
    }
    for (path, age) in [("service.minimumAge", entry.minimum_age), ("service.maximumAge", entry.maximum_age)]
    {
        if age.is_some_and(|age| !(0..=120).contains(&age)) {
            checks.wrong(path, Code::Invalid, "enter an age from 0 to 120");
        }
    }
    if entry.minimum_age.zip(entry.maximum_age).is_some_and(|(least, most)| most < least) {
        checks.wrong(
            "service.maximumAge",
            Code::Invalid,
            "enter a maximum age that is not below the minimum age",
        );
    }
    if entry.respond_days.is_some_and(|days| !(1..=60).contains(&days)) {
        checks.wrong("service.respondDays", Code::Invalid, "enter 1 to 60 working days");
    }
    let named = entry.provinces.len() + entry.municipalities.len() + entry.prisons.len();
    if named > MOST_PLACES {
        checks.wrong(
            "service.municipalityIds",
            Code::TooLong,
            format!("enter at most {MOST_PLACES} provinces, municipalities and prisons together"),
        );
        return Ok(checks);
    }
    let reference_data = &request.app.reference_data;
    if !entry.provinces.iter().all(|code| reference_data.province(code).is_some()) {
        checks.wrong("service.provinces", Code::Unknown, "choose a province that exists");
    }
    if !entry.municipalities.iter().all(|id| reference_data.municipality(*id).is_some()) {
        checks.wrong("service.municipalityIds", Code::Unknown, "choose a municipality that exists");
    }
    let prisons: Vec<OrganisationId> = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(entry.prisons.iter().copied()))
        .filter(conditions::is(organisation::Column::Kind, OrganisationKind::Prison))
        .select_only()
        .column(organisation::Column::Id)
        .into_tuple()
        .all(request.read())
        .await?;
    if !entry.prisons.iter().all(|id| prisons.contains(id)) {
        checks.wrong("service.prisonIds", Code::Unknown, "choose a prison that exists");
    }
    Ok(checks)
}

/// The row but for its id and version; the checks have passed.
fn row_of(request: &RequestContext, viewer: &Viewer, entry: &ServiceEntry) -> service::ActiveModel {
    let trimmed = |text: &str| Set(shown(text));
    service::ActiveModel {
        id: NotSet,
        organisation_id: Set(viewer.organisation),
        name: trimmed(&entry.name),
        description: trimmed(&entry.description),
        domain: Set(entry.domain),
        purpose: Set(entry.purpose),
        status: Set(entry.status),
        unit: trimmed(&entry.unit),
        minimum_age: Set(entry.minimum_age),
        maximum_age: Set(entry.maximum_age),
        sex: Set(entry.sex),
        legal_statuses: Set(entry.legal_statuses),
        sobriety: Set(entry.sobriety),
        residents_only: Set(entry.residents_only),
        eligibility_description: trimmed(&entry.eligibility_description),
        application_process: trimmed(&entry.application_process),
        fees_description: trimmed(&entry.fees_description),
        assured_on: Set(Some(request.today())),
        respond_days: Set(entry.respond_days),
        version: NotSet,
    }
}

/// Each place of the area once.
fn areas_of(tx: &Tx, service: ServiceId, entry: &ServiceEntry) -> Vec<service_area::ActiveModel> {
    let mut areas: Vec<(Option<String>, Option<MunicipalityId>, Option<OrganisationId>)> = Vec::new();
    areas.extend(entry.provinces.iter().map(|code| (Some(code.clone()), None, None)));
    areas.extend(entry.municipalities.iter().map(|id| (None, Some(*id), None)));
    areas.extend(entry.prisons.iter().map(|id| (None, None, Some(*id))));
    areas.sort();
    areas.dedup();
    let row = |(province, municipality_id, prison_id)| service_area::ActiveModel {
        id: Set(ServiceAreaId(tx.env().ordered_id())),
        service_id: Set(service),
        province: Set(province),
        municipality_id: Set(municipality_id),
        prison_id: Set(prison_id),
    };
    areas.into_iter().map(row).collect()
}

/// Sets the capacity of a service, by date.
pub async fn service_set_capacity(
    request: &RequestContext,
    id: ServiceId,
    version: i32,
    capacities: Vec<(NaiveDate, i32)>,
) -> Result<ServiceId, ActionError<ServiceSetCapacityErrorCode>> {
    let viewer = request.viewer()?;
    let tx = request.begin().await?;
    let facts = managed(viewer, &tx, id).await?;
    let mut checks = Checks::default();
    if capacities.len() > 100 {
        checks.wrong("capacities", ServiceSetCapacityErrorCode::TooLong, "enter at most 100 lines");
    }
    for (n, (day, maximum)) in capacities.iter().enumerate() {
        let twice = capacities[..n].iter().any(|each| each.0 == *day);
        if twice || !(0..=100_000).contains(maximum) {
            let path = format!("capacities.{n}");
            checks.wrong(
                &path,
                ServiceSetCapacityErrorCode::Invalid,
                "enter a capacity from 0 to 100000, and each date only once",
            );
        }
    }
    checks.done()?;
    let update = service::ActiveModel { assured_on: Set(Some(request.today())), ..Default::default() };
    let was: BTreeSet<(NaiveDate, i32)> =
        facts.capacities.iter().map(|row| (row.starts_on, row.maximum)).collect();
    let restated = was != capacities.iter().copied().collect();
    let fields = changed(&facts.service, &update, field_of);
    let fields = fields.into_iter().chain(restated.then_some(ServiceField::Capacities));
    let happened = DomainEvent::new(SERVICE_CHANGED, vec![(viewer.organisation, id.0)]).fields(fields);
    let change = service::Entity::update_many().set(update).filter(service::Column::Id.eq(id));
    update_at_version(&tx, change, service::Column::Version, version).await?;
    service_capacity::Entity::delete_many()
        .filter(service_capacity::Column::ServiceId.eq(id))
        .exec(tx.on())
        .await?;
    let rows = capacities.into_iter().map(|(day, maximum)| service_capacity::ActiveModel {
        service_id: Set(id),
        starts_on: Set(day),
        maximum: Set(maximum),
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        service_capacity::Entity::insert_many(rows).exec_without_returning(tx.on()).await?;
    }
    tx.record(happened);
    Ok(tx.commit(id).await?)
}
