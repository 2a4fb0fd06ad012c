//! One agreement: between whom, for what, over which data, until when; signed, suspended, resumed and ended here,
//! each after saying what it does.

use super::agreement_tag;
use crate::{client::Why, pages::people::by_date, prelude::*};

operation!(AgreementPage, "src/pages/directory/agreement.graphql");
operation!(AgreementMove, "src/pages/directory/agreement.graphql");

type Agreement = agreement_page::AgreementPageAgreement;

#[derive(Template)]
#[template(path = "pages/directory/agreement.html")]
struct AgreementView<'a> {
    v: &'a Visit,
    agreement: Agreement,
}

#[derive(Template)]
#[template(path = "pages/directory/agreement_step.html")]
struct StepPage<'a> {
    v: &'a Visit,
    agreement: Agreement,
    step: AgreementStep,
}

pub fn routes() -> Router<House> {
    Router::new()
        .route("/agreements/{id}", get(show))
        .route("/agreements/{id}/{step}", get(confirm).post(take))
}

async fn show(v: Visit, Path(id): Path<String>) -> Result<Response, Stop> {
    let agreement = v.ask::<AgreementPage>(agreement_page::Variables { id }).await?.agreement;
    Ok(v.show(&AgreementView { v: &v, agreement }))
}

async fn confirm(v: Visit, Path((id, step)): Path<(String, String)>) -> Result<Response, Stop> {
    let Some(step) = step_of(&step) else {
        return Err(Stop::not_found(&v));
    };
    let agreement = v.ask::<AgreementPage>(agreement_page::Variables { id }).await?.agreement;
    if agreement.viewer_may.contains(&step) {
        Ok(v.show(&StepPage { v: &v, agreement, step }))
    } else {
        Err(Stop::new(&v, Why::Conflict, None))
    }
}

async fn take(v: Visit, Path((id, step)): Path<(String, String)>, fields: Fields) -> Result<Response, Stop> {
    let Some(step) = step_of(&step) else {
        return Err(Stop::not_found(&v));
    };
    let version = fields.number("version").unwrap_or_default();
    let input = agreement_move::AgreementStepInput {
        idempotency_key: v.once(),
        agreement_id: id.clone(),
        version,
        step,
    };
    match v.tell::<AgreementMove>(agreement_move::Variables { input }).await? {
        Ok(told) => {
            let stands = told.agreement_step.agreement.map(|agreement| agreement.state);
            let done = match step {
                AgreementStep::Sign => "agreement-signed",
                AgreementStep::Suspend => "agreement-suspended",
                AgreementStep::Resume if stands == Some(AgreementState::Suspended) => {
                    "agreement-resumed-here"
                }
                AgreementStep::Resume => "agreement-resumed",
                AgreementStep::End => "agreement-ended",
            };
            Ok(Redirect::to(&format!("/agreements/{id}?done={done}")).into_response())
        }
        // There is nothing to type here, so nothing that a user could mend.
        Err(_) => Err(Stop::new(&v, Why::Conflict, None)),
    }
}

fn step_of(slug: &str) -> Option<AgreementStep> {
    AgreementStep::ALL.iter().copied().find(|step| step.slug() == slug)
}

impl AgreementView<'_> {
    fn state(&self) -> Piece {
        agreement_tag(self.v, self.agreement.state)
    }

    fn term(&self) -> Piece {
        let from = by_date(self.v, self.agreement.starts_on);
        match self.agreement.ends_on {
            Some(day) => self.v.h2("agreement-term", "from", from, "until", by_date(self.v, day)),
            None => self.v.h1("agreement-term-open", "from", from),
        }
    }

    /// What is the usual next thing stands out; ending never does.
    fn class(&self, step: &AgreementStep) -> &'static str {
        match step {
            AgreementStep::Sign | AgreementStep::Resume => "act main wide",
            AgreementStep::Suspend => "act wide",
            AgreementStep::End => "act plain wide",
        }
    }
}

impl StepPage<'_> {
    fn harm(&self) -> bool {
        matches!(self.step, AgreementStep::Suspend | AgreementStep::End)
    }
}
