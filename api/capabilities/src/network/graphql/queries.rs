//! Queries of the directory.

use async_graphql::{Context, ID, Object};
use entities::{
    codes::{AgreementState, NeedDomain, OrganisationKind},
    ids::{AgreementId, MunicipalityId, OrganisationId, ServiceId},
};
use platform::graphql::{Coded, GraphqlError, Listing, PublicId, listing, page, request};

use super::{
    super::reads::{self, OrganisationFilter, ServiceFilter},
    agreements::{Agreement, LegalBasisRule},
    organisations::{DemonstrationMember, Member, Organisation, Province, Viewer},
    services::Service,
};

/// Queries of the viewer and the directory.
#[derive(Default)]
pub struct NetworkQuery;

#[Object]
impl NetworkQuery {
    /// Viewer of the request; null if nobody is signed in.
    async fn viewer(&self, ctx: &Context<'_>) -> Option<Viewer> {
        request(ctx).viewer().is_ok().then_some(Viewer)
    }

    /// Members as whom a visitor can sign in; empty except on a demonstration network.
    async fn demonstration_members(
        &self,
        ctx: &Context<'_>,
    ) -> Result<Vec<DemonstrationMember>, GraphqlError> {
        let rows = reads::demonstration_members(request(ctx)).await?;
        Ok(rows.into_iter().map(DemonstrationMember::from).collect())
    }

    /// Provinces known to the installation: first those of the viewer's country, then the others by code.
    async fn provinces(&self, ctx: &Context<'_>) -> Vec<Province> {
        let request = request(ctx);
        let own = request.viewer().ok().map(|viewer| viewer.country.as_str());
        let mut provinces = request.app.reference_data.provinces().to_vec();
        provinces.sort_by_key(|province| Some(province.country.as_str()) != own);
        provinces.into_iter().map(Province).collect()
    }

    /// Members of the viewer's organisation, by name.
    async fn colleagues(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "True for former members instead of present members", default)] left: bool,
    ) -> Result<Vec<Member>, GraphqlError> {
        Ok(reads::colleagues(request(ctx), left).await?.into_iter().map(Member).collect())
    }

    /// Organisations of the network, by name.
    async fn organisations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
        #[graphql(desc = "Cursor of the item before the page; null for the first")] after: Option<String>,
        #[graphql(desc = "Only organisations of this kind")] kind: Option<Coded<OrganisationKind>>,
        #[graphql(desc = "Only organisations in this province, ISO 3166-2")] province: Option<String>,
        #[graphql(desc = "Part of the name")] text: Option<String>,
    ) -> Result<Listing<Organisation>, GraphqlError> {
        let filter = OrganisationFilter { kind: kind.map(|kind| kind.0), province, text };
        let page = page(ctx, first, after)?;
        Ok(listing(reads::organisations(request(ctx), filter, &page).await?, Organisation::from))
    }

    /// Organisation with this id.
    async fn organisation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Global id")] id: ID,
    ) -> Result<Organisation, GraphqlError> {
        Ok(reads::organisation(request(ctx), OrganisationId::parse(&id)?).await?.into())
    }

    /// Services of the network, by name.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list are its filters")]
    async fn services(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
        #[graphql(desc = "Cursor of the item before the page; null for the first")] after: Option<String>,
        #[graphql(desc = "Only services for this domain of need")] domain: Option<Coded<NeedDomain>>,
        #[graphql(desc = "Only services for this municipality")] municipality: Option<ID>,
        #[graphql(desc = "Only services of this organisation")] organisation: Option<ID>,
        #[graphql(desc = "Part of the name of the service or its organisation")] text: Option<String>,
    ) -> Result<Listing<Service>, GraphqlError> {
        let filter = ServiceFilter {
            domain: domain.map(|domain| domain.0),
            municipality: municipality.map(|id| MunicipalityId::parse(&id)).transpose()?,
            organisation: organisation.map(|id| OrganisationId::parse(&id)).transpose()?,
            text,
        };
        let page = page(ctx, first, after)?;
        Ok(listing(reads::services(request(ctx), filter, &page).await?, Service::from))
    }

    /// Service with this id.
    async fn service(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Global id")] id: ID,
    ) -> Result<Service, GraphqlError> {
        Ok(reads::service(request(ctx), ServiceId::parse(&id)?).await?.into())
    }

    /// Agreements of the viewer's organisation, newest first; the coordinator sees all agreements.
    async fn agreements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
        #[graphql(desc = "Cursor of the item before the page; null for the first")] after: Option<String>,
        #[graphql(desc = "Only agreements in this state")] state: Option<Coded<AgreementState>>,
    ) -> Result<Listing<Agreement>, GraphqlError> {
        let page = page(ctx, first, after)?;
        let state = state.map(|state| state.0);
        Ok(listing(reads::agreements(request(ctx), state, &page).await?, Agreement))
    }

    /// Agreement with this id.
    async fn agreement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Global id")] id: ID,
    ) -> Result<Agreement, GraphqlError> {
        Ok(Agreement(reads::agreement(request(ctx), AgreementId::parse(&id)?).await?))
    }

    /// Register of legal bases: which law makes which disclosure lawful.
    async fn legal_bases(&self, ctx: &Context<'_>) -> Result<Vec<LegalBasisRule>, GraphqlError> {
        let rows = reads::legal_bases(request(ctx)).await?;
        Ok(rows.into_iter().map(LegalBasisRule::from).collect())
    }
}
