//! What the schema shows of the directory, and how it is asked for.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use entities::{
    codes::{
        AgreementState, Ground, LegalStatus, NeedDomain, OrganisationKind, Purpose, Role, Scope,
        ServiceStatus, Sex, Sobriety,
    },
    ids::{AgreementId, MunicipalityId, OrganisationId, ServiceId},
    municipality, province,
};

use super::super::{
    model::AgreementStep,
    policy,
    reads::{
        self, AgreementRow, MemberRow, OrganisationFilter, OrganisationRow, PlacesRow, ServiceFilter,
        ServiceRow,
    },
};
use crate::{
    access::{Action, policy as matrix},
    graphql::{Coded, Date, DateTime, Fault, Listing, PublicId, call, coded, listing, loads, page, public},
    refusal::Refusal,
};

/// A subdivision of a country.
pub struct Province(pub province::Model);

#[Object]
impl Province {
    /// ISO 3166-2.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// ISO 3166-1 alpha-2.
    async fn country(&self) -> &str {
        &self.0.country
    }

    /// In English.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// As written there.
    async fn name_local(&self) -> &str {
        &self.0.name_local
    }

    /// By name.
    async fn municipalities(&self, ctx: &Context<'_>) -> Vec<Municipality> {
        let rows = call(ctx).house.atlas.municipalities_of(&self.0.code);
        rows.into_iter().cloned().map(Municipality).collect()
    }
}

/// A municipality, district or city.
pub struct Municipality(pub municipality::Model);

#[Object]
impl Municipality {
    pub async fn id(&self) -> ID {
        public(self.0.id)
    }

    /// In English.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// As written there.
    async fn name_local(&self) -> &str {
        &self.0.name_local
    }

    async fn province(&self, ctx: &Context<'_>) -> Result<Province, Fault> {
        province_of(ctx, &self.0.province)
    }
}

/// The province with this code.
pub fn province_of(ctx: &Context<'_>, code: &str) -> Result<Province, Fault> {
    let found = call(ctx).house.atlas.province(code).cloned();
    Ok(found.map(Province).ok_or(Refusal::NotFound("province"))?)
}

/// The municipality with this id.
pub fn municipality_of(ctx: &Context<'_>, id: MunicipalityId) -> Option<Municipality> {
    call(ctx).house.atlas.municipality(id).cloned().map(Municipality)
}

/// An organisation of the network.
pub struct Organisation {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
    pub province: String,
    /// The whole row, where it is at hand.
    pub row: Option<OrganisationRow>,
}

impl From<OrganisationRow> for Organisation {
    fn from(row: OrganisationRow) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            name: row.name.clone(),
            province: row.province.clone(),
            row: Some(row),
        }
    }
}

impl Organisation {
    /// The organisation with this id, brought together with others of the answer.
    pub async fn load(ctx: &Context<'_>, id: OrganisationId) -> Result<Self, Fault> {
        Ok(loads(ctx).load_one(id).await?.ok_or(Refusal::NotFound("organisation"))?.into())
    }

    async fn row(&self, ctx: &Context<'_>) -> Result<OrganisationRow, Fault> {
        match &self.row {
            Some(row) => Ok(row.clone()),
            None => Ok(loads(ctx).load_one(self.id).await?.ok_or(Refusal::NotFound("organisation"))?),
        }
    }
}

/// An organisation of the network.
#[Object]
impl Organisation {
    pub async fn id(&self) -> ID {
        public(self.id)
    }

    async fn name(&self) -> &str {
        &self.name
    }

    async fn kind(&self) -> Coded<OrganisationKind> {
        Coded(self.kind)
    }

    async fn province(&self, ctx: &Context<'_>) -> Result<Province, Fault> {
        province_of(ctx, &self.province)
    }

    /// Null where it works in no particular one.
    async fn municipality(&self, ctx: &Context<'_>) -> Result<Option<Municipality>, Fault> {
        Ok(self.row(ctx).await?.municipality_id.and_then(|id| municipality_of(ctx, id)))
    }

    /// IANA name, `Europe/Vilnius`.
    async fn time_zone(&self, ctx: &Context<'_>) -> Result<String, Fault> {
        Ok(self.row(ctx).await?.time_zone)
    }

    /// In which it works, BCP 47.
    async fn language(&self, ctx: &Context<'_>) -> Result<String, Fault> {
        Ok(self.row(ctx).await?.language)
    }

    /// What it does, in a sentence or two.
    async fn description(&self, ctx: &Context<'_>) -> Result<String, Fault> {
        Ok(self.row(ctx).await?.description)
    }

    /// Whether its members work with people at all, so that it can be a partner and a recipient.
    async fn works_with_people(&self) -> bool {
        matrix::works_with_people(self.kind)
    }

    /// Whether it is the organisation that the viewer acts for.
    async fn is_viewers(&self, ctx: &Context<'_>) -> Result<bool, Fault> {
        Ok(call(ctx).viewer()?.organisation == self.id)
    }

    /// What it offers, by name.
    async fn services(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list")] after: Option<String>,
    ) -> Result<Listing<Service>, Fault> {
        let filter = ServiceFilter { organisation: Some(self.id), ..Default::default() };
        let page = page(ctx, first, after)?;
        Ok(listing(reads::services(call(ctx), filter, &page).await?, Service::from))
    }

    /// The viewer's agreements with it, newest first.
    async fn agreements(&self, ctx: &Context<'_>) -> Result<Vec<Agreement>, Fault> {
        Ok(reads::agreements_with(call(ctx), self.id).await?.into_iter().map(Agreement).collect())
    }
}

/// A user in an organisation, with a role. Shown to colleagues alone.
pub struct Member(pub MemberRow);

#[Object]
impl Member {
    pub async fn id(&self) -> ID {
        public(self.0.id)
    }

    async fn name(&self) -> &str {
        &self.0.name
    }

    async fn email(&self) -> &str {
        &self.0.email
    }

    async fn role(&self) -> Coded<Role> {
        Coded(self.0.role)
    }

    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, Fault> {
        Organisation::load(ctx, self.0.organisation_id).await
    }
}

impl Member {
    /// The colleague with this id; null for a member of another organisation.
    pub async fn load(ctx: &Context<'_>, id: entities::ids::MemberId) -> Result<Option<Self>, Fault> {
        Ok(loads(ctx).load_one(id).await?.map(Member))
    }
}

/// Whom one can be on a demonstration network.
#[derive(SimpleObject)]
pub struct DemonstrationMember {
    member_id: ID,
    name: String,
    email: String,
    role: Coded<Role>,
    organisation: DemonstrationOrganisation,
}

/// The organisation of somebody one can be, for those who are not signed in.
#[derive(SimpleObject)]
pub struct DemonstrationOrganisation {
    id: ID,
    name: String,
    kind: Coded<OrganisationKind>,
    /// ISO 3166-2.
    province: String,
}

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
    from: Date,
    /// Places in all, free or held.
    maximum: i32,
}

/// Places on a day. Counts are null where no capacity is stated: then there is no limit.
#[derive(SimpleObject)]
pub struct Places {
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
    provinces: Vec<Province>,
    municipalities: Vec<Municipality>,
    prisons: Vec<Organisation>,
}

/// What an organisation offers, in terms of Open Referral HSDS 3.
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
    async fn row(&self, ctx: &Context<'_>) -> Result<ServiceRow, Fault> {
        match &self.row {
            Some(row) => Ok(row.clone()),
            None => Ok(loads(ctx).load_one(self.id).await?.ok_or(Refusal::NotFound("service"))?),
        }
    }

    /// Places on a day.
    pub async fn places_on(&self, ctx: &Context<'_>, date: chrono::NaiveDate) -> Result<Places, Fault> {
        let row = self.row(ctx).await?;
        let mut places = reads::places(call(ctx).read(), &[row], date).await?;
        Ok(places.remove(&self.id).ok_or(Refusal::NotFound("service"))?.into())
    }
}

/// What an organisation offers, in terms of Open Referral HSDS 3.
#[Object]
impl Service {
    pub async fn id(&self) -> ID {
        public(self.id)
    }

    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, Fault> {
        Organisation::load(ctx, self.organisation).await
    }

    async fn name(&self) -> &str {
        &self.name
    }

    async fn description(&self, ctx: &Context<'_>) -> Result<String, Fault> {
        Ok(self.row(ctx).await?.service.description)
    }

    /// The need that it answers.
    async fn domain(&self) -> Coded<NeedDomain> {
        Coded(self.domain)
    }

    /// What a disclosure to it is for: agreement and consent must be for the same.
    async fn purpose(&self, ctx: &Context<'_>) -> Result<Coded<Purpose>, Fault> {
        Ok(Coded(self.row(ctx).await?.service.purpose))
    }

    async fn status(&self, ctx: &Context<'_>) -> Result<Coded<ServiceStatus>, Fault> {
        Ok(Coded(self.row(ctx).await?.service.status))
    }

    async fn eligibility(&self, ctx: &Context<'_>) -> Result<Eligibility, Fault> {
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

    async fn area(&self, ctx: &Context<'_>) -> Result<ServiceArea, Fault> {
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
    async fn application_process(&self, ctx: &Context<'_>) -> Result<String, Fault> {
        Ok(self.row(ctx).await?.service.application_process)
    }

    /// What it costs, in words.
    async fn fees(&self, ctx: &Context<'_>) -> Result<String, Fault> {
        Ok(self.row(ctx).await?.service.fees_description)
    }

    /// When somebody last made sure that this is true; null when nobody did.
    async fn assured_date(&self, ctx: &Context<'_>) -> Result<Option<Date>, Fault> {
        Ok(self.row(ctx).await?.service.assured_on.map(Date))
    }

    /// Working days in which it answers; null where the priority decides.
    async fn respond_days(&self, ctx: &Context<'_>) -> Result<Option<i32>, Fault> {
        Ok(self.row(ctx).await?.service.respond_days)
    }

    /// What a place is: a bed, a seat.
    async fn unit(&self, ctx: &Context<'_>) -> Result<String, Fault> {
        Ok(self.row(ctx).await?.service.unit)
    }

    /// Places by date, oldest first; empty where there is no limit.
    async fn capacities(&self, ctx: &Context<'_>) -> Result<Vec<Capacity>, Fault> {
        let rows = self.row(ctx).await?.capacities;
        Ok(rows.iter().map(|row| Capacity { from: Date(row.starts_on), maximum: row.maximum }).collect())
    }

    /// Places on a day.
    async fn places(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day")] date: Date,
    ) -> Result<Places, Fault> {
        self.places_on(ctx, date.0).await
    }

    /// Whether the viewer may change it and state its places.
    async fn may_manage(&self, ctx: &Context<'_>) -> Result<bool, Fault> {
        let row = self.row(ctx).await?;
        Ok(policy::may_manage(call(ctx).viewer()?, &row.service))
    }

    /// Changes with every change; what is written names the one that was read.
    async fn version(&self, ctx: &Context<'_>) -> Result<i32, Fault> {
        Ok(self.row(ctx).await?.service.version)
    }
}

/// A cooperation agreement between organisations. Shown to its parties, and to the coordinator.
pub struct Agreement(pub AgreementRow);

/// A party of an agreement.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct AgreementParty {
    #[graphql(skip)]
    organisation_id: OrganisationId,
    /// Null until it signs.
    signed_at: Option<DateTime>,
}

#[ComplexObject]
impl AgreementParty {
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, Fault> {
        Organisation::load(ctx, self.organisation_id).await
    }
}

/// A cooperation agreement between organisations. Shown to its parties, and to the coordinator.
#[Object]
impl Agreement {
    pub async fn id(&self) -> ID {
        public(self.0.agreement.id)
    }

    async fn title(&self) -> &str {
        &self.0.agreement.title
    }

    async fn purpose(&self) -> Coded<Purpose> {
        Coded(self.0.agreement.purpose)
    }

    async fn state(&self) -> Coded<AgreementState> {
        Coded(self.0.agreement.state)
    }

    /// What may be disclosed under it.
    async fn scopes(&self) -> Vec<Coded<Scope>> {
        coded(self.0.agreement.scopes)
    }

    async fn starts_on(&self) -> Date {
        Date(self.0.agreement.starts_on)
    }

    /// Its last day; null where it holds until it is ended.
    async fn ends_on(&self) -> Option<Date> {
        self.0.agreement.ends_on.map(Date)
    }

    async fn parties(&self) -> Vec<AgreementParty> {
        let party = |row: &entities::agreement_party::Model| AgreementParty {
            organisation_id: row.organisation_id,
            signed_at: row.signed_at.map(DateTime),
        };
        self.0.parties.iter().map(party).collect()
    }

    async fn proposed_by(&self, ctx: &Context<'_>) -> Result<Organisation, Fault> {
        Organisation::load(ctx, self.0.agreement.proposed_by).await
    }

    /// The steps that the viewer may take now.
    async fn viewer_may(&self, ctx: &Context<'_>) -> Result<Vec<Coded<AgreementStep>>, Fault> {
        let steps = policy::steps(call(ctx).viewer()?, &self.0.agreement, &self.0.parties);
        Ok(steps.into_iter().map(Coded).collect())
    }

    /// Changes with every change; a step names the one that was read.
    async fn version(&self) -> i32 {
        self.0.agreement.version
    }
}

/// A line of the register of grounds.
#[derive(SimpleObject)]
pub struct GroundRule {
    purpose: Coded<Purpose>,
    recipient_kind: Coded<OrganisationKind>,
    /// Of the sender, ISO 3166-1 alpha-2.
    country: String,
    ground: Coded<Ground>,
    /// The text of law, named.
    law: String,
}

/// Who is asking.
pub struct Viewer;

#[Object]
impl Viewer {
    async fn member(&self, ctx: &Context<'_>) -> Result<Member, Fault> {
        let id = call(ctx).viewer()?.member;
        Ok(Member::load(ctx, id).await?.ok_or(Refusal::Unauthenticated)?)
    }

    /// For which the viewer acts.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, Fault> {
        Organisation::load(ctx, call(ctx).viewer()?.organisation).await
    }

    async fn role(&self, ctx: &Context<'_>) -> Result<Coded<Role>, Fault> {
        Ok(Coded(call(ctx).viewer()?.role))
    }

    /// What the viewer reads of a person.
    async fn scopes(&self, ctx: &Context<'_>) -> Result<Vec<Coded<Scope>>, Fault> {
        Ok(coded(call(ctx).viewer()?.scopes))
    }

    /// What the viewer may do.
    async fn may(&self, ctx: &Context<'_>) -> Result<Vec<Coded<Action>>, Fault> {
        let viewer = call(ctx).viewer()?;
        Ok(<Action as entities::codes::Code>::all().filter(|action| viewer.may(*action)).map(Coded).collect())
    }

    /// Every membership of the viewer's account, this one included.
    async fn memberships(&self, ctx: &Context<'_>) -> Result<Vec<Member>, Fault> {
        Ok(reads::memberships(call(ctx)).await?.into_iter().map(Member).collect())
    }

    /// The date where the viewer's organisation is.
    async fn today(&self, ctx: &Context<'_>) -> Date {
        Date(call(ctx).today())
    }
}

/// The directory, and who is asking.
#[derive(Default)]
pub struct NetworkQuery;

#[Object]
impl NetworkQuery {
    /// Who is asking; null when nobody is signed in.
    async fn viewer(&self, ctx: &Context<'_>) -> Option<Viewer> {
        call(ctx).viewer().is_ok().then_some(Viewer)
    }

    /// Whom one can be; empty but on a demonstration network.
    async fn demonstration_members(&self, ctx: &Context<'_>) -> Result<Vec<DemonstrationMember>, Fault> {
        let rows = reads::demonstration_members(call(ctx)).await?;
        Ok(rows
            .into_iter()
            .map(|(row, home)| DemonstrationMember {
                member_id: public(row.id),
                name: row.name,
                email: row.email,
                role: Coded(row.role),
                organisation: DemonstrationOrganisation {
                    id: public(home.id),
                    name: home.name,
                    kind: Coded(home.kind),
                    province: home.province,
                },
            })
            .collect())
    }

    /// Provinces that the installation knows, by code.
    async fn provinces(&self, ctx: &Context<'_>) -> Vec<Province> {
        call(ctx).house.atlas.provinces().iter().cloned().map(Province).collect()
    }

    /// Members of the viewer's organisation, by name.
    async fn colleagues(&self, ctx: &Context<'_>) -> Result<Vec<Member>, Fault> {
        Ok(reads::colleagues(call(ctx)).await?.into_iter().map(Member).collect())
    }

    /// Organisations of the network, by name.
    async fn organisations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list")] after: Option<String>,
        #[graphql(desc = "Only of this kind")] kind: Option<Coded<OrganisationKind>>,
        #[graphql(desc = "Only in this province, ISO 3166-2")] province: Option<String>,
        #[graphql(desc = "Part of the name")] text: Option<String>,
    ) -> Result<Listing<Organisation>, Fault> {
        let filter = OrganisationFilter { kind: kind.map(|kind| kind.0), province, text };
        let page = page(ctx, first, after)?;
        Ok(listing(reads::organisations(call(ctx), filter, &page).await?, Organisation::from))
    }

    /// One organisation.
    async fn organisation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id")] id: ID,
    ) -> Result<Organisation, Fault> {
        Ok(reads::organisation(call(ctx), OrganisationId::parse(&id)?).await?.into())
    }

    /// Services of the network, by name.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list are its filters")]
    async fn services(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list")] after: Option<String>,
        #[graphql(desc = "Only those that answer this need")] domain: Option<Coded<NeedDomain>>,
        #[graphql(desc = "Only those that serve this municipality")] municipality: Option<ID>,
        #[graphql(desc = "Only of this organisation")] organisation: Option<ID>,
        #[graphql(desc = "Part of the service's or organisation's name")] text: Option<String>,
    ) -> Result<Listing<Service>, Fault> {
        let filter = ServiceFilter {
            domain: domain.map(|domain| domain.0),
            municipality: municipality.map(|id| MunicipalityId::parse(&id)).transpose()?,
            organisation: organisation.map(|id| OrganisationId::parse(&id)).transpose()?,
            text,
        };
        let page = page(ctx, first, after)?;
        Ok(listing(reads::services(call(ctx), filter, &page).await?, Service::from))
    }

    /// One service.
    async fn service(&self, ctx: &Context<'_>, #[graphql(desc = "Its id")] id: ID) -> Result<Service, Fault> {
        Ok(reads::service(call(ctx), ServiceId::parse(&id)?).await?.into())
    }

    /// Agreements of the viewer's organisation, newest first; the coordinator sees all.
    async fn agreements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list")] after: Option<String>,
        #[graphql(desc = "Only in this state")] state: Option<Coded<AgreementState>>,
    ) -> Result<Listing<Agreement>, Fault> {
        let page = page(ctx, first, after)?;
        let state = state.map(|state| state.0);
        Ok(listing(reads::agreements(call(ctx), state, &page).await?, Agreement))
    }

    /// One agreement.
    async fn agreement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id")] id: ID,
    ) -> Result<Agreement, Fault> {
        Ok(Agreement(reads::agreement(call(ctx), AgreementId::parse(&id)?).await?))
    }

    /// The register of grounds: why a disclosure is lawful.
    async fn ground_rules(&self, ctx: &Context<'_>) -> Result<Vec<GroundRule>, Fault> {
        let rows = reads::ground_rules(call(ctx)).await?;
        Ok(rows
            .into_iter()
            .map(|row| GroundRule {
                purpose: Coded(row.purpose),
                recipient_kind: Coded(row.recipient_kind),
                country: row.country,
                ground: Coded(row.ground),
                law: row.law,
            })
            .collect())
    }
}
