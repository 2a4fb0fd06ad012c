//! What was there before anybody acted: provinces, grounds, organisations, members, services.
//! Written in one transaction.

use std::collections::HashMap;

use capabilities::network::ServiceFacts;
use chrono::{Days, NaiveDate};
use entities::{
    account,
    ids::{AccountId, LegalBasisRuleId, MemberId, MunicipalityId, OrganisationId, ServiceAreaId, ServiceId},
    installation,
    instant::Instant,
    legal_basis_rule, member, organisation, service, service_area, service_capacity,
};
use platform::{
    db::{AuditContext, Db, Tx},
    error::DomainError,
    reference_data,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr};

use super::{
    legal_bases::{LAWS, LEGAL_BASES},
    offer::{Area, Service},
    organisations::{MEMBERS, ORGANISATIONS, Org},
    services::SERVICES,
};

/// The ids of what was written.
pub struct Founded {
    pub organisations: HashMap<Org, OrganisationId>,
    /// By organisation and address.
    pub members: HashMap<(Org, &'static str), MemberId>,
    /// In the order of the table.
    pub services: Vec<ServiceFacts>,
}

/// Writes everything that people and referrals stand on.
pub async fn found(db: &Db, at: Instant, today: NaiveDate) -> Result<Founded, DomainError> {
    let audit = AuditContext::system(at);
    let tx = db.begin(audit).await?;
    reference_data::write(&tx).await?;
    let rules = LAWS.iter().flat_map(|law| {
        LEGAL_BASES.iter().map(|(purpose, kind, legal_basis)| legal_basis_rule::ActiveModel {
            id: Set(LegalBasisRuleId(tx.env().ordered_id())),
            purpose: Set(*purpose),
            recipient_kind: Set(*kind),
            country: Set(law.country.to_owned()),
            legal_basis: Set(*legal_basis),
            law: Set(law.text(*legal_basis).to_owned()),
        })
    });
    legal_basis_rule::Entity::insert_many(rules).exec_without_returning(tx.on()).await?;
    let organisations = organisations(&tx).await?;
    let members = members(&tx, &organisations, today).await?;
    let services = services(&tx, &organisations, today).await?;
    tx.commit().await?;
    Ok(Founded { organisations, members, services })
}

/// Whether somebody is there already.
pub async fn is_taken(db: &Db) -> Result<bool, DomainError> {
    Ok(organisation::Entity::find().one(db.read()).await?.is_some())
}

/// How far the demonstration network is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loaded {
    /// Not at all: the database is empty, or holds real organisations.
    Nothing,
    /// Loading it was interrupted.
    Partly,
    Completely,
}

/// How far the demonstration network is loaded.
pub async fn loaded(db: &Db) -> Result<Loaded, DomainError> {
    let row = installation::Entity::find_by_id(1).one(db.read()).await?;
    if !row.is_some_and(|row| row.demonstration) || !is_taken(db).await? {
        return Ok(Loaded::Nothing);
    }
    let signed_in = member::Entity::find().filter(member::Column::SignedInAt.is_not_null());
    Ok(if signed_in.one(db.read()).await?.is_some() { Loaded::Completely } else { Loaded::Partly })
}

/// Marks the database as one of a demonstration network, before anything else is written.
pub async fn mark(db: &Db, at: Instant) -> Result<(), DomainError> {
    let tx = db.begin(AuditContext::system(at)).await?;
    installation::Entity::update_many()
        .col_expr(installation::Column::Demonstration, Expr::value(true))
        .exec(tx.on())
        .await?;
    Ok(tx.commit().await?)
}

/// Completes the demonstration network. Its members signed in the day before, as their work says; until somebody has
/// signed in, the network counts as partly loaded.
pub async fn complete(db: &Db, at: Instant) -> Result<(), DomainError> {
    let tx = db.begin(AuditContext::system(at)).await?;
    member::Entity::update_many()
        .col_expr(member::Column::SignedInAt, Expr::value(at.plus_seconds(-86_400)))
        .exec(tx.on())
        .await?;
    Ok(tx.commit().await?)
}

async fn organisations(tx: &Tx) -> Result<HashMap<Org, OrganisationId>, DomainError> {
    let ids: HashMap<Org, OrganisationId> =
        ORGANISATIONS.iter().map(|row| (row.org, OrganisationId(tx.env().random_id()))).collect();
    let rows = ORGANISATIONS.iter().map(|row| organisation::ActiveModel {
        id: Set(ids[&row.org]),
        kind: Set(row.kind),
        name: Set(row.name.to_owned()),
        description: Set(row.description.to_owned()),
        province: Set(row.province.to_owned()),
        municipality_id: Set(Some(reference_data::municipality_id(row.province, row.town))),
        address: Set(String::new()),
        phone: Set(String::new()),
        email: Set(String::new()),
        website: Set(String::new()),
        country: Set(row.country().to_owned()),
        time_zone: Set(row.time_zone().to_owned()),
        language: Set(row.language().to_owned()),
        managers_see_all: Set(true),
        version: Set(1),
        created_at: Set(tx.now()),
    });
    organisation::Entity::insert_many(rows).exec_without_returning(tx.on()).await?;
    Ok(ids)
}

async fn members(
    tx: &Tx,
    organisations: &HashMap<Org, OrganisationId>,
    today: NaiveDate,
) -> Result<HashMap<(Org, &'static str), MemberId>, DomainError> {
    let mut accounts: HashMap<&str, account::Model> = HashMap::new();
    let mut rows = Vec::new();
    let mut ids = HashMap::new();
    for each in MEMBERS {
        let account = accounts.entry(each.email).or_insert_with(|| account::Model {
            id: AccountId(tx.env().ordered_id()),
            email: each.email.to_owned(),
            name: each.name.to_owned(),
            language: each.language.to_owned(),
            created_at: tx.now(),
        });
        let id = MemberId(tx.env().ordered_id());
        ids.insert((each.org, each.email), id);
        rows.push(member::ActiveModel {
            id: Set(id),
            account_id: Set(account.id),
            organisation_id: Set(organisations[&each.org]),
            role: Set(each.role),
            created_at: Set(tx.now()),
            ended_at: Set(None),
            ends_on: Set(each.until.map(|days| days_from(today, days))),
            invited_as: Set(None),
            signed_in_at: Set(None),
        });
    }
    let accounts = accounts.into_values().map(IntoActiveModel::into_active_model);
    account::Entity::insert_many(accounts).exec_without_returning(tx.on()).await?;
    member::Entity::insert_many(rows).exec_without_returning(tx.on()).await?;
    Ok(ids)
}

async fn services(
    tx: &Tx,
    organisations: &HashMap<Org, OrganisationId>,
    today: NaiveDate,
) -> Result<Vec<ServiceFacts>, DomainError> {
    let mut all = Vec::new();
    for each in SERVICES {
        let id = ServiceId(tx.env().random_id());
        let areas = each.areas.iter().map(|area| {
            let (province, municipality_id, prison_id) = match *area {
                Area::Province(code) => (Some(code.to_owned()), None, None),
                Area::Town(province, name) => (None, Some(town(province, name)), None),
                Area::Prison(org) => (None, None, Some(organisations[&org])),
            };
            let id_of_line = ServiceAreaId(tx.env().ordered_id());
            service_area::Model { id: id_of_line, service_id: id, province, municipality_id, prison_id }
        });
        let capacities = each.places.iter().map(|(day, maximum)| service_capacity::Model {
            service_id: id,
            starts_on: days_from(today, *day),
            maximum: *maximum,
        });
        all.push(ServiceFacts {
            service: row(each, id, organisations[&each.org], today),
            areas: areas.collect(),
            capacities: capacities.collect(),
        });
    }
    let rows = all.iter().map(|each| each.service.clone().into_active_model());
    service::Entity::insert_many(rows).exec_without_returning(tx.on()).await?;
    let areas = all.iter().flat_map(|each| each.areas.clone()).map(IntoActiveModel::into_active_model);
    service_area::Entity::insert_many(areas).exec_without_returning(tx.on()).await?;
    let places = all.iter().flat_map(|each| each.capacities.clone()).map(IntoActiveModel::into_active_model);
    service_capacity::Entity::insert_many(places).exec_without_returning(tx.on()).await?;
    Ok(all)
}

fn row(each: &Service, id: ServiceId, organisation: OrganisationId, today: NaiveDate) -> service::Model {
    service::Model {
        id,
        organisation_id: organisation,
        name: each.name.to_owned(),
        description: each.description.to_owned(),
        domain: each.domain,
        purpose: each.purpose,
        status: each.status,
        unit: each.unit.to_owned(),
        minimum_age: each.ages.0,
        maximum_age: each.ages.1,
        sex: each.sex,
        legal_statuses: each.legal_statuses.iter().copied().collect(),
        sobriety: each.sobriety.iter().copied().collect(),
        residents_only: each.residents_only,
        eligibility_description: each.eligibility.to_owned(),
        application_process: each.application.to_owned(),
        fees_description: each.fees.to_owned(),
        assured_on: Some(days_from(today, -each.assured)),
        respond_days: each.respond_days,
        version: 1,
    }
}

fn town(province: &str, name: &str) -> MunicipalityId {
    reference_data::municipality_id(province, name)
}

/// A day so many days after another; before it where negative.
pub fn days_from(day: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let found = if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) };
    found.unwrap_or(day)
}
