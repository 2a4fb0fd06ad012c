//! One agreement: between whom, for what, over which data, until when; signed, suspended, resumed and ended here,
//! each after saying what it does.

use super::agreement_tag;
use crate::{pages::people::by_date, prelude::*};

operation!(AgreementPage, "src/pages/directory/agreement.graphql");
operation!(AgreementMove, "src/pages/directory/agreement.graphql");

type Agreement = agreement_page::AgreementPageAgreement;

#[derive(Template)]
#[template(path = "pages/directory/agreement.html")]
struct AgreementView<'a> {
    v: &'a PageContext,
    agreement: Agreement,
}

#[derive(Template)]
#[template(path = "pages/directory/agreement_step.html")]
struct StepPage<'a> {
    v: &'a PageContext,
    page: FormPage,
    agreement: Agreement,
    step: AgreementStep,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/agreements/{id}", get(show))
        .route("/agreements/{id}/{step}", get(confirm).post(take))
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let agreement = v.query::<AgreementPage>(agreement_page::Variables { id }).await?.agreement;
    Ok(v.show(&AgreementView { v: &v, agreement }))
}

async fn confirm(v: PageContext, Path((id, step)): Path<(String, String)>) -> Result<Response, PageError> {
    let Some(step) = step_of(&step) else {
        return Err(PageError::not_found(&v));
    };
    let agreement = v.query::<AgreementPage>(agreement_page::Variables { id }).await?.agreement;
    if !agreement.viewer_may.contains(&step) {
        return Err(PageError::new(&v, PageErrorKind::Conflict, None));
    }
    let form = confirmation().filled(Fields::of([("version", agreement.version.to_string())]));
    let back = format!("/agreements/{}", agreement.id);
    let title = v.t(step.agreement_asks());
    let page = FormPage::new(title, format!("{back}/{}", step.slug()), form, step.key())
        .below("/directory/agreements", v.t(key::DIRECTORY_AGREEMENTS))
        .below(back, &agreement.title)
        .danger_if(matches!(step, AgreementStep::Suspend | AgreementStep::End));
    Ok(page.show_in(&v, |page| StepPage { v: &v, page, agreement, step }))
}

async fn take(
    v: PageContext,
    Path((id, step)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, PageError> {
    let Some(step) = step_of(&step) else {
        return Err(PageError::not_found(&v));
    };
    let more = json!({ "agreementId": id, "step": step });
    let Some(told) = v.submit::<AgreementMove>(&mut confirmation().filled(fields), more).await? else {
        // There is nothing to type here, so nothing that a user could correct.
        return Err(PageError::new(&v, PageErrorKind::Conflict, None));
    };
    let stands = told.agreement_step.agreement.map(|agreement| agreement.state);
    let done = match step {
        AgreementStep::Sign => key::DONE_AGREEMENT_SIGNED,
        AgreementStep::Suspend => key::DONE_AGREEMENT_SUSPENDED,
        AgreementStep::Resume if stands == Some(AgreementState::Suspended) => {
            key::DONE_AGREEMENT_RESUMED_HERE
        }
        AgreementStep::Resume => key::DONE_AGREEMENT_RESUMED,
        AgreementStep::End => key::DONE_AGREEMENT_ENDED,
    };
    Ok(v.done_at(&format!("/agreements/{id}"), done))
}

fn confirmation() -> Form {
    Form::of("AgreementStepInput", vec![Field::hidden("version")])
}

fn step_of(slug: &str) -> Option<AgreementStep> {
    AgreementStep::ALL.iter().copied().find(|step| step.slug() == slug)
}

impl AgreementView<'_> {
    fn state(&self) -> Html {
        agreement_tag(self.v, self.agreement.state)
    }

    fn term(&self) -> Html {
        let from = by_date(self.v, self.agreement.starts_on);
        match self.agreement.ends_on {
            Some(day) => self.v.h2(key::AGREEMENT_TERM, "from", from, "until", by_date(self.v, day)),
            None => self.v.h1(key::AGREEMENT_TERM_OPEN, "from", from),
        }
    }

    /// What is the usual next thing stands out; ending never does.
    fn class(&self, step: &AgreementStep) -> &'static str {
        match step {
            AgreementStep::Sign | AgreementStep::Resume => "button primary wide",
            AgreementStep::Suspend => "button wide",
            AgreementStep::End => "button plain wide",
        }
    }
}
