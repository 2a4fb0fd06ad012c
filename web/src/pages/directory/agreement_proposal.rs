//! Proposing an agreement; it is signed for one's own organisation with it.

use crate::{
    pages::people::{place_name, scope_choice},
    prelude::*,
};

operation!(ProposeTo, "src/pages/directory/agreement_proposal.graphql");
operation!(AgreementPropose, "src/pages/directory/agreement_proposal.graphql");

#[derive(Template)]
#[template(path = "pages/directory/agreement_proposal.html")]
struct AgreementProposalPage<'a> {
    v: &'a PageContext,
    page: FormPage,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/agreements/new", get(show).post(propose))
}

fn proposal(v: &PageContext) -> Form {
    let scopes = Scope::ALL.iter().map(|scope| scope_choice(v, *scope));
    Form::of(
        "AgreementProposeInput",
        vec![
            Field::text("title", key::AGREEMENT_TITLE).hint(key::AGREEMENT_TITLE_HINT).required().limit(200),
            Field::checks("parties", key::AGREEMENT_PARTNERS, Vec::new()),
            Field::radios("purpose", key::AGREEMENT_PURPOSE, components::choices(v, Purpose::ALL)),
            Field::checks("scopes", key::AGREEMENT_SCOPES, scopes.collect()).hint(key::AGREEMENT_SCOPES_HINT),
            Field::date("startsOn", key::AGREEMENT_STARTS).required(),
            Field::date("endsOn", key::AGREEMENT_ENDS).hint(key::AGREEMENT_ENDS_HINT).optional(),
        ],
    )
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
    page(&v, proposal(&v).filled(Fields::of(fields))).await
}

async fn propose(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    let mut form = proposal(&v).filled(fields);
    match v.submit::<AgreementPropose>(&mut form, json!({})).await? {
        Some(told) => {
            let id = told.agreement_propose.agreement.map_or_else(String::new, |agreement| agreement.id);
            Ok(v.done_at(&format!("/agreements/{id}"), key::DONE_AGREEMENT_PROPOSED))
        }
        None => page(&v, form).await,
    }
}

async fn page(v: &PageContext, mut form: Form) -> Result<Response, PageError> {
    if !v.may(Action::AgreementPropose) {
        return Err(PageError::new(v, PageErrorKind::Forbidden, None));
    }
    let others = v.query::<ProposeTo>(propose_to::Variables).await?.organisations.nodes;
    let others = others.into_iter().filter(|one| one.works_with_people && !one.is_viewers);
    let parties = others.map(|one| {
        let place = one.municipality.as_ref().map_or_else(
            || v.province_name(&one.province.code, &one.province.name, &one.province.name_local),
            |place| place_name(v, &place.name, &place.name_local),
        );
        let kind = v.word(one.kind);
        Choice::new(one.id, one.name).hint(v.t2(key::CONSENT_RECIPIENT, "kind", kind, "place", place))
    });
    form.offer("parties", parties.collect());
    let title = v.t(key::AGREEMENTS_PROPOSE);
    let page = FormPage::new(title, "/agreements/new".to_owned(), form, key::AGREEMENT_PROPOSE_DO)
        .lead(v.t(key::AGREEMENT_PROPOSE_LEAD))
        .below("/directory", v.t(key::FRAME_DIRECTORY))
        .below("/directory/agreements", v.t(key::DIRECTORY_AGREEMENTS));
    Ok(page.show_in(v, |page| AgreementProposalPage { v, page }))
}
