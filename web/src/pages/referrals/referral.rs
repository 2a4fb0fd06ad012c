//! One referral: what is asked, the person as far as disclosed, what happened, and the next step.

use std::cmp::Reverse;

use super::correspondence::{appointment, message};
use crate::{
    codes::Code,
    components::{Deadline, EventLine, Stands, Step, Tone, state_words},
    form::words_of,
    prelude::*,
    text::capital,
};

operation!(Referral, "src/pages/referrals/referral.graphql");

pub type Told = referral::ReferralReferral;
type Disclosure = referral::ReferralReferralDisclosure;
type Appointment = referral::ReferralReferralAppointments;
type Withheld = referral::ReferralReferralDisclosureWithheld;

/// The order in which steps are offered; the first that is possible is the main one.
const STEPS: [ReferralStep; 12] = [
    ReferralStep::Send,
    ReferralStep::Answer,
    ReferralStep::Accept,
    ReferralStep::Start,
    ReferralStep::Resume,
    ReferralStep::Complete,
    ReferralStep::Acknowledge,
    ReferralStep::RequestInformation,
    ReferralStep::Waitlist,
    ReferralStep::Hold,
    ReferralStep::Reject,
    ReferralStep::Withdraw,
];

/// Steps that are seldom right: offered behind a word, so that they are not taken by mistake.
const RARE_STEPS: [ReferralStep; 3] = [ReferralStep::Fail, ReferralStep::Reopen, ReferralStep::EnterInError];

#[derive(Template)]
#[template(path = "pages/referrals/referral.html")]
struct ReferralPage<'a> {
    v: &'a PageContext,
    r: Told,
    deadline: Option<Deadline>,
    happened: Vec<EventLine>,
    steps: Vec<ReferralStep>,
    rare: Vec<ReferralStep>,
    message: &'a Form,
    appointment: &'a Form,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/referrals/{referral}", get(show))
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    page(&v, &id, StatusCode::OK, &message(), &appointment(&v)).await
}

pub async fn fetch(v: &PageContext, id: &str) -> Result<Told, PageError> {
    Ok(v.query::<Referral>(referral::Variables { id: id.to_owned() }).await?.referral)
}

/// The page, with the forms on it as they were sent.
pub async fn page(
    v: &PageContext,
    id: &str,
    status: StatusCode,
    message: &Form,
    appointment: &Form,
) -> Result<Response, PageError> {
    let r = fetch(v, id).await?;
    let page = ReferralPage {
        v,
        deadline: Deadline::of(r.deadline, r.due_on, r.working_days_left, r.waits_for_viewer),
        happened: happened(v, &r),
        steps: STEPS.iter().copied().filter(|step| r.next.contains(step)).collect(),
        rare: RARE_STEPS.iter().copied().filter(|step| r.next.contains(step)).collect(),
        message,
        appointment,
        r,
    };
    Ok(v.show_as(status, &page))
}

/// Events and messages together, the newest first. Looks at the identity are listed on the person's page.
fn happened(v: &PageContext, r: &Told) -> Vec<EventLine> {
    let who = |member: Option<&str>, organisation: Option<&str>| match (member, organisation) {
        (Some(member), Some(organisation)) => {
            v.t2(key::WHO_OF, "member", member, "organisation", organisation)
        }
        (_, Some(organisation)) => organisation.to_owned(),
        _ => v.t(key::SOMEBODY_SYSTEM),
    };
    let events = r.events.iter().filter(|event| event.kind != EventKind::IdentityLookedAt).map(|event| {
        let organisation = event.organisation.as_ref().map(|organisation| organisation.name.as_str());
        let name = who(event.member.as_ref().map(|member| member.name.as_str()), organisation);
        let item = EventLine {
            icon: event.kind.icon(),
            new: matches!(event.kind, EventKind::MessageWritten | EventKind::ReferralAccepted),
            words: v.h2(key::HAPPENED, "who", name, "what", v.word(event.kind)),
            at: v.at(event.at),
            said: event.message.as_ref().map(|message| message.text.clone()),
            mine: event.organisation.as_ref().is_some_and(|organisation| organisation.is_viewers),
        };
        (event.at, item)
    });
    let told: Vec<_> = r.events.iter().filter_map(|event| Some(&event.message.as_ref()?.id)).collect();
    let messages = r.messages.iter().filter(|message| !told.contains(&&message.id)).map(|message| {
        let member = message.member.as_ref().map(|member| member.name.as_str());
        let name = who(member, Some(message.organisation.name.as_str()));
        let item = EventLine {
            icon: EventKind::MessageWritten.icon(),
            new: true,
            words: v.h2(key::HAPPENED, "who", name, "what", v.word(EventKind::MessageWritten)),
            at: v.at(message.at),
            said: Some(message.text.clone()),
            mine: message.is_viewers,
        };
        (message.at, item)
    });
    let mut all: Vec<_> = events.chain(messages).collect();
    // Of what happened in the same moment, the later comes first too.
    all.reverse();
    all.sort_by_key(|(at, _)| Reverse(*at));
    all.into_iter().map(|(_, item)| item).collect()
}

impl ReferralPage<'_> {
    /// Why drafts that were to send themselves did not.
    fn send_error(&self) -> String {
        let code =
            self.r.group.as_ref().and_then(|group| serde_json::to_value(group.send_error.as_ref()?).ok());
        code.and_then(|code| Some(words_of(self.v, code.as_str()?))).unwrap_or_default()
    }

    fn received(&self) -> bool {
        self.r.side == Side::Received
    }

    /// The sender's own person, a touch away.
    fn person_link(&self) -> Html {
        match &self.r.person {
            Some(person) => components::link(&format!("/people/{}", person.id), &self.r.pseudonym),
            None => components::plain(&self.r.pseudonym),
        }
    }

    fn way(&self) -> Html {
        use ReferralState::*;
        let words = |state| state_words(self.v, state, self.r.side);
        let usual = [Sent, Acknowledged, Accepted, InProgress, Completed];
        let now = match self.r.state {
            InformationRequested | Waitlisted => 1,
            OnHold => 3,
            state => usual.iter().position(|usual| *usual == state).unwrap_or(0),
        };
        let mut steps: Vec<_> = usual
            .iter()
            .enumerate()
            .map(|(at, state)| Step {
                words: words(*state),
                stands: match at.cmp(&now) {
                    std::cmp::Ordering::Less => Stands::Done,
                    std::cmp::Ordering::Equal => Stands::Now,
                    std::cmp::Ordering::Greater => Stands::Ahead,
                },
            })
            .collect();
        match self.r.state {
            Draft => {
                steps[0].stands = Stands::Ahead;
                steps.insert(0, Step { words: words(Draft), stands: Stands::Now });
            }
            InformationRequested | Waitlisted => steps[1].words = words(self.r.state),
            OnHold => steps[3].words = words(OnHold),
            Rejected | Withdrawn | Expired | EnteredInError => {
                steps.truncate(1);
                steps[0].stands = Stands::Done;
                steps.push(Step { words: words(self.r.state), stands: Stands::Ended });
            }
            Failed => {
                for step in &mut steps {
                    step.stands = Stands::Done;
                }
                steps[4] = Step { words: words(Failed), stands: Stands::Ended };
            }
            _ => {}
        }
        crate::components::steps(self.v.t(key::REFERRAL_WAY), &steps)
    }

    fn age(&self, disclosure: &Disclosure) -> Option<String> {
        match (disclosure.age_from, disclosure.age_to) {
            (Some(from), Some(to)) => Some(self.v.t2(key::REFERRAL_AGE_BETWEEN, "from", from, "to", to)),
            (Some(from), None) => Some(self.v.t1(key::REFERRAL_AGE_FROM, "from", from)),
            (None, Some(to)) => Some(self.v.t1(key::REFERRAL_AGE_TO, "to", to)),
            (None, None) => None,
        }
    }

    /// Whether acceptance ever opened it.
    fn was_opened(&self, disclosure: &Disclosure) -> bool {
        disclosure.withheld.iter().all(|one| one.until != WithheldUntil::Ended)
    }

    /// What is withheld, together with what else opens at the same time.
    fn withheld(&self, disclosure: &Disclosure) -> Vec<(String, String)> {
        let until = |until: &WithheldUntil| {
            let same: Vec<_> = disclosure
                .withheld
                .iter()
                .filter(|withheld: &&Withheld| withheld.until == *until)
                .map(|withheld| withheld.scope)
                .collect();
            (!same.is_empty()).then(|| (capital(&self.v.words(&same)), self.v.word(*until)))
        };
        WithheldUntil::ALL.iter().filter_map(until).collect()
    }

    fn others(&self) -> Vec<&referral::ReferralReferralGroupReferrals> {
        let group = self.r.group.iter();
        group.flat_map(|group| &group.referrals).filter(|other| other.id != self.r.id).collect()
    }

    /// Steps that say all by themselves are taken from this page; the others have a page of their own.
    fn at_once(&self, step: &ReferralStep) -> bool {
        matches!(
            step,
            ReferralStep::Send
                | ReferralStep::Acknowledge
                | ReferralStep::Accept
                | ReferralStep::Start
                | ReferralStep::Resume
        )
    }

    fn explained(&self, step: &ReferralStep) -> Option<String> {
        match step {
            ReferralStep::Accept => Some(self.v.t1(key::STEP_ACCEPT_OPENS, "what", self.opening())),
            ReferralStep::Send => Some(self.v.t(key::STEP_SEND_MEANS)),
            ReferralStep::Acknowledge => Some(self.v.t(key::STEP_ACKNOWLEDGE_MEANS)),
            _ => None,
        }
    }

    /// What accepting opens.
    fn opening(&self) -> String {
        let withheld = self.r.disclosure.iter().flat_map(|disclosure| &disclosure.withheld);
        let scopes: Vec<_> =
            withheld.filter(|one| one.until == WithheldUntil::Accepted).map(|one| one.scope).collect();
        if scopes.is_empty() { self.v.t(key::STEP_ACCEPT_OPENS_NOTHING) } else { self.v.words(&scopes) }
    }

    fn step_icon(&self, step: &ReferralStep) -> &'static str {
        match step {
            ReferralStep::Send => "send",
            ReferralStep::Start | ReferralStep::Resume => "play",
            ReferralStep::Answer => "message-square",
            _ => "check",
        }
    }

    /// Whether it is time to say who came.
    fn over(&self, appointment: &Appointment) -> bool {
        appointment.attendance.is_none() && self.v.day_of(appointment.starts_at) <= self.v.today
    }

    /// The first step stands out, refusing one never does.
    fn step_class(&self, is_first: &bool, step: &ReferralStep) -> &'static str {
        match step {
            _ if *is_first => "primary",
            ReferralStep::Reject | ReferralStep::Withdraw => "plain",
            _ => "",
        }
    }

    fn came(&self, appointment: &Appointment) -> Option<Html> {
        let tone = match appointment.attendance? {
            Attendance::Attended | Attendance::Late => Tone::Good,
            Attendance::Absent => Tone::Late,
            Attendance::Excused => Tone::Calm,
        };
        Some(components::tag(tone, None, self.v.word(appointment.attendance?)))
    }
}
