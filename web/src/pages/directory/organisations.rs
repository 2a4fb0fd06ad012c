//! Organisations, by name; of a kind, in a province.

use super::{exports::ORGANISATIONS, pager};
use crate::{
    components::{Pager, Row, Tone},
    pages::{
        export::{ExportForm, export_form},
        people::place_name,
    },
    prelude::*,
};

operation!(Organisations, "src/pages/directory/organisations.graphql");

const FILTERS: [&str; 3] = ["kind", "province", "text"];

#[derive(Template)]
#[template(path = "pages/directory/organisations.html")]
struct OrganisationsPage<'a> {
    v: &'a PageContext,
    form: Form,
    rows: Vec<Row>,
    total: i64,
    pager: Pager<'a>,
    take: ExportForm<'a>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/directory", get(show))
}

async fn show(v: PageContext, query: axum::extract::RawQuery) -> Result<Response, PageError> {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    let told = v
        .query::<Organisations>(organisations::Variables {
            after: asked.some("after"),
            kind: OrganisationKind::parse(asked.get("kind")),
            province: asked.some("province"),
            text: asked.some("text"),
        })
        .await?;
    let found = told.organisations;
    let more = (found.page_info.has_next_page, found.page_info.end_cursor.as_deref());
    let provinces = told
        .provinces
        .iter()
        .map(|one| Choice::new(&one.code, v.province_name(&one.code, &one.name, &one.name_local)))
        .collect();
    let provinces = components::by_name(provinces);
    let kinds = components::choices(&v, OrganisationKind::ALL);
    let form = Form::own(vec![
        Field::text("text", key::DIRECTORY_NAME).limit(100),
        Field::select("kind", key::DIRECTORY_KIND, kinds).or_empty(key::DIRECTORY_ANY),
        Field::select("province", key::DIRECTORY_PROVINCE, provinces).or_empty(key::DIRECTORY_ANY),
    ]);
    Ok(v.show(&OrganisationsPage {
        v: &v,
        pager: pager(&v, "/directory", &asked, &FILTERS, more),
        take: export_form(&v, ORGANISATIONS, &asked, &FILTERS),
        rows: found.nodes.iter().map(|one| row(&v, one)).collect(),
        total: found.total_count,
        form: form.filled(asked),
    }))
}

fn row(v: &PageContext, one: &organisations::OrganisationsOrganisationsNodes) -> Row {
    let place = one.municipality.as_ref().map(|place| place_name(v, &place.name, &place.name_local));
    let province = v.province_name(&one.province.code, &one.province.name, &one.province.name_local);
    Row {
        icon: "building-2",
        tone: Tone::Calm,
        href: format!("/organisations/{}", one.id),
        title: one.name.clone(),
        under: v.h1(key::DIRECTORY_KIND_IS, "kind", v.word(one.kind)),
        middle: v.h1(key::DIRECTORY_PLACE, "place", place.unwrap_or_else(|| province.clone())),
        middle_under: v.h1(key::DIRECTORY_PLACE, "place", province),
        last: if one.is_viewers {
            components::tag(Tone::Go, None, v.t(key::DIRECTORY_YOURS))
        } else {
            Html::default()
        },
    }
}
