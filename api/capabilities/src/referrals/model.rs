//! Life of a referral: states, steps, sides and deadlines. No I/O.

mod deadlines;
#[cfg(test)]
mod properties;

use entities::codes::{ReferralState, RejectReason, WithdrawReason};

pub use deadlines::{
    Deadline, DeadlineAction, NEVER, ReferralDeadline, days_to_inform, days_to_respond, deadline_kind,
    due_after, morning, respond_by_after_pause,
};

use entities::described_enum;

use ReferralState as State;

described_enum! {
    /// Step that changes the state of a referral.
    ReferralStep {
        Send = "SEND": "Send it to the recipient.",
        Acknowledge = "ACKNOWLEDGE": "Mark it as under review.",
        RequestInformation = "REQUEST_INFORMATION": "Ask the sender for more information.",
        Answer = "ANSWER": "Answer the recipient's question.",
        Accept = "ACCEPT": "Accept it; identity is disclosed.",
        Waitlist = "WAITLIST": "Put it on the waiting list until an expected date.",
        Start = "START": "Record that work with the person has begun.",
        Resume = "RESUME": "Resume work with the person.",
        Complete = "COMPLETE": "Complete it with an outcome.",
        Hold = "HOLD": "Put work with the person on hold.",
        Fail = "FAIL": "Close it as incomplete.",
        Reject = "REJECT": "Decline it.",
        Withdraw = "WITHDRAW": "Withdraw it.",
        Reopen = "REOPEN": "Re-open it after it was closed.",
        EnterInError = "ENTER_IN_ERROR": "Mark it as entered in error.",
    }
}

described_enum! {
    /// Field of a referral that a change may concern.
    ReferralField {
        State = "state": "State.",
        ExpectedOn = "expectedOn": "Date on which the recipient expects capacity.",
        Reason = "reason": "Reason, as a code.",
        Text = "text": "Explanation of the reason.",
        Outcome = "outcome": "Outcome.",
        Result = "result": "Result for the person.",
        Notes = "notes": "Notes on the result.",
        Assignment = "assignment": "Assignment within the recipient.",
        Attendance = "attendance": "Attendance at an appointment.",
        ReleaseDate = "releaseDate": "Release date of the person.",
        StartDate = "startDate": "Start date: the first date on which capacity is wanted.",
        SendOnRelease = "sendOnRelease": "Whether it is sent automatically when the release is confirmed.",
    }
}

/// Fields that a step sets, whether an optional text was written or not: both sides read of the step, and the side
/// that does not see the text must not learn whether there is one.
pub fn fields_set(step: ReferralStep) -> &'static [ReferralField] {
    use ReferralField as F;
    match step {
        ReferralStep::Send
        | ReferralStep::Acknowledge
        | ReferralStep::RequestInformation
        | ReferralStep::Answer
        | ReferralStep::Accept
        | ReferralStep::Start
        | ReferralStep::Resume => &[F::State],
        ReferralStep::Waitlist => &[F::State, F::ExpectedOn],
        ReferralStep::Hold | ReferralStep::Fail | ReferralStep::Reject | ReferralStep::Withdraw => {
            &[F::State, F::Reason, F::Text]
        }
        ReferralStep::Complete => &[F::State, F::Outcome, F::Result, F::Notes],
        // What it was closed with counts no more.
        ReferralStep::Reopen => &[F::State, F::Outcome, F::Result, F::Notes, F::Reason, F::Text],
        ReferralStep::EnterInError => &[F::State, F::Text],
    }
}

/// Side that takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    Sender,
    Recipient,
}

/// A step, with the states before, the side and the state after.
#[derive(Debug)]
pub struct Transition {
    pub step: ReferralStep,
    pub from: &'static [State],
    pub by: Actor,
    pub to: State,
}

/// Transitions by members, in the order in which steps are offered. A new state needs a row here and a deadline. The
/// program itself withdraws referrals that are not accepted when their consent ends or another of the group is
/// accepted, and expires those that nobody answers.
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
    transition(
        ReferralStep::Accept,
        &[State::Sent, State::Acknowledged, State::Waitlisted],
        Actor::Recipient,
        State::Accepted,
    ),
    transition(ReferralStep::Start, &[State::Accepted], Actor::Recipient, State::InProgress),
    transition(ReferralStep::Resume, &[State::OnHold], Actor::Recipient, State::InProgress),
    transition(
        ReferralStep::Complete,
        &[State::Accepted, State::InProgress],
        Actor::Recipient,
        State::Completed,
    ),
    transition(
        ReferralStep::Waitlist,
        &[State::Sent, State::Acknowledged, State::Accepted],
        Actor::Recipient,
        State::Waitlisted,
    ),
    transition(ReferralStep::Hold, &[State::InProgress], Actor::Recipient, State::OnHold),
    transition(
        ReferralStep::Fail,
        &[State::Accepted, State::InProgress, State::OnHold],
        Actor::Recipient,
        State::Failed,
    ),
    transition(
        ReferralStep::Reject,
        &[State::Sent, State::Acknowledged, State::InformationRequested, State::Waitlisted],
        Actor::Recipient,
        State::Rejected,
    ),
    transition(ReferralStep::Withdraw, OPEN, Actor::Sender, State::Withdrawn),
    transition(ReferralStep::Reopen, &[State::Completed, State::Failed], Actor::Recipient, State::InProgress),
    // Each side marks its own entries: the sender what it sent, the recipient what it answered.
    transition(ReferralStep::EnterInError, OPEN, Actor::Sender, State::EnteredInError),
    transition(ReferralStep::EnterInError, CLOSED, Actor::Sender, State::EnteredInError),
    transition(ReferralStep::EnterInError, BEFORE_ACCEPTANCE, Actor::Recipient, State::EnteredInError),
    transition(ReferralStep::EnterInError, HOLDS_A_PLACE, Actor::Recipient, State::EnteredInError),
    transition(ReferralStep::EnterInError, ANSWERED, Actor::Recipient, State::EnteredInError),
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
    State::Waitlisted,
    State::Accepted,
    State::InProgress,
    State::OnHold,
];

/// States in which nothing more happens, but for errors, which stay what they are.
const CLOSED: &[State] =
    &[State::Completed, State::Failed, State::Rejected, State::Withdrawn, State::Expired];

/// Closed by the recipient.
const ANSWERED: &[State] = &[State::Completed, State::Failed, State::Rejected];

/// Sent and not decided: what ends when consent ends or another of the group is accepted. What waits
/// for a place may have been accepted before; then its grant is open, and it does not end so.
pub const BEFORE_ACCEPTANCE: &[State] =
    &[State::Sent, State::Acknowledged, State::InformationRequested, State::Waitlisted];

/// States in which a place is held.
pub const HOLDS_A_PLACE: &[State] = &State::HOLDS_A_PLACE;

/// Closed without help: the sender may offer it to another service.
pub const MAY_BE_REROUTED: &[State] = &[State::Rejected, State::Expired, State::Failed];

/// Side that must act next; `None` once the referral is closed.
pub fn waits_for(state: State) -> Option<Actor> {
    match state {
        State::Draft | State::InformationRequested => Some(Actor::Sender),
        State::Sent
        | State::Acknowledged
        | State::Waitlisted
        | State::Accepted
        | State::InProgress
        | State::OnHold => Some(Actor::Recipient),
        State::Completed
        | State::Failed
        | State::Rejected
        | State::Withdrawn
        | State::Expired
        | State::EnteredInError => None,
    }
}

/// State after a step of this side; `None` if the state does not allow it.
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

/// Reason that the sender sees. That the person is already enrolled with the recipient is not disclosed.
pub fn reason_shown(reason: RejectReason) -> RejectReason {
    match reason {
        RejectReason::AlreadyEnrolled => RejectReason::NoCapacity,
        other => other,
    }
}

/// Reasons of withdrawal that only the program sets.
pub const BY_THE_PROGRAM: &[WithdrawReason] = &[
    WithdrawReason::SettledElsewhere,
    WithdrawReason::ConsentExpired,
    WithdrawReason::ConsentWithdrawn,
    WithdrawReason::PersonErased,
];

/// Days from the closing of a referral to the closing of its disclosure.
pub const OPEN_AFTER_CLOSING: u64 = 30;

/// Reference that can be read aloud: without letters that look like digits.
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
                let closed = waits_for(state).is_none();
                let sender = match (state, step) {
                    (State::Draft, Step::Send) | (State::InformationRequested, Step::Answer) => {
                        Some(State::Sent)
                    }
                    (_, Step::Withdraw) if !closed => Some(State::Withdrawn),
                    (State::EnteredInError, Step::EnterInError) => None,
                    (_, Step::EnterInError) => Some(State::EnteredInError),
                    _ => None,
                };
                let recipient = match (state, step) {
                    (State::Sent, Step::Acknowledge) => Some(State::Acknowledged),
                    (State::Sent | State::Acknowledged, Step::RequestInformation) => {
                        Some(State::InformationRequested)
                    }
                    (State::Sent | State::Acknowledged | State::Waitlisted, Step::Accept) => {
                        Some(State::Accepted)
                    }
                    (State::Sent | State::Acknowledged | State::Accepted, Step::Waitlist) => {
                        Some(State::Waitlisted)
                    }
                    (State::Accepted, Step::Start) | (State::OnHold, Step::Resume) => Some(State::InProgress),
                    (State::InProgress, Step::Hold) => Some(State::OnHold),
                    (State::Accepted | State::InProgress, Step::Complete) => Some(State::Completed),
                    (State::Accepted | State::InProgress | State::OnHold, Step::Fail) => Some(State::Failed),
                    (
                        State::Sent | State::Acknowledged | State::InformationRequested | State::Waitlisted,
                        Step::Reject,
                    ) => Some(State::Rejected),
                    (State::Completed | State::Failed, Step::Reopen) => Some(State::InProgress),
                    (
                        State::Draft | State::Withdrawn | State::Expired | State::EnteredInError,
                        Step::EnterInError,
                    ) => None,
                    (_, Step::EnterInError) => Some(State::EnteredInError),
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
            assert_eq!(deadline_kind(state).is_some(), open && state != State::Draft, "{state:?}");
            let back = [ReferralStep::Reopen, ReferralStep::EnterInError];
            for row in TRANSITIONS.iter().filter(|row| row.from.contains(&state)) {
                assert!(open || back.contains(&row.step), "{row:?} leaves a closed state");
            }
        }
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
