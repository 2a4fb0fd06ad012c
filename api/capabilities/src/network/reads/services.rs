//! Services with their area and capacity.

use std::collections::HashMap;

use chrono::NaiveDate;
use entities::{
    codes::{NeedDomain, ReferralState, ServiceStatus},
    ids::{MunicipalityId, OrganisationId, ReferralId, ServiceId},
    organisation, referral, service, service_area, service_capacity,
};
use platform::{
    access::conditions,
    context::RequestContext,
    db::contains,
    error::DomainError,
    paging::{Page, Paged},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{
    super::model::{self, ServiceFacts},
    places_in_list,
};
use crate::network::DIRECTORY_READ;

pub type ServiceRow = ServiceFacts;

/// Capacity of a service on a day; counts are empty if it is unlimited.
#[derive(Clone, Debug)]
pub struct PlacesRow {
    pub date: NaiveDate,
    pub free: Option<i32>,
    pub maximum: Option<i32>,
    pub held: i32,
    /// First later day with free capacity, if there is none on the day.
    pub next_from: Option<NaiveDate>,
}

/// Filter of services.
#[derive(Clone, Debug, Default)]
pub struct ServiceFilter {
    pub domain: Option<NeedDomain>,
    pub municipality: Option<MunicipalityId>,
    pub organisation: Option<OrganisationId>,
    pub text: Option<String>,
}

/// A page of services, by name.
pub async fn services(
    request: &RequestContext,
    filter: ServiceFilter,
    page: &Page,
) -> Result<Paged<ServiceRow>, DomainError> {
    let mut found = visible_services(request)?;
    if let Some(domain) = filter.domain {
        found = found.filter(service::Column::Domain.eq(domain));
    }
    if let Some(organisation) = filter.organisation {
        found = found.filter(service::Column::OrganisationId.eq(organisation));
    }
    if let Some(id) = filter.municipality {
        let province = request.app.reference_data.municipality(id).map(|row| row.province.clone());
        found = found.filter(serves(id, province));
    }
    if let Some(text) = filter.text {
        let organisations = Query::select()
            .column(organisation::Column::Id)
            .from(organisation::Entity)
            .cond_where(contains(Expr::col(organisation::Column::Name.as_column_ref()), &text))
            .to_owned();
        found = found.filter(
            Condition::any()
                .add(contains(Expr::col(service::Column::Name.as_column_ref()), &text))
                .add(service::Column::OrganisationId.in_subquery(organisations)),
        );
    }
    let ordered = found.order_by_asc(service::Column::Name).order_by_asc(service::Column::Id);
    let services = places_in_list(request, ordered, page).await?;
    let ids: Vec<ServiceId> = services.rows.iter().map(|row| row.1.id).collect();
    let facts = gather(request.read(), ids).await?;
    Ok(services.map(|service| facts.complete(service)))
}

/// Services by id, as far as the viewer sees them.
pub async fn services_by_id(
    request: &RequestContext,
    ids: &[ServiceId],
) -> Result<HashMap<ServiceId, ServiceRow>, DomainError> {
    let rows = visible_services(request)?
        .filter(service::Column::Id.is_in(ids.iter().copied()))
        .all(request.read())
        .await?;
    let facts = gather(request.read(), rows.iter().map(|row| row.id).collect()).await?;
    Ok(rows.into_iter().map(|row| (row.id, facts.complete(row))).collect())
}

pub async fn service(request: &RequestContext, id: ServiceId) -> Result<ServiceRow, DomainError> {
    services_by_id(request, &[id]).await?.remove(&id).ok_or(DomainError::NotFound("service"))
}

/// Services that answer one of these domains and take referrals, wherever they are.
pub async fn services_for(
    request: &RequestContext,
    domains: impl IntoIterator<Item = NeedDomain>,
) -> Result<Vec<ServiceRow>, DomainError> {
    let rows = visible_services(request)?
        .filter(service::Column::Domain.is_in(domains))
        .filter(conditions::is(service::Column::Status, ServiceStatus::Active))
        .order_by_asc(service::Column::Name)
        .limit(500)
        .all(request.read())
        .await?;
    let facts = gather(request.read(), rows.iter().map(|row| row.id).collect()).await?;
    Ok(rows.into_iter().map(|row| facts.complete(row)).collect())
}

fn visible_services(request: &RequestContext) -> Result<Select<service::Entity>, DomainError> {
    request.viewer_who_may(DIRECTORY_READ)?;
    Ok(service::Entity::find())
}

/// Reservations of these services, with their first days.
pub async fn holds(
    on: &impl ConnectionTrait,
    services: &[ServiceId],
) -> Result<HashMap<ServiceId, Vec<NaiveDate>>, DomainError> {
    let rows: Vec<(ServiceId, NaiveDate)> = referral::Entity::find()
        .filter(referral::Column::ServiceId.is_in(services.iter().copied()))
        .filter(conditions::is_any(referral::Column::State, ReferralState::HOLDS_A_PLACE))
        .select_only()
        .columns([referral::Column::ServiceId, referral::Column::StartDate])
        .into_tuple()
        .all(on)
        .await?;
    let mut holds: HashMap<ServiceId, Vec<NaiveDate>> = HashMap::new();
    for (service, from) in rows {
        holds.entry(service).or_default().push(from);
    }
    Ok(holds)
}

/// Reservations of a service, with their first days and referrals.
pub async fn holds_of(
    on: &impl ConnectionTrait,
    service: ServiceId,
) -> Result<Vec<(ReferralId, NaiveDate)>, DomainError> {
    let holds = referral::Entity::find()
        .filter(referral::Column::ServiceId.eq(service))
        .filter(conditions::is_any(referral::Column::State, ReferralState::HOLDS_A_PLACE))
        .select_only()
        .columns([referral::Column::Id, referral::Column::StartDate]);
    Ok(holds.into_tuple().all(on).await?)
}

/// Places of services on a day.
pub async fn places(
    on: &impl ConnectionTrait,
    services: &[ServiceRow],
    date: NaiveDate,
) -> Result<HashMap<ServiceId, PlacesRow>, DomainError> {
    let ids: Vec<ServiceId> = services.iter().map(|row| row.service.id).collect();
    let holds = holds(on, &ids).await?;
    let none = Vec::new();
    Ok(services
        .iter()
        .map(|row| {
            let holds = holds.get(&row.service.id).unwrap_or(&none);
            (row.service.id, places_on(row, holds, date))
        })
        .collect())
}

fn places_on(row: &ServiceRow, holds: &[NaiveDate], date: NaiveDate) -> PlacesRow {
    let fits = model::may_hold_from(&row.capacities, holds, date);
    let free = model::free_on(&row.capacities, holds, date);
    PlacesRow {
        date,
        // A place that would be taken away later is no place to offer.
        free: free.map(|free| if fits { free } else { 0 }),
        maximum: model::maximum_on(&row.capacities, date),
        held: holds.iter().filter(|from| **from <= date).count() as i32,
        next_from: if fits { None } else { model::next_place_from(&row.capacities, holds, date) },
    }
}

/// Areas and capacities of many services, loaded in two statements.
struct Gathered {
    areas: HashMap<ServiceId, Vec<service_area::Model>>,
    capacities: HashMap<ServiceId, Vec<service_capacity::Model>>,
}

impl Gathered {
    fn complete(&self, service: service::Model) -> ServiceFacts {
        let id = service.id;
        ServiceFacts {
            service,
            areas: self.areas.get(&id).cloned().unwrap_or_default(),
            capacities: self.capacities.get(&id).cloned().unwrap_or_default(),
        }
    }
}

async fn gather(on: &impl ConnectionTrait, ids: Vec<ServiceId>) -> Result<Gathered, DomainError> {
    let mut gathered = Gathered { areas: HashMap::new(), capacities: HashMap::new() };
    if ids.is_empty() {
        return Ok(gathered);
    }
    let areas = service_area::Entity::find()
        .filter(service_area::Column::ServiceId.is_in(ids.iter().copied()))
        .all(on)
        .await?;
    for row in areas {
        gathered.areas.entry(row.service_id).or_default().push(row);
    }
    let capacities = service_capacity::Entity::find()
        .filter(service_capacity::Column::ServiceId.is_in(ids))
        .order_by_asc(service_capacity::Column::StartsOn)
        .all(on)
        .await?;
    for row in capacities {
        gathered.capacities.entry(row.service_id).or_default().push(row);
    }
    Ok(gathered)
}

/// Present facts of a service, as the transaction sees them.
pub async fn service_facts(on: &impl ConnectionTrait, id: ServiceId) -> Result<ServiceFacts, DomainError> {
    let row = service::Entity::find_by_id(id).one(on).await?.ok_or(DomainError::NotFound("service"))?;
    Ok(gather(on, vec![id]).await?.complete(row))
}

/// Capacity of a service by date, as the transaction sees it; empty if it is unlimited.
pub async fn capacities(
    on: &impl ConnectionTrait,
    id: ServiceId,
) -> Result<Vec<service_capacity::Model>, DomainError> {
    let of_service = service_capacity::Entity::find().filter(service_capacity::Column::ServiceId.eq(id));
    Ok(of_service.order_by_asc(service_capacity::Column::StartsOn).all(on).await?)
}

fn serves(id: MunicipalityId, province: Option<String>) -> Condition {
    let areas = Query::select()
        .column(service_area::Column::ServiceId)
        .from(service_area::Entity)
        .cond_where(
            Condition::any()
                .add(Expr::col(service_area::Column::MunicipalityId).eq(id))
                .add_option(province.map(|code| Expr::col(service_area::Column::Province).eq(code))),
        )
        .to_owned();
    Condition::all().add(service::Column::Id.in_subquery(areas))
}
