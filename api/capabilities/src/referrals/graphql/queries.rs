//! How referrals are asked for. A list looks ahead at what is selected and brings it in one
//! statement for the rows and one for their events; nothing below it waits.

use async_graphql::{Context, ID, InputObject, Object};
use entities::{
    codes::{NeedDomain, Priority, ReferralState},
    ids::{MunicipalityId, NeedId, PersonId, ReferralId},
};

use super::{
    super::reads::{self, Filter, Order, matching},
    endings::Side,
    matches::ServiceMatch,
    types::Referral,
};
use crate::referrals::Side as Seen;
use entities::described_enum;
use platform::graphql::{Coded, Date, GraphqlError, Listing, PublicId, ReadyFields, listing, page, request};

described_enum! {
    /// In which order a list of referrals comes.
    ReferralOrder {
        UrgentFirst = "URGENT_FIRST": "By the date of the clock that runs, the earliest first.",
        NewestFirst = "NEWEST_FIRST": "By the time of writing, the latest first.",
    }
}

/// What to look for among referrals.
#[derive(InputObject, Default)]
pub struct ReferralFilter {
    /// Only sent ones, or only received ones.
    side: Option<Coded<Side>>,
    /// Only those in which it is the viewer's side's move.
    waits_for_viewer: Option<bool>,
    /// Only open ones, or only closed ones.
    open: Option<bool>,
    /// Only in one of these states.
    states: Option<Vec<Coded<ReferralState>>>,
    /// Only about a need in this domain.
    domain: Option<Coded<NeedDomain>>,
    /// Only of people who return to this municipality.
    municipality: Option<ID>,
    /// Only of this one.
    priority: Option<Coded<Priority>>,
    /// Part of the reference, or of the service's or either organisation's name; 200 characters at
    /// most.
    text: Option<String>,
}

impl ReferralFilter {
    fn read(self) -> Result<Filter, GraphqlError> {
        Ok(Filter {
            side: self.side.map(|side| match side.0 {
                Side::Sent => Seen::Sent,
                Side::Received => Seen::Received,
            }),
            waits_for_viewer: self.waits_for_viewer.unwrap_or_default(),
            open: self.open,
            states: self.states.unwrap_or_default().into_iter().map(|state| state.0).collect(),
            domain: self.domain.map(|domain| domain.0),
            municipality: self.municipality.map(|id| MunicipalityId::parse(&id)).transpose()?,
            priority: self.priority.map(|priority| priority.0),
            text: self.text,
        })
    }
}

/// Referrals, and the services that may help.
#[derive(Default)]
pub struct ReferralsQuery;

#[Object]
impl ReferralsQuery {
    /// Referrals that the viewer may see.
    async fn referrals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list, in the same order")] after: Option<String>,
        #[graphql(desc = "What to look for")] filter: Option<ReferralFilter>,
        #[graphql(desc = "URGENT_FIRST where not given")] order: Option<Coded<ReferralOrder>>,
    ) -> Result<Listing<ReadyFields<Referral>>, GraphqlError> {
        let page = page(ctx, first, after)?;
        let order = match order {
            Some(Coded(ReferralOrder::NewestFirst)) => Order::NewestFirst,
            _ => Order::UrgentFirst,
        };
        let filter = filter.unwrap_or_default().read()?;
        let rows = reads::referrals(request(ctx), &filter, order, &page).await?;
        let Some(last) = events_ahead(ctx) else { return Ok(listing(rows, |row| ReadyFields(row.into()))) };
        let ids: Vec<ReferralId> = rows.rows.iter().map(|row| row.1.facts.id).collect();
        let mut events = reads::latest_events(request(ctx), &ids, last).await?;
        let rows = platform::paging::Paged {
            rows: rows
                .rows
                .into_iter()
                .map(|(cursor, listed)| {
                    let events = events.remove(&listed.facts.id).unwrap_or_default();
                    (cursor, Referral { listed, events: Some((last, events)) })
                })
                .collect(),
            has_next: rows.has_next,
            has_previous: rows.has_previous,
            total: rows.total,
        };
        Ok(listing(rows, ReadyFields))
    }

    /// One referral.
    async fn referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id")] id: ID,
    ) -> Result<Referral, GraphqlError> {
        Ok(reads::referral(request(ctx), ReferralId::parse(&id)?, None).await?.into())
    }

    /// Services for needs of a person, with the reasons for and against each; those that fit and
    /// have a place first.
    async fn service_matches(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The person's id")] person: ID,
        #[graphql(desc = "Ids of needs of the person")] needs: Vec<ID>,
        #[graphql(desc = "From which a place is wanted; the release date where not given")] date: Option<
            Date,
        >,
    ) -> Result<Vec<ServiceMatch>, GraphqlError> {
        let person = PersonId::parse(&person)?;
        let needs = needs.iter().map(|id| NeedId::parse(id)).collect::<Result<Vec<_>, _>>()?;
        let date = date.map(|date| date.0);
        let found = matching::service_matches(request(ctx), person, &needs, date).await?;
        Ok(found.into_iter().map(ServiceMatch).collect())
    }
}

/// How many events of each referral the client selects, where it selects them once and the same.
fn events_ahead(ctx: &Context<'_>) -> Option<u64> {
    let ahead = ctx.look_ahead();
    let selected = [ahead.field("nodes").field("events"), ahead.field("edges").field("node").field("events")];
    let mut asked = None;
    for field in selected.iter().flat_map(|ahead| ahead.selection_fields()) {
        let arguments = field.arguments().ok()?;
        let last = arguments.iter().find(|argument| argument.0 == "last").map(|argument| &argument.1);
        let last = match last {
            None | Some(async_graphql::Value::Null) => 3,
            Some(async_graphql::Value::Number(number)) => {
                number.as_u64().filter(|last| (1..=100).contains(last))?
            }
            Some(_) => return None,
        };
        if asked.is_some_and(|before| before != last) {
            return None;
        }
        asked = Some(last);
    }
    asked
}
