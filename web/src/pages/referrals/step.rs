//! A step that moves a referral: its own page where it needs words, a reason or a second thought.

use super::{
    referral::{Told, fetch},
    step_mutations,
};
use crate::{codes::Code, components::choices, prelude::*};

#[derive(Template)]
#[template(path = "pages/referrals/step.html")]
struct StepPage<'a> {
    v: &'a PageContext,
    r: &'a Told,
    step: ReferralStep,
    form: Form,
    outcomes: Vec<Choice>,
    results: Vec<Choice>,
    reasons: Vec<Choice>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/referrals/{referral}/{step}", get(show).post(take))
}

fn named(slug: &str) -> Option<ReferralStep> {
    ReferralStep::ALL.iter().copied().find(|step| step.slug() == slug)
}

async fn show(v: PageContext, Path((id, slug)): Path<(String, String)>) -> Result<Response, PageError> {
    let Some(step) = named(&slug) else {
        return Err(PageError::not_found(&v));
    };
    let told = fetch(&v, &id).await?;
    if !told.next.contains(&step) {
        // It stands differently by now; its own page says how.
        return Ok(Redirect::to(&v.place).into_response());
    }
    Ok(v.show(&StepPage::new(&v, &told, step, Form::empty())))
}

async fn take(
    v: PageContext,
    Path((id, slug)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, PageError> {
    let Some(step) = named(&slug) else {
        return Err(PageError::not_found(&v));
    };
    let told = fetch(&v, &id).await?;
    match step_mutations::take(&v, &told, step, &fields).await? {
        Ok(()) => Ok(v.done_at(&v.place, step.done())),
        Err(problems) => Ok(v.show_again(&StepPage::new(&v, &told, step, Form::with(fields, problems)))),
    }
}

impl<'a> StepPage<'a> {
    fn new(v: &'a PageContext, r: &'a Told, step: ReferralStep, form: Form) -> Self {
        StepPage {
            v,
            r,
            step,
            form,
            outcomes: choices(v, Outcome::ALL),
            results: choices(v, OutcomeResult::ALL),
            reasons: match step {
                ReferralStep::Reject => reject_reasons(v),
                ReferralStep::Withdraw | ReferralStep::Fail => withdraw_reasons(v),
                ReferralStep::Hold => choices(v, HoldReason::ALL),
                _ => Vec::new(),
            },
        }
    }

    fn title(&self) -> String {
        self.v.t(self.step.step_title())
    }

    fn words(&self) -> String {
        let other = match self.r.side {
            Side::Received => &self.r.sender.name,
            Side::Sent => &self.r.recipient.name,
        };
        self.v.t1(self.step.step_words(), "who", other)
    }

    /// The last words of a question that was asked, to have before one's eyes while answering it.
    fn question(&self) -> Option<&str> {
        let asked =
            self.r.events.iter().rev().find(|event| event.kind == EventKind::ReferralInformationRequested)?;
        Some(&asked.message.as_ref()?.text)
    }

    fn final_step(&self) -> bool {
        matches!(self.step, ReferralStep::Reject | ReferralStep::Withdraw | ReferralStep::EnterInError)
    }

    /// The version that the reader decided on, also when the form comes back.
    fn version(&self) -> i64 {
        self.form.fields.number("version").unwrap_or(self.r.version)
    }
}

fn reject_reasons(v: &PageContext) -> Vec<Choice> {
    let mut reasons = choices(v, RejectReason::ALL);
    for reason in &mut reasons {
        if reason.value == RejectReason::AlreadyEnrolled.code() {
            reason.hint = Some(v.t(key::REJECT_ALREADY_HINT));
        }
    }
    reasons
}

/// Those that a sender can give; the others are the system's own.
fn withdraw_reasons(v: &PageContext) -> Vec<Choice> {
    let own = [
        WithdrawReason::ConsentWithdrawn,
        WithdrawReason::ConsentExpired,
        WithdrawReason::PersonErased,
        WithdrawReason::SettledElsewhere,
    ];
    let given: Vec<_> = WithdrawReason::ALL.iter().copied().filter(|reason| !own.contains(reason)).collect();
    choices(v, &given)
}
