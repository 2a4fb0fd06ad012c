//! The steps of the demonstration network's referrals.

use capabilities::{
    disclosures::record_accesses,
    referrals::actions::{
        Closing, ReferralStepErrorCode, appointment_make, appointment_record_attendance, message_write,
        referral_accept, referral_acknowledge, referral_answer, referral_complete, referral_enter_in_error,
        referral_fail, referral_hold, referral_reject, referral_request_information, referral_start,
        referral_waitlist, referral_withdraw,
    },
};
use entities::codes::{Outcome, RejectReason};
use platform::{
    context::{IdentityAccess, RequestContext},
    error::{ActionError, DomainError},
};

use super::{
    lines,
    organisations::{known, worker},
    services::SERVICES,
    stage::{Stage, done},
    timetable::Step,
    words::{LETTERS, MISTAKE, PLACES, QUESTIONS, WENT_OTHERWISE, WENT_WELL},
};

impl Stage<'_> {
    /// Takes a step, unless something else came first: somebody of the group accepted, the person
    /// took consent back, no place was left.
    pub async fn step(&mut self, story: usize, leg: usize, step: Step) -> Result<(), DomainError> {
        if !self.legs.get(&(story, leg)).is_some_and(|leg| leg.open) {
            return Ok(());
        }
        match self.take(story, leg, step).await {
            Err(DomainError::NotFound(_) | DomainError::Conflict { .. } | DomainError::Forbidden(_)) => {
                self.skipped.push(format!("{step:?} of {}", SERVICES[self.stories[story].legs[leg].0].name));
                self.close(story, leg);
                Ok(())
            }
            other => other,
        }
    }

    fn close(&mut self, story: usize, leg: usize) {
        if let Some(leg) = self.legs.get_mut(&(story, leg)) {
            leg.open = false;
        }
    }

    fn moved(&mut self, story: usize, leg: usize) {
        if let Some(leg) = self.legs.get_mut(&(story, leg)) {
            leg.version += 1;
        }
    }

    async fn take(&mut self, n: usize, leg: usize, step: Step) -> Result<(), DomainError> {
        let story = &self.stories[n];
        let recipient = SERVICES[story.legs[leg].0].org;
        let theirs = self.request(recipient, worker(recipient)).await?;
        let ours = self.context_for(story.person).await?;
        let who = &self.cast[story.person];
        let same = known(recipient).language() == who.written_in();
        let say = |both| lines::say(both, if same { who.written_in() } else { "en" });
        let (id, version) = (self.legs[&(n, leg)].id, self.legs[&(n, leg)].version);
        match step {
            Step::Acknowledge => _ = referral_acknowledge(&theirs, id, version).await?,
            Step::Question(k) => {
                let text = say(QUESTIONS[k % QUESTIONS.len()].0);
                done(referral_request_information(&theirs, id, version, text).await)?;
            }
            Step::Answer(k) => {
                let text = say(QUESTIONS[k % QUESTIONS.len()].1);
                done(referral_answer(&ours, id, version, text).await)?;
            }
            Step::Accept => return self.accept(&theirs, n, leg).await,
            Step::Start => _ = referral_start(&theirs, id, version).await?,
            Step::Reject(reason) => {
                done(referral_reject(&theirs, id, version, reason, "").await)?;
                self.close(n, leg);
            }
            Step::Withdraw(reason) => {
                done(referral_withdraw(&ours, id, version, reason, "").await)?;
                self.close(n, leg);
            }
            Step::Complete(outcome, result) => {
                let notes = if outcome == Outcome::NotAchieved { WENT_OTHERWISE } else { WENT_WELL };
                let notes = say(notes[n % notes.len()]).to_owned();
                done(referral_complete(&theirs, id, version, Closing { outcome, result, notes }).await)?;
                self.close(n, leg);
            }
            Step::Waitlist(day) => _ = done(referral_waitlist(&theirs, id, version, day).await)?,
            Step::Hold(reason) => _ = done(referral_hold(&theirs, id, version, reason, "").await)?,
            Step::Fail(reason) => {
                done(referral_fail(&theirs, id, version, reason, "").await)?;
                self.close(n, leg);
            }
            Step::EnterInError => {
                done(referral_enter_in_error(&ours, id, version, say(MISTAKE)).await)?;
                self.close(n, leg);
            }
            Step::IdentityAccess | Step::Letter(_) | Step::Reply(_) | Step::Meet(_) | Step::Came(_) => {
                let (from, text) = match step {
                    Step::Letter(k) => (&theirs, say(LETTERS[k % LETTERS.len()].0)),
                    Step::Reply(k) => (&ours, say(LETTERS[k % LETTERS.len()].1)),
                    _ => (&theirs, say(PLACES[n % PLACES.len()])),
                };
                return self.beside(from, n, leg, step, text).await;
            }
        }
        self.moved(n, leg);
        Ok(())
    }

    /// What does not move the referral on: a look, a letter, an appointment.
    async fn beside(
        &mut self,
        request: &RequestContext,
        n: usize,
        leg: usize,
        step: Step,
        text: &str,
    ) -> Result<(), DomainError> {
        let id = self.legs[&(n, leg)].id;
        match step {
            Step::IdentityAccess => {
                if let Some(disclosure) = self.disclosure(n, leg).await? {
                    let holder = self.founded.organisations[&self.cast[self.stories[n].person].org];
                    let (person, through) = (disclosure.person_id, Some((disclosure.id, id.0)));
                    request.record_access(IdentityAccess { holder, person, through })?;
                    record_accesses(request).await?;
                }
            }
            Step::Meet(starts_at) => {
                let appointment = done(appointment_make(request, id, starts_at, text).await)?;
                if let Some(leg) = self.legs.get_mut(&(n, leg)) {
                    leg.appointments.push(appointment);
                }
            }
            Step::Came(attendance) => {
                if let Some(appointment) = self.legs[&(n, leg)].appointments.last().copied() {
                    done(appointment_record_attendance(request, appointment, 1, attendance).await)?;
                }
            }
            _ => _ = done(message_write(request, id, text).await)?,
        }
        Ok(())
    }

    async fn accept(&mut self, request: &RequestContext, n: usize, leg: usize) -> Result<(), DomainError> {
        let (id, version) = (self.legs[&(n, leg)].id, self.legs[&(n, leg)].version);
        match referral_accept(request, id, version).await {
            Err(ActionError::Invalid(problems))
                if problems.iter().all(|problem| problem.code == ReferralStepErrorCode::NoPlace) =>
            {
                done(referral_reject(request, id, version, RejectReason::NoCapacity, "").await)?;
                self.close(n, leg);
            }
            other => {
                done(other)?;
                self.moved(n, leg);
                for other in (0..self.stories[n].legs.len()).filter(|other| *other != leg) {
                    self.close(n, other);
                }
            }
        }
        Ok(())
    }
}
