//! Which referrals there are: those that are open today, and the half year before them, drawn by
//! chance from what fits, agrees and serves.

use capabilities::{
    network::{Candidate, MatchAnswer, model::eligibility},
    people::age_on,
    referrals::model::{days_to_inform, days_to_respond},
};
use chrono::NaiveDate;
use entities::codes::{
    GroupMode, NeedDomain, Outcome, OutcomeResult, Priority, Purpose, RejectReason, WithdrawReason,
};
use fastrand::Rng;
use platform::reference_data;

use super::{
    agreements::{AGREEMENTS, Standing},
    cast::Person,
    days::{office_day_before, working_day},
    founding::{Founded, days_from},
    offer::Service,
    organisations::{Org, known},
    present::{ANSWERS, Answered, Course, ERRORS, PRESENT, Present},
    services::SERVICES,
};

/// How many referrals there are in all.
pub const REFERRALS: usize = 120;
/// How far back they go, in days.
const HALF_A_YEAR: i64 = 182;
/// Work with a person does not go on for longer, in days.
const LONG_AGO: i64 = 40;

/// A group of referrals.
#[derive(Clone, Debug)]
pub struct Story {
    /// Who it is about: the place in the cast.
    pub person: usize,
    /// What is asked of whom: places in the table of services, and how each went.
    pub legs: Vec<(usize, Course)>,
    pub mode: GroupMode,
    pub priority: Priority,
    /// When it was written, and sent unless it is a draft.
    pub day: NaiveDate,
    /// From which day a place is wanted.
    pub start: NaiveDate,
    /// The rejected referral that it takes over from: the story before it, and which of that.
    pub after: Option<(usize, usize)>,
}

impl Story {
    pub fn is_draft(&self) -> bool {
        self.legs.iter().any(|leg| leg.1 == Course::Draft)
    }

    pub fn purpose(&self) -> Purpose {
        SERVICES[self.legs[0].0].purpose
    }

    pub fn domain(&self) -> NeedDomain {
        SERVICES[self.legs[0].0].domain
    }
}

pub struct Plot<'a> {
    pub cast: &'a [Person],
    pub founded: &'a Founded,
    pub today: NaiveDate,
    pub rng: &'a mut Rng,
    pub stories: Vec<Story>,
    /// Rare ends that the past must have, each before chance decides.
    owed: Vec<Course>,
}

/// Each rare end some times over: the network shows every state.
fn rare_ends() -> Vec<Course> {
    let once = [
        Course::Failed(WithdrawReason::NotEngaged),
        Course::Unanswered,
        Course::Mistaken,
        Course::Unanswered,
        Course::Failed(WithdrawReason::ReturnedToCustody),
        Course::Mistaken,
    ];
    [once; 3].concat()
}

impl<'a> Plot<'a> {
    /// Nothing written yet.
    pub fn new(cast: &'a [Person], founded: &'a Founded, today: NaiveDate, rng: &'a mut Rng) -> Self {
        Self { cast, founded, today, rng, stories: Vec::new(), owed: rare_ends() }
    }

    /// What is open today, then history until the number is full.
    pub fn write(&mut self) {
        for present in PRESENT {
            let story = self.of_today(present);
            self.stories.push(story);
        }
        let mut people: Vec<usize> =
            (0..self.cast.len()).filter(|n| self.cast[*n].release < self.today).collect();
        self.rng.shuffle(&mut people);
        let mut idle = 0;
        while self.count() < REFERRALS && idle < people.len() {
            let person = people.remove(0);
            people.push(person);
            idle = if self.of_the_past(person) { 0 } else { idle + 1 };
        }
    }

    fn count(&self) -> usize {
        self.stories.iter().map(|story| story.legs.len()).sum()
    }

    fn of_today(&mut self, present: &Present) -> Story {
        let person = self
            .cast
            .iter()
            .position(|person| (person.by, person.place) == (present.by, present.place))
            .expect("the table of today names people of the cast");
        let services: Vec<usize> = present.services.iter().map(|name| named(name)).collect();
        let service = &SERVICES[services[0]];
        let country = known(service.org).country();
        let due = working_day(country, self.today, present.due);
        let respond = i64::from(days_to_respond(present.priority, service.respond_days));
        let back = |from, days: i64| working_day(country, from, -days);
        let day = match present.courses[0] {
            Course::Waits | Course::Acknowledged => back(due, respond),
            Course::Answered => back(due, respond + 1),
            Course::Asked => back(due, i64::from(days_to_inform(present.priority)) + 1),
            Course::Accepted => back(due, 5).min(back(self.today, 3)),
            Course::Working => back(due, 26),
            Course::Waitlisted(_) => back(self.today, 4),
            Course::Resting(_) => back(self.today, 14),
            _ => back(self.today, 5),
        };
        let day = office_day_before(known(self.cast[person].org).country(), self.today).min(day);
        let day = day.max(days_from(self.today, -HALF_A_YEAR));
        Story {
            person,
            legs: services.into_iter().zip(present.courses.iter().copied()).collect(),
            mode: GroupMode::AnyOne,
            priority: present.priority,
            day,
            start: self.start(person, service, day),
            after: None,
        }
    }

    /// Beds wait for the day of release; everything else can begin before it.
    fn start(&self, person: usize, service: &Service, day: NaiveDate) -> NaiveDate {
        let next = days_from(day, 1);
        if service.domain == NeedDomain::Accommodation || service.unit == "bed" {
            self.cast[person].release.max(next)
        } else {
            next
        }
    }

    /// One more story of a person who is out, and whoever takes over from it; says whether one
    /// was found.
    fn of_the_past(&mut self, person: usize) -> bool {
        let Some(day) = self.day_for(person) else { return false };
        let open: Vec<usize> = (0..SERVICES.len()).filter(|n| self.may(person, *n, day)).collect();
        let Some(first) = self.rng.choice(&open).copied() else { return false };
        let alike = |n: &usize| {
            *n != first
                && SERVICES[*n].domain == SERVICES[first].domain
                && SERVICES[*n].purpose == SERVICES[first].purpose
        };
        let mut others: Vec<usize> = open.iter().copied().filter(alike).collect();
        self.rng.shuffle(&mut others);
        let room = REFERRALS - self.count();
        let (mut services, mut spare) = (vec![first], others);
        if room > 1 && self.rng.u8(0..100) < 60 {
            services.extend(spare.pop());
        }
        let mut courses = self.courses(SERVICES[first].domain, services.len());
        if day < days_from(self.today, -LONG_AGO) {
            // Work that began so long ago has come to its end.
            for course in courses.iter_mut().filter(|course| **course == Course::Working) {
                *course = Course::Completed(Outcome::Achieved, OutcomeResult::GotHelp);
            }
        }
        let rejected = courses.iter().position(|course| matches!(course, Course::Rejected(_)));
        let priority = *self
            .rng
            .choice(&[Priority::Routine, Priority::Routine, Priority::Urgent])
            .unwrap_or(&Priority::Routine);
        let start = self.start(person, &SERVICES[first], day);
        let legs: Vec<_> = services.into_iter().zip(courses).collect();
        let count = legs.len();
        self.stories.push(Story { person, legs, mode: GroupMode::AnyOne, priority, day, start, after: None });
        if let (Some(leg), Some(next), true) = (rejected, spare.pop(), room > count) {
            let later = working_day(known(self.cast[person].org).country(), day, 6);
            if later < self.today {
                let course = self.end(SERVICES[next].domain);
                let after = Some((self.stories.len() - 1, leg));
                let start = start.max(days_from(later, 1));
                let legs = vec![(next, course)];
                self.stories.push(Story {
                    person,
                    legs,
                    mode: GroupMode::All,
                    priority,
                    day: later,
                    start,
                    after,
                });
            }
        }
        true
    }

    /// A day on which a person could have been referred.
    fn day_for(&mut self, person: usize) -> Option<NaiveDate> {
        let who = &self.cast[person];
        let earliest = days_from(self.today, -HALF_A_YEAR);
        let in_prison = matches!(who.org, Org::Nemunas | Org::Bor | Org::Srem);
        let (from, to) = if in_prison {
            (days_from(who.release, -55), days_from(who.release, -12))
        } else {
            (days_from(who.release, 1), days_from(self.today, -25))
        };
        // After somebody took an answer back there is nothing to rest a referral on.
        let last = match answer_of(who) {
            Some(Answered::Withdrawn(ago)) => days_from(self.today, -ago - 4),
            Some(Answered::RunsOut(days)) if days < 0 => days_from(self.today, days - 20),
            _ => self.today,
        };
        let (from, to) = (from.max(earliest), to.min(last).min(days_from(self.today, -6)).max(earliest));
        if from > to {
            return None;
        }
        let day = days_from(from, self.rng.i64(0..=(to - from).num_days()));
        Some(office_day_before(known(who.org).country(), day).max(earliest))
    }

    /// Whether a person could be referred to a service: an agreement, a rule that fits, no refusal
    /// and no earlier referral.
    fn may(&self, person: usize, service: usize, day: NaiveDate) -> bool {
        let (who, to) = (&self.cast[person], &SERVICES[service]);
        let agreed = AGREEMENTS.iter().any(|agreement| {
            agreement.standing == Standing::Active
                && agreement.purpose == to.purpose
                && agreement.parties.contains(&to.org)
                && agreement.parties.contains(&who.org)
        });
        let refused = ERRORS
            .iter()
            .filter(|(whom, _)| *whom == (who.by, who.place))
            .map(|(_, name)| &SERVICES[named(name)])
            .any(|no| (no.org, no.purpose) == (to.org, to.purpose));
        let before = self
            .stories
            .iter()
            .any(|story| story.person == person && story.legs.iter().any(|leg| leg.0 == service));
        let open = to.status == entities::codes::ServiceStatus::Active;
        agreed && !refused && !before && open && to.org != who.org && self.fits(who, service, day)
    }

    pub fn fits(&self, who: &Person, service: usize, day: NaiveDate) -> bool {
        let (province, town) = who.town;
        let candidate = Candidate {
            age: age_on(Some(who.born), None, day),
            sex: who.sex,
            legal_status: who.legal_status(day),
            sobriety: who.sobriety,
            municipality: Some(reference_data::municipality_id(province, town)),
            province: Some(province.to_owned()),
            prison: None,
        };
        let facts = &self.founded.services[service];
        eligibility(facts, &candidate).iter().all(|reason| reason.answer != MatchAnswer::No)
    }

    /// How each of a group went: the first that accepts releases the others.
    fn courses(&mut self, domain: NeedDomain, count: usize) -> Vec<Course> {
        if count == 1 {
            return vec![self.owed.pop().unwrap_or_else(|| self.end(domain))];
        }
        if self.rng.u8(0..100) < 22 {
            return vec![
                Course::Rejected(RejectReason::NoCapacity),
                Course::Rejected(RejectReason::MissingDocuments),
            ];
        }
        let taken = match self.end(domain) {
            Course::Rejected(_) | Course::Withdrawn(_) => Course::Working,
            other => other,
        };
        vec![Course::Acknowledged, taken]
    }

    fn end(&mut self, domain: NeedDomain) -> Course {
        let outcome = match domain {
            NeedDomain::Accommodation => OutcomeResult::Housed,
            NeedDomain::EducationTrainingEmployment => *self
                .rng
                .choice(&[OutcomeResult::Employed, OutcomeResult::InEducation])
                .unwrap_or(&OutcomeResult::Employed),
            NeedDomain::DependencyAndRecovery => OutcomeResult::Enrolled,
            _ => OutcomeResult::GotHelp,
        };
        match self.rng.u8(0..100) {
            0..54 => Course::Completed(Outcome::Achieved, outcome),
            54..64 => Course::Completed(Outcome::PartiallyAchieved, OutcomeResult::GotHelp),
            64..70 => Course::Completed(Outcome::NotAchieved, OutcomeResult::PersonDeclined),
            70..76 => Course::Working,
            76..81 => Course::Rejected(RejectReason::NoCapacity),
            81..86 => Course::Rejected(RejectReason::OutOfArea),
            86..93 => Course::Withdrawn(WithdrawReason::NeedsMetElsewhere),
            _ => Course::Withdrawn(WithdrawReason::MovedOutOfArea),
        }
    }
}

/// What a person said about sharing, where it does not simply hold for a year.
pub fn answer_of(who: &Person) -> Option<Answered> {
    ANSWERS.iter().find(|(whom, _)| *whom == (who.by, who.place)).map(|(_, answer)| *answer)
}

/// A service by its name.
pub fn named(name: &str) -> usize {
    SERVICES.iter().position(|service| service.name == name).expect("tables name services of the table")
}
