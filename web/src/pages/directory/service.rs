//! One service: what it is, for whom, where, and its places by date; those who manage it state them here.

use super::closed_tag;
use crate::{
    pages::people::{by_date, place_name},
    prelude::*,
};

operation!(ServicePage, "src/pages/directory/service.graphql");
operation!(ServiceSetCapacity, "src/pages/directory/service.graphql");

type Service = service_page::ServicePageService;
type Places = service_page::Places;

/// Lines for places that are still empty.
const EMPTY_LINES: usize = 3;

#[derive(Template)]
#[template(path = "pages/directory/service.html")]
struct ServiceView<'a> {
    v: &'a PageContext,
    service: Service,
    form: Form,
    /// The names of the lines of the form for places.
    lines: Vec<(String, String)>,
    /// The day that was asked about.
    day: Form,
    asked: bool,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/services/{id}", get(show).post(set_places))
}

async fn show(
    v: PageContext,
    Path(id): Path<String>,
    query: axum::extract::RawQuery,
) -> Result<Response, PageError> {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    let service = service(&v, id, asked.date("day")).await?;
    let mut fields = vec![("version".to_owned(), service.version.to_string())];
    for (n, capacity) in service.capacities.iter().enumerate() {
        fields.push((line(n, "from"), capacity.from.to_string()));
        fields.push((line(n, "maximum"), capacity.maximum.to_string()));
    }
    let form = capacities(Fields::of(fields));
    Ok(v.show(&ServiceView::of(&v, service, form, asked)))
}

async fn service(v: &PageContext, id: String, day: Option<NaiveDate>) -> Result<Service, PageError> {
    let asked = service_page::Variables { id, today: v.today, day: day.unwrap_or(v.today) };
    Ok(v.query::<ServicePage>(asked).await?.service)
}

async fn set_places(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = capacities(fields);
    if v.submit::<ServiceSetCapacity>(&mut form, json!({ "serviceId": id })).await?.is_some() {
        return Ok(v.done_at(&format!("/services/{id}"), key::DONE_PLACES_SET));
    }
    let service = service(&v, id, None).await?;
    Ok(v.show_again(&ServiceView::of(&v, service, form, Fields::default())))
}

fn line(n: usize, what: &str) -> String {
    format!("capacities.{n}.{what}")
}

/// How many lines a form has at most.
const MOST_LINES: usize = 100;

/// How many lines are used, and some that are empty.
fn lines(fields: &Fields) -> usize {
    let used = (0..MOST_LINES).rev().find(|n| !fields.get(&line(*n, "from")).is_empty());
    (used.map_or(0, |last| last + 1) + EMPTY_LINES).min(MOST_LINES)
}

fn capacities(fields: Fields) -> Form {
    let of_line = |n| {
        [
            Field::date(line(n, "from"), key::SERVICE_FROM),
            Field::number(line(n, "maximum"), key::SERVICE_MAXIMUM).least(0),
        ]
    };
    let declared = (0..lines(&fields)).flat_map(of_line);
    let declared = [Field::hidden("version")].into_iter().chain(declared);
    Form::of("ServiceSetCapacityInput", declared.collect()).filled(fields)
}

impl<'a> ServiceView<'a> {
    fn of(v: &'a PageContext, service: Service, form: Form, asked: Fields) -> Self {
        let day = Field::date("day", key::SERVICE_ON_DAY).least(v.today);
        ServiceView {
            v,
            service,
            lines: (0..lines(&form.fields)).map(|n| (line(n, "from"), line(n, "maximum"))).collect(),
            form,
            asked: asked.date("day").is_some(),
            day: Form::own(vec![day]).filled(asked),
        }
    }

    fn closed(&self) -> Html {
        closed_tag(self.v, self.service.status)
    }

    fn place(&self) -> Option<String> {
        let place = self.service.organisation.municipality.as_ref()?;
        Some(place_name(self.v, &place.name, &place.name_local))
    }

    /// For whom it is, a line each; nothing where it is for everybody.
    fn for_whom(&self) -> Vec<String> {
        let (v, rules) = (self.v, &self.service.eligibility);
        let mut lines = Vec::new();
        match (rules.minimum_age, rules.maximum_age) {
            (Some(least), Some(most)) => {
                lines.push(v.t2(key::MATCH_YEARS_BETWEEN, "least", least, "most", most))
            }
            (Some(least), None) => lines.push(v.t1(key::MATCH_YEARS_FROM, "least", least)),
            (None, Some(most)) => lines.push(v.t1(key::MATCH_YEARS_TO, "most", most)),
            (None, None) => {}
        }
        lines.extend(rules.sex.map(|sex| v.t(sex.match_people())));
        if !rules.legal_statuses.is_empty() {
            lines.push(v.words(&rules.legal_statuses));
        }
        if !rules.sobriety.is_empty() {
            lines.push(v.words(&rules.sobriety));
        }
        if rules.residents {
            lines.push(v.t(key::SERVICE_RESIDENTS));
        }
        if !rules.description.is_empty() {
            lines.push(rules.description.clone());
        }
        lines
    }

    fn area(&self) -> String {
        let (v, area) = (self.v, &self.service.area);
        let provinces =
            area.provinces.iter().map(|one| v.province_name(&one.code, &one.name, &one.name_local));
        let municipalities = area.municipalities.iter().map(|one| place_name(v, &one.name, &one.name_local));
        let prisons = area.prisons.iter().map(|one| one.name.clone());
        let all: Vec<_> = provinces.chain(municipalities).chain(prisons).collect();
        if all.is_empty() { v.t(key::DIRECTORY_ANYWHERE) } else { all.join(", ") }
    }

    fn from(&self, day: &NaiveDate) -> Html {
        by_date(self.v, *day)
    }

    fn free(&self, places: &Places) -> Html {
        match (places.free, places.maximum, places.next_from) {
            (Some(0), Some(maximum), Some(next)) => self
                .v
                .markup(key::SERVICE_FULL_UNTIL, &[("maximum", &maximum), ("day", &by_date(self.v, next))]),
            (Some(free), Some(maximum), _) => self.v.h2(key::SERVICE_FREE, "free", free, "maximum", maximum),
            _ => self.v.h(key::PLACES_NO_LIMIT),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_line_is_a_problem_and_empty_ones_are_not() {
        let mut form = capacities(Fields::of([
            ("capacities.0.from", "2026-12-01"),
            ("capacities.0.maximum", "4"),
            ("capacities.2.from", "2027-01-01"),
            ("capacities.5.from", "2027-02-01"),
            ("capacities.5.maximum", "9"),
        ]));
        let input = form.input();
        assert_eq!(form.problems.len(), 1);
        assert_eq!(form.problems[0].path.join("."), "capacities.2.maximum");
        assert_eq!(input["capacities"][0], json!({ "from": "2026-12-01", "maximum": 4 }));
    }
}
