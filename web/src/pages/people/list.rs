//! *People*: everybody whom the viewer may see, those who come out soonest first; and the search by name.

use super::{called, export, place_name, release_words};
use crate::{
    components::{Pager, Row, Tone},
    pages::export::ExportForm,
    prelude::*,
};

operation!(People, "src/pages/people/list.graphql");

/// A page of the list; and the most that a search shows.
const PAGE: i64 = 25;
const HITS: i64 = 50;

#[derive(Template)]
#[template(path = "pages/people/list.html")]
struct PeoplePage<'a> {
    v: &'a PageContext,
    form: Form,
    /// What was searched for.
    sought: Option<String>,
    rows: Vec<Row>,
    more: bool,
    pager: Pager<'a>,
    /// Nothing for the hits of a search: what was searched for stands in no address.
    take: Option<ExportForm<'a>>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/people", get(show).post(search))
}

async fn show(v: PageContext, query: axum::extract::RawQuery) -> Result<Response, PageError> {
    if !v.may(Action::PersonRead) {
        return Err(PageError::new(&v, PageErrorKind::Forbidden, None));
    }
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    let after = asked.some("after");
    let paged = after.is_some();
    let found = v.query::<People>(people::Variables { after, first: Some(PAGE), name: None }).await?.people;
    let next = found.page_info.end_cursor.filter(|_| found.page_info.has_next_page);
    let pager = Pager {
        v: &v,
        first: paged.then(|| "/people".to_owned()),
        next: next.map(|cursor| {
            let cursor: String = form_urlencoded::byte_serialize(cursor.as_bytes()).collect();
            format!("/people?after={cursor}")
        }),
    };
    let rows = found.nodes.iter().map(|person| row(&v, person)).collect();
    let take = Some(export::take(&v));
    Ok(v.show(&PeoplePage { v: &v, form: search_form(), sought: None, rows, more: false, pager, take }))
}

fn search_form() -> Form {
    Form::own(vec![Field::text("name", key::PEOPLE_SEARCH).limit(100)])
}

/// A name is sent in the body and never stands in an address.
async fn search(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    let Some(name) = fields.some("name") else {
        return Ok(Redirect::to("/people").into_response());
    };
    let asked = people::Variables { after: None, first: Some(HITS), name: Some(name.clone()) };
    let found = v.query::<People>(asked).await?.people;
    Ok(v.show(&PeoplePage {
        v: &v,
        form: search_form().filled(fields),
        sought: Some(name),
        rows: found.nodes.iter().map(|person| row(&v, person)).collect(),
        more: found.page_info.has_next_page,
        pager: Pager { v: &v, first: None, next: None },
        take: None,
    }))
}

fn row(v: &PageContext, person: &people::PeoplePeopleNodes) -> Row {
    let municipality =
        person.municipality.as_ref().map(|place| place_name(v, &place.name, &place.name_local));
    let (title, under) = match &person.identity {
        Some(identity) => {
            let title = called(&identity.given_name, &identity.family_name);
            (title, v.h1(key::PEOPLE_PSEUDONYM, "pseudonym", &person.pseudonym))
        }
        None => (person.pseudonym.clone(), v.h(key::PEOPLE_NAME_HIDDEN)),
    };
    let release = person.release.as_ref();
    let certain =
        |confirmed| v.h(if confirmed { key::PEOPLE_RELEASE_CONFIRMED } else { key::PEOPLE_RELEASE_EXPECTED });
    let ahead = release.filter(|release| release.date >= v.today);
    Row {
        icon: if person.restricted { "lock" } else { "user" },
        tone: Tone::Calm,
        href: format!("/people/{}", person.id),
        title,
        under,
        middle: release.map_or_else(|| v.h(key::PEOPLE_NO_RELEASE), |release| release_words(v, release.date)),
        middle_under: ahead.map(|release| certain(release.confirmed)).unwrap_or_default(),
        last: v.h1(key::PEOPLE_PLACE, "place", municipality.unwrap_or_default()),
    }
}

impl PeoplePage<'_> {
    fn reads_names(&self) -> bool {
        self.v.viewer.as_ref().is_some_and(|viewer| viewer.scopes.contains(&Scope::Identity))
    }

    fn title(&self) -> String {
        match &self.sought {
            Some(name) => self.v.t2(key::PEOPLE_HITS, "n", self.rows.len(), "name", name),
            None => self.v.t(key::FRAME_PEOPLE),
        }
    }
}
