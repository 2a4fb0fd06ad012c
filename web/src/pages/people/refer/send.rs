//! Step 4: exactly what each recipient will see, before and after it accepts, and on which ground; then it is sent, or
//! kept as a draft.

use super::{
    draft::{Chosen, Match, Need, Person, carried_all, consent_address},
    services::ServicesPage,
    share::SharePage,
};
use crate::{
    client::UserError,
    components::{Tone, banner},
    form::words_of,
    pages::people::{by_date, consent::picked, opened_by},
    prelude::*,
};

operation!(ReferLegalBases, "src/pages/people/refer/refer.graphql");
operation!(ReferralDraft, "src/pages/people/refer/refer.graphql");

type LegalBasisRule = refer_legal_bases::ReferLegalBasesLegalBases;

#[derive(Template)]
#[template(path = "pages/people/refer/check.html")]
struct CheckPage<'a> {
    v: &'a PageContext,
    person: &'a Person,
    written: Written,
    recipients: Vec<Recipient<'a>>,
    summary: Option<Html>,
    carried: Vec<(&'static str, String)>,
}

/// What one recipient will see, and why it may.
struct Recipient<'a> {
    found: &'a Match,
    before: Vec<String>,
    after: Vec<String>,
    never: Vec<Scope>,
    legal_basis: Option<LegalBasisRule>,
    until: Vec<Html>,
    problem: Option<String>,
    /// Where the person is asked, when that is what is missing.
    ask: Option<String>,
}

/// What becomes of it now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sending {
    Later,
    Now,
    OnRelease,
}

/// The referral, as written.
struct Written {
    mode: GroupMode,
    priority: Priority,
    start: NaiveDate,
    scopes: Vec<Scope>,
    pre_acceptance: Vec<PreAcceptanceFact>,
    ask: String,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/people/{id}/refer/check", post(check)).route("/people/{id}/refer/send", post(send))
}

async fn check(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let chosen = Chosen::of(&v, id, &fields).await?;
    let mut form = Form::default().filled(fields);
    match Written::read(&chosen, &mut form) {
        Some(written) => {
            let page = CheckPage::of(&v, &chosen, &form.fields, written, &[]).await?;
            Ok(v.show(&page))
        }
        None => Ok(mend(&v, form, &chosen)),
    }
}

async fn send(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let chosen = Chosen::of(&v, id, &fields).await?;
    let mut form = Form::default().filled(fields);
    let Some(written) = Written::read(&chosen, &mut form) else {
        return Ok(mend(&v, form, &chosen));
    };
    let (send, done) = match form.fields.get("do") {
        "draft" => (Sending::Later, key::DONE_REFERRAL_KEPT),
        "on-release" => (Sending::OnRelease, key::DONE_REFERRAL_WAITS),
        _ => (Sending::Now, key::DONE_REFERRAL_SENT),
    };
    let input = written.input(&v, &chosen, &form.fields, send);
    match v.mutate::<ReferralDraft>(referral_draft::Variables { input }).await? {
        Ok(told) => Ok(v.done_at(&onward(&chosen.person, told), done)),
        Err(problems) => refused(&v, &chosen, form, written, problems).await,
    }
}

/// To the referral, where there is one; to the person, where there are several.
fn onward(person: &Person, told: referral_draft::ResponseData) -> String {
    let referrals = told.referral_draft.group.map(|group| group.referrals).unwrap_or_default();
    match referrals.as_slice() {
        [one] => format!("/referrals/{}", one.id),
        _ => format!("/people/{}", person.id),
    }
}

/// Shows what is wrong where it can be mended.
async fn refused(
    v: &PageContext,
    chosen: &Chosen,
    form: Form,
    written: Written,
    problems: Vec<UserError>,
) -> Result<Response, PageError> {
    let fields = ["ask", "scopes", "deciding", "priority", "startDate"];
    let in_form = |problem: &UserError| problem.path.iter().any(|step| fields.contains(&step.as_str()));
    if problems.iter().any(in_form) {
        return Ok(mend(v, form.with(problems), chosen));
    }
    let page = CheckPage::of(v, chosen, &form.fields, written, &problems).await?;
    Ok(v.show_again(&page))
}

fn mend(v: &PageContext, mut form: Form, chosen: &Chosen) -> Response {
    if chosen.picked(&form.fields).is_empty() {
        form.problem("REQUIRED", "service");
        return v.show_again(&ServicesPage::of(v, form, chosen));
    }
    v.show_again(&SharePage::of(v, form, chosen))
}

impl Written {
    /// Reads what was written; what is missing is noted on the form.
    fn read(chosen: &Chosen, form: &mut Form) -> Option<Self> {
        let start = form.fields.date("startDate");
        if start.is_none() {
            form.problem("DATE", "startDate");
        }
        if form.fields.get("ask").is_empty() {
            form.problem("REQUIRED", "ask");
        }
        let priority = Priority::parse(form.fields.get("priority"));
        if priority.is_none() {
            form.problem("REQUIRED", "priority");
        }
        if !form.problems.is_empty() || chosen.picked(&form.fields).is_empty() {
            return None;
        }
        Some(Written {
            mode: GroupMode::parse(form.fields.get("mode")).unwrap_or(GroupMode::AnyOne),
            priority: priority?,
            start: start?,
            scopes: picked(&form.fields, "scopes", Scope::ALL),
            pre_acceptance: picked(&form.fields, "deciding", PreAcceptanceFact::ALL),
            ask: form.fields.get("ask").replace("\r\n", "\n"),
        })
    }

    fn input(
        &self,
        v: &PageContext,
        chosen: &Chosen,
        fields: &Fields,
        send: Sending,
    ) -> referral_draft::ReferralDraftInput {
        referral_draft::ReferralDraftInput {
            idempotency_key: v.once(),
            person_id: chosen.person.id.clone(),
            need_ids: chosen.asked_of(fields).iter().map(|need| need.id.clone()).collect(),
            service_ids: chosen.picked(fields).iter().map(|found| found.service.id.clone()).collect(),
            mode: self.mode,
            priority: self.priority,
            start_date: Some(self.start),
            scopes: self.scopes.clone(),
            pre_acceptance: self.pre_acceptance.clone(),
            ask: self.ask.clone(),
            reroute_of: fields.some("reroute"),
            send: Some(send == Sending::Now),
            send_on_release: Some(send == Sending::OnRelease),
        }
    }
}

impl<'a> CheckPage<'a> {
    async fn of(
        v: &'a PageContext,
        chosen: &'a Chosen,
        fields: &Fields,
        written: Written,
        problems: &[UserError],
    ) -> Result<Self, PageError> {
        let rules = v.query::<ReferLegalBases>(refer_legal_bases::Variables).await?.legal_bases;
        let picked = chosen.picked(fields);
        let recipients = picked.iter().enumerate().map(|(n, found)| {
            let ours = |problem: &&UserError| {
                let at = problem.path.iter().rev().find_map(|step| step.parse::<usize>().ok());
                at.map_or(picked.len() == 1, |at| at == n)
            };
            let problem = problems.iter().find(ours);
            Recipient::of(v, chosen, fields, found, &written, &rules, problem)
        });
        let recipients: Vec<_> = recipients.collect();
        let listed: Vec<_> = problems.iter().map(|problem| summed(v, &picked, problem)).collect();
        Ok(CheckPage {
            v,
            person: &chosen.person,
            recipients,
            summary: (!listed.is_empty()).then(|| components::summary(v, &listed)),
            carried: carried_all(fields),
            written,
        })
    }

    /// Whether there is a release to wait for.
    fn waits_for_release(&self) -> bool {
        self.person.release.as_ref().is_some_and(|release| !release.confirmed)
    }

    /// Whether the day from which it is needed is that of the release, and is not shared for deciding.
    fn only_month_is_told(&self) -> bool {
        let released = self.person.release.as_ref().map(|release| release.date);
        released == Some(self.written.start)
            && !self.written.pre_acceptance.contains(&PreAcceptanceFact::ReleaseDay)
    }

    fn several(&self) -> bool {
        self.recipients.len() > 1
    }

    /// Whether the first yes would release services that were to help with something else.
    fn leaves_a_need(&self) -> bool {
        let mut domains = self.recipients.iter().map(|recipient| recipient.found.service.domain);
        let first = domains.next();
        self.written.mode == GroupMode::AnyOne && domains.any(|domain| Some(domain) != first)
    }

    fn mixed_banner(&self) -> Html {
        let words = self.v.markup(key::REFER_MIXED, &[("all", &self.v.word(GroupMode::All))]);
        banner(Tone::Soon, &words)
    }
}

/// A problem in the summary: the place that it leads to, and its words with the name of whom it is about.
fn summed(v: &PageContext, picked: &[&Match], problem: &UserError) -> (Option<String>, String) {
    let at = problem.path.iter().rev().find_map(|step| step.parse::<usize>().ok());
    let found = at.and_then(|at| picked.get(at)).or_else(|| picked.first().filter(|_| picked.len() == 1));
    match found {
        Some(found) => {
            let name = &found.service.organisation.name;
            (Some(place(found)), format!("{name}: {}", words_of(v, &problem.code)))
        }
        None => (None, words_of(v, &problem.code)),
    }
}

fn place(found: &Match) -> String {
    format!("to-{}", found.service.id)
}

impl<'a> Recipient<'a> {
    fn of(
        v: &PageContext,
        chosen: &Chosen,
        fields: &Fields,
        found: &'a Match,
        written: &Written,
        rules: &[LegalBasisRule],
        problem: Option<&UserError>,
    ) -> Self {
        let country = v.viewer.as_ref().map_or("", |viewer| viewer.organisation.province.country.as_str());
        let service = &found.service;
        let rule = rules.iter().find(|rule| {
            rule.country == country
                && rule.purpose == service.purpose
                && rule.recipient_kind == service.organisation.kind
        });
        let needs = chosen.asked_of(fields);
        let mut until = Vec::new();
        if let Some(agreement) = &found.agreement {
            until.push(match agreement.ends_on {
                Some(day) => {
                    v.h2(key::REFER_AGREEMENT_UNTIL, "title", &agreement.title, "day", by_date(v, day))
                }
                None => v.h1(key::REFER_AGREEMENT_OPEN, "title", &agreement.title),
            });
        }
        if let Some(consent) = chosen.consent(found) {
            let how = v.word(consent.how);
            until.push(v.h2(key::REFER_CONSENT_UNTIL, "how", how, "day", by_date(v, consent.expires_on)));
        }
        let missing =
            problem.is_some_and(|problem| problem.code == "NO_CONSENT" || problem.code == "CONSENT_REFUSED");
        Recipient {
            found,
            before: before(v, &needs, written),
            after: after(v, &needs, written),
            never: Scope::ALL.iter().copied().filter(|scope| !written.scopes.contains(scope)).collect(),
            legal_basis: rule.cloned(),
            until,
            problem: problem.map(|problem| words_of(v, &problem.code)),
            ask: (missing && v.may(Action::ConsentRecord))
                .then(|| consent_address(&chosen.person.id, fields, &[found])),
        }
    }

    fn id(&self) -> String {
        place(self.found)
    }
}

/// What is seen before the recipient decides.
fn before(v: &PageContext, needs: &[&Need], written: &Written) -> Vec<String> {
    let named: Vec<_> = needs.iter().map(|need| v.word(need.domain)).collect();
    let mut seen = vec![
        v.t1(key::REFER_SEES_NEEDS, "needs", named.join(", ")),
        v.t(key::REFER_SEES_BAND),
        v.t(key::REFER_SEES_ASK),
    ];
    for fact in &written.pre_acceptance {
        match fact {
            PreAcceptanceFact::NeedText => seen.extend(shared_words(v, needs, written)),
            fact => seen.push(v.word(*fact)),
        }
    }
    seen
}

/// What opens once the recipient has accepted.
fn after(v: &PageContext, needs: &[&Need], written: &Written) -> Vec<String> {
    let hard = [Scope::Identity, Scope::Contact, Scope::Documents];
    let opened = written.scopes.iter().filter(|scope| hard.contains(scope));
    let mut seen: Vec<String> = opened.map(|scope| v.word(*scope)).collect();
    if !written.pre_acceptance.contains(&PreAcceptanceFact::NeedText) {
        seen.extend(shared_words(v, needs, written));
    }
    seen
}

/// The needs whose words are shared, by name.
fn shared_words(v: &PageContext, needs: &[&Need], written: &Written) -> Option<String> {
    let opened = needs.iter().filter(|need| written.scopes.contains(&opened_by(need.domain)));
    let named: Vec<_> = opened.map(|need| v.word(need.domain)).collect();
    (!named.is_empty()).then(|| v.t1(key::REFER_SEES_WORDS, "needs", named.join(", ")))
}
