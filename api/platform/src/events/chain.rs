//! The hash chain of the audit log: a keyed hash over the events of each batch and the batch before. A change of the
//! database without the key is detected, whatever is changed, removed or inserted; a removal at the end is detected
//! by a checkpoint that is kept elsewhere.

use std::collections::{BTreeSet, HashMap};

use entities::{
    audit_log_batch, audit_log_entry,
    codes::{Code, KeyPurpose},
    event, event_subject,
    ids::{EventId, OrganisationId},
    instant::Instant,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait,
    sea_query::{Expr, ExprTrait},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    db::Db,
    error::DomainError,
    sealing::{DataKey, Sealing},
};

/// End of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Number of the last batch; 0 before the first.
    pub number: i64,
    /// Sequence number of the last event; 0 before the first.
    pub sequence_number: i64,
    pub link: Vec<u8>,
}

/// An event with whom it is for and what it is about.
pub type SequencedEvent = (event::Model, Vec<(OrganisationId, Uuid)>);

/// The events' ids, so many at a time and fewer by naming some again: a statement with them stays the same and stays
/// prepared. What belongs to events is asked for by these and not by their positions: PostgreSQL, which plans a statement
/// once for all positions, does not know how few events lie between two, and reads all there is.
fn some_at_once<T>(events: &[T], id: impl Fn(&T) -> EventId) -> impl Iterator<Item = Vec<EventId>> {
    const AT_ONCE: usize = 100;
    events.chunks(AT_ONCE).map(move |some| some.iter().map(&id).cycle().take(AT_ONCE).collect())
}

/// End of the chain in the database.
pub async fn head(on: &impl ConnectionTrait) -> Result<Head, DomainError> {
    let last = audit_log_batch::Entity::find().order_by_desc(audit_log_batch::Column::Number).one(on).await?;
    Ok(last.map_or(Head { number: 0, sequence_number: 0, link: Vec::new() }, of_batch))
}

fn of_batch(row: audit_log_batch::Model) -> Head {
    Head { number: row.number, sequence_number: row.last_sequence_number, link: row.link }
}

/// Key of the chain, if it has been created.
pub async fn key(
    on: &impl ConnectionTrait,
    sealing: &Sealing,
) -> Result<Option<std::sync::Arc<DataKey>>, DomainError> {
    sealing.key_for(on, KeyPurpose::AuditLog, Uuid::nil()).await
}

/// The events of positions `first` to `last`, in their order.
pub async fn sequenced_events(
    on: &impl ConnectionTrait,
    first: i64,
    last: i64,
) -> Result<Vec<SequencedEvent>, DomainError> {
    let events = event::Entity::find()
        .filter(event::Column::SequenceNumber.between(first, last))
        .order_by_asc(event::Column::SequenceNumber)
        .all(on)
        .await?;
    let mut subjects: HashMap<EventId, Vec<(OrganisationId, Uuid)>> = HashMap::new();
    for ids in some_at_once(&events, |event| event.id) {
        let found = event_subject::Entity::find().filter(event_subject::Column::EventId.is_in(ids));
        for row in found.all(on).await? {
            subjects.entry(row.event_id).or_default().push((row.organisation_id, row.subject_id));
        }
    }
    Ok(events
        .into_iter()
        .map(|event| {
            let mut about = subjects.remove(&event.id).unwrap_or_default();
            about.sort();
            (event, about)
        })
        .collect())
}

/// The link of a batch: over its number, the link before, and every column of its events.
pub fn link(key: &DataKey, before: &Head, events: &[SequencedEvent]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(64 + events.len() * 256);
    let mut put = |part: &[u8]| {
        bytes.extend_from_slice(&(part.len() as u32).to_be_bytes());
        bytes.extend_from_slice(part);
    };
    put(&(before.number + 1).to_be_bytes());
    put(&before.link);
    for (event, subjects) in events {
        put(&event.sequence_number.unwrap_or_default().to_be_bytes());
        put(event.id.0.as_bytes());
        put(event.kind.code().as_bytes());
        put(&event.occurred_at.0.to_be_bytes());
        put(event.member_id.as_ref().map_or(&[][..], |id| id.0.as_bytes()));
        put(event.organisation_id.as_ref().map_or(&[][..], |id| id.0.as_bytes()));
        put(event.origin.code().as_bytes());
        put(event.about.as_ref().map_or(&[][..], |id| id.as_bytes()));
        put(event.fields.as_bytes());
        put(&(subjects.len() as u32).to_be_bytes());
        for (organisation, subject) in subjects {
            put(organisation.0.as_bytes());
            put(subject.as_bytes());
        }
    }
    key.mac(&bytes)
}

/// End of the chain at a time, to be kept outside the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    pub batch: i64,
    /// Called `position` in files of version 0.1.
    #[serde(alias = "position")]
    pub sequence_number: i64,
    /// 64 hexadecimal digits.
    pub link: String,
    pub noted_at: String,
}

impl Checkpoint {
    pub fn of(head: &Head, at: Instant) -> Self {
        let link = head.link.iter().map(|byte| format!("{byte:02x}")).collect();
        Self {
            batch: head.number,
            sequence_number: head.sequence_number,
            link,
            noted_at: at.utc().to_rfc3339(),
        }
    }

    fn is_of(&self, head: &Head) -> bool {
        let other = Self::of(head, Instant(0));
        (self.batch, self.sequence_number, &self.link) == (other.batch, other.sequence_number, &other.link)
    }
}

/// Result of the verification of the whole chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChainState {
    /// Every link holds, up to here.
    Intact(Head),
    /// Description of the tampering and its place.
    Tampered(String),
}

/// Whether an event has a sequence number outside every batch, or an entry of an organisation differs from its event.
async fn beyond(on: &impl ConnectionTrait, last: i64) -> Result<bool, DomainError> {
    let sequence_number = event::Column::SequenceNumber;
    let outside = Condition::any().add(sequence_number.gt(last)).add(sequence_number.lt(1));
    let found = event::Entity::find()
        .filter(outside)
        .select_only()
        .column(event::Column::Id)
        .into_tuple::<Uuid>()
        .one(on)
        .await?;
    let place = event::Column::SequenceNumber;
    let elsewhere = place.is_null().or(Expr::col(place.as_column_ref())
        .ne(Expr::col(audit_log_entry::Column::SequenceNumber.as_column_ref())));
    let of_event = audit_log_entry::Relation::Event.def();
    let entered =
        audit_log_entry::Entity::find().join(JoinType::InnerJoin, of_event).filter(elsewhere).one(on).await?;
    Ok(found.is_some() || entered.is_some())
}

/// Organisations that may read each event, by sequence number.
type Audience = BTreeSet<(OrganisationId, i64, EventId)>;

fn audience(events: &[SequencedEvent]) -> Audience {
    let of = |(event, consumers): &SequencedEvent| {
        let (sequence_number, id) = (event.sequence_number.unwrap_or_default(), event.id);
        consumers.iter().map(move |consumer| (consumer.0, sequence_number, id)).collect::<Vec<_>>()
    };
    events.iter().flat_map(of).collect()
}

/// The same, as the journals of the organisations have it.
async fn audit_log_entries(
    on: &impl ConnectionTrait,
    events: &[SequencedEvent],
) -> Result<Audience, DomainError> {
    let mut entered = Audience::new();
    for ids in some_at_once(events, |(event, _)| event.id) {
        let found = audit_log_entry::Entity::find().filter(audit_log_entry::Column::EventId.is_in(ids));
        for row in found.all(on).await? {
            entered.insert((row.organisation_id, row.sequence_number, row.event_id));
        }
    }
    Ok(entered)
}

/// Computes every hash again, compares the entries of organisations with the events, and looks up the checkpoint.
pub async fn verify(
    db: &Db,
    sealing: &Sealing,
    checkpoint: Option<&Checkpoint>,
) -> Result<ChainState, DomainError> {
    let on = db.read();
    let mut at = Head { number: 0, sequence_number: 0, link: Vec::new() };
    let key = key(on, sealing).await?;
    let mut anchored = checkpoint.is_none_or(|checkpoint| checkpoint.batch == 0);
    loop {
        let batches = audit_log_batch::Entity::find()
            .filter(audit_log_batch::Column::Number.gt(at.number))
            .order_by_asc(audit_log_batch::Column::Number)
            .limit(100)
            .all(on)
            .await?;
        if batches.is_empty() {
            // Events after the last batch were inserted by hand, unless a batch was added in between.
            let beyond = beyond(on, at.sequence_number).await?;
            if head(on).await?.number > at.number {
                continue;
            }
            if beyond {
                let end = at.sequence_number;
                return Ok(ChainState::Tampered(format!(
                    "the audit log has events outside the sequence numbers 1 to {end}"
                )));
            }
            break;
        }
        let Some(key) = &key else {
            return Ok(ChainState::Tampered("the key of the audit log is missing".to_owned()));
        };
        for batch in batches {
            if batch.number != at.number + 1 {
                return Ok(ChainState::Tampered(format!(
                    "batch {} of the audit log is missing",
                    at.number + 1
                )));
            }
            let (first, last) = (batch.first_sequence_number, batch.last_sequence_number);
            let events = sequenced_events(on, at.sequence_number + 1, last).await?;
            if first != at.sequence_number + 1
                || events.len() as i64 != last - at.sequence_number
                || link(key, &at, &events) != batch.link
            {
                return Ok(ChainState::Tampered(format!(
                    "the audit log was changed between the sequence numbers {} and {last}",
                    at.sequence_number + 1
                )));
            }
            if audit_log_entries(on, &events).await? != audience(&events) {
                return Ok(ChainState::Tampered(format!(
                    "the entries that organisations read differ from the events {first} to {last}"
                )));
            }
            at = of_batch(batch);
            anchored |= checkpoint.is_some_and(|checkpoint| checkpoint.is_of(&at));
        }
    }
    if let (false, Some(checkpoint)) = (anchored, checkpoint) {
        return Ok(ChainState::Tampered(format!(
            "the audit log ends before, or differs from, the checkpoint of {}, which has {} events",
            checkpoint.noted_at, checkpoint.sequence_number
        )));
    }
    Ok(ChainState::Intact(at))
}
