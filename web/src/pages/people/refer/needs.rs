//! Step 1: which needs; with needs in the address, step 2.

use super::{
    draft::{Chosen, before},
    services::ServicesPage,
};
use crate::prelude::*;

operation!(ReferNeeds, "src/pages/people/refer/refer.graphql");

type Person = refer_needs::ReferNeedsPerson;
type Need = refer_needs::ReferNeedsPersonNeeds;

#[derive(Template)]
#[template(path = "pages/people/refer/needs.html")]
struct NeedsPage<'a> {
    v: &'a PageContext,
    form: Form,
    person: Person,
    is_empty: bool,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/people/{id}/refer", get(show))
}

async fn show(
    v: PageContext,
    Path(id): Path<String>,
    query: axum::extract::RawQuery,
) -> Result<Response, PageError> {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    if !asked.all("need").is_empty() {
        let chosen = Chosen::of(&v, id, &asked).await?;
        return Ok(v.show(&ServicesPage::of(&v, Form::default().filled(asked), &chosen)));
    }
    let person = v.query::<ReferNeeds>(refer_needs::Variables { id }).await?.person;
    if !person.may.contains(&Action::ReferralSend) {
        return Err(PageError::new(&v, PageErrorKind::Forbidden, None));
    }
    if let Some(before) = before(&v, &asked, &person.id).await? {
        // The needs are those of the referral that was rejected; only the service is another.
        let same = person.needs.iter().filter(|need| !need.met && before.domains.contains(&need.domain));
        let same: Vec<_> = same.map(|need| format!("&need={}", need.id)).collect();
        if !same.is_empty() {
            let address = format!("/people/{}/refer?reroute={}{}", person.id, before.id, same.concat());
            return Ok(Redirect::to(&address).into_response());
        }
    }
    let needs = person.needs.iter().filter(|need| !need.met).map(|need| choice(&v, need)).collect();
    let declared = vec![Field::checks("need", key::REFER_NEEDS, needs)];
    let mut form = Form::own(declared).filled(preselected(&person, &asked));
    if asked.has("step", "services") {
        form.problem("REQUIRED", "need");
        return Ok(v.show_again(&NeedsPage::of(&v, form, person)));
    }
    Ok(v.show(&NeedsPage::of(&v, form, person)))
}

/// The needs about which nobody was asked yet.
fn preselected(person: &Person, asked: &Fields) -> Fields {
    let open = person.needs.iter().filter(|need| !need.met && need.open_referrals.is_empty());
    let mut fields: Vec<_> = open.map(|need| ("need", need.id.clone())).collect();
    if asked.has("step", "services") {
        fields.clear();
    }
    fields.extend(asked.some("reroute").map(|id| ("reroute", id)));
    Fields::of(fields)
}

impl<'a> NeedsPage<'a> {
    fn of(v: &'a PageContext, form: Form, person: Person) -> Self {
        NeedsPage { v, form, is_empty: person.needs.iter().all(|need| need.met), person }
    }

    fn add_address(&self) -> String {
        format!("/people/{}/needs/new", self.person.id)
    }
}

fn choice(v: &PageContext, need: &Need) -> Choice {
    let words = match need.urgency {
        Priority::Routine => v.word(need.domain),
        Priority::Urgent => v.t1(key::NEED_URGENT, "need", v.word(need.domain)),
        Priority::ReleaseDay => v.t1(key::NEED_RELEASE_DAY, "need", v.word(need.domain)),
    };
    let asked: Vec<_> = need.open_referrals.iter().map(|one| one.recipient.name.as_str()).collect();
    let hint = match (asked.is_empty(), need.text.as_deref()) {
        (false, _) => Some(v.t1(key::REFER_ASKED_ALREADY, "names", asked.join(", "))),
        (true, Some(text)) if !text.is_empty() => Some(text.to_owned()),
        (true, _) => None,
    };
    let choice = Choice::new(&need.id, words);
    match hint {
        Some(hint) => choice.hint(hint),
        None => choice,
    }
}
