//! Step 3: what is asked, in words, and what is shared for it. From here on everything is sent in the body.

use std::collections::BTreeSet;

use super::{
    draft::{Chosen, Match, Person, address, carried},
    services::ServicesPage,
};
use crate::{
    components::{Tone, banner},
    pages::people::{consent::scope_choice, opened_by},
    prelude::*,
};

#[derive(Template)]
#[template(path = "pages/people/refer/share.html")]
pub struct SharePage<'a> {
    v: &'a PageContext,
    form: Form,
    person: &'a Person,
    recipients: Vec<String>,
    carried: Vec<(&'static str, String)>,
    back: String,
    near: bool,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/people/{id}/refer/share", post(show))
}

async fn show(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let chosen = Chosen::of(&v, id, &fields).await?;
    let mut form = Form::default().filled(fields);
    if chosen.picked(&form.fields).is_empty() {
        form.problem("REQUIRED", "service");
        return Ok(v.show_again(&ServicesPage::of(&v, form, &chosen)));
    }
    // Coming back from the check, the form is filled already.
    if form.fields.get("priority").is_empty() {
        form = Form::default().filled(suggested(&v, &chosen, &form.fields));
    }
    Ok(v.show(&SharePage::of(&v, form, &chosen)))
}

/// What may be shared with everybody who was picked: by agreement, and by what the person agreed to.
struct Allowed {
    scopes: Vec<Scope>,
    /// What is not, and which of the two stands in the way.
    withheld: Vec<(Scope, String)>,
}

impl Allowed {
    fn of(v: &PageContext, chosen: &Chosen, picked: &[&Match]) -> Self {
        let (mut scopes, mut withheld) = (Vec::new(), Vec::new());
        for scope in Scope::ALL {
            match picked.iter().find_map(|found| in_the_way(v, chosen, found, *scope)) {
                None => scopes.push(*scope),
                Some(why) => withheld.push((*scope, why)),
            }
        }
        Allowed { scopes, withheld }
    }
}

fn in_the_way(v: &PageContext, chosen: &Chosen, found: &Match, scope: Scope) -> Option<String> {
    let name = &found.service.organisation.name;
    if found.agreement.as_ref().is_some_and(|agreement| !agreement.scopes.contains(&scope)) {
        return Some(v.t1(key::REFER_NOT_IN_AGREEMENT, "organisation", name));
    }
    // Where a ground does without consent, there may be none to look into.
    match chosen.consent(found) {
        Some(consent) if !consent.scopes.contains(&scope) => {
            Some(v.t1(key::REFER_NOT_IN_CONSENT, "organisation", name))
        }
        _ => None,
    }
}

/// What the task needs, for a start: name and contact on acceptance, and the words of the needs.
fn suggested(v: &PageContext, chosen: &Chosen, fields: &Fields) -> Fields {
    let picked = chosen.picked(fields);
    let allowed = Allowed::of(v, chosen, &picked).scopes;
    let before = chosen.before.as_ref();
    let shared = before.and_then(|before| before.disclosure.as_ref());
    let wanted: Vec<Scope> = match shared {
        Some(shared) => shared.scopes.clone(),
        None => {
            let words = chosen.asked_of(fields).into_iter().map(|need| opened_by(need.domain));
            [Scope::Identity, Scope::Contact, Scope::Needs].into_iter().chain(words).collect()
        }
    };
    let pre_acceptance: Vec<PreAcceptanceFact> = match shared {
        Some(shared) => shared.pre_acceptance.clone(),
        None => pre_acceptance_facts(&picked),
    };
    let mut told = carried(fields);
    let wanted: Vec<Scope> = allowed.iter().copied().filter(|scope| wanted.contains(scope)).collect();
    told.extend(wanted.iter().map(|scope| ("scopes", scope.code().to_owned())));
    // Nothing is told before acceptance of what is not shared at all.
    let pre_acceptance =
        pre_acceptance.iter().filter(|fact| scope_of(**fact).is_none_or(|scope| wanted.contains(&scope)));
    told.extend(pre_acceptance.map(|fact| ("deciding", fact.code().to_owned())));
    told.push((
        "priority",
        before.map_or_else(|| priority(v, chosen), |before| before.priority).code().to_owned(),
    ));
    let release = chosen.person.release.as_ref().map_or(v.today, |release| release.date.max(v.today));
    told.push(("startDate", release.to_string()));
    told.extend(before.and_then(|before| before.ask.clone()).map(|ask| ("ask", ask)));
    Fields::of(told)
}

/// The scope that a fact belongs to, where it is not part of every referral.
fn scope_of(fact: PreAcceptanceFact) -> Option<Scope> {
    match fact {
        PreAcceptanceFact::Sobriety => Some(Scope::Health),
        PreAcceptanceFact::LegalStatus => Some(Scope::Offence),
        PreAcceptanceFact::Sex => Some(Scope::Identity),
        _ => None,
    }
}

/// Whatever the rules of the services ask about. The exact day of release is for the sender to tick.
fn pre_acceptance_facts(picked: &[&Match]) -> Vec<PreAcceptanceFact> {
    let rules = |asks: fn(&Match) -> bool| picked.iter().any(|found| asks(found));
    let mut facts = Vec::new();
    if rules(|found| found.service.eligibility.sex.is_some()) {
        facts.push(PreAcceptanceFact::Sex);
    }
    if rules(|found| !found.service.eligibility.legal_statuses.is_empty()) {
        facts.push(PreAcceptanceFact::LegalStatus);
    }
    if rules(|found| !found.service.eligibility.sobriety.is_empty()) {
        facts.push(PreAcceptanceFact::Sobriety);
    }
    facts
}

fn priority(v: &PageContext, chosen: &Chosen) -> Priority {
    if chosen.release_is_near(v) {
        Priority::ReleaseDay
    } else if chosen.needs.iter().any(|need| need.urgency != Priority::Routine) {
        Priority::Urgent
    } else {
        Priority::Routine
    }
}

fn declared(v: &PageContext, scopes: Vec<Choice>) -> Form {
    let facts = components::choices(v, PreAcceptanceFact::ALL);
    let hinted = |one: &Priority| Choice::new(one.code(), v.word(*one)).hint(v.t(one.priority_hint()));
    let priorities = Priority::ALL.iter().map(hinted).collect();
    Form::of(
        "ReferralDraftInput",
        vec![
            Field::long_text("ask", key::REFER_ASK)
                .hint(key::REFER_ASK_HINT)
                .rows(6)
                .limit(10_000)
                .required(),
            Field::checks("scopes", key::REFER_SCOPES, scopes).hint(key::REFER_SCOPES_HINT),
            Field::checks("deciding", key::REFER_DECIDING, facts).hint(key::REFER_DECIDING_HINT).own(),
            Field::radios("priority", key::REFER_PRIORITY, priorities),
            Field::date("startDate", key::REFER_START).hint(key::REFER_START_HINT),
        ],
    )
}

impl<'a> SharePage<'a> {
    pub fn of(v: &'a PageContext, form: Form, chosen: &'a Chosen) -> Self {
        let picked = chosen.picked(&form.fields);
        let allowed = Allowed::of(v, chosen, &picked);
        let scopes = Scope::ALL.iter().map(|scope| {
            let mut choice = scope_choice(v, *scope);
            if let Some((_, why)) = allowed.withheld.iter().find(|(withheld, _)| withheld == scope) {
                choice = choice.hint(why);
                choice.disabled = true;
            }
            // Without the needs nobody can answer: they are shared in any case, by a field that is not shown.
            choice.disabled |= *scope == Scope::Needs;
            choice
        });
        let names: BTreeSet<_> = picked.iter().map(|found| found.service.organisation.name.clone()).collect();
        let declared = declared(v, scopes.collect());
        SharePage {
            v,
            recipients: names.into_iter().collect(),
            carried: carried(&form.fields),
            back: address(&chosen.person.id, &form.fields, &["need", "service", "reroute"]),
            near: chosen.release_is_near(v),
            person: &chosen.person,
            form: declared.filled(form.fields).with(form.problems),
        }
    }

    fn title(&self) -> String {
        self.v.t1(key::REFER_SHARE_TITLE, "names", self.recipients.join(", "))
    }

    fn near_banner(&self) -> Html {
        banner(Tone::Soon, self.v.h(key::REFER_RELEASE_NEAR))
    }
}
