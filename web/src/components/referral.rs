//! Pieces that speak of referrals: how they stand, and how much time is left.

use std::borrow::Borrow;

use askama::Template;

use super::{Html, Row, Tone, icon, tag};
use crate::{codes::*, context::PageContext, text::key};

fn state_tone(state: ReferralState) -> Tone {
    match state {
        ReferralState::Draft | ReferralState::Withdrawn | ReferralState::EnteredInError => Tone::Calm,
        ReferralState::Sent | ReferralState::Acknowledged => Tone::Go,
        ReferralState::InformationRequested | ReferralState::Waitlisted | ReferralState::OnHold => Tone::Soon,
        ReferralState::Accepted | ReferralState::InProgress => Tone::Go,
        ReferralState::Completed => Tone::Good,
        ReferralState::Rejected | ReferralState::Failed | ReferralState::Expired => Tone::Late,
    }
}

/// What one side calls the state: what the sender has sent is new to the recipient.
pub fn state_words(v: &PageContext, state: ReferralState, side: Side) -> String {
    match (state, side) {
        (ReferralState::Sent, Side::Received) => v.t(key::STATE_NEW),
        _ => v.word(state),
    }
}

pub fn state_tag(v: &PageContext, state: impl Borrow<ReferralState>, side: impl Borrow<Side>) -> Html {
    let state = *state.borrow();
    tag(state_tone(state), None, state_words(v, state, *side.borrow()))
}

/// A clock of a referral.
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    pub deadline: ReferralDeadline,
    pub due: chrono::NaiveDate,
    /// Whole working days left; negative when late.
    pub left: i64,
    /// Whether it is the viewer who is waited for.
    pub mine: bool,
}

#[derive(Template)]
#[template(source = r#"<span class="clock {{ tone.class() }}">{{ icon }}{{ words }}</span>"#, ext = "html")]
struct DeadlineTag {
    tone: Tone,
    icon: Html,
    words: Html,
}

impl Deadline {
    pub fn of(
        deadline: Option<ReferralDeadline>,
        due: Option<chrono::NaiveDate>,
        left: Option<i64>,
        mine: bool,
    ) -> Option<Self> {
        Some(Deadline { deadline: deadline?, due: due?, left: left?, mine })
    }

    pub fn tone(&self) -> Tone {
        match self.left {
            ..0 => Tone::Late,
            0..=1 if self.mine => Tone::Soon,
            _ => Tone::Calm,
        }
    }

    /// `Answer overdue by 2 working days`, with the exact day for whoever asks.
    pub fn words(&self, v: &PageContext) -> String {
        let what = v.word(self.deadline);
        match self.left {
            ..0 => v.t2(key::CLOCK_LATE, "what", what, "n", -self.left),
            0 => v.t1(key::CLOCK_TODAY, "what", what),
            left => v.t2(key::CLOCK_LEFT, "what", what, "n", left),
        }
    }

    pub fn piece(&self, v: &PageContext) -> Html {
        Html::of(&DeadlineTag {
            tone: self.tone(),
            icon: icon(if self.left < 0 { "triangle-alert" } else { "clock" }),
            words: v.dated(self.due, self.words(v)),
        })
    }
}

/// A referral in a line.
pub struct Brief<'a> {
    pub id: &'a str,
    pub state: ReferralState,
    pub side: Side,
    pub pseudonym: &'a str,
    pub service: &'a str,
    pub domain: NeedDomain,
    pub sender: &'a str,
    pub recipient: &'a str,
    /// From which it is needed, as far as it is told: the day, or the month alone.
    pub start: Option<chrono::NaiveDate>,
    pub start_month: Option<&'a str>,
    pub deadline: Option<Deadline>,
    /// What happened last, by whom.
    pub last: Option<(EventKind, Option<&'a str>, chrono::DateTime<chrono::Utc>)>,
}

impl Brief<'_> {
    pub fn row(&self, v: &PageContext) -> Row {
        let (who, by_day, by_month, alone) = match self.side {
            Side::Received => {
                (self.sender, key::ROW_RECEIVED, key::ROW_RECEIVED_MONTH, key::ROW_RECEIVED_ALONE)
            }
            Side::Sent => (self.recipient, key::ROW_SENT, key::ROW_SENT_MONTH, key::ROW_SENT_ALONE),
        };
        let under = match (self.start, self.start_month) {
            (Some(day), _) => v.h2(by_day, "who", who, "start", v.bare(day)),
            (None, Some(month)) => v.h2(by_month, "who", who, "month", v.month(month)),
            (None, None) => v.h1(alone, "who", who),
        };
        let last = self.last.map(|(kind, by, at)| {
            let by = by.map_or_else(|| v.t(key::SOMEBODY_SYSTEM), str::to_owned);
            v.markup(key::ROW_HAPPENED, &[("who", &by), ("what", &v.word(kind)), ("when", &v.on_day_of(at))])
        });
        Row {
            icon: self.domain.icon(),
            tone: self.deadline.as_ref().filter(|deadline| deadline.mine).map_or(Tone::Calm, Deadline::tone),
            href: format!("/referrals/{}", self.id),
            title: v.t2(key::ROW_TITLE, "who", self.pseudonym, "service", self.service),
            under,
            middle: state_tag(v, self.state, self.side),
            middle_under: last.unwrap_or_default(),
            last: self.deadline.map(|deadline| deadline.piece(v)).unwrap_or_default(),
        }
    }
}

/// Makes a brief of the fragment `Brief` of an operation's document.
macro_rules! brief {
    ($operation:ident) => {
        impl<'a> From<&'a $operation::Brief> for $crate::components::Brief<'a> {
            fn from(told: &'a $operation::Brief) -> Self {
                $crate::components::Brief {
                    id: &told.id,
                    state: told.state,
                    side: told.side,
                    pseudonym: &told.pseudonym,
                    service: &told.service.name,
                    domain: told.service.domain,
                    sender: &told.sender.name,
                    recipient: &told.recipient.name,
                    start: told.start_date,
                    start_month: told.start_month.as_deref(),
                    deadline: $crate::components::Deadline::of(
                        told.deadline,
                        told.due_on,
                        told.working_days_left,
                        told.waits_for_viewer,
                    ),
                    last: told.events.last().map(|event| {
                        let by = event.organisation.as_ref().map(|organisation| organisation.name.as_str());
                        (event.kind, by, event.at)
                    }),
                }
            }
        }
    };
}
pub(crate) use brief;
