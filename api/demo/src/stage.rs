//! Where the acts of the demonstration network are acted: each by the member whose it is, through
//! the same actions as in real life, with the clock turned to when it happened.

use std::{collections::HashMap, sync::Arc};

use capabilities::{
    disclosures::actions::{CONSENT_EXPIRY_JOB, expire_consents},
    network::{
        actions::{Proposal, agreement_propose, agreement_step},
        model::AgreementStep,
    },
    people::actions::{
        Answer, case_team_change, consent_record, consent_withdraw, person_change, person_record,
    },
    referrals::{
        DEADLINES_JOB,
        actions::{Draft, Sending, referral_draft},
        process_deadlines,
        reads::group_of,
    },
};
use chrono::NaiveDate;
use entities::{
    codes::{ConsentAnswer, Origin, Purpose, ReferralState},
    disclosure,
    ids::{AgreementId, AppointmentId, ConsentId, MemberId, NeedId, PersonId, ReferralId},
    instant::Instant,
    referral,
};
use platform::{
    access::Viewer,
    context::{AppState, RequestContext},
    environment::Clock,
    error::{ActionError, DomainError},
    events::{Lease, Progress},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    agreements::{AGREEMENTS, Agreement},
    cast::Person,
    founding::{Founded, days_from},
    lines,
    organisations::{Org, leader},
    plot::Story,
    services::SERVICES,
    timetable::{ActionTx, Asked, What, at},
};

/// A referral that was written.
#[derive(Clone, Debug)]
pub struct Leg {
    pub id: ReferralId,
    pub version: i32,
    pub open: bool,
    pub appointments: Vec<AppointmentId>,
}

pub struct Stage<'a> {
    pub app: Arc<AppState>,
    pub clock: Clock,
    pub founded: &'a Founded,
    pub cast: &'a [Person],
    pub stories: &'a [Story],
    pub today: NaiveDate,
    pub viewers: HashMap<MemberId, Viewer>,
    pub agreements: HashMap<usize, (AgreementId, i32)>,
    pub people: HashMap<usize, PersonId>,
    pub needs: HashMap<usize, Vec<(entities::codes::NeedDomain, NeedId)>>,
    pub consents: HashMap<(usize, Purpose), ConsentId>,
    pub legs: HashMap<(usize, usize), Leg>,
    /// Steps for which it was too late, because something else had happened.
    pub skipped: Vec<String>,
    /// The last morning on which clocks rang.
    pub reminders_sent: Option<NaiveDate>,
}

impl Stage<'_> {
    /// Acts everything, in the order given.
    pub async fn perform(&mut self, acts: Vec<ActionTx>) -> Result<(), DomainError> {
        for act in acts {
            self.mornings_until(act.at).await?;
            self.clock.turn_to(act.at);
            match act.what {
                What::Propose(n) => self.propose(n).await?,
                What::Sign(n, org) => self.agreement(n, org, AgreementStep::Sign).await?,
                What::Suspend(n, org) => self.agreement(n, org, AgreementStep::Suspend).await?,
                What::End(n, org) => self.agreement(n, org, AgreementStep::End).await?,
                What::Record(n) => self.record(n).await?,
                What::Join(n, org, email) => {
                    let request = self.context_for(n).await?;
                    let colleague = self.founded.members[&(org, email)];
                    done(case_team_change(&request, self.people[&n], colleague, true).await)?;
                }
                What::Release(n) => {
                    let request = self.context_for(n).await?;
                    let entry = lines::entry(&self.cast[n], n, request.today(), self.founded);
                    done(person_change(&request, self.people[&n], 1, entry).await)?;
                }
                What::Consent(asked) => self.consent(asked).await?,
                What::TakeBack(n, purpose) => self.take_back(n, purpose).await?,
                What::Refer(n) => self.refer(n).await?,
                What::Step(story, leg, step) => self.step(story, leg, step).await?,
            }
        }
        Ok(())
    }

    /// What nobody does: on every morning until an instant clocks ring and consents run out.
    pub async fn mornings_until(&mut self, until: Instant) -> Result<(), DomainError> {
        let mut day = match self.reminders_sent {
            None => until.utc().date_naive(),
            Some(last) => days_from(last, 1),
        };
        let (clocks, consents) = (Lease::unshared(DEADLINES_JOB), Lease::unshared(CONSENT_EXPIRY_JOB));
        while at(day, 7, 0) <= until {
            self.clock.turn_to(at(day, 7, 0));
            while process_deadlines(&self.app, &clocks).await? == Progress::More {}
            while expire_consents(&self.app, &consents).await? == Progress::More {}
            self.reminders_sent = Some(day);
            day = days_from(day, 1);
        }
        Ok(())
    }

    /// A call of a member, now.
    pub async fn request(&mut self, org: Org, email: &'static str) -> Result<RequestContext, DomainError> {
        let member = self.founded.members[&(org, email)];
        if !self.viewers.contains_key(&member) {
            let now = self.clock.now();
            let viewer = Viewer::of_member(self.app.db.read(), member, Origin::Pages, now).await?;
            let viewer = viewer.ok_or_else(|| DomainError::Internal(format!("{email} is no member")))?;
            self.viewers.insert(member, viewer);
        }
        Ok(RequestContext::new(self.app.clone(), self.viewers.get(&member).cloned()))
    }

    /// A call of whoever recorded a person.
    pub async fn context_for(&mut self, person: usize) -> Result<RequestContext, DomainError> {
        let who = &self.cast[person];
        self.request(who.org, who.by).await
    }

    async fn propose(&mut self, n: usize) -> Result<(), DomainError> {
        let Agreement { title, purpose, scopes, parties, ends_in, .. } = &AGREEMENTS[n];
        let request = self.request(parties[0], leader(parties[0])).await?;
        let proposal = Proposal {
            title: (*title).to_owned(),
            purpose: *purpose,
            scopes: scopes.iter().copied().collect(),
            starts_on: days_from(request.today(), 10),
            ends_on: ends_in.map(|days| days_from(self.today, days)),
            parties: parties[1..].iter().map(|org| self.founded.organisations[org]).collect(),
        };
        let id = done(agreement_propose(&request, proposal).await)?;
        self.agreements.insert(n, (id, 1));
        Ok(())
    }

    async fn agreement(&mut self, n: usize, org: Org, step: AgreementStep) -> Result<(), DomainError> {
        let request = self.request(org, leader(org)).await?;
        let (id, version) = self.agreements[&n];
        done(agreement_step(&request, id, version, step).await)?;
        self.agreements.insert(n, (id, version + 1));
        Ok(())
    }

    async fn record(&mut self, n: usize) -> Result<(), DomainError> {
        let request = self.context_for(n).await?;
        let who = &self.cast[n];
        let needs = lines::needs(who, n, self.stories, self.today);
        let domains: Vec<_> = needs.iter().map(|need| need.domain).collect();
        let entry = lines::entry(who, n, request.today(), self.founded);
        let id = done(person_record(&request, entry, needs).await)?;
        let rows = entities::need::Entity::find()
            .filter(entities::need::Column::PersonId.eq(id))
            .all(request.read())
            .await?;
        debug_assert_eq!(rows.len(), domains.len());
        self.needs.insert(n, rows.into_iter().map(|row| (row.domain, row.id)).collect());
        self.people.insert(n, id);
        Ok(())
    }

    async fn consent(&mut self, asked: Asked) -> Result<(), DomainError> {
        let request = self.context_for(asked.person).await?;
        let who = &self.cast[asked.person];
        let given = asked.answer == ConsentAnswer::Given;
        let answer = Answer {
            answer: asked.answer,
            purpose: asked.purpose,
            scopes: lines::scopes(asked.purpose),
            recipients: asked.recipients.iter().map(|org| self.founded.organisations[org]).collect(),
            how: lines::how(asked.person),
            in_custody: request.today() < who.release,
            language: who.language().to_owned(),
            said: lines::said(who).to_owned(),
            witness: if asked.person.is_multiple_of(4) {
                "A colleague of the unit".to_owned()
            } else {
                String::new()
            },
            report_back: lines::report_back(asked.person, given),
            expires_on: asked.expires_on,
        };
        let id = done(consent_record(&request, self.people[&asked.person], answer).await)?;
        if given {
            self.consents.insert((asked.person, asked.purpose), id);
        }
        Ok(())
    }

    async fn take_back(&mut self, n: usize, purpose: Purpose) -> Result<(), DomainError> {
        let request = self.context_for(n).await?;
        done(consent_withdraw(&request, self.consents[&(n, purpose)], 1).await)?;
        let gone: Vec<ReferralId> = referral::Entity::find()
            .filter(referral::Column::PersonId.eq(self.people[&n]))
            .filter(referral::Column::State.eq(ReferralState::Withdrawn))
            .all(request.read())
            .await?
            .into_iter()
            .map(|row| row.id)
            .collect();
        for leg in self.legs.values_mut().filter(|leg| gone.contains(&leg.id)) {
            leg.open = false;
        }
        Ok(())
    }

    async fn refer(&mut self, n: usize) -> Result<(), DomainError> {
        let story = &self.stories[n];
        let request = self.context_for(story.person).await?;
        let reroute_of = story.after.and_then(|parent| self.legs.get(&parent)).map(|leg| leg.id);
        let draft = Draft {
            person: self.people[&story.person],
            needs: self.needs[&story.person]
                .iter()
                .filter(|need| need.0 == story.domain())
                .map(|need| need.1)
                .collect(),
            services: story.legs.iter().map(|leg| self.founded.services[leg.0].service.id).collect(),
            mode: story.mode,
            priority: story.priority,
            start_date: Some(story.start),
            scopes: lines::scopes(story.purpose()),
            pre_acceptance: lines::pre_acceptance(n, story.domain()),
            ask: lines::ask(&self.cast[story.person], n, story.domain()),
            reroute_of,
            sending: if story.is_draft() { Sending::Later } else { Sending::Now },
        };
        let group = done(referral_draft(&request, draft).await)?.group;
        let version = if story.is_draft() { 1 } else { 2 };
        for row in group_of(&request, group.id).await? {
            let service = |leg: &(usize, _)| self.founded.services[leg.0].service.id == row.service.id;
            if let Some(leg) = story.legs.iter().position(service) {
                let written = Leg { id: row.facts.id, version, open: true, appointments: Vec::new() };
                self.legs.insert((n, leg), written);
            }
        }
        Ok(())
    }

    /// Through which disclosure the recipient of a referral knows its person.
    pub async fn disclosure(
        &self,
        story: usize,
        leg: usize,
    ) -> Result<Option<disclosure::Model>, DomainError> {
        let recipient = self.founded.organisations[&SERVICES[self.stories[story].legs[leg].0].org];
        Ok(disclosure::Entity::find()
            .filter(disclosure::Column::PersonId.eq(self.people[&self.stories[story].person]))
            .filter(disclosure::Column::RecipientId.eq(recipient))
            .one(self.app.db.read())
            .await?)
    }
}

/// What came of an action that the tables must never let fail.
pub fn done<T, C: std::fmt::Debug>(outcome: Result<T, ActionError<C>>) -> Result<T, DomainError> {
    outcome.map_err(|failure| match failure {
        ActionError::Domain(error) => error,
        ActionError::Invalid(problems) => {
            let codes: Vec<String> = problems
                .iter()
                .map(|problem| format!("{} {:?}", problem.path.join("."), problem.code))
                .collect();
            DomainError::Internal(format!("the demonstration network cannot be: {}", codes.join(", ")))
        }
    })
}
