//! Who is told of what, as a table; and when mails go. Plain, without input or output.

use chrono::{Days, LocalResult, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use entities::{
    codes::{EmailFrequency, EventKind},
    instant::Instant,
    notification_preferences,
};

/// What a notice leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Referral,
    Agreement,
    Person,
}

/// Whom an event concerns. Whoever did it is never told, nor is anybody who may not see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The recipient's member to whom the referral is assigned; everybody who may answer it where
    /// it is assigned to nobody.
    Recipient,
    /// Who wrote the referral, and the person's case team; the managers where none of them is left.
    Sender,
    /// The recipient's member to whom the referral was handed.
    Offered,
    /// Recipient or sender, whichever did not do it.
    OtherSide,
    /// Recipient and sender.
    Both,
    /// The managers of both sides.
    Managers,
    /// Whose move it is: the one side that is reminded.
    Mover,
    /// The managers of both sides, and who wrote the referral and the case team, who must ask others now.
    ManagersAndSender,
    /// The person's case team.
    CaseTeam,
    /// Who may sign for the parties.
    Parties,
}

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub kind: EventKind,
    pub about: About,
    pub whom: Audience,
    /// Whether somebody waits for an answer, or a person may be left alone.
    pub urgent: bool,
    /// Whether it takes away what it is about, so that who is told can no longer see it.
    pub takes_away: bool,
}

/// Kinds that are not here are nobody's business but of those who look.
pub const RULES: &[Rule] = &[
    referral(EventKind::ReferralSent, Audience::Recipient).urgent(),
    referral(EventKind::ReferralInformationRequested, Audience::Sender).urgent(),
    referral(EventKind::ReferralAnswered, Audience::Recipient).urgent(),
    referral(EventKind::ReferralAccepted, Audience::Sender),
    referral(EventKind::ReferralRejected, Audience::Sender).urgent(),
    referral(EventKind::ReferralWaitlisted, Audience::Sender),
    referral(EventKind::ReferralHeld, Audience::Sender),
    referral(EventKind::ReferralFailed, Audience::Sender).urgent(),
    referral(EventKind::ReferralReopened, Audience::Sender),
    referral(EventKind::ReferralCompleted, Audience::Sender),
    referral(EventKind::ReferralReminded, Audience::Mover).urgent(),
    referral(EventKind::ReferralEscalated, Audience::Managers).urgent(),
    referral(EventKind::ReferralExpired, Audience::ManagersAndSender).urgent(),
    referral(EventKind::ReferralEnteredInError, Audience::OtherSide).takes_away(),
    referral(EventKind::ReferralWithdrawn, Audience::Recipient).takes_away(),
    referral(EventKind::ReferralOffered, Audience::Offered).urgent(),
    referral(EventKind::ReferralGivenBack, Audience::Recipient),
    referral(EventKind::ReferralNotSent, Audience::Sender).urgent(),
    referral(EventKind::ReleaseMoved, Audience::Both).urgent(),
    referral(EventKind::MessageWritten, Audience::OtherSide),
    referral(EventKind::AppointmentMade, Audience::OtherSide),
    rule(EventKind::ConsentWithdrawn, About::Person, Audience::CaseTeam),
    rule(EventKind::ConsentRanOut, About::Person, Audience::CaseTeam).urgent(),
    rule(EventKind::AgreementProposed, About::Agreement, Audience::Parties),
    rule(EventKind::AgreementSigned, About::Agreement, Audience::Parties),
    rule(EventKind::AgreementSuspended, About::Agreement, Audience::Parties),
    rule(EventKind::AgreementResumed, About::Agreement, Audience::Parties),
    rule(EventKind::AgreementEnded, About::Agreement, Audience::Parties),
];

const fn referral(kind: EventKind, whom: Audience) -> Rule {
    rule(kind, About::Referral, whom)
}

const fn rule(kind: EventKind, about: About, whom: Audience) -> Rule {
    Rule { kind, about, whom, urgent: false, takes_away: false }
}

impl Rule {
    const fn urgent(self) -> Self {
        Self { urgent: true, ..self }
    }

    const fn takes_away(self) -> Self {
        Self { takes_away: true, ..self }
    }
}

/// The rule of a kind, where anybody is told of it.
pub fn rule_of(kind: EventKind) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.kind == kind)
}

/// On which side of a referral somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Sender,
    Recipient,
}

/// To whom a referral is assigned, as one of the recipient's members sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assigned {
    Nobody,
    Them,
    Another,
}

/// How a member stands to what happened.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Whether they did it themselves, here or in another organisation.
    pub did_it: bool,
    /// Whether somebody of their organisation did it.
    pub theirs_did_it: bool,
    /// Empty where it is not about a referral.
    pub side: Option<Side>,
    pub assigned: Assigned,
    /// Whether the referral was handed to them, and they have not taken it.
    pub offered: bool,
    /// Whether they wrote the referral or are on the person's case team, or lead where nobody is.
    pub on_team: bool,
    pub may_answer: bool,
    pub may_sign: bool,
    pub leads: bool,
}

impl Audience {
    /// Whether a member who stands like this is told.
    pub fn takes(self, one: &Standing) -> bool {
        let (sender, recipient) = (one.side == Some(Side::Sender), one.side == Some(Side::Recipient));
        !one.did_it
            && match self {
                Self::Recipient => {
                    recipient
                        && match one.assigned {
                            Assigned::Nobody => one.may_answer,
                            Assigned::Them => true,
                            Assigned::Another => false,
                        }
                }
                Self::Offered => recipient && one.offered,
                Self::Sender => sender && one.on_team,
                Self::Mover | Self::Both => Self::Recipient.takes(one) || Self::Sender.takes(one),
                Self::ManagersAndSender => Self::Managers.takes(one) || Self::Sender.takes(one),
                Self::OtherSide => {
                    !one.theirs_did_it && (Self::Recipient.takes(one) || Self::Sender.takes(one))
                }
                Self::Managers => (sender || recipient) && one.leads,
                Self::CaseTeam => one.on_team,
                Self::Parties => one.may_sign && !one.theirs_did_it,
            }
    }
}

/// How a member wants to be told by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What waits for an answer.
    pub urgent: EmailFrequency,
    /// Everything else.
    pub other: EmailFrequency,
    /// When the mail server refused the address.
    pub refused_at: Option<Instant>,
}

impl Default for Choice {
    fn default() -> Self {
        Self { urgent: EmailFrequency::AtOnce, other: EmailFrequency::Daily, refused_at: None }
    }
}

impl From<&notification_preferences::Model> for Choice {
    fn from(row: &notification_preferences::Model) -> Self {
        Self { urgent: row.urgent, other: row.other, refused_at: row.refused_at }
    }
}

impl Choice {
    /// At which pace something is told by mail; nothing where it is not, or the address is known
    /// not to work.
    pub fn frequency(&self, urgent: bool) -> Option<EmailFrequency> {
        let frequency = if urgent { self.urgent } else { self.other };
        Some(frequency).filter(|frequency| *frequency != EmailFrequency::None && self.refused_at.is_none())
    }
}

/// For how long what happens is gathered into one mail, in seconds.
pub const TOGETHER: i64 = 120;
/// When the day's mail goes, where the member's organisation is.
const MORNING: u32 = 7;
/// How often a mail is tried.
pub const TRIES: i32 = 13;

/// The next morning after an instant, where clocks show this zone.
pub fn next_morning(now: Instant, zone: Tz) -> Instant {
    let today = now.utc().with_timezone(&zone).date_naive();
    let hour = NaiveTime::from_hms_opt(MORNING, 0, 0).unwrap_or_default();
    (0..3)
        .filter_map(|days| today.checked_add_days(Days::new(days)))
        .filter_map(|day| match zone.from_local_datetime(&day.and_time(hour)) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at),
            // An hour that clocks leave out comes an hour later.
            LocalResult::None => {
                zone.from_local_datetime(&(day.and_time(hour) + chrono::TimeDelta::hours(1))).earliest()
            }
        })
        .map(|at| Instant::from(at.with_timezone(&Utc)))
        .find(|at| *at > now)
        .unwrap_or_else(|| now.plus_seconds(86_400))
}

/// After how many seconds a mail is tried again that was tried so often: a minute at first, twice
/// as long each time and four hours at most, so that all tries together take a day. `chance` makes
/// it up to a quarter longer, so that not all come at once. Nothing after the last try.
pub fn pause_after(tries: i32, chance: u8) -> Option<i64> {
    let doublings = u32::try_from(tries - 1).ok().filter(|_| tries < TRIES)?;
    let pause = (60_i64 << doublings.min(8)).min(4 * 3_600);
    Some(pause + pause * i64::from(chance) / 1_020)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every way in which a member can stand to something.
    fn everybody() -> Vec<Standing> {
        let mut all = Vec::new();
        for bits in 0..128_u32 {
            let bit = |n: u32| bits & (1 << n) != 0;
            for side in [None, Some(Side::Sender), Some(Side::Recipient)] {
                for assigned in [Assigned::Nobody, Assigned::Them, Assigned::Another] {
                    all.push(Standing {
                        did_it: bit(0),
                        theirs_did_it: bit(0) || bit(1),
                        side,
                        assigned,
                        offered: bit(6),
                        on_team: bit(2),
                        may_answer: bit(3),
                        may_sign: bit(4),
                        leads: bit(5),
                    });
                }
            }
        }
        all
    }

    #[test]
    fn a_kind_has_one_rule() {
        for rule in RULES {
            assert_eq!(RULES.iter().filter(|other| other.kind == rule.kind).count(), 1, "{:?}", rule.kind);
        }
    }

    #[test]
    fn whoever_did_it_is_not_told() {
        for one in everybody().iter().filter(|one| one.did_it) {
            assert!(RULES.iter().all(|rule| !rule.whom.takes(one)), "{one:?}");
        }
    }

    #[test]
    fn a_referral_is_told_to_its_two_sides_alone() {
        for one in everybody().iter().filter(|one| one.side.is_none()) {
            for rule in RULES.iter().filter(|rule| rule.about == About::Referral) {
                assert!(!rule.whom.takes(one), "{:?} {one:?}", rule.kind);
            }
        }
    }

    #[test]
    fn what_is_assigned_is_told_to_one_member_of_the_recipient() {
        for one in everybody().iter().filter(|one| one.side == Some(Side::Recipient)) {
            let told = Audience::Recipient.takes(one);
            match one.assigned {
                Assigned::Nobody => assert_eq!(told, one.may_answer && !one.did_it, "{one:?}"),
                Assigned::Them => assert_eq!(told, !one.did_it, "{one:?}"),
                Assigned::Another => assert!(!told, "{one:?}"),
            }
        }
    }

    #[test]
    fn the_other_side_is_the_side_that_did_not_do_it() {
        for one in everybody() {
            let told = Audience::OtherSide.takes(&one);
            assert!(!(told && one.theirs_did_it), "{one:?}");
            let concerned = Audience::Recipient.takes(&one) || Audience::Sender.takes(&one);
            assert_eq!(told, concerned && !one.theirs_did_it, "{one:?}");
        }
    }

    fn at(text: &str) -> Instant {
        text.parse::<chrono::DateTime<Utc>>().unwrap().into()
    }

    #[test]
    fn the_morning_is_at_the_same_hour_whatever_clocks_do() {
        // Vilnius goes from UTC+3 to UTC+2 in the night to 25 October 2026, and back on 28 March 2027.
        let zone = chrono_tz::Europe::Vilnius;
        for (now, morning) in [
            ("2026-10-24T03:59:59Z", "2026-10-24T04:00:00Z"),
            ("2026-10-24T04:00:00Z", "2026-10-25T05:00:00Z"),
            ("2026-10-24T21:30:00Z", "2026-10-25T05:00:00Z"),
            ("2027-03-27T12:00:00Z", "2027-03-28T04:00:00Z"),
            ("2027-03-28T04:00:00Z", "2027-03-29T04:00:00Z"),
        ] {
            assert_eq!(next_morning(at(now), zone), at(morning), "{now}");
        }
        // Where a night leaves out seven o'clock there would be none; an hour's jump is the worst there is.
        assert_eq!(next_morning(at("2026-11-23T09:00:00Z"), Tz::UTC), at("2026-11-24T07:00:00Z"));
    }

    #[test]
    fn tries_grow_apart_and_take_a_day() {
        let pauses: Vec<i64> = (1..TRIES).filter_map(|tries| pause_after(tries, 0)).collect();
        assert_eq!(pauses.len() as i32, TRIES - 1);
        assert!(pauses.is_sorted() && pauses[0] == 60);
        let hours = pauses.iter().sum::<i64>() / 3_600;
        assert!((20..=28).contains(&hours), "{hours} hours");
        assert_eq!(pause_after(TRIES, 0), None);
        assert_eq!(pause_after(0, 0), None);
        for chance in 0..=255 {
            let pause = pause_after(4, chance).unwrap();
            assert!((480..=600).contains(&pause), "{pause}");
        }
    }

    #[test]
    fn what_is_not_wanted_or_cannot_arrive_is_not_sent() {
        let usual = Choice::default();
        assert_eq!(
            (usual.frequency(true), usual.frequency(false)),
            (Some(EmailFrequency::AtOnce), Some(EmailFrequency::Daily))
        );
        let none = Choice { urgent: EmailFrequency::Daily, other: EmailFrequency::None, refused_at: None };
        assert_eq!((none.frequency(true), none.frequency(false)), (Some(EmailFrequency::Daily), None));
        let refused = Choice { refused_at: Some(Instant(0)), ..usual };
        assert_eq!((refused.frequency(true), refused.frequency(false)), (None, None));
    }
}
