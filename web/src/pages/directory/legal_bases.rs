//! The register of grounds: why a disclosure is lawful, by country, purpose and kind of recipient. The coordinator
//! records it here.

use crate::{client::PageErrorKind, prelude::*};

operation!(LegalBasisRegister, "src/pages/directory/legal_bases.graphql");
operation!(LegalBasisRecord, "src/pages/directory/legal_bases.graphql");

type Rule = legal_basis_register::LegalBasisRegisterLegalBases;

#[derive(Template)]
#[template(path = "pages/directory/legal_bases.html")]
struct LegalBasesPage<'a> {
    v: &'a PageContext,
    form: Form,
    countries: Vec<Choice>,
    purposes: Vec<Choice>,
    kinds: Vec<Choice>,
    legal_bases: Vec<Choice>,
    /// In the order of the register.
    rules: Vec<Rule>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/directory/grounds", get(show).post(record))
}

async fn show(v: PageContext, query: axum::extract::RawQuery) -> Result<Response, PageError> {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    let mut page = LegalBasesPage::of(&v, Form::empty()).await?;
    // What is to be changed is put into the form.
    let meant = page.rules.iter().find(|rule| {
        asked.get("country") == rule.country
            && asked.get("purpose") == rule.purpose.code()
            && asked.get("recipientKind") == rule.recipient_kind.code()
    });
    if let Some(rule) = meant {
        page.form = Form::filled(Fields::of([
            ("country", rule.country.clone()),
            ("purpose", rule.purpose.code().to_owned()),
            ("recipientKind", rule.recipient_kind.code().to_owned()),
            ("ground", rule.legal_basis.code().to_owned()),
            ("law", rule.law.clone()),
        ]));
    }
    Ok(v.show(&page))
}

async fn record(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    if !v.may(Action::LegalBasisRecord) {
        return Err(PageError::new(&v, PageErrorKind::Forbidden, None));
    }
    let mut form = Form::filled(fields);
    let purpose = Purpose::parse(form.fields.get("purpose"));
    let kind = OrganisationKind::parse(form.fields.get("recipientKind"));
    let legal_basis = LegalBasis::parse(form.fields.get("ground"));
    for (name, is_missing) in
        [("purpose", purpose.is_none()), ("recipientKind", kind.is_none()), ("ground", legal_basis.is_none())]
    {
        if is_missing {
            form.problem("REQUIRED", name);
        }
    }
    if let (Some(purpose), Some(recipient_kind), Some(legal_basis)) = (purpose, kind, legal_basis) {
        let input = legal_basis_record::LegalBasisRecordInput {
            idempotency_key: v.once(),
            purpose,
            recipient_kind,
            country: form.fields.get("country").to_owned(),
            legal_basis,
            law: form.fields.get("law").to_owned(),
        };
        match v.mutate::<LegalBasisRecord>(legal_basis_record::Variables { input }).await? {
            Ok(_) => return Ok(v.done_at("/directory/grounds", key::DONE_GROUND_RECORDED)),
            Err(problems) => form.problems = problems,
        }
    }
    Ok(v.show_again(&LegalBasesPage::of(&v, form).await?))
}

impl<'a> LegalBasesPage<'a> {
    async fn of(v: &'a PageContext, form: Form) -> Result<Self, PageError> {
        let told = v.query::<LegalBasisRegister>(legal_basis_register::Variables).await?;
        let mut codes: Vec<String> = told.provinces.into_iter().map(|province| province.country).collect();
        codes.sort();
        codes.dedup();
        let countries = codes.into_iter().map(|code| {
            let words = country(v, &code);
            Choice::new(code, words)
        });
        Ok(LegalBasesPage {
            v,
            form,
            countries: countries.collect(),
            purposes: components::choices(v, Purpose::ALL),
            kinds: components::choices(v, OrganisationKind::ALL),
            legal_bases: components::choices(v, LegalBasis::ALL),
            rules: told.legal_bases,
        })
    }

    /// Rules of one country and purpose together, as the register orders them.
    fn parts(&self) -> impl Iterator<Item = &[Rule]> {
        self.rules.chunk_by(|a, b| a.country == b.country && a.purpose == b.purpose)
    }

    fn heading(&self, part: &[Rule]) -> String {
        let Some(first) = part.first() else {
            return String::new();
        };
        let purpose = self.v.word(first.purpose);
        self.v.t2(key::GROUNDS_HEADING, "country", country(self.v, &first.country), "purpose", purpose)
    }

    fn may_record(&self) -> bool {
        self.v.may(Action::LegalBasisRecord)
    }

    /// Where a line is put into the form.
    fn change(&self, rule: &Rule) -> String {
        let (purpose, kind) = (rule.purpose.code(), rule.recipient_kind.code());
        format!("/directory/grounds?country={}&purpose={purpose}&recipientKind={kind}#record", rule.country)
    }
}

/// A country in the reader's words; one that we have no word for is shown by its code.
fn country(v: &PageContext, code: &str) -> String {
    Key::find(&format!("country-{}", code.to_lowercase())).map_or_else(|| code.to_owned(), |key| v.t(key))
}
