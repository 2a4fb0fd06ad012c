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
    (key::COLUMN_REFERENCE, |_, one| Cell::text(&one.reference)),
    (key::LIST_SIDES, |v, one| Cell::text(v.word(one.side))),
    (key::LIST_STATE, |v, one| Cell::text(state_words(v, one.state, one.side))),
    (key::COLUMN_STATE_SINCE, |v, one| Cell::day_of(v, Some(one.state_since))),
    (key::LIST_PRIORITY, |v, one| Cell::text(v.word(one.priority))),
    (key::COLUMN_SENDER, |_, one| Cell::text(&one.sender.name)),
    (key::COLUMN_RECIPIENT, |_, one| Cell::text(&one.recipient.name)),
    (key::COLUMN_SERVICE, |_, one| Cell::text(&one.service.name)),
    (key::COLUMN_PSEUDONYM, |_, one| Cell::text(&one.pseudonym)),
    (key::COLUMN_NEEDS, |v, one| Cell::texts(one.domains.iter().map(|domain| v.word(domain)))),
    (key::LIST_MUNICIPALITY, |v, one| {
        let place = one.municipality.as_ref();
        place.map_or(Cell::Empty, |place| Cell::text(v.place_name(&place.name, &place.name_local)))
    }),
    (key::REFERRAL_START, |v, one| match (one.start_date, &one.start_month) {
        (Some(day), _) => Cell::Date(day),
        (None, Some(month)) => Cell::text(v.month(month)),
        (None, None) => Cell::Empty,
    }),
    (key::REFERRAL_DUE, |_, one| Cell::date(one.due_on)),
    (key::COLUMN_DAYS_LEFT, |_, one| Cell::number(one.working_days_left)),
    (key::LIST_STATE_WAITING, |v, one| Cell::yes(v, one.waits_for_viewer)),
    (key::COLUMN_SENT, |v, one| Cell::day_of(v, one.sent_at)),
    (key::COLUMN_CLOSED, |v, one| Cell::day_of(v, one.closed_at)),
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
