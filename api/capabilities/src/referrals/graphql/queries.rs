//! Queries of referrals. A list looks ahead at the selection and loads rows and events in one statement each.

use async_graphql::{Context, ID, InputObject, Object};
use entities::{
    codes::{NeedDomain, Priority, ReferralState},
    described_enum,
    ids::{MunicipalityId, NeedId, PersonId, ReferralId},
};
use platform::graphql::{Coded, Date, GraphqlError, Listing, PublicId, ReadyFields, listing, page, request};

use super::{
    super::reads::{self, Filter, Order, matching},
    endings::Side,
    matches::ServiceMatch,
    types::Referral,
};
use crate::referrals::Side as Seen;

described_enum! {
    /// Order of a list of referrals.
    ReferralOrder {
        UrgentFirst = "URGENT_FIRST": "By the date of the current deadline, earliest first.",
        NewestFirst = "NEWEST_FIRST": "By the time of writing, latest first.",
    }
}

/// Filter of a list of referrals; a field that is null does not limit it.
#[derive(InputObject, Default)]
pub struct ReferralFilter {
    /// Only sent, or only received, referrals.
    side: Option<Coded<Side>>,
    /// Only referrals in which the viewer's side must act next, or must not.
    waits_for_viewer: Option<bool>,
    /// Only open, or only closed, referrals.
    open: Option<bool>,
    /// Only referrals in one of these states.
    states: Option<Vec<Coded<ReferralState>>>,
    /// Only referrals about a need in this domain.
    domain: Option<Coded<NeedDomain>>,
    /// Only referrals of people who return to this municipality.
    municipality: Option<ID>,
    /// Only referrals of this priority.
    priority: Option<Coded<Priority>>,
    /// Part of the reference, or of the name of the service or either organisation, at most 200 characters.
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

/// Queries of referrals and of matching services.
#[derive(Default)]
pub struct ReferralsQuery;

#[Object]
impl ReferralsQuery {
    /// Referrals that the viewer may see.
    async fn referrals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
        #[graphql(desc = "Cursor in the same order; null for the first page")] after: Option<String>,
        #[graphql(desc = "Filter; null for all")] filter: Option<ReferralFilter>,
        #[graphql(desc = "Order; URGENT_FIRST if null")] order: Option<Coded<ReferralOrder>>,
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

    /// Referral with this id.
    async fn referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Global id")] id: ID,
    ) -> Result<Referral, GraphqlError> {
        Ok(reads::referral(request(ctx), ReferralId::parse(&id)?, None).await?.into())
    }

    /// Services for needs of a person, with the reasons for and against each. Those that match and have free capacity
    /// come first.
    async fn service_matches(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the person")] person: ID,
        #[graphql(desc = "Ids of needs of the person")] needs: Vec<ID>,
        #[graphql(desc = "Date on which capacity is wanted; the release date if null")] date: Option<Date>,
    ) -> Result<Vec<ServiceMatch>, GraphqlError> {
        let person = PersonId::parse(&person)?;
        let needs = needs.iter().map(|id| NeedId::parse(id)).collect::<Result<Vec<_>, _>>()?;
        let date = date.map(|date| date.0);
        let found = matching::service_matches(request(ctx), person, &needs, date).await?;
        Ok(found.into_iter().map(ServiceMatch).collect())
    }
}

/// Number of events of each referral that the client selects, if it selects them once or every time alike.
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
