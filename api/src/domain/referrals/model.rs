//! The life of a referral: states, steps, who takes them, and the clocks. Plain, without input or
//! output.

use chrono::NaiveDate;
use entities::{
    codes::{Priority, ReferralState, RejectReason},
    referral,
};

use crate::{
    atlas::calendar::{working_days_after, working_days_between},
    words::words,
};

use ReferralState as State;

words! {
    /// What moves a referral on.
    ReferralStep {
        Send = "SEND": "Send it to the recipient.",
        Acknowledge = "ACKNOWLEDGE": "Say that one is looking at it.",
        RequestInformation = "REQUEST_INFORMATION": "Ask the sender a question.",
        Answer = "ANSWER": "Answer the recipient's question.",
        Accept = "ACCEPT": "Take it; identity opens.",
        Start = "START": "Say that work with the person has begun.",
        Complete = "COMPLETE": "Close it with an outcome.",
        Reject = "REJECT": "Say that one cannot take it.",
        Withdraw = "WITHDRAW": "Take it back.",
    }
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    Sender,
    Recipient,
}

/// One step: from which states, by whom, to which state.
#[derive(Debug)]
pub struct Transition {
    pub step: ReferralStep,
    pub from: &'static [State],
    pub by: Actor,
    pub to: State,
}

/// Every transition there is. A state to come is a row to add here, and its clock below.
pub const TRANSITIONS: &[Transition] = &[
    transition(ReferralStep::Send, &[State::Draft], Actor::Sender, State::Sent),
    transition(ReferralStep::Acknowledge, &[State::Sent], Actor::Recipient, State::Acknowledged),
    transition(
        ReferralStep::RequestInformation,
        &[State::Sent, State::Acknowledged],
        Actor::Recipient,
        State::InformationRequested,
    ),
    transition(ReferralStep::Answer, &[State::InformationRequested], Actor::Sender, State::Sent),
    transition(ReferralStep::Accept, &[State::Sent, State::Acknowledged], Actor::Recipient, State::Accepted),
    transition(ReferralStep::Start, &[State::Accepted], Actor::Recipient, State::InProgress),
    transition(
        ReferralStep::Complete,
        &[State::Accepted, State::InProgress],
        Actor::Recipient,
        State::Completed,
    ),
    transition(
        ReferralStep::Reject,
        &[State::Sent, State::Acknowledged, State::InformationRequested],
        Actor::Recipient,
        State::Rejected,
    ),
    transition(ReferralStep::Withdraw, OPEN, Actor::Sender, State::Withdrawn),
];

const fn transition(step: ReferralStep, from: &'static [State], by: Actor, to: State) -> Transition {
    Transition { step, from, by, to }
}

/// States in which something is still to happen.
pub const OPEN: &[State] = &[
    State::Draft,
    State::Sent,
    State::Acknowledged,
    State::InformationRequested,
    State::Accepted,
    State::InProgress,
];

/// Sent and not yet accepted: what ends when consent ends or another of the group is accepted.
pub const BEFORE_ACCEPTANCE: &[State] = &[State::Sent, State::Acknowledged, State::InformationRequested];

/// States in which a place is held.
pub const HOLDS_A_PLACE: &[State] = &[State::Accepted, State::InProgress];

/// Whose move it is; nobody's once it is closed.
pub fn waits_for(state: State) -> Option<Actor> {
    match state {
        State::Draft | State::InformationRequested => Some(Actor::Sender),
        State::Sent | State::Acknowledged | State::Accepted | State::InProgress => Some(Actor::Recipient),
        State::Completed | State::Rejected | State::Withdrawn => None,
    }
}

/// Where a step by this side leads from a state; `None` where it does not.
pub fn after(state: State, step: ReferralStep, by: Actor) -> Option<State> {
    TRANSITIONS
        .iter()
        .find(|row| row.step == step && row.by == by && row.from.contains(&state))
        .map(|row| row.to)
}

/// The steps that this side may take from a state, in the order of the table.
pub fn steps(state: State, by: Actor) -> Vec<ReferralStep> {
    TRANSITIONS.iter().filter(|row| row.by == by && row.from.contains(&state)).map(|row| row.step).collect()
}

words! {
    /// Which clock runs.
    ReferralClock {
        Answer = "ANSWER": "The recipient's, to accept, reject or ask.",
        Information = "INFORMATION": "The sender's, to answer a question.",
        NextStep = "NEXT_STEP": "The recipient's, to take the next step with the person.",
    }
}

/// The clock that runs in a state.
pub fn clock(state: State) -> Option<ReferralClock> {
    match state {
        State::Sent | State::Acknowledged => Some(ReferralClock::Answer),
        State::InformationRequested => Some(ReferralClock::Information),
        State::Accepted | State::InProgress => Some(ReferralClock::NextStep),
        State::Draft | State::Completed | State::Rejected | State::Withdrawn => None,
    }
}

/// Working days in which to answer: as the service says, else by priority.
pub fn days_to_respond(priority: Priority, of_service: Option<i32>) -> u32 {
    let usual = match priority {
        Priority::ReleaseDay => 1,
        Priority::Urgent => 3,
        Priority::Routine => 10,
    };
    // A service may be slower than usual in general, never on the release day.
    match of_service.and_then(|days| u32::try_from(days).ok()) {
        Some(days) if priority == Priority::ReleaseDay => days.min(usual),
        Some(days) => days,
        None => usual,
    }
}

/// Working days in which the sender answers a question.
pub fn days_to_inform(priority: Priority) -> u32 {
    match priority {
        Priority::ReleaseDay | Priority::Urgent => 1,
        Priority::Routine => 3,
    }
}

/// Working days from acceptance, or from the start date where that is later, to the next step.
const DAYS_TO_BEGIN: u32 = 3;
/// Working days between two steps while work goes on.
const DAYS_IN_PROGRESS: u32 = 20;

/// What is stored as the date of a clock where none runs.
pub const NEVER: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day of the calendar");

/// The date of the clock that runs after a step, in working days of the recipient's country.
pub fn due_after(
    to: State,
    referral: &referral::Model,
    respond_by: Option<NaiveDate>,
    country: &str,
    today: NaiveDate,
) -> NaiveDate {
    match clock(to) {
        None => NEVER,
        Some(ReferralClock::Answer) => respond_by.unwrap_or(NEVER),
        Some(ReferralClock::Information) => {
            working_days_after(country, today, days_to_inform(referral.priority))
        }
        Some(ReferralClock::NextStep) if to == State::Accepted => {
            working_days_after(country, today.max(referral.start_date), DAYS_TO_BEGIN)
        }
        Some(ReferralClock::NextStep) => working_days_after(country, today, DAYS_IN_PROGRESS),
    }
}

/// The recipient's date after a question was answered: as many working days as were left when it
/// was asked, and at least one.
pub fn respond_by_after_pause(
    respond_by: NaiveDate,
    asked_on: NaiveDate,
    country: &str,
    today: NaiveDate,
) -> NaiveDate {
    let left = working_days_between(country, asked_on, respond_by).max(1);
    working_days_after(country, today, left as u32)
}

/// The reason that the sender is shown. That the person is known to the recipient already is said
/// to nobody who does not know it.
pub fn reason_shown(reason: RejectReason) -> RejectReason {
    match reason {
        RejectReason::AlreadyEnrolled => RejectReason::NoCapacity,
        other => other,
    }
}

/// How many days after a referral is closed its disclosure closes.
pub const OPEN_AFTER_CLOSING: u64 = 30;

/// A reference that can be read aloud: no letter that is mistaken for a digit.
pub fn reference(chance: [u8; 8]) -> String {
    const LETTERS: &[u8] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let letter = |byte: &u8| char::from(LETTERS[usize::from(byte % 32)]);
    let letters: String = chance.iter().map(letter).collect();
    format!("TG-{}-{}", &letters[..4], &letters[4..])
}

#[cfg(test)]
mod tests {
    use entities::codes::Code;

    use super::*;

    /// The table of the field's rules, written a second time by hand: state, step, side, result.
    #[test]
    fn every_pair_of_state_and_step_does_what_the_rules_say() {
        use ReferralStep as Step;
        for state in State::all() {
            for step in Step::all() {
                let sender = match (state, step) {
                    (State::Draft, Step::Send) | (State::InformationRequested, Step::Answer) => {
                        Some(State::Sent)
                    }
                    (
                        State::Draft
                        | State::Sent
                        | State::Acknowledged
                        | State::InformationRequested
                        | State::Accepted
                        | State::InProgress,
                        Step::Withdraw,
                    ) => Some(State::Withdrawn),
                    _ => None,
                };
                let recipient = match (state, step) {
                    (State::Sent, Step::Acknowledge) => Some(State::Acknowledged),
                    (State::Sent | State::Acknowledged, Step::RequestInformation) => {
                        Some(State::InformationRequested)
                    }
                    (State::Sent | State::Acknowledged, Step::Accept) => Some(State::Accepted),
                    (State::Accepted, Step::Start) => Some(State::InProgress),
                    (State::Accepted | State::InProgress, Step::Complete) => Some(State::Completed),
                    (State::Sent | State::Acknowledged | State::InformationRequested, Step::Reject) => {
                        Some(State::Rejected)
                    }
                    _ => None,
                };
                assert_eq!(after(state, step, Actor::Sender), sender, "{state:?} {step:?} by the sender");
                assert_eq!(
                    after(state, step, Actor::Recipient),
                    recipient,
                    "{state:?} {step:?} by the recipient"
                );
            }
        }
    }

    #[test]
    fn what_is_open_after_sending_has_a_clock_and_somebody_who_moves() {
        for state in State::all() {
            let open = OPEN.contains(&state);
            assert_eq!(waits_for(state).is_some(), open, "{state:?}");
            assert_eq!(clock(state).is_some(), open && state != State::Draft, "{state:?}");
            for step in TRANSITIONS.iter().filter(|row| row.from.contains(&state)) {
                assert!(open, "{step:?} leaves a closed state");
            }
        }
    }

    #[test]
    fn a_pause_gives_back_the_days_that_were_left() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        // Asked on Tuesday with three working days left; answered a week later.
        let again = respond_by_after_pause(day("2026-11-27"), day("2026-11-24"), "LT", day("2026-12-01"));
        assert_eq!(again, day("2026-12-04"));
        let late = respond_by_after_pause(day("2026-11-20"), day("2026-11-24"), "LT", day("2026-12-01"));
        assert_eq!(late, day("2026-12-02"));
    }

    #[test]
    fn the_release_day_does_not_wait_for_a_slow_service() {
        assert_eq!(days_to_respond(Priority::ReleaseDay, Some(15)), 1);
        assert_eq!(days_to_respond(Priority::Routine, Some(15)), 15);
        assert_eq!(days_to_respond(Priority::Urgent, None), 3);
    }

    #[test]
    fn nobody_is_told_who_is_known_where() {
        for reason in RejectReason::all() {
            assert_ne!(reason_shown(reason), RejectReason::AlreadyEnrolled);
        }
    }

    #[test]
    fn references_can_be_read_aloud() {
        let reference = reference([0, 31, 32, 255, 7, 9, 100, 5]);
        assert_eq!(reference.len(), 12);
        assert!(reference.starts_with("TG-"));
        assert!(!reference[3..].contains(['0', 'O', '1', 'I']));
    }
}
