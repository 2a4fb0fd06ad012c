//! Who comes home soon, and what is not arranged yet, as a table: the sheet of a meeting.

use crate::{
    pages::export::{self, Cell, ExportForm, Page, Rows, Table, export_form},
    prelude::*,
};

operation!(UpcomingReleaseTable, "src/pages/work/upcoming_releases.graphql");

type UpcomingRelease = upcoming_release_table::UpcomingReleaseTableUpcomingReleases;

const PATH: &str = "/upcomingReleases";

pub fn routes() -> Router<AppState> {
    export::routes(PATH, |v, _| {
        if !v.may(Action::PersonRead) {
            return Err(PageError::new(v, PageErrorKind::Forbidden, None));
        }
        let known = [
            key::COLUMN_PSEUDONYM,
            key::COLUMN_MUNICIPALITY,
            key::COLUMN_RELEASE_DATE,
            key::COLUMN_CONFIRMED,
        ];
        let domains = NeedDomain::ALL.iter().map(|domain| v.word(domain));
        let headings = known.into_iter().map(|heading| v.t(heading)).chain(domains).collect();
        Ok((Table { name: "upcomingReleases", headings }, Everybody))
    })
}

/// The line below the list.
pub(super) fn take(v: &PageContext) -> ExportForm<'_> {
    export_form(v, PATH, &Fields::default(), &[])
}

/// All of them stand in one answer.
struct Everybody;

impl Rows for Everybody {
    async fn page(&self, v: &PageContext, _: Option<String>) -> Result<Page, PageError> {
        let found =
            v.query::<UpcomingReleaseTable>(upcoming_release_table::Variables).await?.upcoming_releases;
        Ok(Page::of(found.iter().map(|one| row(v, one)).collect(), false, None))
    }
}

/// Who, where to, when; and in each domain how far it is, nothing where nothing is needed.
fn row(v: &PageContext, one: &UpcomingRelease) -> Vec<Cell> {
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
