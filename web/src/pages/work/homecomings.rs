//! Who comes home soon, and what is not arranged yet, as a table: the sheet of a meeting.

use crate::{
    client::Why,
    pages::export::{self, Cell, Page, Rows, Table, TakeAlong, take_along},
    prelude::*,
};

operation!(HomecomingTable, "src/pages/work/homecomings.graphql");

type Homecoming = homecoming_table::HomecomingTableHomecomings;

const PATH: &str = "/homecomings";

pub fn routes() -> Router<House> {
    export::routes(PATH, |v, _| {
        if !v.may(Action::PersonRead) {
            return Err(Stop::new(v, Why::Forbidden, None));
        }
        let known = ["column-pseudonym", "column-municipality", "column-release-date", "column-confirmed"];
        let domains = NeedDomain::ALL.iter().map(|domain| v.word(domain));
        let headings = known.into_iter().map(|heading| v.t(heading)).chain(domains).collect();
        Ok((Table { name: "homecomings", headings }, Everybody))
    })
}

/// The line below the list.
pub(super) fn take(v: &Visit) -> TakeAlong<'_> {
    take_along(v, PATH, &Fields::default(), &[])
}

/// All of them stand in one answer.
struct Everybody;

impl Rows for Everybody {
    async fn page(&self, v: &Visit, _: Option<String>) -> Result<Page, Stop> {
        let found = v.ask::<HomecomingTable>(homecoming_table::Variables).await?.homecomings;
        Ok(Page::of(found.iter().map(|one| row(v, one)).collect(), false, None))
    }
}

/// Who, where to, when; and in each domain how far it is, nothing where nothing is needed.
fn row(v: &Visit, one: &Homecoming) -> Vec<Cell> {
    let (place, release) = (one.person.municipality.as_ref(), one.person.release.as_ref());
    let known = [
        Cell::text(&one.person.pseudonym),
        place.map_or(Cell::Empty, |place| Cell::text(v.place_name(&place.name, &place.name_local))),
        Cell::date(release.map(|release| release.date)),
        release.map_or(Cell::Empty, |release| Cell::yes(v, release.confirmed)),
    ];
    let state = |domain: &NeedDomain| {
        let found = one.readiness.iter().find(|readiness| readiness.domain == *domain);
        found.map_or(Cell::Empty, |readiness| Cell::text(v.word(readiness.state)))
    };
    known.into_iter().chain(NeedDomain::ALL.iter().map(state)).collect()
}
