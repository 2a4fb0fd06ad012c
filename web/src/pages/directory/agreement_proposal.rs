//! Proposing an agreement; it is signed for one's own organisation with it.

use crate::{
    client::PageErrorKind,
    pages::people::{picked, place_name, scope_choice},
    prelude::*,
};

operation!(ProposeTo, "src/pages/directory/agreement_proposal.graphql");
operation!(AgreementPropose, "src/pages/directory/agreement_proposal.graphql");

#[derive(Template)]
#[template(path = "pages/directory/agreement_proposal.html")]
struct AgreementProposalPage<'a> {
    v: &'a PageContext,
    form: Form,
    parties: Vec<Choice>,
    purposes: Vec<Choice>,
    scopes: Vec<Choice>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/agreements/new", get(show).post(propose))
}

async fn show(v: PageContext, query: axum::extract::RawQuery) -> Result<Response, PageError> {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    let mut fields = vec![
        ("purpose", Purpose::Resettlement.code().to_owned()),
        ("startsOn", v.today.to_string()),
        ("scopes", Scope::Identity.code().to_owned()),
        ("scopes", Scope::Contact.code().to_owned()),
        ("scopes", Scope::Needs.code().to_owned()),
    ];
    fields.extend(asked.all("party").into_iter().map(|id| ("parties", id)));
    let page = page(&v, Form::filled(Fields::of(fields))).await?;
    Ok(v.show(&page))
}

async fn propose(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    let (starts_on, ends_on) = (form.fields.date("startsOn"), form.fields.date("endsOn"));
    if starts_on.is_none() {
        form.problem("DATE", "startsOn");
    }
    if ends_on.is_none() && !form.fields.get("endsOn").is_empty() {
        form.problem("DATE", "endsOn");
    }
    let purpose = Purpose::parse(form.fields.get("purpose"));
    if purpose.is_none() {
        form.problem("REQUIRED", "purpose");
    }
    if let (Some(starts_on), Some(purpose), true) = (starts_on, purpose, form.problems.is_empty()) {
        let input = agreement_propose::AgreementProposeInput {
            idempotency_key: v.once(),
            title: form.fields.get("title").to_owned(),
            purpose,
            scopes: picked(&form.fields, "scopes", Scope::ALL),
            starts_on,
            ends_on,
            parties: form.fields.all("parties"),
        };
        match v.mutate::<AgreementPropose>(agreement_propose::Variables { input }).await? {
            Ok(told) => {
                let id = told.agreement_propose.agreement.map_or_else(String::new, |agreement| agreement.id);
                return Ok(v.done_at(&format!("/agreements/{id}"), key::DONE_AGREEMENT_PROPOSED));
            }
            Err(problems) => form.problems = problems,
        }
    }
    let page = page(&v, form).await?;
    Ok(v.show_again(&page))
}

async fn page(v: &PageContext, form: Form) -> Result<AgreementProposalPage<'_>, PageError> {
    if !v.may(Action::AgreementPropose) {
        return Err(PageError::new(v, PageErrorKind::Forbidden, None));
    }
    let others = v.query::<ProposeTo>(propose_to::Variables).await?.organisations.nodes;
    let others = others.into_iter().filter(|one| one.works_with_people && !one.is_viewers);
    let parties = others.map(|one| {
        let place = one.municipality.as_ref().map_or_else(
            || place_name(v, &one.province.name, &one.province.name_local),
            |place| place_name(v, &place.name, &place.name_local),
        );
        Choice::new(one.id, one.name).hint(v.t2(
            key::CONSENT_RECIPIENT,
            "kind",
            v.word(one.kind),
            "place",
            place,
        ))
    });
    Ok(AgreementProposalPage {
        v,
        form,
        parties: parties.collect(),
        purposes: components::choices(v, Purpose::ALL),
        scopes: Scope::ALL.iter().map(|scope| scope_choice(v, *scope)).collect(),
    })
}
