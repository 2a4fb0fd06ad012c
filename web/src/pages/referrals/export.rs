//! Referrals received and sent as a table, with the filters of the page.

use super::filter::{filter, order};
use crate::{
    components::state_words,
    pages::export::{self, Cell, Column, Page, ROWS, Rows, Table},
    prelude::*,
};

operation!(ReferralTable, "src/pages/referrals/export.graphql");
filter!(referral_table);

type Referral = referral_table::ReferralTableReferralsNodes;

const COLUMNS: [Column<Referral>; 17] = [
    ("column-reference", |_, one| Cell::text(&one.reference)),
    ("list-sides", |v, one| Cell::text(v.word(one.side))),
    ("list-state", |v, one| Cell::text(state_words(v, one.state, one.side))),
    ("column-state-since", |v, one| Cell::day_of(v, Some(one.state_since))),
    ("list-priority", |v, one| Cell::text(v.word(one.priority))),
    ("column-sender", |_, one| Cell::text(&one.sender.name)),
    ("column-recipient", |_, one| Cell::text(&one.recipient.name)),
    ("column-service", |_, one| Cell::text(&one.service.name)),
    ("column-pseudonym", |_, one| Cell::text(&one.pseudonym)),
    ("column-needs", |v, one| Cell::texts(one.domains.iter().map(|domain| v.word(domain)))),
    ("list-municipality", |v, one| {
        let place = one.municipality.as_ref();
        place.map_or(Cell::Empty, |place| Cell::text(v.place_name(&place.name, &place.name_local)))
    }),
    ("referral-start", |v, one| match (one.start_date, &one.start_month) {
        (Some(day), _) => Cell::Date(day),
        (None, Some(month)) => Cell::text(v.month(month)),
        (None, None) => Cell::Empty,
    }),
    ("referral-due", |_, one| Cell::date(one.due_on)),
    ("column-days-left", |_, one| Cell::number(one.working_days_left)),
    ("list-state-waiting", |v, one| Cell::yes(v, one.waits_for_viewer)),
    ("column-sent", |v, one| Cell::day_of(v, one.sent_at)),
    ("column-closed", |v, one| Cell::day_of(v, one.closed_at)),
];

pub fn routes() -> Router<AppState> {
    export::routes("/referrals", |v, asked| Ok((Table::of(v, "referrals", &COLUMNS), Referrals { asked })))
}

struct Referrals {
    asked: Fields,
}

impl Rows for Referrals {
    async fn page(&self, v: &PageContext, after: Option<String>) -> Result<Page, PageError> {
        let variables = referral_table::Variables {
            first: ROWS,
            after,
            filter: Some(filter(&self.asked)),
            order: Some(order(&self.asked)),
        };
        let found = v.query::<ReferralTable>(variables).await?.referrals;
        let (more, cursor) = (found.page_info.has_next_page, found.page_info.end_cursor);
        Ok(Page::listed(v, &COLUMNS, &found.nodes, more, cursor))
    }
}
