//! What is open today, written by hand so that every start page has something to tell: what is
//! overdue, due today and due in some days, on both sides.

use entities::codes::{HoldReason, Outcome, OutcomeResult, Priority, RejectReason, WithdrawReason};

/// How a referral went, or how far it came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Course {
    Draft,
    Waits,
    Acknowledged,
    /// A question waits for its answer.
    Asked,
    /// A question was answered; the recipient's clock runs again.
    Answered,
    /// A place is expected so many working days from today.
    Waitlisted(i64),
    Accepted,
    Working,
    /// Work began, and rests.
    Resting(HoldReason),
    Completed(Outcome, OutcomeResult),
    Rejected(RejectReason),
    Withdrawn(WithdrawReason),
    /// Work began, and broke off.
    Failed(WithdrawReason),
    /// Nobody answers.
    Unanswered,
    /// The sender saw that it was a mistake.
    Mistaken,
}

/// A group of referrals of a person of the cast, one a service.
pub struct Present {
    /// The member who refers, and the person's place in that member's line.
    pub by: &'static str,
    pub place: usize,
    pub services: &'static [&'static str],
    pub priority: Priority,
    /// Working days from today until the date of the first one's clock; behind today where
    /// negative.
    pub due: i64,
    /// One for each service.
    pub courses: &'static [Course],
}

const fn present(
    (by, place): (&'static str, usize),
    services: &'static [&'static str],
    priority: Priority,
    due: i64,
    courses: &'static [Course],
) -> Present {
    Present { by, place, services, priority, due, courses }
}

const OFFICER: &str = "officer@prison.example";
const CASEWORKER: &str = "caseworker@ngo.example";
const SOCIAL: &str = "social@municipality.example";
const PASTOR: &str = "pastor@parish.example";
const COLONY: &str = "release@colony.invalid";
const CENTRE: &str = "cases@centre.invalid";
const LIGHTHOUSE: &str = "head@lighthouse.invalid";
const SUPERVISION: &str = "head@supervision.invalid";
const RECOVERY: &str = "head@recovery.invalid";

const TEMPORARY: &str = "Temporary housing";
const WOMEN: &str = "Women's flat";
const SOCIAL_HOUSING: &str = "Social housing";
const PAPERS: &str = "Help with papers and benefits";
const DEBTS: &str = "Allowance and advice on debts";
const MEDIATION: &str = "Employment mediation";
const SKILLS: &str = "Skills check and course voucher";
const MENTOR: &str = "Mentor for the first year";
const VISITOR: &str = "Somebody from the parish";

use Course::*;
use Priority::{ReleaseDay, Routine, Urgent};

pub const PRESENT: &[Present] = &[
    present((OFFICER, 0), &[TEMPORARY, SOCIAL_HOUSING], ReleaseDay, -1, &[Waits, Acknowledged]),
    present((OFFICER, 0), &[MEDIATION], Routine, 5, &[Working]),
    present((OFFICER, 0), &[PAPERS], Urgent, -1, &[Asked]),
    present((OFFICER, 1), &[WOMEN], Urgent, 0, &[Accepted]),
    present((OFFICER, 1), &["Relapse prevention group"], Urgent, 1, &[Answered]),
    present((OFFICER, 1), &[SKILLS], Urgent, 0, &[Waits]),
    present(
        (OFFICER, 2),
        &[TEMPORARY, SOCIAL_HOUSING],
        Routine,
        0,
        &[Rejected(RejectReason::NoCapacity), Rejected(RejectReason::NotEligible)],
    ),
    present((OFFICER, 2), &[DEBTS], Routine, 2, &[Accepted]),
    present((OFFICER, 2), &["Welding course"], Routine, 4, &[Waitlisted(7)]),
    present((OFFICER, 3), &[TEMPORARY], Urgent, 0, &[Acknowledged]),
    present((OFFICER, 3), &[PAPERS], Routine, -3, &[Working]),
    present((OFFICER, 3), &["Supervision plan and support"], Routine, 2, &[Accepted]),
    present((OFFICER, 4), &[SOCIAL_HOUSING], Routine, 6, &[Waitlisted(12)]),
    present((OFFICER, 4), &["Family meetings"], Routine, 6, &[Waits]),
    present((OFFICER, 4), &[MEDIATION], Routine, 3, &[Acknowledged]),
    present((OFFICER, 5), &["Family social worker"], Routine, 0, &[Acknowledged]),
    present((OFFICER, 5), &[TEMPORARY], Routine, 1, &[Asked]),
    present((OFFICER, 6), &[PAPERS], Routine, 1, &[Waits]),
    present((OFFICER, 6), &[MENTOR], Routine, 2, &[Waits]),
    present((OFFICER, 7), &["Recovery community"], Routine, 2, &[Acknowledged]),
    present((OFFICER, 8), &[MEDIATION], Routine, 0, &[Draft]),
    present((OFFICER, 8), &["Computer and telephone for everyday life"], Routine, 7, &[Waitlisted(2)]),
    present((OFFICER, 10), &[PAPERS, DEBTS], Routine, 0, &[Draft, Draft]),
    present((OFFICER, 12), &[TEMPORARY, SOCIAL_HOUSING], Routine, 1, &[Waits, Acknowledged]),
    present((OFFICER, 14), &[MENTOR], Routine, 8, &[Resting(HoldReason::Illness)]),
    present((CASEWORKER, 4), &[DEBTS], Routine, -2, &[Waits]),
    present((CASEWORKER, 4), &[MEDIATION], Urgent, -1, &[Waits]),
    present((CASEWORKER, 5), &["Relapse prevention group"], Urgent, 0, &[Asked]),
    present((CASEWORKER, 0), &[SOCIAL_HOUSING], Routine, -4, &[Waits]),
    present((CASEWORKER, 0), &[SKILLS], Routine, 9, &[Resting(HoldReason::WaitingForDocuments)]),
    present((CASEWORKER, 3), &["Computer and telephone for everyday life"], Routine, 0, &[Draft]),
    present((SOCIAL, 2), &[TEMPORARY], Urgent, 0, &[Waits]),
    present((SOCIAL, 2), &[SKILLS], Routine, 2, &[Accepted]),
    present((SOCIAL, 0), &[MENTOR], Routine, 4, &[Answered]),
    present((SOCIAL, 0), &[MEDIATION], Routine, 1, &[Asked]),
    present((RECOVERY, 0), &[PAPERS], Routine, 3, &[Waits]),
    present((COLONY, 0), &["Crisis room"], ReleaseDay, 0, &[Waits]),
    present((COLONY, 0), &["Nurse's visits"], Urgent, 1, &[Acknowledged]),
    present((COLONY, 1), &["Support for families"], Urgent, -1, &[Waits]),
    present((COLONY, 1), &["Papers and registration"], Routine, 6, &[Working]),
    present((COLONY, 2), &[VISITOR], Routine, 1, &[Answered]),
    present((COLONY, 2), &["Shelter"], Routine, 2, &[Waitlisted(4)]),
    present((COLONY, 3), &["Course: finding work again"], Routine, 3, &[Acknowledged]),
    present((COLONY, 3), &["Psychologist's hours"], Routine, 1, &[Waits]),
    present((COLONY, 4), &["Clothes, food and firewood"], Routine, 5, &[Waits]),
    present((COLONY, 6), &[VISITOR], Routine, 10, &[Resting(HoldReason::Unreachable)]),
    present((COLONY, 5), &["Crisis room"], Routine, -2, &[Accepted]),
    present((PASTOR, 1), &["Papers and registration"], Urgent, 0, &[Asked]),
    present(
        (PASTOR, 0),
        &["Papers and registration"],
        Routine,
        4,
        &[Resting(HoldReason::WaitingForDocuments)],
    ),
    present((PASTOR, 2), &["Shelter"], Routine, 0, &[Draft]),
    present((CENTRE, 1), &["Papers and registration"], Routine, 3, &[Waits]),
    present((CENTRE, 0), &["Legal advice"], Routine, 2, &[Resting(HoldReason::InCustody)]),
    present((LIGHTHOUSE, 0), &["Psychologist's hours"], Routine, -9, &[Working]),
    present((LIGHTHOUSE, 1), &["Psychologist's hours"], Routine, -13, &[Waits]),
    present((SUPERVISION, 4), &["Room in the house by the Sava"], Urgent, 0, &[Accepted]),
    present((SUPERVISION, 4), &["Counselling after release"], Routine, 4, &[Waits]),
];

/// What people said later, or said no to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answered {
    /// Taken back so many days ago.
    Withdrawn(i64),
    /// It runs out so many days from now; it has run out where negative.
    RunsOut(i64),
}

/// The answers of people of the cast that do not simply hold for a year: all that they were asked.
pub const ANSWERS: &[((&str, usize), Answered)] = &[
    ((OFFICER, 12), Answered::Withdrawn(3)),
    ((OFFICER, 14), Answered::Withdrawn(5)),
    ((COLONY, 5), Answered::Withdrawn(2)),
    ((CASEWORKER, 2), Answered::Withdrawn(20)),
    ((CASEWORKER, 0), Answered::RunsOut(-3)),
    ((OFFICER, 1), Answered::RunsOut(26)),
    ((OFFICER, 3), Answered::RunsOut(12)),
    ((CASEWORKER, 4), Answered::RunsOut(19)),
    ((SOCIAL, 2), Answered::RunsOut(28)),
    ((COLONY, 2), Answered::RunsOut(9)),
    ((SUPERVISION, 4), Answered::RunsOut(24)),
];

/// People who said no to sharing with whoever offers this service.
pub const ERRORS: &[((&str, usize), &str)] = &[
    ((OFFICER, 9), SOCIAL_HOUSING),
    ((OFFICER, 11), MENTOR),
    ((COLONY, 7), "Psychologist's hours"),
    ((SUPERVISION, 2), "Counselling after release"),
];
