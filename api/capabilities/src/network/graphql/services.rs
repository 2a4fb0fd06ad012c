//! Services: what, for whom, where, and how many places.

use async_graphql::{Context, ID, Object, SimpleObject};
use entities::{
    codes::{LegalStatus, NeedDomain, Purpose, ServiceStatus, Sex, Sobriety},
    ids::{OrganisationId, ServiceId},
};

use super::{
    super::{
        policy,
        reads::{self, PlacesRow, ServiceRow},
    },
    organisations::{Municipality, Organisation, Province, municipality_of, province_of},
};
use crate::loaders::loads;
use platform::{
    error::DomainError,
    graphql::{Coded, Date, GraphqlError, Ready, apart, coded, public, request},
};

/// Whom a service takes, in terms of Open Referral HSDS 3.
#[derive(SimpleObject)]
pub struct Eligibility {
    /// Whole years, inclusive; null where not limited.
    minimum_age: Option<i32>,
    /// Whole years, inclusive; null where not limited.
    maximum_age: Option<i32>,
    /// Null where not limited.
    sex: Option<Coded<Sex>>,
    /// Only these; empty where not limited.
    legal_statuses: Vec<Coded<LegalStatus>>,
    /// Only these; empty where not limited.
    sobriety: Vec<Coded<Sobriety>>,
    /// Whether only people who return to the service area are taken.
    residents: bool,
    /// In words.
    description: String,
}

/// How many places a service has from a day on.
#[derive(SimpleObject)]
pub struct Capacity {
    /// The first day that it is for; it holds until the next one begins.
    from: Date,
    /// Places in all, free or held.
    maximum: i32,
}

/// Places on a day. Counts are null where no capacity is stated: then there is no limit.
#[derive(SimpleObject)]
pub struct Places {
    /// The day that was asked for.
    date: Date,
    /// Null where there is no limit.
    free: Option<i32>,
    /// Null where there is no limit.
    maximum: Option<i32>,
    /// By referrals that were accepted.
    held: i32,
    /// The first later day with a place; null where there is one on the day, or none in sight.
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

/// Where a service works. All empty: everywhere.
#[derive(SimpleObject)]
pub struct ServiceArea {
    /// The whole of each.
    provinces: Vec<Province>,
    /// Beside the provinces.
    municipalities: Vec<Municipality>,
    /// In which it works before release.
    prisons: Vec<Organisation>,
}

/// What an organisation offers, in terms of Open Referral HSDS 3.
#[derive(Clone)]
pub struct Service {
    pub id: ServiceId,
    pub organisation: OrganisationId,
    pub name: String,
    pub domain: NeedDomain,
    /// The whole row, where it is at hand.
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

    /// Places on a day.
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

/// What an organisation offers, in terms of Open Referral HSDS 3.
#[Object]
impl Service {
    /// Opaque; says what it is the id of.
    pub async fn id(&self) -> ID {
        public(self.id)
    }

    /// Who offers it.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, GraphqlError> {
        Organisation::load(ctx, self.organisation).await
    }

    /// As its organisation calls it.
    async fn name(&self) -> &str {
        &self.name
    }

    /// What it does, in words.
    async fn description(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.service.description)
    }

    /// The need that it answers.
    async fn domain(&self) -> Coded<NeedDomain> {
        Coded(self.domain)
    }

    /// What a disclosure to it is for: agreement and consent must be for the same.
    async fn purpose(&self, ctx: &Context<'_>) -> Result<Coded<Purpose>, GraphqlError> {
        Ok(Coded(self.row(ctx).await?.service.purpose))
    }

    /// Whether it takes referrals.
    async fn status(&self, ctx: &Context<'_>) -> Result<Coded<ServiceStatus>, GraphqlError> {
        Ok(Coded(self.row(ctx).await?.service.status))
    }

    /// Whom it takes.
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

    /// Where those whom it takes live, or are held.
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

    /// How one applies, in words.
    async fn application_process(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.service.application_process)
    }

    /// What it costs, in words.
    async fn fees(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.service.fees_description)
    }

    /// When somebody last made sure that this is true; null when nobody did.
    async fn assured_date(&self, ctx: &Context<'_>) -> Result<Option<Date>, GraphqlError> {
        Ok(self.row(ctx).await?.service.assured_on.map(Date))
    }

    /// Working days in which it answers; null where the priority decides.
    async fn respond_days(&self, ctx: &Context<'_>) -> Result<Option<i32>, GraphqlError> {
        Ok(self.row(ctx).await?.service.respond_days)
    }

    /// What a place is: a bed, a seat.
    async fn unit(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.service.unit)
    }

    /// Places by date, oldest first; empty where there is no limit.
    async fn capacities(&self, ctx: &Context<'_>) -> Result<Vec<Capacity>, GraphqlError> {
        let rows = self.row(ctx).await?.capacities;
        Ok(rows.iter().map(|row| Capacity { from: Date(row.starts_on), maximum: row.maximum }).collect())
    }

    /// Places on a day.
    async fn places(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day")] date: Date,
    ) -> Result<Places, GraphqlError> {
        self.places_on(ctx, date.0).await
    }

    /// Whether the viewer may change it and state its places.
    async fn may_manage(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let row = self.row(ctx).await?;
        Ok(policy::may_manage(request(ctx).viewer()?, &row.service))
    }

    /// Changes with every change; what is written names the one that was read.
    async fn version(&self, ctx: &Context<'_>) -> Result<i32, GraphqlError> {
        Ok(self.row(ctx).await?.service.version)
    }
}
