//! The referrals received and sent, filtered by an address that can be kept.

use axum::extract::RawQuery;

use super::filter::{FILTERS, KEPT, filter, order};
use crate::{
    codes::Code,
    components::{Brief, Pager, Row, brief, by_name, choices},
    pages::export::{ExportForm, export_form},
    prelude::*,
};

operation!(Referrals, "src/pages/referrals/list.graphql");
operation!(ReferralPlaces, "src/pages/referrals/list.graphql");
brief!(referrals);
filter!(referrals);

#[derive(Template)]
#[template(path = "pages/referrals/list.html")]
struct ListPage<'a> {
    v: &'a PageContext,
    form: Form,
    side: Option<Side>,
    filtered: bool,
    rows: Vec<Row>,
    pager: Pager<'a>,
    take: ExportForm<'a>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/referrals", get(show))
}

async fn show(v: PageContext, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let asked = Fields::of_query(&query.unwrap_or_default());
    let told = v
        .query::<Referrals>(referrals::Variables {
            after: asked.some("after"),
            filter: Some(filter(&asked)),
            order: Some(order(&asked)),
        })
        .await?
        .referrals;
    let next = told.page_info.end_cursor.filter(|_| told.page_info.has_next_page);
    let (needs, municipalities) = (choices(&v, NeedDomain::ALL), municipalities(&v).await?);
    let form = Form::own(vec![
        Field::text("text", key::LIST_TEXT).hint(key::LIST_TEXT_HINT).limit(100),
        Field::select("state", key::LIST_STATE, states(&v)),
        Field::select("need", key::LIST_NEED, needs).or_empty(key::LIST_ANY),
        Field::select("municipality", key::LIST_MUNICIPALITY, municipalities).or_empty(key::LIST_ANY),
        Field::select("priority", key::LIST_PRIORITY, choices(&v, Priority::ALL)).or_empty(key::LIST_ANY),
        Field::select("order", key::LIST_ORDER, choices(&v, ReferralOrder::ALL)),
    ]);
    Ok(v.show(&ListPage {
        v: &v,
        side: Side::parse(asked.get("side")),
        filtered: FILTERS.iter().any(|name| asked.some(name).is_some()),
        rows: told.nodes.iter().map(|one| Brief::from(one).row(&v)).collect(),
        pager: Pager {
            v: &v,
            first: asked.some("after").map(|_| address(&asked, None)),
            next: next.map(|cursor| address(&asked, Some(&cursor))),
        },
        take: export_form(&v, "/referrals", &asked, &KEPT),
        form: form.filled(shown(asked)),
    }))
}

/// The form says which state was meant when none was asked for.
fn shown(asked: Fields) -> Fields {
    match (asked.get("state").is_empty(), asked.some("text").is_some()) {
        (true, true) => asked.and("state", "all"),
        _ => asked,
    }
}

fn states(v: &PageContext) -> Vec<Choice> {
    let special =
        [("open", key::LIST_STATE_OPEN), ("waiting", key::LIST_STATE_WAITING), ("all", key::LIST_STATE_ALL)];
    let mut states: Vec<_> = special.iter().map(|(value, key)| Choice::new(*value, v.t(key))).collect();
    states.extend(choices(v, ReferralState::ALL));
    states
}

/// The municipalities of the viewer's own country, by name.
async fn municipalities(v: &PageContext) -> Result<Vec<Choice>, PageError> {
    let country = v.viewer.as_ref().map(|viewer| viewer.organisation.province.country.as_str());
    let provinces = v.query::<ReferralPlaces>(referral_places::Variables).await?.provinces;
    let places = provinces
        .iter()
        .filter(|province| Some(province.country.as_str()) == country)
        .flat_map(|province| &province.municipalities)
        .map(|place| Choice::new(&place.id, v.place_name(&place.name, &place.name_local)))
        .collect();
    Ok(by_name(places))
}

/// The same list, from its beginning or from a cursor on.
fn address(asked: &Fields, after: Option<&str>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for name in &KEPT {
        if let Some(value) = asked.some(name) {
            query.append_pair(name, &value);
        }
    }
    if let Some(after) = after {
        query.append_pair("after", after);
    }
    format!("/referrals?{}", query.finish())
}

impl ListPage<'_> {
    /// The list of this side without its filters.
    fn unfiltered(&self) -> String {
        self.side.map_or_else(|| "/referrals".to_owned(), |side| format!("/referrals?side={side}"))
    }

    fn title(&self) -> String {
        match self.side {
            Some(Side::Received) => self.v.t(key::LIST_RECEIVED),
            Some(Side::Sent) => self.v.t(key::LIST_SENT),
            None => self.v.t(key::FRAME_REFERRALS),
        }
    }

    /// The other side's list keeps the filters.
    fn tab(&self, side: Option<Side>) -> String {
        let query = address(&self.form.fields, None);
        let kept =
            query.split('?').nth(1).unwrap_or_default().split('&').filter(|pair| !pair.starts_with("side="));
        let side = side.map(|side| format!("side={}", side.code()));
        let pairs: Vec<_> =
            side.iter().map(String::as_str).chain(kept.filter(|pair| !pair.is_empty())).collect();
        if pairs.is_empty() { "/referrals".to_owned() } else { format!("/referrals?{}", pairs.join("&")) }
    }
}
