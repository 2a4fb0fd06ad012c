//! The directory, read: organisations, services with their places, agreements with their parties.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use entities::{
    account, agreement, agreement_party,
    codes::{NeedDomain, OrganisationKind, ReferralState, Role, ServiceStatus},
    ground_rule,
    ids::{AgreementId, MemberId, MunicipalityId, OrganisationId, ServiceId},
    member, organisation, referral, service, service_area, service_capacity,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, Func, Query},
};

use super::model::ServiceFacts;
use crate::{
    access::{Action, visible},
    house::Call,
    paging::{Page, Paged},
    refusal::Refusal,
};

pub type OrganisationRow = organisation::Model;
pub type ServiceRow = ServiceFacts;

/// A member with the name that colleagues know.
#[derive(Clone, Debug, FromQueryResult)]
pub struct MemberRow {
    pub id: MemberId,
    pub organisation_id: OrganisationId,
    pub role: Role,
    pub name: String,
    pub email: String,
}

/// An agreement with its parties.
#[derive(Clone, Debug)]
pub struct AgreementRow {
    pub agreement: agreement::Model,
    pub parties: Vec<agreement_party::Model>,
}

/// Places of a service on a day; counts are empty where no capacity is stated.
#[derive(Clone, Debug)]
pub struct PlacesRow {
    pub date: NaiveDate,
    pub free: Option<i32>,
    pub maximum: Option<i32>,
    pub held: i32,
    /// The first later day with a place, where there is none on the day.
    pub next_from: Option<NaiveDate>,
}

/// What to look for among organisations.
#[derive(Clone, Debug, Default)]
pub struct OrganisationFilter {
    pub kind: Option<OrganisationKind>,
    pub province: Option<String>,
    pub text: Option<String>,
}

/// What to look for among services.
#[derive(Clone, Debug, Default)]
pub struct ServiceFilter {
    pub domain: Option<NeedDomain>,
    pub municipality: Option<MunicipalityId>,
    pub organisation: Option<OrganisationId>,
    pub text: Option<String>,
}

/// A page of organisations, by name.
pub async fn organisations(
    call: &Call,
    filter: OrganisationFilter,
    page: &Page,
) -> Result<Paged<OrganisationRow>, Refusal> {
    let mut found = visible::organisations(call.viewer()?);
    if let Some(kind) = filter.kind {
        found = found.filter(organisation::Column::Kind.eq(kind));
    }
    if let Some(province) = filter.province {
        found = found.filter(organisation::Column::Province.eq(province));
    }
    if let Some(text) = filter.text {
        found = found.filter(contains(organisation::Column::Name, &text));
    }
    let ordered = found.order_by_asc(organisation::Column::Name).order_by_asc(organisation::Column::Id);
    places_in_list(call, ordered, page).await
}

/// Organisations by id, as far as the viewer sees them.
pub async fn organisations_by_id(
    call: &Call,
    ids: &[OrganisationId],
) -> Result<HashMap<OrganisationId, OrganisationRow>, Refusal> {
    let rows = visible::organisations(call.viewer()?)
        .filter(organisation::Column::Id.is_in(ids.iter().copied()))
        .all(call.read())
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

pub async fn organisation(call: &Call, id: OrganisationId) -> Result<OrganisationRow, Refusal> {
    organisations_by_id(call, &[id]).await?.remove(&id).ok_or(Refusal::NotFound("organisation"))
}

/// A page of services, by name.
pub async fn services(call: &Call, filter: ServiceFilter, page: &Page) -> Result<Paged<ServiceRow>, Refusal> {
    let mut found = visible_services(call)?;
    if let Some(domain) = filter.domain {
        found = found.filter(service::Column::Domain.eq(domain));
    }
    if let Some(organisation) = filter.organisation {
        found = found.filter(service::Column::OrganisationId.eq(organisation));
    }
    if let Some(id) = filter.municipality {
        let province = call.house.atlas.municipality(id).map(|row| row.province.clone());
        found = found.filter(serves(id, province));
    }
    if let Some(text) = filter.text {
        let organisations = Query::select()
            .column(organisation::Column::Id)
            .from(organisation::Entity)
            .cond_where(contains(organisation::Column::Name, &text))
            .to_owned();
        found = found.filter(
            Condition::any()
                .add(contains(service::Column::Name, &text))
                .add(service::Column::OrganisationId.in_subquery(organisations)),
        );
    }
    let ordered = found.order_by_asc(service::Column::Name).order_by_asc(service::Column::Id);
    let services = places_in_list(call, ordered, page).await?;
    let ids: Vec<ServiceId> = services.rows.iter().map(|row| row.1.id).collect();
    let facts = gather(call.read(), ids).await?;
    Ok(services.map(|service| facts.complete(service)))
}

/// Services by id, as far as the viewer sees them.
pub async fn services_by_id(
    call: &Call,
    ids: &[ServiceId],
) -> Result<HashMap<ServiceId, ServiceRow>, Refusal> {
    let rows = visible_services(call)?
        .filter(service::Column::Id.is_in(ids.iter().copied()))
        .all(call.read())
        .await?;
    let facts = gather(call.read(), rows.iter().map(|row| row.id).collect()).await?;
    Ok(rows.into_iter().map(|row| (row.id, facts.complete(row))).collect())
}

pub async fn service(call: &Call, id: ServiceId) -> Result<ServiceRow, Refusal> {
    services_by_id(call, &[id]).await?.remove(&id).ok_or(Refusal::NotFound("service"))
}

/// Services that answer one of these domains and take referrals, wherever they are.
pub async fn services_for(
    call: &Call,
    domains: impl IntoIterator<Item = NeedDomain>,
) -> Result<Vec<ServiceRow>, Refusal> {
    let rows = visible_services(call)?
        .filter(service::Column::Domain.is_in(domains))
        .filter(visible::is(service::Column::Status, ServiceStatus::Active))
        .order_by_asc(service::Column::Name)
        .limit(500)
        .all(call.read())
        .await?;
    let facts = gather(call.read(), rows.iter().map(|row| row.id).collect()).await?;
    Ok(rows.into_iter().map(|row| facts.complete(row)).collect())
}

fn visible_services(call: &Call) -> Result<Select<service::Entity>, Refusal> {
    call.viewer_who_may(Action::DirectoryRead)?;
    Ok(service::Entity::find())
}

/// From which day on each place of these services is held.
pub async fn holds(
    on: &impl ConnectionTrait,
    services: &[ServiceId],
) -> Result<HashMap<ServiceId, Vec<NaiveDate>>, Refusal> {
    let rows: Vec<(ServiceId, NaiveDate)> = referral::Entity::find()
        .filter(referral::Column::ServiceId.is_in(services.iter().copied()))
        .filter(visible::is_any(
            referral::Column::State,
            [ReferralState::Accepted, ReferralState::InProgress],
        ))
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

/// Places of services on a day.
pub async fn places(
    on: &impl ConnectionTrait,
    services: &[ServiceRow],
    date: NaiveDate,
) -> Result<HashMap<ServiceId, PlacesRow>, Refusal> {
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
    let fits = super::model::may_hold_from(&row.capacities, holds, date);
    let free = super::model::free_on(&row.capacities, holds, date);
    PlacesRow {
        date,
        // A place that would be taken away later is no place to offer.
        free: free.map(|free| if fits { free } else { 0 }),
        maximum: super::model::maximum_on(&row.capacities, date),
        held: holds.iter().filter(|from| **from <= date).count() as i32,
        next_from: if fits { None } else { super::model::next_place_from(&row.capacities, holds, date) },
    }
}

/// Areas and capacities of many services, brought in two statements.
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

async fn gather(on: &impl ConnectionTrait, ids: Vec<ServiceId>) -> Result<Gathered, Refusal> {
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

/// A service as it is, with the transaction's eyes.
pub async fn service_facts(on: &impl ConnectionTrait, id: ServiceId) -> Result<ServiceFacts, Refusal> {
    let row = service::Entity::find_by_id(id).one(on).await?.ok_or(Refusal::NotFound("service"))?;
    Ok(gather(on, vec![id]).await?.complete(row))
}

/// A page of agreements, newest first.
pub async fn agreements(
    call: &Call,
    state: Option<entities::codes::AgreementState>,
    page: &Page,
) -> Result<Paged<AgreementRow>, Refusal> {
    let mut found = visible::agreements(call.viewer_who_may(Action::DirectoryRead)?);
    if let Some(state) = state {
        found = found.filter(agreement::Column::State.eq(state));
    }
    let ordered = found.order_by_desc(agreement::Column::CreatedAt).order_by_asc(agreement::Column::Id);
    let rows = places_in_list(call, ordered, page).await?;
    let mut parties = parties_of(call.read(), rows.rows.iter().map(|row| row.1.id).collect()).await?;
    Ok(Paged {
        rows: rows
            .rows
            .into_iter()
            .map(|(cursor, agreement)| {
                let parties = parties.remove(&agreement.id).unwrap_or_default();
                (cursor, AgreementRow { agreement, parties })
            })
            .collect(),
        has_next: rows.has_next,
        has_previous: rows.has_previous,
        total: rows.total,
    })
}

/// Agreements by id, as far as the viewer sees them.
pub async fn agreements_by_id(
    call: &Call,
    ids: &[AgreementId],
) -> Result<HashMap<AgreementId, AgreementRow>, Refusal> {
    let rows = visible::agreements(call.viewer_who_may(Action::DirectoryRead)?)
        .filter(agreement::Column::Id.is_in(ids.iter().copied()))
        .all(call.read())
        .await?;
    let mut parties = parties_of(call.read(), rows.iter().map(|row| row.id).collect()).await?;
    Ok(rows
        .into_iter()
        .map(|agreement| {
            let parties = parties.remove(&agreement.id).unwrap_or_default();
            (agreement.id, AgreementRow { agreement, parties })
        })
        .collect())
}

pub async fn agreement(call: &Call, id: AgreementId) -> Result<AgreementRow, Refusal> {
    agreements_by_id(call, &[id]).await?.remove(&id).ok_or(Refusal::NotFound("agreement"))
}

/// The viewer's agreements with one organisation.
pub async fn agreements_with(call: &Call, other: OrganisationId) -> Result<Vec<AgreementRow>, Refusal> {
    let viewer = call.viewer_who_may(Action::DirectoryRead)?;
    let theirs = Query::select()
        .column(agreement_party::Column::AgreementId)
        .from(agreement_party::Entity)
        .and_where(Expr::col(agreement_party::Column::OrganisationId).eq(other))
        .to_owned();
    let ids: Vec<AgreementId> = visible::agreements(viewer)
        .filter(agreement::Column::Id.in_subquery(theirs))
        .order_by_desc(agreement::Column::CreatedAt)
        .select_only()
        .column(agreement::Column::Id)
        .into_tuple()
        .all(call.read())
        .await?;
    let mut rows = agreements_by_id(call, &ids).await?;
    Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
}

/// Agreements that count on a day and have an organisation as a party, with the other parties.
/// For the rooms that disclose; says nothing of scopes.
pub async fn agreements_in_force(
    on: &impl ConnectionTrait,
    organisation: OrganisationId,
    today: NaiveDate,
) -> Result<Vec<(agreement::Model, HashSet<OrganisationId>)>, Refusal> {
    let mine = Query::select()
        .column(agreement_party::Column::AgreementId)
        .from(agreement_party::Entity)
        .and_where(Expr::col(agreement_party::Column::OrganisationId).eq(organisation))
        .to_owned();
    let rows = agreement::Entity::find()
        .filter(agreement::Column::Id.in_subquery(mine))
        .filter(visible::agreement_counts(today))
        .all(on)
        .await?;
    let mut parties = parties_of(on, rows.iter().map(|row| row.id).collect()).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let parties = parties.remove(&row.id).unwrap_or_default();
            let others =
                parties.into_iter().map(|party| party.organisation_id).filter(|id| *id != organisation);
            (row, others.collect())
        })
        .collect())
}

pub(super) async fn parties_of(
    on: &impl ConnectionTrait,
    ids: Vec<AgreementId>,
) -> Result<HashMap<AgreementId, Vec<agreement_party::Model>>, Refusal> {
    let mut parties: HashMap<AgreementId, Vec<agreement_party::Model>> = HashMap::new();
    if ids.is_empty() {
        return Ok(parties);
    }
    let rows = agreement_party::Entity::find()
        .filter(agreement_party::Column::AgreementId.is_in(ids))
        .order_by_asc(agreement_party::Column::OrganisationId)
        .all(on)
        .await?;
    for row in rows {
        parties.entry(row.agreement_id).or_default().push(row);
    }
    Ok(parties)
}

/// Members of the viewer's own organisation by id; others' are not shown.
pub async fn colleagues_by_id(
    call: &Call,
    ids: &[MemberId],
) -> Result<HashMap<MemberId, MemberRow>, Refusal> {
    let viewer = call.viewer()?;
    let rows = members(member::Entity::find())
        .filter(member::Column::Id.is_in(ids.iter().copied()))
        .filter(member::Column::OrganisationId.eq(viewer.organisation))
        .into_model::<MemberRow>()
        .all(call.read())
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Every member of the viewer's own organisation, by name.
pub async fn colleagues(call: &Call) -> Result<Vec<MemberRow>, Refusal> {
    let viewer = call.viewer()?;
    Ok(members(member::Entity::find())
        .filter(member::Column::OrganisationId.eq(viewer.organisation))
        .filter(member::Column::EndedAt.is_null())
        .order_by_asc(account::Column::Name)
        .into_model::<MemberRow>()
        .all(call.read())
        .await?)
}

/// The viewer's own memberships.
pub async fn memberships(call: &Call) -> Result<Vec<MemberRow>, Refusal> {
    let viewer = call.viewer()?;
    Ok(members(member::Entity::find())
        .filter(member::Column::AccountId.eq(viewer.account))
        .filter(member::Column::EndedAt.is_null())
        .order_by_asc(member::Column::Id)
        .into_model::<MemberRow>()
        .all(call.read())
        .await?)
}

/// Who one can be on a demonstration network; nobody elsewhere.
pub async fn demonstration_members(call: &Call) -> Result<Vec<(MemberRow, OrganisationRow)>, Refusal> {
    if !call.house.demonstration {
        return Ok(Vec::new());
    }
    let rows = members(member::Entity::find())
        .filter(account::Column::Email.ends_with(".example"))
        .filter(member::Column::EndedAt.is_null())
        .order_by_asc(member::Column::Id)
        .limit(60)
        .into_model::<MemberRow>()
        .all(call.read())
        .await?;
    let organisations: HashMap<_, _> = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(rows.iter().map(|row| row.organisation_id)))
        .all(call.read())
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    Ok(rows
        .into_iter()
        .filter_map(|row| organisations.get(&row.organisation_id).cloned().map(|home| (row, home)))
        .collect())
}

fn members(found: Select<member::Entity>) -> Select<member::Entity> {
    found
        .join(JoinType::InnerJoin, crate::access::viewer::joins::account())
        .select_only()
        .columns([member::Column::Id, member::Column::OrganisationId, member::Column::Role])
        .columns([account::Column::Name, account::Column::Email])
}

/// The register of grounds, by purpose, kind and country.
pub async fn ground_rules(call: &Call) -> Result<Vec<ground_rule::Model>, Refusal> {
    call.viewer_who_may(Action::DirectoryRead)?;
    Ok(ground_rule::Entity::find()
        .order_by_asc(ground_rule::Column::Country)
        .order_by_asc(ground_rule::Column::Purpose)
        .order_by_asc(ground_rule::Column::RecipientKind)
        .all(call.read())
        .await?)
}

/// One page of an ordered list whose cursors are places in it.
async fn places_in_list<E>(call: &Call, ordered: Select<E>, page: &Page) -> Result<Paged<E::Model>, Refusal>
where
    E: EntityTrait,
    E::Model: FromQueryResult + Send + Sync,
{
    let skip = page.skip()?;
    let total = if page.total { Some(ordered.clone().count(call.read()).await?) } else { None };
    let rows = ordered.offset(skip).limit(page.first + 1).all(call.read()).await?;
    Ok(Paged::at(page, skip, rows, total))
}

/// Whether a column contains a text, whatever the case, taken literally.
fn contains(column: impl ColumnTrait, text: &str) -> Condition {
    let literal = text.trim().to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let pattern = sea_orm::sea_query::LikeExpr::new(format!("%{literal}%")).escape('\\');
    Condition::all().add(Expr::expr(Func::lower(Expr::col(column.as_column_ref()))).like(pattern))
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
