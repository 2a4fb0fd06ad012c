//! The register of grounds: why a disclosure is lawful, by country, purpose and kind of recipient. The coordinator
//! records it here.

use crate::prelude::*;

operation!(LegalBasisRegister, "src/pages/directory/legal_bases.graphql", form);
operation!(LegalBasisRecord, "src/pages/directory/legal_bases.graphql");

type Rule = legal_basis_register::LegalBasisRegisterLegalBases;

#[derive(Template)]
#[template(path = "pages/directory/legal_bases.html")]
struct LegalBasesPage<'a> {
    v: &'a PageContext,
    form: Form,
    /// In the order of the register.
    rules: Vec<Rule>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/directory/grounds", get(show).post(record))
}

fn legal_basis(v: &PageContext) -> Form {
    let kinds = components::choices(v, OrganisationKind::ALL);
    Form::of(
        "LegalBasisRecordInput",
        vec![
            Field::select("country", key::GROUNDS_COUNTRY, Vec::new()).required(),
            Field::select("purpose", key::AGREEMENT_PURPOSE, components::choices(v, Purpose::ALL)).required(),
            Field::select("recipientKind", key::GROUNDS_KIND, kinds).required(),
            Field::select("legalBasis", key::GROUNDS_GROUND, components::choices(v, LegalBasis::ALL))
                .required(),
            Field::text("law", key::GROUNDS_LAW).hint(key::GROUNDS_LAW_HINT).required().limit(1000),
        ],
    )
}

async fn show(v: PageContext, query: axum::extract::RawQuery) -> Result<Response, PageError> {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    let mut page = LegalBasesPage::of(&v, legal_basis(&v)).await?;
    // What is to be changed is put into the form.
    let meant = page.rules.iter().find(|rule| {
        asked.get("country") == rule.country
            && asked.get("purpose") == rule.purpose.code()
            && asked.get("recipientKind") == rule.recipient_kind.code()
    });
    if let Some(rule) = meant {
        page.form = page.form.filled_from(&v, rule)?;
    }
    Ok(v.show(&page))
}

async fn record(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    if !v.may(Action::LegalBasisRecord) {
        return Err(PageError::new(&v, PageErrorKind::Forbidden, None));
    }
    let mut form = legal_basis(&v).filled(fields);
    match v.submit::<LegalBasisRecord>(&mut form, json!({})).await? {
        Some(_) => Ok(v.done_at("/directory/grounds", key::DONE_GROUND_RECORDED)),
        None => Ok(v.show_again(&LegalBasesPage::of(&v, form).await?)),
    }
}

impl<'a> LegalBasesPage<'a> {
    async fn of(v: &'a PageContext, mut form: Form) -> Result<Self, PageError> {
        let told = v.query::<LegalBasisRegister>(legal_basis_register::Variables).await?;
        let mut codes: Vec<String> = told.provinces.into_iter().map(|province| province.country).collect();
        codes.sort();
        codes.dedup();
        let countries = codes.into_iter().map(|code| {
            let words = country(v, &code);
            Choice::new(code, words)
        });
        form.offer("country", countries.collect());
        Ok(LegalBasesPage { v, form, rules: told.legal_bases })
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
