//! How people are asked for.

use async_graphql::{Context, ID, Object, SimpleObject};
use entities::{codes::NeedDomain, ids::PersonId};

use super::{
    super::{model::ReadinessState, reads},
    persons::Person,
};
use platform::{
    error::DomainError,
    graphql::{Coded, GraphqlError, Listing, PublicId, listing, page, request},
};

/// Somebody comes home: how far each of their needs is arranged.
#[derive(SimpleObject)]
pub struct UpcomingRelease {
    /// Who comes home.
    person: Person,
    /// One for each domain in which the person has a need.
    readiness: Vec<Readiness>,
}

/// How far a domain of needs is arranged: as far as the least arranged of its needs.
#[derive(SimpleObject)]
pub struct Readiness {
    /// What the needs are about.
    domain: Coded<NeedDomain>,
    /// That of the least arranged of them.
    state: Coded<ReadinessState>,
}

/// People.
#[derive(Default)]
pub struct PeopleQuery;

#[Object]
impl PeopleQuery {
    /// People whom the viewer may see: the soonest to be released first; with a name, the hits by
    /// name.
    async fn people(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list")] after: Option<String>,
        #[graphql(desc = "Beginnings of words of the name; over POST alone")] name: Option<String>,
    ) -> Result<Listing<Person>, GraphqlError> {
        if name.is_some() && !request(ctx).identities {
            return Err(DomainError::Forbidden("a name is not searched over GET; use POST".to_owned()).into());
        }
        let page = page(ctx, first, after)?;
        Ok(listing(reads::people(request(ctx), name.as_deref(), &page).await?, Person))
    }

    /// One person.
    async fn person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id")] id: ID,
    ) -> Result<Person, GraphqlError> {
        Ok(Person(reads::person(request(ctx), PersonId::parse(&id)?).await?))
    }

    /// Who comes home within so many days, the soonest first; at most 100.
    async fn upcoming_releases(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 366; 90 where not given")] days: Option<i32>,
    ) -> Result<Vec<UpcomingRelease>, GraphqlError> {
        let days = u64::try_from(days.unwrap_or(90)).unwrap_or_default().clamp(1, 366);
        let rows = crate::referrals::upcoming_releases(request(ctx), days).await?;
        Ok(rows
            .into_iter()
            .map(|row| UpcomingRelease {
                person: Person(row.row),
                readiness: row
                    .readiness
                    .into_iter()
                    .map(|(domain, state)| Readiness { domain: Coded(domain), state: Coded(state) })
                    .collect(),
            })
            .collect())
    }
}
