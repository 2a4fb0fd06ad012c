//! Consumer of the audit log that creates notifications: for every member whom an event concerns and who may see its
//! subject.

use std::collections::{HashMap, HashSet};

use chrono_tz::Tz;
use entities::{
    codes::Role,
    event,
    ids::{AccountId, EmailId, MemberId, NotificationId, OrganisationId},
    instant::Instant,
    member, notification,
};
use platform::{
    access::Viewer,
    capability::{Capabilities, Members, Standing, Standings, Subject, SubjectKind, Told},
    context::AppState,
    db::{AuditContext, Tx},
    error::DomainError,
    events::{Lease, Progress, SequencedEvent, consumers},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use uuid::Uuid;

use super::queueing::{Asked, emails_for};

/// Name of the job, of its lease and of the consumer.
pub const JOB: &str = "notifications";
/// Greatest number of events that are processed together.
const BATCH: i64 = 200;
/// Rows of one statement.
const ROWS: usize = 500;

/// Creates the notifications of the next events.
pub async fn notify(app: &AppState, lease: &Lease) -> Result<Progress, DomainError> {
    if !consumers::is_behind(app.db.read(), JOB).await? {
        return Ok(Progress::Idle);
    }
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    lease.fence(&tx).await?;
    let events = consumers::next_events(&tx, JOB, BATCH).await?;
    let full = events.len() as i64 == BATCH;
    let events = if app.demonstration { of_late(events, tx.now()) } else { events };
    let notifications = notifications_of(&tx, app.capabilities, events).await?;
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

/// Notification of one member about one event.
struct Notification {
    to: MemberId,
    urgent: bool,
    zone: Tz,
    subject: Uuid,
    event: event::Model,
}

/// Event with notifications, and the organisations that may know its subjects.
struct ToldEvent {
    told: Told,
    subject: &'static dyn Subject,
    event: event::Model,
    consumers: Vec<(OrganisationId, Uuid)>,
}

async fn notifications_of(
    tx: &Tx,
    capabilities: Capabilities,
    events: Vec<SequencedEvent>,
) -> Result<Vec<Notification>, DomainError> {
    let told = |(event, consumers): SequencedEvent| {
        let declared = capabilities.event(event.kind)?;
        let subject = capabilities.subject(*declared.subjects.first()?)?;
        Some(ToldEvent { told: declared.told?, subject, event, consumers })
    };
    let events: Vec<ToldEvent> = events.into_iter().filter_map(told).collect();
    let facts = Facts::gather(tx, &events).await?;
    let mut visibility = VisibilityCache { tx, seen: HashMap::new() };
    let mut notifications = Vec::new();
    for each in events {
        for (organisation, subject) in &each.consumers {
            for member in facts.members.of(*organisation) {
                let Some(standing) = facts.concerns(&each, member, *subject) else { continue };
                if each.told.takes_away
                    || visibility.is_visible(each.subject, member, standing, *subject).await?
                {
                    notifications.push(Notification {
                        to: member.member,
                        urgent: each.told.urgent,
                        zone: member.time_zone,
                        subject: *subject,
                        event: each.event.clone(),
                    });
                }
            }
        }
    }
    Ok(notifications)
}

/// Organisations that may know of subjects, each with the subject.
type Consumers = HashSet<(OrganisationId, Uuid)>;

/// Facts about the members whom some events may concern.
struct Facts {
    members: Members,
    standings: HashMap<SubjectKind, Standings>,
    /// Accounts of those who did something, by membership.
    doers: HashMap<MemberId, AccountId>,
}

impl Facts {
    async fn gather(tx: &Tx, events: &[ToldEvent]) -> Result<Self, DomainError> {
        let on = tx.on();
        let mut organisations = HashSet::new();
        let mut subjects: HashMap<SubjectKind, (&dyn Subject, Consumers)> = HashMap::new();
        for each in events {
            organisations.extend(each.consumers.iter().map(|consumer| consumer.0));
            let (_, ids) =
                subjects.entry(each.subject.kind()).or_insert_with(|| (each.subject, Consumers::new()));
            ids.extend(each.consumers.iter().copied());
        }
        let members = Members::new(Viewer::of_organisations(on, organisations, tx.now()).await?);
        let mut standings = HashMap::new();
        for (kind, (subject, ids)) in subjects {
            let found = subject.standings(tx, &members, ids.into_iter().collect()).await?;
            standings.insert(kind, found);
        }
        let doers: HashSet<MemberId> = events.iter().filter_map(|each| each.event.member_id).collect();
        let doers = member::Entity::find().filter(member::Column::Id.is_in(doers)).all(on).await?;
        let doers = doers.into_iter().map(|row| (row.id, row.account_id)).collect();
        Ok(Self { members, standings, doers })
    }

    /// Relation of a member to the subject of an event that concerns them. The member who caused the event is not
    /// notified, in this or another organisation.
    fn concerns(&self, each: &ToldEvent, member: &Viewer, subject: Uuid) -> Option<Standing> {
        let doer = each.event.member_id.and_then(|id| self.doers.get(&id));
        let did_it = doer == Some(&member.account);
        let own_did_it = each.event.organisation_id == Some(member.organisation);
        let standing = *self.standings.get(&each.subject.kind())?.get(&(subject, member.member))?;
        let is_left_out = did_it || each.told.not_own && own_did_it;
        (!is_left_out && standing.relations.meets(each.told.to)).then_some(standing)
    }
}

/// Visibility of subjects to members at present.
struct VisibilityCache<'a> {
    tx: &'a Tx,
    seen: HashMap<(Who, Uuid), bool>,
}

/// Viewers who share the visibility of a subject.
#[derive(PartialEq, Eq, Hash)]
enum Who {
    Member(MemberId),
    /// Visible to all members of a role, or to none.
    Role(OrganisationId, Role),
}

impl VisibilityCache<'_> {
    async fn is_visible(
        &mut self,
        kind: &dyn Subject,
        member: &Viewer,
        standing: Standing,
        subject: Uuid,
    ) -> Result<bool, DomainError> {
        let who = if standing.alike {
            Who::Role(member.organisation, member.role)
        } else {
            Who::Member(member.member)
        };
        let key = (who, subject);
        if let Some(seen) = self.seen.get(&key) {
            return Ok(*seen);
        }
        let seen = kind.is_visible(self.tx, member, subject).await?;
        self.seen.insert(key, seen);
        Ok(seen)
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
