//! One service: what it is, for whom, where, and its places by date; those who manage it state them here.

use super::closed_tag;
use crate::{
    client::UserError,
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
    Ok(v.show(&ServiceView::of(&v, service, Form::filled(Fields::of(fields)), asked)))
}

async fn service(v: &PageContext, id: String, day: Option<NaiveDate>) -> Result<Service, PageError> {
    let asked = service_page::Variables { id, today: v.today, day: day.unwrap_or(v.today) };
    Ok(v.query::<ServicePage>(asked).await?.service)
}

async fn set_places(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    let lines = filled_lines(&mut form);
    if form.problems.is_empty() {
        let capacities = lines
            .iter()
            .map(|(_, from, maximum)| service_set_capacity::CapacityInput { from: *from, maximum: *maximum });
        let input = service_set_capacity::ServiceSetCapacityInput {
            idempotency_key: v.once(),
            service_id: id.clone(),
            version: form.fields.number("version").unwrap_or_default(),
            capacities: capacities.collect(),
        };
        match v.mutate::<ServiceSetCapacity>(service_set_capacity::Variables { input }).await? {
            Ok(_) => return Ok(v.done_at(&format!("/services/{id}"), key::DONE_PLACES_SET)),
            Err(problems) => form.problems = on_our_lines(&lines, problems),
        }
    }
    let service = service(&v, id, None).await?;
    Ok(v.show_again(&ServiceView::of(&v, service, form, Fields::default())))
}

fn line(n: usize, what: &str) -> String {
    format!("capacities.{n}.{what}")
}

/// How many lines the form that was sent had.
const MOST_LINES: usize = 100;

/// The lines that say something, each with its place on the form; half a line is a problem.
fn filled_lines(form: &mut Form) -> Vec<(usize, NaiveDate, i64)> {
    let mut lines = Vec::new();
    for n in 0..MOST_LINES {
        let (from, maximum) = (line(n, "from"), line(n, "maximum"));
        if form.fields.get(&from).is_empty() && form.fields.get(&maximum).is_empty() {
            continue;
        }
        match (form.fields.date(&from), form.fields.number(&maximum)) {
            (Some(day), Some(places)) => lines.push((n, day, places)),
            (day, places) => {
                if day.is_none() {
                    form.problem("DATE", &from);
                }
                if places.is_none() {
                    form.problem("REQUIRED", &maximum);
                }
            }
        }
    }
    lines
}

/// The API counts the lines that it was sent; the form has empty ones between them.
fn on_our_lines(lines: &[(usize, NaiveDate, i64)], mut problems: Vec<UserError>) -> Vec<UserError> {
    for problem in &mut problems {
        let at = problem.path.iter().rev().find_map(|step| step.parse::<usize>().ok());
        if let Some((n, ..)) = at.and_then(|at| lines.get(at)) {
            problem.path = line(*n, "maximum").split('.').map(str::to_owned).collect();
        }
    }
    problems
}

impl<'a> ServiceView<'a> {
    fn of(v: &'a PageContext, service: Service, form: Form, asked: Fields) -> Self {
        let used = (0..MOST_LINES).rev().find(|n| !form.fields.get(&line(*n, "from")).is_empty());
        let lines = used.map_or(0, |last| last + 1).max(service.capacities.len()) + EMPTY_LINES;
        ServiceView {
            v,
            service,
            form,
            lines: (0..lines.min(MOST_LINES)).map(|n| (line(n, "from"), line(n, "maximum"))).collect(),
            asked: asked.date("day").is_some(),
            day: Form::filled(asked),
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
        let provinces = area.provinces.iter().map(|one| place_name(v, &one.name, &one.name_local));
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
        let mut form = Form::filled(Fields::of([
            ("capacities.0.from", "2026-12-01"),
            ("capacities.0.maximum", "4"),
            ("capacities.2.from", "2027-01-01"),
            ("capacities.5.from", "2027-02-01"),
            ("capacities.5.maximum", "9"),
        ]));
        let lines = filled_lines(&mut form);
        assert_eq!(lines.iter().map(|(n, ..)| *n).collect::<Vec<_>>(), [0, 5]);
        assert_eq!(form.problems[0].path.join("."), "capacities.2.maximum");
        let told = UserError {
            code: "INVALID".to_owned(),
            path: ["capacities", "1"].map(str::to_owned).to_vec(),
            message: String::new(),
        };
        assert_eq!(on_our_lines(&lines, vec![told])[0].path.join("."), "capacities.5.maximum");
    }
}
