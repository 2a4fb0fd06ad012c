//! The register of grounds: why a disclosure is lawful, by country, purpose and kind of recipient.

use crate::prelude::*;

operation!(GroundRegister, "src/pages/directory/grounds.graphql");

type Rule = ground_register::GroundRegisterGroundRules;

#[derive(Template)]
#[template(path = "pages/directory/grounds.html")]
struct GroundsPage<'a> {
    v: &'a Visit,
    /// Rules by country and purpose, as the register orders them.
    parts: Vec<&'a [Rule]>,
}

pub fn routes() -> Router<House> {
    Router::new().route("/directory/grounds", get(show))
}

async fn show(v: Visit) -> Result<Response, Stop> {
    let rules = v.ask::<GroundRegister>(ground_register::Variables).await?.ground_rules;
    let parts = rules.chunk_by(|a, b| a.country == b.country && a.purpose == b.purpose).collect();
    Ok(v.show(&GroundsPage { v: &v, parts }))
}

impl GroundsPage<'_> {
    fn heading(&self, part: &[Rule]) -> String {
        let Some(first) = part.first() else {
            return String::new();
        };
        let purpose = self.v.word(first.purpose);
        self.v.t2("grounds-heading", "country", country(self.v, &first.country), "purpose", purpose)
    }
}

/// A country in the reader's words; one that we have no word for is shown by its code.
fn country(v: &Visit, code: &str) -> String {
    let key = format!("country-{}", code.to_lowercase());
    if crate::text::known(&key) { v.t(&key) } else { code.to_owned() }
}
