//! Services, by name; for a need, for those who return to a municipality.

use super::{closed_tag, exports::SERVICES, pager};
use crate::{
    components::{Pager, Row, Tone},
    pages::{
        export::{ExportForm, export_form},
        people::{by_date, place_name},
    },
    prelude::*,
};

operation!(Services, "src/pages/directory/services.graphql");

const FILTERS: [&str; 3] = ["domain", "municipality", "text"];

#[derive(Template)]
#[template(path = "pages/directory/services.html")]
struct ServicesPage<'a> {
    v: &'a PageContext,
    form: Form,
    rows: Vec<Row>,
    total: i64,
    pager: Pager<'a>,
    take: ExportForm<'a>,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/directory/services", get(show))
        .route("/services", get(async || Redirect::permanent("/directory/services")))
}

async fn show(v: PageContext, query: axum::extract::RawQuery) -> Result<Response, PageError> {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    let told = v
        .query::<Services>(services::Variables {
            after: asked.some("after"),
            domain: NeedDomain::parse(asked.get("domain")),
            municipality: asked.some("municipality"),
            text: asked.some("text"),
            today: v.today,
        })
        .await?;
    let municipalities = components::municipalities!(v, &told.provinces);
    let found = told.services;
    let more = (found.page_info.has_next_page, found.page_info.end_cursor.as_deref());
    let domains = components::choices(&v, NeedDomain::ALL);
    let form = Form::own(vec![
        Field::text("text", key::DIRECTORY_SERVICE_NAME).limit(100),
        Field::select("domain", key::DIRECTORY_DOMAIN, domains).or_empty(key::DIRECTORY_ANY),
        Field::select("municipality", key::DIRECTORY_MUNICIPALITY, municipalities)
            .or_empty(key::DIRECTORY_ANYWHERE),
    ]);
    Ok(v.show(&ServicesPage {
        v: &v,
        pager: pager(&v, "/directory/services", &asked, &FILTERS, more),
        take: export_form(&v, SERVICES, &asked, &FILTERS),
        rows: found.nodes.iter().map(|one| row(&v, one)).collect(),
        total: found.total_count,
        form: form.filled(asked),
    }))
}

fn row(v: &PageContext, one: &services::ServicesServicesNodes) -> Row {
    let place = one.organisation.municipality.as_ref();
    let place = place.map(|place| place_name(v, &place.name, &place.name_local));
    Row {
        icon: one.domain.icon(),
        tone: Tone::Calm,
        href: format!("/services/{}", one.id),
        title: one.name.clone(),
        under: v.h1(key::DIRECTORY_OFFERED_BY, "organisation", &one.organisation.name),
        middle: v.h1(key::DIRECTORY_PLACE, "place", v.word(one.domain)),
        middle_under: place.map(|place| v.h1(key::DIRECTORY_PLACE, "place", place)).unwrap_or_default(),
        last: match one.status {
            ServiceStatus::Active => free(v, one),
            status => closed_tag(v, status),
        },
    }
}

fn free(v: &PageContext, one: &services::ServicesServicesNodes) -> Html {
    match (one.places.free, one.places.next_from) {
        (None, _) => v.h(key::PLACES_NO_LIMIT),
        (Some(0), Some(day)) => v.h1(key::PLACES_NEXT_FROM, "day", by_date(v, day)),
        (Some(0), None) => v.h(key::PLACES_NONE_TODAY),
        (Some(free), _) => v.h1(key::PLACES_FREE_TODAY, "n", free),
    }
}
