//! What the entries of a page refer to, brought for all of them at once, as far as it is selected:
//! a page costs the same number of statements however long it is.

use std::{collections::HashSet, hash::Hash};

use async_graphql::{Context, dataloader::Loader};
use entities::ids::{AgreementId, MemberId, OrganisationId, PersonId, ReferralId, ServiceId};

use super::super::{
    model::AuditLogSubjectKind as Kind,
    reads::{EntryRow, Subject},
};
use crate::loaders::{ByKey, Rows, loads};
use crate::{
    network::{Agreement, Member, Organisation, Service},
    people::Person,
    referrals::Referral,
};
use platform::graphql::GraphqlError;

/// Rows by their ids; nothing where they were not selected when the page was read.
type FetchedSubjects<K> = Option<ByKey<K>>;

/// What a page refers to.
#[derive(Default)]
pub struct Gathered {
    members: FetchedSubjects<MemberId>,
    organisations: FetchedSubjects<OrganisationId>,
    people: FetchedSubjects<PersonId>,
    referrals: FetchedSubjects<ReferralId>,
    agreements: FetchedSubjects<AgreementId>,
    services: FetchedSubjects<ServiceId>,
}

impl Gathered {
    /// What these entries refer to and the client selects of them, below these steps from the field
    /// at hand.
    pub async fn of(ctx: &Context<'_>, rows: &[EntryRow], ways: &[&[&str]]) -> Result<Self, GraphqlError> {
        let wants = |path: &[&str]| {
            ways.iter().any(|way| {
                let entry = way.iter().fold(ctx.look_ahead(), |ahead, step| ahead.field(step));
                path.iter().fold(entry, |ahead, step| ahead.field(step)).exists()
            })
        };
        let wants_thing = |name: &str| wants(&["subjects", name]) || wants(&["about", name]);
        Ok(Self {
            members: fetch(
                ctx,
                wants(&["member"]) || wants_thing("member"),
                rows.iter().filter_map(|row| row.member_id).chain(of_kind(rows, Kind::Member).map(MemberId)),
            )
            .await?,
            organisations: fetch(
                ctx,
                wants(&["organisation"]) || wants_thing("organisation"),
                rows.iter()
                    .filter_map(|row| row.organisation_id)
                    .chain(of_kind(rows, Kind::Organisation).map(OrganisationId)),
            )
            .await?,
            people: fetch(ctx, wants_thing("person"), of_kind(rows, Kind::Person).map(PersonId)).await?,
            referrals: fetch(ctx, wants_thing("referral"), of_kind(rows, Kind::Referral).map(ReferralId))
                .await?,
            agreements: fetch(ctx, wants_thing("agreement"), of_kind(rows, Kind::Agreement).map(AgreementId))
                .await?,
            services: fetch(ctx, wants_thing("service"), of_kind(rows, Kind::Service).map(ServiceId)).await?,
        })
    }

    pub async fn member(&self, ctx: &Context<'_>, id: MemberId) -> Result<Option<Member>, GraphqlError> {
        Ok(find(ctx, &self.members, id).await?.map(Member))
    }

    pub async fn organisation(
        &self,
        ctx: &Context<'_>,
        id: OrganisationId,
    ) -> Result<Option<Organisation>, GraphqlError> {
        Ok(find(ctx, &self.organisations, id).await?.map(Organisation::from))
    }

    pub async fn person(&self, ctx: &Context<'_>, id: PersonId) -> Result<Option<Person>, GraphqlError> {
        Ok(find(ctx, &self.people, id).await?.map(Person))
    }

    pub async fn referral(
        &self,
        ctx: &Context<'_>,
        id: ReferralId,
    ) -> Result<Option<Referral>, GraphqlError> {
        Ok(find(ctx, &self.referrals, id).await?.map(Referral::from))
    }

    pub async fn agreement(
        &self,
        ctx: &Context<'_>,
        id: AgreementId,
    ) -> Result<Option<Agreement>, GraphqlError> {
        Ok(find(ctx, &self.agreements, id).await?.map(Agreement))
    }

    pub async fn service(&self, ctx: &Context<'_>, id: ServiceId) -> Result<Option<Service>, GraphqlError> {
        Ok(find(ctx, &self.services, id).await?.map(Service::from))
    }
}

/// Ids of the things of one kind that entries are about.
fn of_kind(rows: &[EntryRow], kind: Kind) -> impl Iterator<Item = uuid::Uuid> {
    let things = rows.iter().flat_map(|row| row.subjects.iter().chain(&row.about));
    things.filter(move |thing: &&Subject| thing.kind == kind).map(|thing| thing.id)
}

async fn fetch<K>(
    ctx: &Context<'_>,
    wanted: bool,
    ids: impl Iterator<Item = K>,
) -> Result<FetchedSubjects<K>, GraphqlError>
where
    K: Send + Sync + Hash + Eq + Clone + 'static,
    Rows: Loader<K, Error = GraphqlError>,
{
    if !wanted {
        return Ok(None);
    }
    let each: HashSet<K> = ids.collect();
    Ok(Some(loads(ctx).load_many(each).await?))
}

/// A row that was brought; where a client selects in a way that nobody foresaw, it is brought now.
async fn find<K>(
    ctx: &Context<'_>,
    brought: &FetchedSubjects<K>,
    id: K,
) -> Result<Option<<Rows as Loader<K>>::Value>, GraphqlError>
where
    K: Send + Sync + Hash + Eq + Clone + 'static,
    Rows: Loader<K, Error = GraphqlError>,
{
    match brought {
        Some(rows) => Ok(rows.get(&id).cloned()),
        None => loads(ctx).load_one(id).await,
    }
}
