//! Property tests of the transition table, deadlines and reminders of referrals. Failing cases are saved in
//! `proptest-regressions`, which is committed, and run first.

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use entities::{
    codes::{Code, NeedDomain, PreAcceptanceFact, Priority, Scope, Set},
    ids::{GroupId, MemberId, OrganisationId, PersonId, ReferralId, ServiceId},
    instant::Instant,
    referral,
};
use platform::reference_data::calendar::{is_working_day, working_days_after, working_days_between};
use proptest::{collection::vec, prelude::*, sample::select};
use uuid::Uuid;

use super::*;

fn one_of<C: Code + std::fmt::Debug + 'static>() -> impl Strategy<Value = C> {
    select(C::all().collect::<Vec<C>>())
}

fn actor() -> impl Strategy<Value = Actor> {
    select(vec![Actor::Sender, Actor::Recipient])
}

fn country() -> impl Strategy<Value = &'static str> {
    select(vec!["LT", "BY", "RS", "XX"])
}

/// Days in and around the years whose public holidays are known.
fn day() -> impl Strategy<Value = NaiveDate> {
    (0..1_500_u64).prop_map(|days| NaiveDate::from_ymd_opt(2025, 6, 1).unwrap() + Days::new(days))
}

fn referral(priority: Priority, start_date: NaiveDate) -> referral::Model {
    referral::Model {
        id: ReferralId(Uuid::nil()),
        reference: String::new(),
        group_id: GroupId(Uuid::nil()),
        person_id: PersonId(Uuid::nil()),
        sender_id: OrganisationId(Uuid::nil()),
        recipient_id: OrganisationId(Uuid::nil()),
        grant_id: None,
        service_id: ServiceId(Uuid::nil()),
        state: State::Draft,
        state_since: Instant(0),
        priority,
        domains: Set::<NeedDomain>::EMPTY,
        municipality_id: None,
        start_date,
        starts_on_release: false,
        scopes: Set::<Scope>::EMPTY,
        pre_acceptance: Set::<PreAcceptanceFact>::EMPTY,
        ask: None,
        acknowledge_by: None,
        respond_by: None,
        expected_on: None,
        due_on: NEVER,
        next_reminder_at: None,
        reminders_sent: 0,
        reject_reason: None,
        reject_reason_shown: None,
        withdraw_reason: None,
        fail_reason: None,
        hold_reason: None,
        outcome: None,
        outcome_result: None,
        reason: None,
        created_by: MemberId(Uuid::nil()),
        assigned_to: None,
        offered_to: None,
        sent_at: None,
        closed_at: None,
        version: 1,
        created_at: Instant(0),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_024))]

    /// Both sides try any steps in any order.
    #[test]
    fn any_sequence_of_steps_stays_in_the_table(
        tried in vec((actor(), one_of::<ReferralStep>()), 0..60),
    ) {
        let (mut state, mut accepted, mut sent) = (State::Draft, false, false);
        for (by, step) in tried {
            let Some(next) = after(state, step, by) else {
                prop_assert!(!steps(state, by).contains(&step));
                continue;
            };
            prop_assert!(steps(state, by).contains(&step));
            prop_assert!(OPEN.contains(&state) || [ReferralStep::Reopen, ReferralStep::EnterInError].contains(&step));
            prop_assert_ne!(state, State::EnteredInError, "an error is final");
            sent |= step == ReferralStep::Send;
            accepted |= step == ReferralStep::Accept;
            // No state beyond the sender's own without sending, no place or outcome without acceptance.
            prop_assert!(sent || [State::Withdrawn, State::EnteredInError].contains(&next), "{:?}", next);
            prop_assert!(accepted || !HOLDS_A_PLACE.contains(&next), "{:?}", next);
            prop_assert!(accepted || ![State::Completed, State::Failed].contains(&next), "{:?}", next);
            // A side that must act has a deadline; no side must act on a closed referral.
            prop_assert_eq!(waits_for(next).is_some(), OPEN.contains(&next));
            prop_assert_eq!(deadline_kind(next).is_some(), OPEN.contains(&next), "{:?}", next);
            state = next;
        }
    }

    /// The deadline is the given date, or a later working day.
    #[test]
    fn every_open_state_has_a_deadline(
        state in one_of::<State>(),
        priority in one_of::<Priority>(),
        (today, start, named) in (day(), day(), day()),
        country in country(),
    ) {
        let due = due_after(state, &referral(priority, start), Some(named), country, today);
        match deadline_kind(state) {
            None => prop_assert_eq!(due, NEVER),
            Some(ReferralDeadline::Answer | ReferralDeadline::Place) => prop_assert_eq!(due, named),
            Some(_) => {
                prop_assert!(due > today && due < NEVER, "{}", due);
                prop_assert!(is_working_day(country, due), "{}", due);
            }
        }
    }

    /// Reminder, escalation and expiry follow each other on working days. Only unanswered referrals expire, and none
    /// with the priority of the release day.
    #[test]
    fn reminders_follow_each_other(
        state in one_of::<State>(),
        priority in one_of::<Priority>(),
        (since, days) in (day(), 0..40_u32),
        country in country(),
    ) {
        let due = working_days_after(country, since, days);
        let clock = Deadline { state, priority, due, since, country };
        let rings: Vec<_> = (0..8).map_while(|reminders_sent| clock.next_action(reminders_sent)).collect();
        prop_assert_eq!(rings.is_empty(), super::deadline_kind(state).is_none());
        for next_action in &rings {
            prop_assert!(is_working_day(country, next_action.on), "{:?}", next_action);
            prop_assert!(next_action.on >= since);
            prop_assert_eq!(next_action.next_action == DeadlineAction::Remind, next_action.on <= due, "{:?}", next_action);
        }
        prop_assert!(rings.is_sorted_by(|one, next| one.on < next.on), "{:?}", rings);
        let expires = rings.iter().any(|next_action| next_action.next_action == DeadlineAction::Expire);
        let unanswered = [State::Sent, State::Acknowledged, State::Waitlisted].contains(&state);
        prop_assert_eq!(expires, unanswered && priority != Priority::ReleaseDay);
        for (reminders_sent, next_action) in (0..).zip(&rings) {
            let at = clock.next_reminder_at(reminders_sent, since, Tz::Europe__Vilnius);
            prop_assert_eq!(at, Some(morning(next_action.on, Tz::Europe__Vilnius)));
        }
    }

    #[test]
    fn adding_and_counting_working_days_agree(
        from in day(),
        count in 0..60_u32,
        country in country(),
    ) {
        let to = working_days_after(country, from, count);
        prop_assert!(is_working_day(country, to));
        let between = working_days_between(country, from, to);
        // Zero working days after a holiday is the next working day.
        let wanted = if count == 0 && to > from { 1 } else { count as i32 };
        prop_assert_eq!(between, wanted);
        prop_assert_eq!(working_days_between(country, to, from), -between);
    }

    /// The recipient has as many working days as before the question, and at least one.
    #[test]
    fn a_question_leaves_the_recipients_days(
        (asked_on, today) in (day(), day()),
        left in 0..30_u32,
        country in country(),
    ) {
        let today = asked_on.max(today);
        let respond_by = working_days_after(country, asked_on, left);
        let again = respond_by_after_pause(respond_by, asked_on, country, today);
        prop_assert!(again > today);
        prop_assert_eq!(working_days_between(country, today, again), left.max(1) as i32);
    }

    #[test]
    fn the_release_day_leaves_one_day_to_respond(of_service in any::<Option<i32>>(), priority in one_of::<Priority>()) {
        let days = days_to_respond(priority, of_service);
        prop_assert!(priority != Priority::ReleaseDay || days <= 1);
        prop_assert!(days_to_inform(priority) >= 1);
    }
}
