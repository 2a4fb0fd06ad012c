//! Services with their eligibility, area and capacity.

use async_graphql::{Context, ID, Object, SimpleObject};
use entities::{
    codes::{LegalStatus, NeedDomain, Purpose, ServiceStatus, Sex, Sobriety},
    ids::{OrganisationId, ServiceId},
};
use platform::{
    error::DomainError,
    graphql::{Coded, Date, GraphqlError, Ready, apart, coded, public, request},
};

use super::{
    super::{
        policy,
        reads::{self, PlacesRow, ServiceRow},
    },
    organisations::{Municipality, Organisation, Province, municipality_of, province_of},
};
use crate::loaders::loads;

/// Eligibility for a service, in the terms of Open Referral HSDS 3.
#[derive(SimpleObject)]
pub struct Eligibility {
    /// Minimum age in whole years, inclusive; null for no limit.
    minimum_age: Option<i32>,
    /// Maximum age in whole years, inclusive; null for no limit.
    maximum_age: Option<i32>,
    /// Sex of eligible people; null for no limit.
    sex: Option<Coded<Sex>>,
    /// Legal statuses of eligible people; empty for no limit.
    legal_statuses: Vec<Coded<LegalStatus>>,
    /// Statuses regarding alcohol and drugs of eligible people; empty for no limit.
    sobriety: Vec<Coded<Sobriety>>,
    /// Whether only people who return to the service area are eligible.
    residents: bool,
    /// Description of the eligibility.
    description: String,
}

/// Capacity of a service from a date on.
#[derive(SimpleObject)]
pub struct Capacity {
    /// First day; the capacity holds until the first day of the next entry.
    from: Date,
    /// Total capacity, free or reserved.
    maximum: i32,
}

/// Capacity of a service on a day. `free` and `maximum` are null if the capacity is unlimited.
#[derive(SimpleObject)]
pub struct Places {
    /// Day of the counts.
    date: Date,
    /// Free capacity; null if unlimited.
    free: Option<i32>,
    /// Total capacity; null if unlimited.
    maximum: Option<i32>,
    /// Capacity reserved by accepted referrals.
    held: i32,
    /// First later day with free capacity; null if there is some on the day itself, or none is expected.
    next_from: Option<Date>,
}

impl From<PlacesRow> for Places {
    fn from(row: PlacesRow) -> Self {
        Self {
            date: Date(row.date),
            free: row.free,
            maximum: row.maximum,
            held: row.held,
            next_from: row.next_from.map(Date),
        }
    }
}

/// Service area. A service without any entry works everywhere.
#[derive(SimpleObject)]
pub struct ServiceArea {
    /// Whole provinces.
    provinces: Vec<Province>,
    /// Municipalities, in addition to the provinces.
    municipalities: Vec<Municipality>,
    /// Prisons in which the service works before release.
    prisons: Vec<Organisation>,
}

/// Service of an organisation, in the terms of Open Referral HSDS 3.
#[derive(Clone)]
pub struct Service {
    pub id: ServiceId,
    pub organisation: OrganisationId,
    pub name: String,
    pub domain: NeedDomain,
    /// Whole row, if it is loaded.
    pub row: Option<ServiceRow>,
}

impl From<ServiceRow> for Service {
    fn from(row: ServiceRow) -> Self {
        Self {
            id: row.service.id,
            organisation: row.service.organisation_id,
            name: row.service.name.clone(),
            domain: row.service.domain,
            row: Some(row),
        }
    }
}

impl Service {
    async fn row(&self, ctx: &Context<'_>) -> Result<ServiceRow, GraphqlError> {
        match &self.row {
            Some(row) => Ok(row.clone()),
            None => Ok(loads(ctx).load_one(self.id).await?.ok_or(DomainError::NotFound("service"))?),
        }
    }

    /// Capacity on a day.
    pub async fn places_on(
        &self,
        ctx: &Context<'_>,
        date: chrono::NaiveDate,
    ) -> Result<Places, GraphqlError> {
        let row = self.row(ctx).await?;
        let mut places = apart(reads::places(request(ctx).read(), &[row], date)).await?;
        Ok(places.remove(&self.id).ok_or(DomainError::NotFound("service"))?.into())
    }
}

impl Ready for Service {
    const READY_FIELDS: &'static [&'static str] = &["id", "name", "domain"];
}

/// Service of an organisation, in the terms of Open Referral HSDS 3.
#[Object]
impl Service {
    /// Opaque global id.
    pub async fn id(&self) -> ID {
        public(self.id)
    }

    /// Organisation that offers the service.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, GraphqlError> {
        Organisation::load(ctx, self.organisation).await
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.name
    }

    /// Description.
    async fn description(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.service.description)
    }

    /// Domain of the need that the service meets.
    async fn domain(&self) -> Coded<NeedDomain> {
        Coded(self.domain)
    }

    /// Purpose of a disclosure to the service; agreement and consent must have the same purpose.
    async fn purpose(&self, ctx: &Context<'_>) -> Result<Coded<Purpose>, GraphqlError> {
        Ok(Coded(self.row(ctx).await?.service.purpose))
    }

    /// Status, which decides whether the service accepts referrals.
    async fn status(&self, ctx: &Context<'_>) -> Result<Coded<ServiceStatus>, GraphqlError> {
        Ok(Coded(self.row(ctx).await?.service.status))
    }

    /// Eligibility of people.
    async fn eligibility(&self, ctx: &Context<'_>) -> Result<Eligibility, GraphqlError> {
        let row = self.row(ctx).await?.service;
        Ok(Eligibility {
            minimum_age: row.minimum_age,
            maximum_age: row.maximum_age,
            sex: row.sex.map(Coded),
            legal_statuses: coded(row.legal_statuses),
            sobriety: coded(row.sobriety),
            residents: row.residents_only,
            description: row.eligibility_description,
        })
    }

    /// Area in which eligible people live or are held.
    async fn area(&self, ctx: &Context<'_>) -> Result<ServiceArea, GraphqlError> {
        let areas = self.row(ctx).await?.areas;
        let prisons = areas.iter().filter_map(|area| area.prison_id);
        let prisons = loads(ctx).load_many(prisons).await?;
        Ok(ServiceArea {
            provinces: areas
                .iter()
                .filter_map(|area| province_of(ctx, area.province.as_deref()?).ok())
                .collect(),
            municipalities: areas
                .iter()
                .filter_map(|area| municipality_of(ctx, area.municipality_id?))
                .collect(),
            prisons: prisons.into_values().map(Organisation::from).collect(),
        })
    }

    /// Application process.
    async fn application_process(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.service.application_process)
    }

    /// Fees.
    async fn fees(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.service.fees_description)
    }

    /// Date on which a member last confirmed the description; null if no member did.
    async fn assured_date(&self, ctx: &Context<'_>) -> Result<Option<Date>, GraphqlError> {
        Ok(self.row(ctx).await?.service.assured_on.map(Date))
    }

    /// Response time in working days; null if the priority decides.
    async fn respond_days(&self, ctx: &Context<'_>) -> Result<Option<i32>, GraphqlError> {
        Ok(self.row(ctx).await?.service.respond_days)
    }

    /// Unit of capacity, such as bed or seat.
    async fn unit(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.service.unit)
    }

    /// Capacity by date, earliest first; empty if it is unlimited.
    async fn capacities(&self, ctx: &Context<'_>) -> Result<Vec<Capacity>, GraphqlError> {
        let rows = self.row(ctx).await?.capacities;
        Ok(rows.iter().map(|row| Capacity { from: Date(row.starts_on), maximum: row.maximum }).collect())
    }

    /// Capacity on a day.
    async fn places(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Day of the counts")] date: Date,
    ) -> Result<Places, GraphqlError> {
        self.places_on(ctx, date.0).await
    }

    /// Whether the viewer may change the service and set its capacity.
    async fn may_manage(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let row = self.row(ctx).await?;
        Ok(policy::may_manage(request(ctx).viewer()?, &row.service))
    }

    /// Version for optimistic locking: pass the version that was read to the mutation that changes it.
    async fn version(&self, ctx: &Context<'_>) -> Result<i32, GraphqlError> {
        Ok(self.row(ctx).await?.service.version)
    }
}
