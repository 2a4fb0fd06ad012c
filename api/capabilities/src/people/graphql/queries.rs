//! Queries of people.

use async_graphql::{Context, ID, Object, SimpleObject};
use entities::{codes::NeedDomain, ids::PersonId};
use platform::{
    error::DomainError,
    graphql::{Coded, GraphqlError, Listing, PublicId, listing, page, request},
};

use super::{
    super::{model::ReadinessState, reads},
    persons::Person,
};

/// Upcoming release of a person, with the state of the arrangements for each domain of need.
#[derive(SimpleObject)]
pub struct UpcomingRelease {
    /// Person who is released.
    person: Person,
    /// State of the arrangements, one entry for each domain in which the person has a need.
    readiness: Vec<Readiness>,
}

/// State of the arrangements in a domain: that of its least arranged need.
#[derive(SimpleObject)]
pub struct Readiness {
    /// Domain of the needs.
    domain: Coded<NeedDomain>,
    /// State of the least arranged need.
    state: Coded<ReadinessState>,
}

/// Queries of people.
#[derive(Default)]
pub struct PeopleQuery;

#[Object]
impl PeopleQuery {
    /// People whom the viewer may see, the earliest release first; with a name, the matches by name.
    async fn people(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
        #[graphql(desc = "Cursor of the item before the page; null for the first")] after: Option<String>,
        #[graphql(desc = "Beginnings of the words of the name; only over POST")] name: Option<String>,
    ) -> Result<Listing<Person>, GraphqlError> {
        if name.is_some() && !request(ctx).identities {
            return Err(DomainError::Forbidden(
                "people cannot be searched by name over GET; use POST".to_owned(),
            )
            .into());
        }
        let page = page(ctx, first, after)?;
        Ok(listing(reads::people(request(ctx), name.as_deref(), &page).await?, Person))
    }

    /// Person with this id.
    async fn person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Global id")] id: ID,
    ) -> Result<Person, GraphqlError> {
        Ok(Person(reads::person(request(ctx), PersonId::parse(&id)?).await?))
    }

    /// People who are released within the given number of days, the earliest first; at most 100.
    async fn upcoming_releases(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Number of days, 1 to 366; 90 if null")] days: Option<i32>,
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
