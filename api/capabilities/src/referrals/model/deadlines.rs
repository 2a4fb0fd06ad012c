//! Deadlines of a referral: their kind in each state, their date, and their actions.

use ReferralState as State;
use chrono::NaiveDate;
use chrono_tz::Tz;
use entities::{
    codes::{Priority, ReferralState},
    described_enum,
    instant::Instant,
    referral,
};
use platform::reference_data::calendar::{working_day_before, working_days_after, working_days_between};

described_enum! {
    /// Kind of a deadline.
    ReferralDeadline {
        Answer = "ANSWER": "Deadline of the recipient to accept, decline or ask.",
        Information = "INFORMATION": "Deadline of the sender to answer a question.",
        Place = "PLACE": "Deadline of the recipient to have free capacity.",
        NextStep = "NEXT_STEP": "Deadline of the recipient for the next step with the person.",
    }
}

/// Kind of the deadline in a state.
pub fn deadline_kind(state: State) -> Option<ReferralDeadline> {
    match state {
        State::Sent | State::Acknowledged => Some(ReferralDeadline::Answer),
        State::InformationRequested => Some(ReferralDeadline::Information),
        State::Waitlisted => Some(ReferralDeadline::Place),
        State::Accepted | State::InProgress | State::OnHold => Some(ReferralDeadline::NextStep),
        State::Draft
        | State::Completed
        | State::Failed
        | State::Rejected
        | State::Withdrawn
        | State::Expired
        | State::EnteredInError => None,
    }
}

/// Response time in working days: of the service, else by priority.
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

/// Working days to the next step from acceptance, or from the start date if that is later.
const DAYS_TO_BEGIN: u32 = 3;
/// Working days between two steps while work goes on.
const DAYS_IN_PROGRESS: u32 = 20;
/// Working days after which to ask whether work can go on.
const DAYS_ON_HOLD: u32 = 10;

/// Stored as the date if there is no deadline.
pub const NEVER: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day of the calendar");

/// Date of the deadline after a step, in working days of the recipient's country. `named` is the date that the step
/// sets, such as the response due date or the expected date.
pub fn due_after(
    to: State,
    referral: &referral::Model,
    named: Option<NaiveDate>,
    country: &str,
    today: NaiveDate,
) -> NaiveDate {
    let after = |from, days| working_days_after(country, from, days);
    match deadline_kind(to) {
        None => NEVER,
        Some(ReferralDeadline::Answer | ReferralDeadline::Place) => named.unwrap_or(NEVER),
        Some(ReferralDeadline::Information) => after(today, days_to_inform(referral.priority)),
        Some(ReferralDeadline::NextStep) if to == State::Accepted => {
            after(today.max(referral.start_date), DAYS_TO_BEGIN)
        }
        Some(ReferralDeadline::NextStep) if to == State::OnHold => after(today, DAYS_ON_HOLD),
        Some(ReferralDeadline::NextStep) => after(today, DAYS_IN_PROGRESS),
    }
}

/// Action of a deadline before and after its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeadlineAction {
    /// The side that must act is reminded.
    Remind,
    /// The managers of both sides are informed.
    Escalate,
    /// The referral expires.
    Expire,
}

/// Action, and the day on whose morning it is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueAction {
    pub next_action: DeadlineAction,
    pub on: NaiveDate,
}

/// Working days that are left to answer after respond-by has passed.
const GRACE: u32 = 2;
/// Working days between two escalations of a deadline without expiry.
const DAYS_TO_NEXT_ESCALATION: u32 = 5;

/// Present deadline of a referral.
#[derive(Clone, Copy, Debug)]
pub struct Deadline<'a> {
    pub state: State,
    pub priority: Priority,
    /// Its date.
    pub due: NaiveDate,
    /// The day on which it began to run.
    pub since: NaiveDate,
    /// Country whose working days count.
    pub country: &'a str,
}

impl Deadline<'_> {
    /// Next action after a number of actions: a reminder on the last working day before the date, escalation on the
    /// first after it, expiry after the grace period. An unanswered referral for the release day never expires: it
    /// escalates every working day until it is answered; other deadlines without expiry escalate every week.
    pub fn next_action(&self, reminders_sent: u32) -> Option<DueAction> {
        deadline_kind(self.state)?;
        let after_due = |days| working_days_after(self.country, self.due, days);
        let unanswered = matches!(self.state, State::Sent | State::Acknowledged | State::Waitlisted);
        let release_day = self.priority == Priority::ReleaseDay;
        let at = |next_action, on| Some(DueAction { next_action, on });
        match reminders_sent {
            0 => {
                // Not on the day itself on which it was asked, unless that is all the time there is.
                let earliest = working_days_after(self.country, self.since, 1);
                let last = working_day_before(self.country, self.due);
                at(DeadlineAction::Remind, last.max(earliest).min(self.due))
            }
            1 => at(DeadlineAction::Escalate, after_due(1)),
            2 if unanswered && !release_day => at(DeadlineAction::Expire, after_due(GRACE + 1)),
            again if release_day => at(DeadlineAction::Escalate, after_due(again)),
            again => at(DeadlineAction::Escalate, after_due(1 + (again - 1) * DAYS_TO_NEXT_ESCALATION)),
        }
    }

    /// Time of the next action after a number of actions, on a given day at the earliest.
    pub fn next_reminder_at(&self, reminders_sent: u32, earliest: NaiveDate, zone: Tz) -> Option<Instant> {
        self.next_action(reminders_sent).map(|next_action| morning(next_action.on.max(earliest), zone))
    }
}

/// Time of actions on a day: at the start of work, in the recipient's time zone.
pub fn morning(day: NaiveDate, zone: Tz) -> Instant {
    let eight = day.and_hms_opt(8, 0, 0).unwrap_or_default();
    // No supported time zone skips eight o'clock; one that did would be an hour late.
    let local = eight.and_local_timezone(zone).earliest();
    local.map_or_else(|| eight.and_utc().into(), |local| local.to_utc().into())
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

#[cfg(test)]
mod tests {
    use entities::codes::Code;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// All actions up to a number, in a country with holidays around Christmas.
    fn rings(
        state: State,
        priority: Priority,
        due: &str,
        since: &str,
        count: u32,
    ) -> Vec<(DeadlineAction, NaiveDate)> {
        let clock = Deadline { state, priority, due: day(due), since: day(since), country: "LT" };
        (0..count)
            .map_while(|reminders_sent| clock.next_action(reminders_sent))
            .map(|at| (at.next_action, at.on))
            .collect()
    }

    #[test]
    fn an_unanswered_referral_reminds_escalates_and_expires() {
        let routine = rings(State::Sent, Priority::Routine, "2026-12-08", "2026-11-24", 3);
        assert_eq!(
            routine,
            [
                (DeadlineAction::Remind, day("2026-12-07")),
                (DeadlineAction::Escalate, day("2026-12-09")),
                (DeadlineAction::Expire, day("2026-12-11")),
            ]
        );
        // Over holidays and a weekend: the 24th to the 26th of December and the 1st of January.
        let christmas = rings(State::Waitlisted, Priority::Urgent, "2026-12-23", "2026-12-18", 3);
        assert_eq!(
            christmas,
            [
                (DeadlineAction::Remind, day("2026-12-22")),
                (DeadlineAction::Escalate, day("2026-12-28")),
                (DeadlineAction::Expire, day("2026-12-30")),
            ]
        );
    }

    #[test]
    fn the_release_day_climbs_and_never_expires() {
        let climbing = rings(State::Acknowledged, Priority::ReleaseDay, "2026-11-26", "2026-11-25", 5);
        assert_eq!(
            climbing,
            [
                (DeadlineAction::Remind, day("2026-11-26")),
                (DeadlineAction::Escalate, day("2026-11-27")),
                (DeadlineAction::Escalate, day("2026-11-30")),
                (DeadlineAction::Escalate, day("2026-12-01")),
                (DeadlineAction::Escalate, day("2026-12-02")),
            ]
        );
    }

    #[test]
    fn work_with_a_person_is_asked_after_every_week() {
        for state in [State::InformationRequested, State::Accepted, State::InProgress, State::OnHold] {
            let asked = rings(state, Priority::Routine, "2026-11-09", "2026-11-02", 4);
            assert_eq!(
                asked,
                [
                    (DeadlineAction::Remind, day("2026-11-06")),
                    (DeadlineAction::Escalate, day("2026-11-10")),
                    (DeadlineAction::Escalate, day("2026-11-17")),
                    (DeadlineAction::Escalate, day("2026-11-24")),
                ],
                "{state:?}"
            );
        }
    }

    #[test]
    fn every_state_with_a_clock_rings_and_no_other() {
        for state in State::all() {
            let rings = rings(state, Priority::Routine, "2026-11-09", "2026-11-02", 1);
            assert_eq!(rings.len(), usize::from(deadline_kind(state).is_some()), "{state:?}");
        }
    }

    #[test]
    fn mornings_follow_the_zone_through_the_year() {
        let at = |text: &str, zone: Tz| morning(day(text), zone).utc().to_rfc3339();
        assert_eq!(at("2026-03-27", Tz::Europe__Vilnius), "2026-03-27T06:00:00+00:00");
        assert_eq!(at("2026-03-30", Tz::Europe__Vilnius), "2026-03-30T05:00:00+00:00");
        assert_eq!(at("2026-10-26", Tz::Europe__Belgrade), "2026-10-26T07:00:00+00:00");
        assert_eq!(at("2026-10-26", Tz::Europe__Minsk), "2026-10-26T05:00:00+00:00");
    }

    #[test]
    fn a_pause_gives_back_the_days_that_were_left() {
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
}
