//! Provinces, organisations, members, and who is asking.

use async_graphql::{Context, ID, Object, SimpleObject};
use entities::{
    codes::{OrganisationKind, Role, Scope},
    ids::{MunicipalityId, OrganisationId},
    municipality, province,
};

use super::{
    super::reads::{self, MemberRow, OrganisationRow, ServiceFilter},
    agreements::Agreement,
    services::Service,
};
use crate::loaders::loads;
use crate::members::MEMBER_MANAGE;
use platform::{
    access::{Action, policy as matrix},
    error::DomainError,
    graphql::{
        Coded, Date, DateTime, GraphqlError, Listing, Open, Ready, ReadyFields, apart, coded, listing, page,
        public, request,
    },
};

/// A subdivision of a country.
pub struct Province(pub province::Model);

/// A subdivision of a country.
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
        let rows = request(ctx).app.reference_data.municipalities_of(&self.0.code);
        rows.into_iter().cloned().map(Municipality).collect()
    }
}

impl Ready for Province {
    const READY_FIELDS: &'static [&'static str] = &["code", "country", "name", "nameLocal"];
}

/// A municipality, district or city.
#[derive(Clone)]
pub struct Municipality(pub municipality::Model);

/// A municipality, district or city.
#[Object]
impl Municipality {
    /// Opaque; says what it is the id of.
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

    /// In which it lies.
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

/// An organisation of the network.
#[derive(Clone)]
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

/// An organisation of the network.
#[Object]
impl Organisation {
    /// Opaque; says what it is the id of.
    pub async fn id(&self) -> ID {
        public(self.id)
    }

    /// As it calls itself.
    async fn name(&self) -> &str {
        &self.name
    }

    /// What it does in the network; with a member's role it decides what they may.
    async fn kind(&self) -> Coded<OrganisationKind> {
        Coded(self.kind)
    }

    /// Where it is; its country decides which law holds.
    async fn province(&self, ctx: &Context<'_>) -> Result<ReadyFields<Province>, GraphqlError> {
        Ok(ReadyFields(province_of(ctx, &self.province)?))
    }

    /// Null where it works in no particular one.
    async fn municipality(&self, ctx: &Context<'_>) -> Result<Option<Municipality>, GraphqlError> {
        Ok(self.row(ctx).await?.municipality_id.and_then(|id| municipality_of(ctx, id)))
    }

    /// IANA name, `Europe/Vilnius`.
    async fn time_zone(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.time_zone)
    }

    /// In which it works, BCP 47.
    async fn language(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.language)
    }

    /// What it does, in a sentence or two.
    async fn description(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.description)
    }

    /// Street and house; empty where it is not known.
    async fn address(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.address)
    }

    /// As people dial it; empty where it is not known.
    async fn phone(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.phone)
    }

    /// Where everybody may write to; empty where it is not known.
    async fn email(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.email)
    }

    /// As it was written; empty where it has none.
    async fn website(&self, ctx: &Context<'_>) -> Result<String, GraphqlError> {
        Ok(self.row(ctx).await?.website)
    }

    /// Whether its managers see every person it holds, not only those of their case teams; null of another's.
    async fn managers_see_all(&self, ctx: &Context<'_>) -> Result<Option<bool>, GraphqlError> {
        let own = request(ctx).viewer()?.organisation == self.id;
        Ok(if own { Some(self.row(ctx).await?.managers_see_all) } else { None })
    }

    /// Changes with every change; what is written names the one that was read.
    async fn version(&self, ctx: &Context<'_>) -> Result<i32, GraphqlError> {
        Ok(self.row(ctx).await?.version)
    }

    /// Whether its members work with people at all, so that it can be a partner and a recipient.
    async fn works_with_people(&self) -> bool {
        matrix::works_with_people(self.kind)
    }

    /// Whether it is the organisation that the viewer acts for.
    async fn is_viewers(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        Ok(request(ctx).viewer()?.organisation == self.id)
    }

    /// What it offers, by name.
    async fn services(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list")] after: Option<String>,
    ) -> Result<Listing<Service>, GraphqlError> {
        let filter = ServiceFilter { organisation: Some(self.id), ..Default::default() };
        let page = page(ctx, first, after)?;
        Ok(listing(apart(reads::services(request(ctx), filter, &page)).await?, Service::from))
    }

    /// The viewer's agreements with it, newest first.
    async fn agreements(&self, ctx: &Context<'_>) -> Result<Vec<Agreement>, GraphqlError> {
        Ok(apart(reads::agreements_with(request(ctx), self.id)).await?.into_iter().map(Agreement).collect())
    }
}

impl Ready for Organisation {
    const READY_FIELDS: &'static [&'static str] =
        &["id", "name", "kind", "province", "worksWithPeople", "isViewers"];
}

/// A user in an organisation, with a role. Shown to colleagues alone.
#[derive(Clone)]
pub struct Member(pub MemberRow);

/// Somebody who acts for an organisation.
#[Object]
impl Member {
    /// Opaque; says what it is the id of.
    pub async fn id(&self) -> ID {
        public(self.0.id)
    }

    /// How colleagues know them.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Where they are written to, and by which they sign in.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// What they may do, with the kind of their organisation.
    async fn role(&self) -> Coded<Role> {
        Coded(self.0.role)
    }

    /// The last day of a membership for a time, an auditor's for one, where the organisation is; null
    /// where it holds until somebody ends it.
    async fn ends_on(&self) -> Option<Date> {
        self.0.ends_on.map(Date)
    }

    /// When they last came in here; null where they never did, and for whoever does not look after
    /// members.
    async fn signed_in_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime>, GraphqlError> {
        let tells = request(ctx).viewer()?.may(MEMBER_MANAGE);
        Ok(self.0.signed_in_at.filter(|_| tells).map(DateTime))
    }

    /// For which they act; the same account may act for others by other memberships.
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

/// Whom one can be on a demonstration network.
#[derive(SimpleObject)]
pub struct DemonstrationMember {
    /// The `id` of the membership to come in by.
    member_id: ID,
    /// Made up.
    name: String,
    /// Made up.
    email: String,
    /// What one may do as them.
    role: Coded<Role>,
    /// For which they act.
    organisation: DemonstrationOrganisation,
}

/// The organisation of somebody one can be, for those who are not signed in.
#[derive(SimpleObject)]
pub struct DemonstrationOrganisation {
    /// Opaque; says what it is the id of.
    id: ID,
    /// Made up.
    name: String,
    /// What it does in the network.
    kind: Coded<OrganisationKind>,
    /// ISO 3166-2.
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

/// Who is asking.
pub struct Viewer;

/// Whoever asks: a member, and what they may.
#[Object]
impl Viewer {
    /// The membership by which the viewer acts.
    async fn member(&self, ctx: &Context<'_>) -> Result<Member, GraphqlError> {
        let id = request(ctx).viewer()?.member;
        Ok(Member::load(ctx, id).await?.ok_or(DomainError::Unauthenticated)?)
    }

    /// For which the viewer acts.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, GraphqlError> {
        Organisation::load(ctx, request(ctx).viewer()?.organisation).await
    }

    /// That of this membership.
    async fn role(&self, ctx: &Context<'_>) -> Result<Coded<Role>, GraphqlError> {
        Ok(Coded(request(ctx).viewer()?.role))
    }

    /// What the viewer reads of a person.
    async fn scopes(&self, ctx: &Context<'_>) -> Result<Vec<Coded<Scope>>, GraphqlError> {
        Ok(coded(request(ctx).viewer()?.scopes))
    }

    /// What the viewer may do.
    async fn may(&self, ctx: &Context<'_>) -> Result<Vec<Open<Action>>, GraphqlError> {
        let viewer = request(ctx).viewer()?;
        let all = request(ctx).app.capabilities.actions();
        Ok(all.filter(|action| viewer.may(*action)).map(Open).collect())
    }

    /// Every membership of the viewer's account, this one included.
    async fn memberships(&self, ctx: &Context<'_>) -> Result<Vec<Member>, GraphqlError> {
        Ok(reads::memberships(request(ctx)).await?.into_iter().map(Member).collect())
    }

    /// How many notices the viewer has not seen; 100 where there are more. Counted only when it is
    /// asked for.
    async fn unread_notifications(&self, ctx: &Context<'_>) -> Result<i32, GraphqlError> {
        Ok(apart(crate::notifications::unread(request(ctx))).await? as i32)
    }

    /// The date where the viewer's organisation is.
    async fn today(&self, ctx: &Context<'_>) -> Date {
        Date(request(ctx).today())
    }
}
