//! Tells the journal on: each event becomes a notice of everybody whom it concerns and who may see
//! what it is about.

use std::collections::{HashMap, HashSet};

use chrono_tz::Tz;
use entities::{
    agreement, case_team,
    codes::Role,
    event,
    ids::{AccountId, AgreementId, EmailId, MemberId, NotificationId, OrganisationId, PersonId, ReferralId},
    instant::Instant,
    member, notification, person, referral,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::OnConflict,
};
use uuid::Uuid;

use super::{
    super::model::{About, Assigned, Rule, Side, Standing, rule_of},
    queueing::{Asked, emails_for},
};
use platform::{
    access::{Action, Viewer, visible},
    context::AppState,
    db::{AuditContext, Tx},
    error::DomainError,
    events::{Lease, Progress, SequencedEvent, consumers},
};

/// The name of the duty, of its lease, and of the reader.
pub const JOB: &str = "notifications";
/// Events that are told of together, at most.
const BATCH: i64 = 200;
/// Rows of one statement.
const ROWS: usize = 500;

/// Tells of the next events.
pub async fn notify(app: &AppState, lease: &Lease) -> Result<Progress, DomainError> {
    if !consumers::is_behind(app.db.read(), JOB).await? {
        return Ok(Progress::Idle);
    }
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    lease.fence(&tx).await?;
    let events = consumers::next_events(&tx, JOB, BATCH).await?;
    let full = events.len() as i64 == BATCH;
    let events = if app.demonstration { of_late(events, tx.now()) } else { events };
    let notifications = notifications_of(&tx, events).await?;
    write(&tx, &notifications).await?;
    tx.commit().await?;
    Ok(if full { Progress::More } else { Progress::Idle })
}

/// A demonstration network is loaded with half a year of its past: of that its members have read
/// everything but the last days.
fn of_late(mut events: Vec<SequencedEvent>, now: Instant) -> Vec<SequencedEvent> {
    const UNREAD_DAYS: i64 = 4;
    let since = now.plus_seconds(-UNREAD_DAYS * 86_400);
    events.retain(|(event, _)| event.occurred_at > since);
    events
}

/// One member who is told of one event.
struct Notification {
    to: MemberId,
    urgent: bool,
    zone: Tz,
    subject: Uuid,
    event: event::Model,
}

/// An event that somebody is told of, and which organisations may know of what.
type RuledEvent = (&'static Rule, event::Model, Vec<(OrganisationId, Uuid)>);

async fn notifications_of(tx: &Tx, events: Vec<SequencedEvent>) -> Result<Vec<Notification>, DomainError> {
    let ruled =
        events.into_iter().filter_map(|(event, consumers)| Some((rule_of(event.kind)?, event, consumers)));
    let ruled: Vec<RuledEvent> = ruled.collect();
    let facts = Facts::gather(tx, &ruled).await?;
    let mut visibility = VisibilityCache { tx, seen: HashMap::new() };
    let mut notifications = Vec::new();
    for (rule, event, consumers) in ruled {
        for (organisation, subject) in consumers {
            for member in facts.members_of(organisation) {
                let Some(standing) = facts.standing(rule, &event, member, subject) else { continue };
                if rule.whom.takes(&standing)
                    && (rule.takes_away || visibility.is_visible(rule, member, &standing, subject).await?)
                {
                    notifications.push(Notification {
                        to: member.member,
                        urgent: rule.urgent,
                        zone: member.time_zone,
                        subject,
                        event: event.clone(),
                    });
                }
            }
        }
    }
    Ok(notifications)
}

/// What is known of those whom some events may concern.
struct Facts {
    members: HashMap<OrganisationId, Vec<Viewer>>,
    referrals: HashMap<Uuid, referral::Model>,
    /// Of the people that the events are about, or their referrals.
    teams: HashMap<PersonId, HashSet<MemberId>>,
    /// Accounts of those who did something, by membership.
    doers: HashMap<MemberId, AccountId>,
}

impl Facts {
    async fn gather(tx: &Tx, events: &[RuledEvent]) -> Result<Self, DomainError> {
        let on = tx.on();
        let (mut organisations, mut referrals, mut people) = (HashSet::new(), HashSet::new(), HashSet::new());
        for (rule, _, consumers) in events {
            organisations.extend(consumers.iter().map(|reader| reader.0));
            let subjects = consumers.iter().map(|reader| reader.1);
            match rule.about {
                About::Referral => referrals.extend(subjects.map(ReferralId)),
                About::Person => people.extend(subjects.map(PersonId)),
                About::Agreement => {}
            }
        }
        let referrals =
            referral::Entity::find().filter(referral::Column::Id.is_in(referrals)).all(on).await?;
        people.extend(referrals.iter().map(|row| row.person_id));
        let mut teams: HashMap<PersonId, HashSet<MemberId>> = HashMap::new();
        for row in case_team::Entity::find().filter(case_team::Column::PersonId.is_in(people)).all(on).await?
        {
            teams.entry(row.person_id).or_default().insert(row.member_id);
        }
        let mut members: HashMap<OrganisationId, Vec<Viewer>> = HashMap::new();
        for viewer in Viewer::of_organisations(on, organisations, tx.now()).await? {
            members.entry(viewer.organisation).or_default().push(viewer);
        }
        let doers: HashSet<MemberId> = events.iter().filter_map(|(_, event, _)| event.member_id).collect();
        let doers = member::Entity::find().filter(member::Column::Id.is_in(doers)).all(on).await?;
        Ok(Self {
            members,
            referrals: referrals.into_iter().map(|row| (row.id.0, row)).collect(),
            teams,
            doers: doers.into_iter().map(|row| (row.id, row.account_id)).collect(),
        })
    }

    fn members_of(&self, organisation: OrganisationId) -> &[Viewer] {
        self.members.get(&organisation).map_or(&[], Vec::as_slice)
    }

    /// How a member stands to an event; nothing where what it is about is not there.
    fn standing(
        &self,
        rule: &Rule,
        event: &event::Model,
        member: &Viewer,
        subject: Uuid,
    ) -> Option<Standing> {
        let doer = event.member_id.and_then(|id| self.doers.get(&id));
        let mut standing = Standing {
            did_it: doer == Some(&member.account),
            theirs_did_it: event.organisation_id == Some(member.organisation),
            side: None,
            assigned: Assigned::Nobody,
            offered: false,
            on_team: false,
            may_answer: member.may(Action::ReferralAnswer),
            may_sign: member.may(Action::AgreementSign),
            leads: member.role == Role::Manager,
        };
        match rule.about {
            About::Agreement => {}
            About::Person => standing.on_team = self.is_on_team(member, PersonId(subject), None),
            About::Referral => {
                let referral = self.referrals.get(&subject)?;
                let recipient = member.organisation == referral.recipient_id;
                standing.side = Some(if recipient { Side::Recipient } else { Side::Sender });
                standing.on_team =
                    !recipient && self.is_on_team(member, referral.person_id, Some(referral.created_by));
                standing.assigned = self.assigned(member, referral);
                standing.offered = referral.offered_to == Some(member.member);
            }
        }
        Some(standing)
    }

    /// Whether a member is one of those who look after a person; the managers are, where nobody of
    /// the team is left.
    fn is_on_team(&self, one: &Viewer, person: PersonId, author: Option<MemberId>) -> bool {
        let team = self.teams.get(&person);
        let of_it = |member: &Viewer| {
            author == Some(member.member) || team.is_some_and(|team| team.contains(&member.member))
        };
        of_it(one) || one.role == Role::Manager && !self.members_of(one.organisation).iter().any(of_it)
    }

    /// To whom a referral is assigned; what is assigned to somebody who has left is everybody's.
    fn assigned(&self, one: &Viewer, referral: &referral::Model) -> Assigned {
        match referral.assigned_to {
            Some(member) if member == one.member => Assigned::Them,
            Some(member) if self.members_of(one.organisation).iter().any(|other| other.member == member) => {
                Assigned::Another
            }
            _ => Assigned::Nobody,
        }
    }
}

/// What members see, as it stands now.
struct VisibilityCache<'a> {
    tx: &'a Tx,
    seen: HashMap<(Who, Uuid), bool>,
}

/// What it depends on whether something is seen.
#[derive(PartialEq, Eq, Hash)]
enum Who {
    Member(MemberId),
    /// Received and nobody's yet, a referral is seen by everybody of one role or by none of them.
    Role(OrganisationId, Role),
}

impl Who {
    fn of(member: &Viewer, standing: &Standing) -> Self {
        match (standing.side, standing.assigned) {
            (Some(Side::Recipient), Assigned::Nobody) => Self::Role(member.organisation, member.role),
            _ => Self::Member(member.member),
        }
    }
}

impl VisibilityCache<'_> {
    async fn is_visible(
        &mut self,
        rule: &Rule,
        member: &Viewer,
        standing: &Standing,
        subject: Uuid,
    ) -> Result<bool, DomainError> {
        let key = (Who::of(member, standing), subject);
        if let Some(seen) = self.seen.get(&key) {
            return Ok(*seen);
        }
        let on = self.tx.on();
        let count = match rule.about {
            About::Referral => {
                let today = member.today(self.tx.now());
                let rows = visible::referrals(member, today, None);
                rows.filter(referral::Column::Id.eq(ReferralId(subject))).count(on).await?
            }
            About::Agreement => {
                let rows = visible::agreements(member);
                rows.filter(agreement::Column::Id.eq(AgreementId(subject))).count(on).await?
            }
            About::Person => {
                visible::people(member).filter(person::Column::Id.eq(PersonId(subject))).count(on).await?
            }
        };
        self.seen.insert(key, count > 0);
        Ok(count > 0)
    }
}

async fn write(tx: &Tx, notifications: &[Notification]) -> Result<(), DomainError> {
    let once = OnConflict::columns([notification::Column::MemberId, notification::Column::EventId])
        .do_nothing()
        .to_owned();
    let asked: Vec<Asked> =
        notifications.iter().map(|one| Asked { to: one.to, urgent: one.urgent, zone: one.zone }).collect();
    let emails = emails_for(tx, &asked).await?;
    let told: Vec<(&Notification, Option<EmailId>)> = notifications.iter().zip(emails).collect();
    for some in told.chunks(ROWS) {
        let rows = some.iter().map(|(one, email)| notification::ActiveModel {
            id: Set(NotificationId(tx.env().ordered_id())),
            member_id: Set(one.to),
            event_id: Set(one.event.id),
            kind: Set(one.event.kind),
            subject_id: Set(one.subject),
            created_at: Set(one.event.occurred_at),
            read_at: Set(None),
            email_id: Set(*email),
        });
        notification::Entity::insert_many(rows)
            .on_conflict(once.clone())
            .exec_without_returning(tx.on())
            .await?;
    }
    Ok(())
}
