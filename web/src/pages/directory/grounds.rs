//! The register of grounds: why a disclosure is lawful, by country, purpose and kind of recipient. The coordinator
//! records it here.

use crate::{client::Why, prelude::*};

operation!(GroundRegister, "src/pages/directory/grounds.graphql");
operation!(GroundRecord, "src/pages/directory/grounds.graphql");

type Rule = ground_register::GroundRegisterGroundRules;

#[derive(Template)]
#[template(path = "pages/directory/grounds.html")]
struct GroundsPage<'a> {
    v: &'a Visit,
    form: Form,
    countries: Vec<Choice>,
    purposes: Vec<Choice>,
    kinds: Vec<Choice>,
    grounds: Vec<Choice>,
    /// In the order of the register.
    rules: Vec<Rule>,
}

pub fn routes() -> Router<House> {
    Router::new().route("/directory/grounds", get(show).post(record))
}

async fn show(v: Visit, query: axum::extract::RawQuery) -> Result<Response, Stop> {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    let mut page = GroundsPage::of(&v, Form::empty()).await?;
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
            ("ground", rule.ground.code().to_owned()),
            ("law", rule.law.clone()),
        ]));
    }
    Ok(v.show(&page))
}

async fn record(v: Visit, fields: Fields) -> Result<Response, Stop> {
    if !v.may(Action::GroundRecord) {
        return Err(Stop::new(&v, Why::Forbidden, None));
    }
    let mut form = Form::filled(fields);
    let purpose = Purpose::parse(form.fields.get("purpose"));
    let kind = OrganisationKind::parse(form.fields.get("recipientKind"));
    let ground = Ground::parse(form.fields.get("ground"));
    for (name, is_missing) in
        [("purpose", purpose.is_none()), ("recipientKind", kind.is_none()), ("ground", ground.is_none())]
    {
        if is_missing {
            form.problem("REQUIRED", name);
        }
    }
    if let (Some(purpose), Some(recipient_kind), Some(ground)) = (purpose, kind, ground) {
        let input = ground_record::GroundRecordInput {
            idempotency_key: v.once(),
            purpose,
            recipient_kind,
            country: form.fields.get("country").to_owned(),
            ground,
            law: form.fields.get("law").to_owned(),
        };
        match v.tell::<GroundRecord>(ground_record::Variables { input }).await? {
            Ok(_) => return Ok(Redirect::to("/directory/grounds?done=ground-recorded").into_response()),
            Err(problems) => form.problems = problems,
        }
    }
    Ok(v.show_again(&GroundsPage::of(&v, form).await?))
}

impl<'a> GroundsPage<'a> {
    async fn of(v: &'a Visit, form: Form) -> Result<Self, Stop> {
        let told = v.ask::<GroundRegister>(ground_register::Variables).await?;
        let mut codes: Vec<String> = told.provinces.into_iter().map(|province| province.country).collect();
        codes.sort();
        codes.dedup();
        let countries = codes.into_iter().map(|code| {
            let words = country(v, &code);
            Choice::new(code, words)
        });
        Ok(GroundsPage {
            v,
            form,
            countries: countries.collect(),
            purposes: components::choices(v, Purpose::ALL),
            kinds: components::choices(v, OrganisationKind::ALL),
            grounds: components::choices(v, Ground::ALL),
            rules: told.ground_rules,
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
        self.v.t2("grounds-heading", "country", country(self.v, &first.country), "purpose", purpose)
    }

    fn may_record(&self) -> bool {
        self.v.may(Action::GroundRecord)
    }

    /// Where a line is put into the form.
    fn change(&self, rule: &Rule) -> String {
        let (purpose, kind) = (rule.purpose.code(), rule.recipient_kind.code());
        format!("/directory/grounds?country={}&purpose={purpose}&recipientKind={kind}#record", rule.country)
    }
}

/// A country in the reader's words; one that we have no word for is shown by its code.
fn country(v: &Visit, code: &str) -> String {
    let key = format!("country-{}", code.to_lowercase());
    if crate::text::known(&key) { v.t(&key) } else { code.to_owned() }
}
