//! The form for a person: what it offers, and what was typed into it.

use super::place_name;
use crate::{client::UserError, prelude::*};

operation!(PersonChoices, "src/pages/people/record.graphql");

/// Languages in which people are spoken to, BCP 47; the first is offered first.
pub const LANGUAGES: [&str; 8] = ["lt", "ru", "be", "pl", "uk", "sr", "rom", "en"];

/// The lines for papers that a form has at least, and the most papers that one person can have.
const PAPERS: usize = 3;
const MOST_PAPERS: usize = 20;

#[derive(Template)]
#[template(path = "pages/people/form.html")]
pub struct PersonForm<'a> {
    pub v: &'a PageContext,
    pub form: Form,
    /// The person that is changed; None while one is recorded.
    pub of: Option<Known>,
    pub offers: Offers,
}

/// Of whom the form speaks.
pub struct Known {
    pub id: String,
    pub called: String,
}

/// What the form's fields offer.
pub struct Offers {
    municipalities: Vec<Choice>,
    prisons: Vec<Choice>,
    languages: Vec<Choice>,
    sexes: Vec<Choice>,
    statuses: Vec<Choice>,
    sobrieties: Vec<Choice>,
    urgencies: Vec<Choice>,
    yes: Vec<Choice>,
    restricted: Vec<Choice>,
    needs: Vec<NeedLine>,
}

/// A domain in which the person may need something.
struct NeedLine {
    domain: NeedDomain,
    label: Key,
    urgency: String,
    text: String,
}

impl Offers {
    pub async fn query(v: &PageContext) -> Result<Self, PageError> {
        Ok(Self::of(v, v.query::<PersonChoices>(person_choices::Variables).await?))
    }

    fn of(v: &PageContext, told: person_choices::ResponseData) -> Self {
        let mut municipalities = Vec::new();
        for province in &told.provinces {
            let group = place_name(v, &province.name, &province.name_local);
            municipalities.extend(province.municipalities.iter().map(|place| {
                Choice::new(&place.id, place_name(v, &place.name, &place.name_local)).within(&group)
            }));
        }
        Offers {
            municipalities,
            prisons: told
                .organisations
                .nodes
                .iter()
                .map(|prison| Choice::new(&prison.id, &prison.name))
                .collect(),
            languages: languages(v),
            sexes: components::choices(v, Sex::ALL),
            statuses: components::choices(v, LegalStatus::ALL),
            sobrieties: components::choices(v, Sobriety::ALL),
            urgencies: components::choices(v, Priority::ALL),
            yes: vec![Choice::new("yes", v.t(key::PERSON_RELEASE_CONFIRMED))],
            restricted: vec![
                Choice::new("yes", v.t(key::PERSON_RESTRICTED)).hint(v.t(key::PERSON_RESTRICTED_HINT)),
            ],
            needs: NeedDomain::ALL.iter().map(|domain| NeedLine::of(*domain)).collect(),
        }
    }
}

impl NeedLine {
    fn of(domain: NeedDomain) -> Self {
        NeedLine {
            domain,
            label: domain.key(),
            urgency: format!("needs.{}.urgency", domain.code()),
            text: format!("needs.{}.text", domain.code()),
        }
    }
}

fn paper(n: usize, what: &str) -> String {
    format!("person.documents.{n}.{what}")
}

/// The languages that a person may speak, in the reader's words.
pub fn languages(v: &PageContext) -> Vec<Choice> {
    LANGUAGES.iter().map(|tag| Choice::new(*tag, language_word(v, tag))).collect()
}

/// A language in the reader's words; one that we have no word for is shown by its code.
pub fn language_word(v: &PageContext, tag: &str) -> String {
    let key = format!("language-{}", tag.split('-').next().unwrap_or_default().to_lowercase());
    Key::find(&key).map_or_else(|| tag.to_owned(), |key| v.t(key))
}

impl PersonForm<'_> {
    fn action(&self) -> String {
        match &self.of {
            Some(known) => format!("/people/{}/edit", known.id),
            None => "/people/new".to_owned(),
        }
    }

    fn back(&self) -> String {
        self.of.as_ref().map_or_else(|| "/people".to_owned(), |known| format!("/people/{}", known.id))
    }

    fn title(&self) -> String {
        match &self.of {
            Some(known) => self.v.t1(key::PERSON_EDIT_TITLE, "name", &known.called),
            None => self.v.t(key::PEOPLE_RECORD),
        }
    }

    /// The names of the lines for papers: all that are filled, and an empty one.
    fn papers(&self) -> Vec<(String, String)> {
        let used = papers(&self.form.fields).last().map_or(0, |(last, ..)| last + 2);
        let lines = used.clamp(PAPERS, MOST_PAPERS);
        (0..lines).map(|n| (paper(n, "kind"), paper(n, "number"))).collect()
    }

    /// Folded away until there is something to read or to mend in it.
    fn contact_open(&self) -> bool {
        let names = ["person.phone", "person.email", "person.address"];
        let papers = self.papers();
        let papers = papers.iter().flat_map(|(kind, number)| [kind.as_str(), number.as_str()]);
        let folded: Vec<_> = names.into_iter().chain(papers).collect();
        folded.iter().any(|name| !self.form.fields.get(name).is_empty())
            || self.form.problems.iter().any(|problem| folded.contains(&problem.path.join(".").as_str()))
    }
}

impl NeedLine {
    fn told(&self, form: &Form) -> bool {
        !form.fields.get(&self.text).is_empty()
            || form.problems.iter().any(|problem| problem.path.join(".") == self.text)
    }
}

/// A person, as typed.
pub struct Typed {
    pub given_name: String,
    pub family_name: String,
    pub date_of_birth: Option<NaiveDate>,
    pub year_of_birth: Option<i64>,
    pub sex: Sex,
    pub language: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub address: Option<String>,
    pub documents: Vec<(String, String)>,
    pub municipality: Option<String>,
    pub release_date: Option<NaiveDate>,
    pub release_confirmed: bool,
    pub legal_status: LegalStatus,
    pub prison: Option<String>,
    pub sobriety: Sobriety,
    pub restricted: bool,
    pub needs: Vec<(NeedDomain, Priority, String)>,
}

impl Typed {
    /// Reads the form; what is no date or number is noted as a problem of the form.
    pub fn read(form: &mut Form) -> Self {
        let date_of_birth = date(form, "person.dateOfBirth");
        let year_of_birth = number(form, "person.yearOfBirth");
        let release_date = date(form, "person.releaseDate");
        let fields = &form.fields;
        Typed {
            given_name: fields.get("person.givenName").to_owned(),
            family_name: fields.get("person.familyName").to_owned(),
            date_of_birth,
            year_of_birth,
            sex: Sex::parse(fields.get("person.sex")).unwrap_or(Sex::Unknown),
            language: fields.get("person.language").to_owned(),
            phone: fields.some("person.phone"),
            email: fields.some("person.email"),
            address: fields.some("person.address"),
            documents: papers(fields).into_iter().map(|(_, kind, number)| (kind, number)).collect(),
            municipality: fields.some("person.municipalityId"),
            release_date,
            release_confirmed: fields.has("person.releaseConfirmed", "yes"),
            legal_status: LegalStatus::parse(fields.get("person.legalStatus"))
                .unwrap_or(LegalStatus::Unknown),
            prison: fields.some("person.prisonId"),
            sobriety: Sobriety::parse(fields.get("person.sobriety")).unwrap_or(Sobriety::Unknown),
            restricted: fields.has("person.restricted", "yes"),
            needs: needs(fields),
        }
    }
}

/// The lines for papers that were filled in, each with its place on the form.
fn papers(fields: &Fields) -> Vec<(usize, String, String)> {
    let line = |n| (n, fields.get(&paper(n, "kind")).to_owned(), fields.get(&paper(n, "number")).to_owned());
    (0..MOST_PAPERS).map(line).filter(|(_, kind, number)| !kind.is_empty() || !number.is_empty()).collect()
}

/// The needs that were named, in the order of the form; words without an urgency make a need as well.
fn needs(fields: &Fields) -> Vec<(NeedDomain, Priority, String)> {
    let named = NeedDomain::ALL.iter().filter_map(|domain| {
        let line = NeedLine::of(*domain);
        let text = fields.get(&line.text).to_owned();
        let urgency = Priority::parse(fields.get(&line.urgency));
        let urgency = urgency.or((!text.is_empty()).then_some(Priority::Routine))?;
        Some((*domain, urgency, text))
    });
    named.collect()
}

fn date(form: &mut Form, name: &str) -> Option<NaiveDate> {
    let date = form.fields.date(name);
    if date.is_none() && !form.fields.get(name).is_empty() {
        form.problem("DATE", name);
    }
    date
}

fn number(form: &mut Form, name: &str) -> Option<i64> {
    let number = form.fields.number(name);
    if number.is_none() && !form.fields.get(name).is_empty() {
        form.problem("INVALID", name);
    }
    number
}

/// The API counts what it was sent; the form names its own lines.
pub fn on_our_lines(fields: &Fields, mut problems: Vec<UserError>) -> Vec<UserError> {
    let needs = needs(fields);
    let papers = papers(fields);
    for problem in &mut problems {
        let list = problem.path.iter().position(|step| step == "needs" || step == "documents");
        let Some((list, at)) =
            list.and_then(|list| Some((list, problem.path.get(list + 1)?.parse::<usize>().ok()?)))
        else {
            continue;
        };
        if problem.path[list] == "needs" {
            if let Some((domain, ..)) = needs.get(at) {
                problem.path[list + 1] = domain.code().to_owned();
            }
        } else if let Some((n, ..)) = papers.get(at) {
            problem.path[list + 1] = n.to_string();
        }
    }
    problems
}

/// Makes the input of an operation's module of what was typed.
macro_rules! person_input {
    ($module:ident, $typed:expr) => {{
        let typed = &$typed;
        $module::PersonInput {
            given_name: typed.given_name.clone(),
            family_name: typed.family_name.clone(),
            date_of_birth: typed.date_of_birth,
            year_of_birth: typed.year_of_birth,
            sex: typed.sex,
            language: typed.language.clone(),
            phone: typed.phone.clone(),
            email: typed.email.clone(),
            address: typed.address.clone(),
            documents: Some(
                typed
                    .documents
                    .iter()
                    .map(|(kind, number)| $module::IdentityDocumentInput {
                        kind: kind.clone(),
                        number: number.clone(),
                    })
                    .collect(),
            ),
            municipality_id: typed.municipality.clone(),
            release_date: typed.release_date,
            release_confirmed: Some(typed.release_confirmed),
            legal_status: typed.legal_status,
            prison_id: typed.prison.clone(),
            sobriety: typed.sobriety,
            restricted: Some(typed.restricted),
        }
    }};
}
pub(super) use person_input;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_finds_the_line_that_it_is_about() {
        let fields = Fields::of([
            ("needs.ACCOMMODATION.urgency", "URGENT"),
            ("needs.HEALTH.text", "asthma"),
            ("person.documents.2.kind", "passport"),
        ]);
        assert_eq!(needs(&fields).len(), 2);
        assert_eq!(needs(&fields)[1], (NeedDomain::Health, Priority::Routine, "asthma".to_owned()));
        let at = |path: &[&str]| UserError {
            code: "TOO_LONG".to_owned(),
            path: path.iter().map(|step| (*step).to_owned()).collect(),
            message: String::new(),
        };
        let mended = on_our_lines(
            &fields,
            vec![at(&["needs", "1", "text"]), at(&["person", "documents", "0", "number"])],
        );
        assert_eq!(mended[0].path.join("."), "needs.HEALTH.text");
        assert_eq!(mended[1].path.join("."), "person.documents.2.number");
    }

    #[test]
    fn no_paper_is_lost_for_want_of_a_line() {
        let many = (0..7).map(|n| (paper(n, "number"), n.to_string()));
        let mut form = Form::filled(Fields::of(many));
        assert_eq!(Typed::read(&mut form).documents.len(), 7);
    }

    #[test]
    fn what_is_no_date_is_said_beside_its_field() {
        let mut form =
            Form::filled(Fields::of([("person.releaseDate", "soon"), ("person.yearOfBirth", "1990")]));
        let typed = Typed::read(&mut form);
        assert_eq!(typed.year_of_birth, Some(1990));
        assert_eq!(form.problems.len(), 1);
        assert_eq!(form.problems[0].path.join("."), "person.releaseDate");
    }
}
