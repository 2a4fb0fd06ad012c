//! When everything happened: every act of the demonstration network with its instant. What would
//! lie today or later has not happened yet.

use chrono::{NaiveDate, NaiveTime};
use entities::{
    codes::{
        Attendance, ConsentAnswer, HoldReason, Outcome, OutcomeResult, Purpose, RejectReason, WithdrawReason,
    },
    instant::Instant,
};

use super::{
    agreements::{AGREEMENTS, Standing},
    cast::Person,
    days::{office_day_before, working_day},
    founding::days_from,
    organisations::{Org, known},
    plot::{Story, answer_of, named},
    present::{Answered, Course, ERRORS},
    services::SERVICES,
};

/// Something that somebody does.
#[derive(Clone, Debug)]
pub struct ActionTx {
    pub at: Instant,
    pub what: What,
}

#[derive(Clone, Debug)]
pub enum What {
    /// Places in the table of agreements.
    Propose(usize),
    Sign(usize, Org),
    Suspend(usize, Org),
    End(usize, Org),
    /// Places in the cast.
    Record(usize),
    /// A colleague joins the case team.
    Join(usize, Org, &'static str),
    /// The day of release has come.
    Release(usize),
    Consent(Asked),
    /// Whose, and for what it was given.
    TakeBack(usize, Purpose),
    /// Places among the stories.
    Refer(usize),
    Step(usize, usize, Step),
}

/// A question about consent and what came of it.
#[derive(Clone, Debug)]
pub struct Asked {
    pub person: usize,
    pub answer: ConsentAnswer,
    pub purpose: Purpose,
    pub recipients: Vec<Org>,
    pub expires_on: NaiveDate,
}

/// A step of a referral; numbers choose words.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    Acknowledge,
    Question(usize),
    Answer(usize),
    Accept,
    /// The recipient looks at who it is.
    IdentityAccess,
    Letter(usize),
    Reply(usize),
    Meet(Instant),
    Came(Attendance),
    Start,
    Complete(Outcome, OutcomeResult),
    Reject(RejectReason),
    Withdraw(WithdrawReason),
    /// A place is expected on a day.
    Waitlist(NaiveDate),
    Hold(HoldReason),
    Fail(WithdrawReason),
    EnterInError,
}

pub fn at(day: NaiveDate, hour: u32, minute: u32) -> Instant {
    let time = NaiveTime::from_hms_opt(hour, minute % 60, 0).unwrap_or_default();
    day.and_time(time).and_utc().into()
}

pub struct Timetable<'a> {
    pub cast: &'a [Person],
    pub stories: &'a [Story],
    pub today: NaiveDate,
    acts: Vec<ActionTx>,
}

impl<'a> Timetable<'a> {
    /// Every act until yesterday, in the order of happening.
    pub fn of(cast: &'a [Person], stories: &'a [Story], today: NaiveDate) -> Vec<ActionTx> {
        let mut table = Self { cast, stories, today, acts: Vec::new() };
        table.agreements();
        for person in 0..cast.len() {
            table.person(person);
        }
        for story in 0..stories.len() {
            table.story(story);
        }
        table.acts.sort_by_key(|act| act.at);
        table.acts
    }

    fn add(&mut self, day: NaiveDate, (hour, minute): (u32, u32), what: What) {
        if day < self.today {
            self.acts.push(ActionTx { at: at(day, hour, minute), what });
        }
    }

    fn agreements(&mut self) {
        for (n, agreement) in AGREEMENTS.iter().enumerate() {
            let first = agreement.parties[0];
            let country = known(first).country();
            let day = office_day_before(country, days_from(self.today, 1 - agreement.age));
            self.add(day, (8, 5), What::Propose(n));
            let signing = match agreement.standing {
                Standing::Proposed => agreement.parties.len() - 1,
                _ => agreement.parties.len(),
            };
            for (k, party) in agreement.parties[1..signing].iter().enumerate() {
                let day = working_day(country, day, 1 + k as i64);
                self.add(day, (9, 10 + 7 * k as u32), What::Sign(n, *party));
            }
            match agreement.standing {
                Standing::Suspended(ago) => {
                    let day = office_day_before(country, days_from(self.today, 1 - ago));
                    self.add(day, (14, 0), What::Suspend(n, agreement.parties[1]));
                }
                Standing::Ended(ago) => {
                    let day = office_day_before(country, days_from(self.today, 1 - ago));
                    self.add(day, (14, 0), What::End(n, first));
                }
                Standing::Active | Standing::Proposed => {}
            }
        }
    }

    fn person(&mut self, n: usize) {
        let who = &self.cast[n];
        let country = known(who.org).country();
        let stories = self.stories;
        let theirs: Vec<&Story> = stories.iter().filter(|story| story.person == n).collect();
        let first = theirs.iter().map(|story| story.day).min();
        let first = first.unwrap_or_else(|| days_from(self.today, -8 - who.place as i64));
        let recorded = office_day_before(country, days_from(first, -1));
        self.add(recorded, (6, n as u32), What::Record(n));
        if who.org == Org::Sozh {
            self.add(recorded, (7, 5), What::Join(n, Org::Sozh, "trainer@centre.example"));
        }
        if recorded < who.release {
            self.add(who.release, (6, 0), What::Release(n));
        }
        for (whom, name) in ERRORS {
            if *whom == (who.by, who.place) {
                let no = &SERVICES[named(name)];
                self.add(
                    recorded,
                    (7, 20),
                    What::Consent(Asked {
                        person: n,
                        answer: ConsentAnswer::Refused,
                        purpose: no.purpose,
                        recipients: vec![no.org],
                        expires_on: days_from(recorded, 365),
                    }),
                );
            }
        }
        for purpose in [Purpose::Resettlement, Purpose::Employment, Purpose::Treatment] {
            let sent: Vec<&&Story> =
                theirs.iter().filter(|story| story.purpose() == purpose && !story.is_draft()).collect();
            let Some(day) = sent.iter().map(|story| story.day).min() else { continue };
            let mut recipients: Vec<Org> =
                sent.iter().flat_map(|story| &story.legs).map(|leg| SERVICES[leg.0].org).collect();
            recipients.sort();
            recipients.dedup();
            let expires_on = match answer_of(who) {
                Some(Answered::RunsOut(days)) => days_from(self.today, days),
                _ => days_from(day, if n.is_multiple_of(3) { 270 } else { 365 }),
            };
            let answer = ConsentAnswer::Given;
            self.add(
                day,
                (7, n as u32),
                What::Consent(Asked { person: n, answer, purpose, recipients, expires_on }),
            );
            if let Some(Answered::Withdrawn(ago)) = answer_of(who) {
                let later = days_from(self.today, -ago);
                if later > day {
                    self.add(later, (13, 50), What::TakeBack(n, purpose));
                }
            }
        }
    }

    fn story(&mut self, n: usize) {
        let story = &self.stories[n];
        let minute = (n * 7 % 50) as u32;
        self.add(story.day, (8, minute), What::Refer(n));
        for leg in 0..story.legs.len() {
            for (day, hour, step) in self.course(n, leg) {
                self.add(day, (hour, minute + leg as u32), What::Step(n, leg, step));
            }
        }
    }

    /// The steps of one referral: day, hour, step.
    fn course(&self, n: usize, leg: usize) -> Vec<(NaiveDate, u32, Step)> {
        let story = &self.stories[n];
        let (service, course) = story.legs[leg];
        let country = known(SERVICES[service].org).country();
        let after = |days| working_day(country, story.day, days);
        match course {
            Course::Draft | Course::Waits | Course::Unanswered => Vec::new(),
            Course::Acknowledged => vec![(after(1), 9, Step::Acknowledge)],
            Course::Asked => vec![(after(1), 9, Step::Question(n))],
            Course::Answered => vec![(after(1), 9, Step::Question(n)), (after(2), 10, Step::Answer(n))],
            Course::Accepted => self.accepted(n, leg),
            Course::Working => self.begun(n, leg),
            Course::Completed(outcome, result) => self.ended(n, leg, Step::Complete(outcome, result)),
            Course::Failed(reason) => self.ended(n, leg, Step::Fail(reason)),
            Course::Resting(reason) => {
                let mut steps = self.begun(n, leg);
                let begun = steps.iter().find(|step| matches!(step.2, Step::Start));
                let day = working_day(country, begun.map_or(story.day, |step| step.0), 2);
                steps.push((day, 16, Step::Hold(reason)));
                steps
            }
            Course::Waitlisted(days) => {
                let expected_on = working_day(country, self.today, days);
                vec![(after(1), 9, Step::Acknowledge), (after(2), 11, Step::Waitlist(expected_on))]
            }
            Course::Mistaken => vec![(after(1), 9, Step::Acknowledge), (after(2), 9, Step::EnterInError)],
            Course::Rejected(reason) => {
                vec![(after(1), 9, Step::Acknowledge), (after(2 + leg as i64), 11, Step::Reject(reason))]
            }
            Course::Withdrawn(reason) => {
                vec![(after(1), 9, Step::Acknowledge), (after(4), 12, Step::Withdraw(reason))]
            }
        }
    }

    /// Work that began and came to an end.
    fn ended(&self, n: usize, leg: usize, end: Step) -> Vec<(NaiveDate, u32, Step)> {
        let story = &self.stories[n];
        let country = known(SERVICES[story.legs[leg].0].org).country();
        let mut steps = self.begun(n, leg);
        let begun = steps.last().map_or(story.day, |step| step.0);
        steps.push((working_day(country, begun, 4 + (n as i64 * 5) % 14), 14, end));
        steps
    }

    fn accepted(&self, n: usize, leg: usize) -> Vec<(NaiveDate, u32, Step)> {
        let story = &self.stories[n];
        let country = known(SERVICES[story.legs[leg].0].org).country();
        let after = |days| working_day(country, story.day, days);
        let mut steps = Vec::new();
        if n % 4 == 1 {
            steps.push((after(1), 9, Step::Question(n)));
            steps.push((after(1), 10, Step::Answer(n)));
        }
        steps.push((after(2), 10, Step::Accept));
        steps.push((after(2), 11, Step::IdentityAccess));
        if n.is_multiple_of(2) {
            steps.push((after(2), 12, Step::Letter(n)));
            steps.push((after(3), 7, Step::Reply(n)));
        }
        let meeting = self.meeting(n, leg);
        steps.push((after(3), 9, Step::Meet(at(meeting, 8 + n as u32 % 6, 30))));
        let attendance = match n % 9 {
            4 => Attendance::Late,
            7 => Attendance::Excused,
            _ => Attendance::Attended,
        };
        steps.push((meeting, 15, Step::Came(attendance)));
        steps
    }

    /// The day of the first meeting: when the place is wanted, and some days after acceptance.
    fn meeting(&self, n: usize, leg: usize) -> NaiveDate {
        let story = &self.stories[n];
        let country = known(SERVICES[story.legs[leg].0].org).country();
        working_day(country, working_day(country, story.day, 5).max(story.start), 0)
    }

    fn begun(&self, n: usize, leg: usize) -> Vec<(NaiveDate, u32, Step)> {
        let story = &self.stories[n];
        let country = known(SERVICES[story.legs[leg].0].org).country();
        let mut steps = self.accepted(n, leg);
        let day = working_day(country, self.meeting(n, leg), 1);
        steps.push((day, 9, Step::Start));
        if n.is_multiple_of(3) {
            let again = working_day(country, day, 3);
            steps.push((day, 10, Step::Meet(at(again, 11, 0))));
            steps.push((again, 15, Step::Came(Attendance::Attended)));
        } else {
            let last = working_day(country, day, 7);
            steps.push((last, 9, Step::Letter(n + 1)));
        }
        steps
    }
}
