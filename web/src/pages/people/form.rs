//! The form for a person: its fields, and what they offer.

use crate::{form::Field, layouts::FormPage, prelude::*};

operation!(PersonChoices, "src/pages/people/record.graphql");

/// Languages in which people are spoken to, BCP 47; the first is offered first.
pub const LANGUAGES: [&str; 8] = ["lt", "ru", "be", "pl", "uk", "sr", "rom", "en"];

/// The lines for ID documents that a form has at least, and the most documents that one person can have.
const DOCUMENTS: usize = 3;
const MOST_DOCUMENTS: usize = 20;

#[derive(Template)]
#[template(path = "pages/people/form.html")]
struct PersonForm<'a> {
    v: &'a PageContext,
    page: FormPage,
    /// The lines for ID documents.
    documents: Vec<(String, String)>,
    /// Areas in which the person may need something; none where a person is changed.
    needs: Vec<NeedLine>,
}

/// An area in which the person may need something.
struct NeedLine {
    domain: NeedDomain,
    urgency: String,
    text: String,
    /// Whether something was typed or is wrong.
    is_open: bool,
}

/// The fields of a person, named as they lie in an answer of `PersonEdit`.
pub fn person(v: &PageContext, fields: &Fields) -> Vec<Field> {
    let text = |name, label| Field::text(name, label).limit(200);
    let mut declared = vec![
        text("person.givenName", key::PERSON_GIVEN_NAME).required().from("identity.givenName"),
        text("person.familyName", key::PERSON_FAMILY_NAME).required().from("identity.familyName"),
        Field::date("person.dateOfBirth", key::PERSON_DATE_OF_BIRTH).optional().from("identity.dateOfBirth"),
        Field::number("person.yearOfBirth", key::PERSON_YEAR_OF_BIRTH)
            .hint(key::PERSON_YEAR_OF_BIRTH_HINT)
            .optional(),
        Field::select("person.sex", key::PERSON_SEX, components::choices(v, Sex::ALL)),
        Field::select("person.language", key::PERSON_LANGUAGE, languages(v))
            .hint(key::PERSON_LANGUAGE_HINT)
            .from("identity.language"),
        Field::date("person.releaseDate", key::PERSON_RELEASE_DATE).optional().from("release.date"),
        Field::tick("person.releaseConfirmed", key::PERSON_RELEASE_CONFIRMED).from("release.confirmed"),
        Field::select("person.municipalityId", key::PERSON_MUNICIPALITY, Vec::new())
            .or_empty(key::PERSON_NOT_KNOWN)
            .hint(key::PERSON_MUNICIPALITY_HINT)
            .from("municipality.id"),
        Field::select(
            "person.legalStatus",
            key::PERSON_LEGAL_STATUS,
            components::choices(v, LegalStatus::ALL),
        )
        .from("custody.status"),
        Field::select("person.prisonId", key::PERSON_PRISON, Vec::new())
            .or_empty(key::PERSON_PRISON_NONE)
            .from("custody.prison.id"),
        Field::select("person.sobriety", key::PERSON_SOBRIETY, components::choices(v, Sobriety::ALL))
            .from("custody.sobriety"),
        Field::phone("person.phone", key::PERSON_PHONE).optional().limit(200).from("contact.phone"),
        Field::email("person.email", key::PERSON_EMAIL).optional().limit(200).from("contact.email"),
        Field::long_text("person.address", key::PERSON_ADDRESS)
            .optional()
            .rows(2)
            .limit(1000)
            .from("contact.address"),
        Field::tick("person.restricted", key::PERSON_RESTRICTED).hint(key::PERSON_RESTRICTED_HINT),
    ];
    for (kind, number) in documents(fields) {
        declared.push(Field::text(kind, key::PERSON_PAPER_KIND).limit(200));
        declared.push(Field::text(number, key::PERSON_PAPER_NUMBER).limit(200));
    }
    declared
}

/// The fields of the needs that a person is recorded with.
pub fn needs(v: &PageContext) -> Vec<Field> {
    let of_domain = |domain: &NeedDomain| {
        let name = |what: &str| format!("needs.{}.{what}", domain.code());
        [
            Field::fixed(name("domain"), domain.code()),
            Field::select(name("urgency"), domain.key(), components::choices(v, Priority::ALL))
                .or_empty(key::PERSON_NEED_NONE),
            Field::long_text(name("text"), key::PERSON_NEED_TEXT).rows(3).limit(10_000),
        ]
    };
    NeedDomain::ALL.iter().flat_map(of_domain).collect()
}

/// Details without an urgency make a need as well.
pub fn with_urgencies(mut fields: Fields) -> Fields {
    for domain in NeedDomain::ALL {
        let name = |what: &str| format!("needs.{}.{what}", domain.code());
        if fields.get(&name("urgency")).is_empty() && !fields.get(&name("text")).is_empty() {
            fields = fields.without(&name("urgency")).and(&name("urgency"), Priority::Routine.code());
        }
    }
    fields
}

/// The names of the lines for ID documents: all that are filled, and an empty one.
fn documents(fields: &Fields) -> Vec<(String, String)> {
    let line = |n| (format!("person.documents.{n}.kind"), format!("person.documents.{n}.number"));
    let is_used = |n: &usize| {
        let (kind, number) = line(*n);
        !fields.get(&kind).is_empty() || !fields.get(&number).is_empty()
    };
    let used = (0..MOST_DOCUMENTS).rev().find(is_used).map_or(0, |last| last + 2);
    (0..used.clamp(DOCUMENTS, MOST_DOCUMENTS)).map(line).collect()
}

/// The page with the form, as it is at first or as it was sent.
pub async fn show(v: &PageContext, mut page: FormPage, with_needs: bool) -> Result<Response, PageError> {
    let told = v.query::<PersonChoices>(person_choices::Variables).await?;
    let prisons = told.organisations.nodes.iter().map(|prison| Choice::new(&prison.id, &prison.name));
    page.form.offer("person.municipalityId", components::municipalities!(v, &told.provinces));
    page.form.offer("person.prisonId", prisons.collect());
    let documents = documents(&page.form.fields);
    let line = |domain: &NeedDomain| {
        let text = format!("needs.{}.text", domain.code());
        let is_open = page.form.speaks(&text);
        NeedLine { domain: *domain, urgency: format!("needs.{}.urgency", domain.code()), text, is_open }
    };
    let needs = NeedDomain::ALL.iter().filter(|_| with_needs).map(line).collect();
    Ok(page.show_in(v, |page| PersonForm { v, page, documents, needs }))
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
    /// Contact details are folded away until there is something to read or to correct in them.
    fn contact_open(&self) -> bool {
        let names = ["person.phone", "person.email", "person.address"];
        let documents = self.documents.iter().flat_map(|(kind, number)| [kind.as_str(), number.as_str()]);
        names.into_iter().chain(documents).any(|name| self.page.form.speaks(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{client::UserError, form::Form};

    fn at(path: &[&str]) -> UserError {
        UserError {
            code: "TOO_LONG".to_owned(),
            path: path.iter().map(|step| (*step).to_owned()).collect(),
            message: String::new(),
        }
    }

    fn recorded(fields: &[(&str, &str)]) -> Form {
        let v = PageContext::nobody();
        let fields = with_urgencies(Fields::of(fields.iter().copied()));
        let declared = person(&v, &fields).into_iter().chain(needs(&v)).collect();
        Form::of("PersonRecordInput", declared).filled(fields)
    }

    #[test]
    fn only_lines_with_something_in_them_are_sent_and_problems_find_them() {
        let mut form = recorded(&[
            ("person.sex", "MALE"),
            ("person.legalStatus", "FREE"),
            ("person.sobriety", "SOBER"),
            ("needs.ACCOMMODATION.urgency", "URGENT"),
            ("needs.HEALTH.text", "asthma"),
            ("person.documents.2.kind", "passport"),
        ]);
        let input = form.input();
        assert!(form.problems.is_empty(), "{:?}", form.problems);
        assert_eq!(
            input["needs"],
            json!([
                { "domain": "ACCOMMODATION", "urgency": "URGENT", "text": "" },
                { "domain": "HEALTH", "urgency": "ROUTINE", "text": "asthma" },
            ])
        );
        assert_eq!(input["person"]["documents"], json!([{ "kind": "passport", "number": "" }]));
        form.problems =
            vec![at(&["needs", "1", "text"]), at(&["input", "person", "documents", "0", "number"])];
        assert!(form.speaks("needs.HEALTH.text") && form.speaks("person.documents.2.number"));
        assert!(!form.speaks("person.documents.0.number"));
    }

    #[test]
    fn no_document_is_lost_for_want_of_a_line() {
        let names: Vec<_> = (0..7).map(|n| format!("person.documents.{n}.number")).collect();
        let fields: Vec<_> = names.iter().map(|name| (name.as_str(), "1")).collect();
        let documents = recorded(&fields).input()["person"]["documents"].clone();
        assert_eq!(documents.as_array().map(Vec::len), Some(7));
    }

    #[test]
    fn what_is_no_date_is_said_beside_its_field() {
        let mut form = recorded(&[("person.releaseDate", "soon"), ("person.yearOfBirth", "1990")]);
        let input = form.input();
        assert_eq!(input["person"]["yearOfBirth"], 1990);
        assert!(form.problems.iter().any(|problem| problem.path.join(".") == "person.releaseDate"));
    }
}
