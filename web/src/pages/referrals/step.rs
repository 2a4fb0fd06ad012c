//! A step that moves a referral: its own page where it needs words, a reason or a second thought.

use super::{
    referral::{Told, fetch},
    step_mutations,
};
use crate::{codes::Code, prelude::*};

#[derive(Template)]
#[template(path = "pages/referrals/step.html")]
struct StepPage<'a> {
    v: &'a PageContext,
    page: FormPage,
    r: &'a Told,
    step: ReferralStep,
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
    let form = step_mutations::form(&v, step).filled(Fields::of([("version", told.version.to_string())]));
    Ok(page(&v, &told, step, form))
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
    // The version is the one that the reader decided on.
    let fields = match fields.get("version") {
        "" => fields.and("version", &told.version.to_string()),
        _ => fields,
    };
    let mut form = step_mutations::form(&v, step).filled(fields);
    match step_mutations::take(&v, &told, step, &mut form).await? {
        true => Ok(v.done_at(&v.place, step.done())),
        false => Ok(page(&v, &told, step, form)),
    }
}

fn page(v: &PageContext, r: &Told, step: ReferralStep, form: Form) -> Response {
    let back = format!("/referrals/{}", r.id);
    let title = v.t2(key::ROW_TITLE, "who", &r.pseudonym, "service", &r.service.name);
    let page = FormPage::new(v.t(step.step_title()), format!("{back}/{}", step.slug()), form, step.step_do())
        .below("/referrals", v.t(key::FRAME_REFERRALS))
        .below(back, title)
        .danger_if(matches!(step, ReferralStep::Withdraw | ReferralStep::EnterInError));
    page.show_in(v, |page| StepPage { v, page, r, step })
}

impl StepPage<'_> {
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
        Some(&asked.message.as_ref().filter(|_| self.step == ReferralStep::Answer)?.text)
    }

    fn is_final(&self) -> bool {
        matches!(self.step, ReferralStep::Reject | ReferralStep::Withdraw | ReferralStep::EnterInError)
    }
}
