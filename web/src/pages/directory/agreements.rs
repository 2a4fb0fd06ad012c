//! The agreements of the viewer's organisation.

use super::{agreement_tag, exports::AGREEMENTS, joined, pager};
use crate::{
    components::{Pager, Row, Tone},
    pages::{
        export::{ExportForm, export_form},
        people::by_date,
    },
    prelude::*,
};

operation!(Agreements, "src/pages/directory/agreements.graphql");

const FILTERS: [&str; 1] = ["state"];

#[derive(Template)]
#[template(path = "pages/directory/agreements.html")]
struct AgreementsPage<'a> {
    v: &'a PageContext,
    form: Form,
    rows: Vec<Row>,
    total: i64,
    pager: Pager<'a>,
    take: ExportForm<'a>,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/directory/agreements", get(show))
        .route("/agreements", get(async || Redirect::permanent("/directory/agreements")))
}

async fn show(v: PageContext, query: axum::extract::RawQuery) -> Result<Response, PageError> {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    let state = AgreementState::parse(asked.get("state"));
    let found =
        v.query::<Agreements>(agreements::Variables { after: asked.some("after"), state }).await?.agreements;
    let more = (found.page_info.has_next_page, found.page_info.end_cursor.as_deref());
    let states = components::choices(&v, AgreementState::ALL);
    let form =
        Form::own(vec![Field::select("state", key::AGREEMENT_STATE, states).or_empty(key::DIRECTORY_ANY)]);
    Ok(v.show(&AgreementsPage {
        v: &v,
        pager: pager(&v, "/directory/agreements", &asked, &FILTERS, more),
        take: export_form(&v, AGREEMENTS, &asked, &FILTERS),
        rows: found.nodes.iter().map(|one| row(&v, one)).collect(),
        total: found.total_count,
        form: form.filled(asked),
    }))
}

fn row(v: &PageContext, one: &agreements::AgreementsAgreementsNodes) -> Row {
    let others = one.parties.iter().filter(|party| !party.organisation.is_viewers);
    let waits = one.viewer_may.contains(&AgreementStep::Sign);
    Row {
        icon: "handshake",
        tone: if waits { Tone::Soon } else { Tone::Calm },
        href: format!("/agreements/{}", one.id),
        title: one.title.clone(),
        under: v.h1(
            key::AGREEMENT_WITH,
            "names",
            joined(others.map(|party| party.organisation.name.as_str())),
        ),
        middle: agreement_tag(v, one.state),
        middle_under: v.h1(key::DIRECTORY_PLACE, "place", v.word(one.purpose)),
        last: match (waits, one.ends_on) {
            (true, _) => v.h(key::AGREEMENT_WAITS),
            (false, Some(day)) => v.h1(key::AGREEMENT_UNTIL, "day", by_date(v, day)),
            (false, None) => v.h(key::AGREEMENT_OPEN_ENDED),
        },
    }
}
