//! Provinces, municipalities, organisations, members and the viewer.

use async_graphql::{Context, ID, Object, SimpleObject};
use entities::{
    codes::{OrganisationKind, Role, Scope},
    ids::{MunicipalityId, OrganisationId},
    municipality, province,
};
use platform::{
    access::{Action, policy as matrix},
    error::DomainError,
    graphql::{
        Coded, Date, DateTime, GraphqlError, Listing, Open, Ready, ReadyFields, apart, coded, listing, page,
        public, request,
    },
};

use super::{
    super::reads::{self, MemberRow, OrganisationRow, ServiceFilter},
    agreements::Agreement,
    services::Service,
};
use crate::{loaders::loads, members::MEMBER_MANAGE};

/// Subdivision of a country.
pub struct Province(pub province::Model);

/// Subdivision of a country.
#[Object]
impl Province {
    /// Code, ISO 3166-2.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Country, ISO 3166-1 alpha-2.
    async fn country(&self) -> &str {
        &self.0.country
    }

    /// Name in English.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Name in the local language.
    async fn name_local(&self) -> &str {
        &self.0.name_local
    }

    /// Municipalities of the province, by name.
    async fn municipalities(&self, ctx: &Context<'_>) -> Vec<Municipality> {
        let rows = request(ctx).app.reference_data.municipalities_of(&self.0.code);
        rows.into_iter().cloned().map(Municipality).collect()
    }
}

impl Ready for Province {
    const READY_FIELDS: &'static [&'static str] = &["code", "country", "name", "nameLocal"];
}

/// Municipality, district or city.
#[derive(Clone)]
pub struct Municipality(pub municipality::Model);

/// Municipality, district or city.
#[Object]
impl Municipality {
    /// Opaque global id.
    pub async fn id(&self) -> ID {
        public(self.0.id)
    }

    /// Name in English.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Name in the local language.
    async fn name_local(&self) -> &str {
        &self.0.name_local
    }

    /// Province that contains the municipality.
    async fn province(&self, ctx: &Context<'_>) -> Result<Province, GraphqlError> {
        province_of(ctx, &self.0.province)
    }
}

/// The province with this code.
pub fn province_of(ctx: &Context<'_>, code: &str) -> Result<Province, GraphqlError> {
    let found = request(ctx).app.reference_data.province(code).cloned();
    Ok(found.map(Province).ok_or(DomainError::NotFound("province"))?)
}

/// The municipality with this id.
pub fn municipality_of(ctx: &Context<'_>, id: MunicipalityId) -> Option<Municipality> {
    request(ctx).app.reference_data.municipality(id).cloned().map(Municipality)
}

/// Organisation of the network.
#[derive(Clone)]
pub struct Organisation {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
    pub province: String,
    /// Whole row, if it is loaded.
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
    /// Loads the organisation with this id, batched with others of the answer.
    pub async fn load(ctx: &Context<'_>, id: OrganisationId) -> Result<Self, GraphqlError> {
        Ok(loads(ctx).load_one(id).await?.ok_or(DomainError::NotFound("organisation"))?.into())
    }

    async fn row(&self, ctx: &Context<'_>) -> Result<OrganisationRow, GraphqlError> {
        match &self.row {
            Some(row) => Ok(row.clone()),
            None => Ok(loads(ctx).load_one(self.id).await?.ok_or(DomainError::NotFound("organisation"))?),
        }
    }
}

/// Organisation of the network.
#[Object]
impl Organisation {
    /// Opaque global id.
    pub async fn id(&self) -> ID {
        public(self.id)
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.name
    }

    /// Kind, which decides with a member's role what the member may do.
    async fn kind(&self) -> Coded<OrganisationKind> {
        Coded(self.kind)
    }

    /// Province; its country decides which law applies.
    async fn province(&self, ctx: &Context<'_>) -> Result<ReadyFields<Province>, GraphqlError> {
        Ok(ReadyFields(province_of(ctx, &self.province)?))
    }

    /// Municipality; null if the organisation works in no particular one.
    async fn municipality(&self, ctx: &Context<'_>) -> Result<Option<Municipality>, GraphqlError> {
        Ok(self.row(ctx).await?.municipality_id.and_then(|id| municipality_of(ctx, id)))
    }

    /// Time zone, an IANA name such as `Europe/Vilnius`.
    async fn time_zone(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.time_zone)
    }

    /// Working language, BCP 47.
    async fn language(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.language)
    }

    /// Short description.
    async fn description(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.description)
    }

    /// Street and number; empty if unknown.
    async fn address(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.address)
    }

    /// Phone number; empty if unknown.
    async fn phone(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.phone)
    }

    /// Public email address; empty if unknown.
    async fn email(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.email)
    }

    /// Website; empty if there is none.
    async fn website(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.website)
    }

    /// Whether managers see every person of the organisation instead of only their case teams; null for another
    /// organisation.
    async fn managers_see_all(&self, ctx: &Context<'_>) -> Result<Option<bool>, GraphqlError> {
        let own = request(ctx).viewer()?.organisation == self.id;
        Ok(if own { Some(self.row(ctx).await?.managers_see_all) } else { None })
    }

    /// Version for optimistic locking: pass the version that was read to the mutation that changes it.
    async fn version(&self, ctx: &Context<'_>) -> Result<i32, GraphqlError> {
        Ok(self.row(ctx).await?.version)
    }

    /// Whether the organisation works with people, so that it can be a partner and a recipient.
    async fn works_with_people(&self) -> bool {
        matrix::works_with_people(self.kind)
    }

    /// Whether it is the viewer's organisation.
    async fn is_viewers(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        Ok(request(ctx).viewer()?.organisation == self.id)
    }

    /// Services of the organisation, by name.
    async fn services(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
        #[graphql(desc = "Cursor of the item before the page; null for the first")] after: Option<String>,
    ) -> Result<Listing<Service>, GraphqlError> {
        let filter = ServiceFilter { organisation: Some(self.id), ..Default::default() };
        let page = page(ctx, first, after)?;
        Ok(listing(apart(reads::services(request(ctx), filter, &page)).await?, Service::from))
    }

    /// Agreements between the viewer's organisation and this one, newest first.
    async fn agreements(&self, ctx: &Context<'_>) -> Result<Vec<Agreement>, GraphqlError> {
        Ok(apart(reads::agreements_with(request(ctx), self.id)).await?.into_iter().map(Agreement).collect())
    }
}

impl Ready for Organisation {
    const READY_FIELDS: &'static [&'static str] =
        &["id", "name", "kind", "province", "worksWithPeople", "isViewers"];
}

/// Member of an organisation. Only colleagues see a member.
#[derive(Clone)]
pub struct Member(pub MemberRow);

/// User who is a member of an organisation, with a role.
#[Object]
impl Member {
    /// Opaque global id.
    pub async fn id(&self) -> ID {
        public(self.0.id)
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Email address, which is also used to sign in.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// Role, which decides with the kind of organisation what the member may do.
    async fn role(&self) -> Coded<Role> {
        Coded(self.0.role)
    }

    /// Last day of the membership in the organisation's time zone; null if it has no fixed end. An auditor always has
    /// a last day.
    async fn ends_on(&self) -> Option<Date> {
        self.0.ends_on.map(Date)
    }

    /// Time of the last sign-in; null if the member never signed in, and for a viewer who does not manage members.
    async fn signed_in_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime>, GraphqlError> {
        let tells = request(ctx).viewer()?.may(MEMBER_MANAGE);
        Ok(self.0.signed_in_at.filter(|_| tells).map(DateTime))
    }

    /// Organisation of the membership; the same account may have memberships in others.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, GraphqlError> {
        Organisation::load(ctx, self.0.organisation_id).await
    }
}

impl Member {
    /// The colleague with this id; null for a member of another organisation.
    pub async fn load(ctx: &Context<'_>, id: entities::ids::MemberId) -> Result<Option<Self>, GraphqlError> {
        Ok(loads(ctx).load_one(id).await?.map(Member))
    }
}

/// Member as whom a visitor can sign in, on a demonstration network only.
#[derive(SimpleObject)]
pub struct DemonstrationMember {
    /// Id of the membership to sign in as.
    member_id: ID,
    /// Invented name.
    name: String,
    /// Invented email address.
    email: String,
    /// Role of the member.
    role: Coded<Role>,
    /// Organisation of the member.
    organisation: DemonstrationOrganisation,
}

/// Organisation of a demonstration member, shown without sign-in.
#[derive(SimpleObject)]
pub struct DemonstrationOrganisation {
    /// Opaque global id.
    id: ID,
    /// Invented name.
    name: String,
    /// Kind of the organisation.
    kind: Coded<OrganisationKind>,
    /// Province, ISO 3166-2.
    province: String,
}

impl From<(MemberRow, OrganisationRow)> for DemonstrationMember {
    fn from((row, home): (MemberRow, OrganisationRow)) -> Self {
        Self {
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
        }
    }
}

/// Viewer of the request.
pub struct Viewer;

/// Member who makes the request, in person or by an API token, with their permissions.
#[Object]
impl Viewer {
    /// Membership by which the viewer acts.
    async fn member(&self, ctx: &Context<'_>) -> Result<Member, GraphqlError> {
        let id = request(ctx).viewer()?.member;
        Ok(Member::load(ctx, id).await?.ok_or(DomainError::Unauthenticated)?)
    }

    /// Organisation for which the viewer acts.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, GraphqlError> {
        Organisation::load(ctx, request(ctx).viewer()?.organisation).await
    }

    /// Role of the membership.
    async fn role(&self, ctx: &Context<'_>) -> Result<Coded<Role>, GraphqlError> {
        Ok(Coded(request(ctx).viewer()?.role))
    }

    /// Scopes of a person's data that the viewer reads.
    async fn scopes(&self, ctx: &Context<'_>) -> Result<Vec<Coded<Scope>>, GraphqlError> {
        Ok(coded(request(ctx).viewer()?.scopes))
    }

    /// Actions that the viewer may take.
    async fn may(&self, ctx: &Context<'_>) -> Result<Vec<Open<Action>>, GraphqlError> {
        let viewer = request(ctx).viewer()?;
        let all = request(ctx).app.capabilities.actions();
        Ok(all.filter(|action| viewer.may(*action)).map(Open).collect())
    }

    /// All memberships of the viewer's account, including this one.
    async fn memberships(&self, ctx: &Context<'_>) -> Result<Vec<Member>, GraphqlError> {
        Ok(reads::memberships(request(ctx)).await?.into_iter().map(Member).collect())
    }

    /// Number of the viewer's unread notifications; 100 for 100 or more. Counted only if selected.
    async fn unread_notifications(&self, ctx: &Context<'_>) -> Result<i32, GraphqlError> {
        Ok(apart(crate::notifications::unread(request(ctx))).await? as i32)
    }

    /// Today's date in the organisation's time zone.
    async fn today(&self, ctx: &Context<'_>) -> Date {
        Date(request(ctx).today())
    }
}
