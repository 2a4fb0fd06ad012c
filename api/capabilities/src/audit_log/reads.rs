//! The audit log, a page in two statements: one for the entries, one for their subjects.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use entities::{
    audit_log_entry,
    codes::{EventKind, Origin},
    event, event_subject,
    ids::{EventId, MemberId, OrganisationId},
    instant::Instant,
};
use platform::{
    access::{Viewer, conditions},
    capability::{About, Capabilities, EventDeclaration, SubjectKind},
    context::RequestContext,
    error::DomainError,
    paging::{Page, Paged, held_by},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, RelationDef, RelationTrait, Select,
    sea_query::{Expr, ExprTrait, Query, UnionType},
};
use uuid::Uuid;

use super::model;
use crate::audit_log::{AUDIT_LOG_READ, visible};

/// Filter of the audit log.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only these kinds; all if empty.
    pub kinds: Vec<EventKind>,
    /// Only what this colleague did.
    pub member: Option<MemberId>,
    /// Only what is about this, as a subject or beside it.
    pub subject: Option<Uuid>,
    /// First day, in the organisation's time zone.
    pub from: Option<NaiveDate>,
    /// Last day, in the organisation's time zone.
    pub to: Option<NaiveDate>,
}

/// Something that happened, as one organisation may know it.
#[derive(Clone, Debug)]
pub struct EntryRow {
    pub sequence_number: i64,
    pub id: EventId,
    pub kind: EventKind,
    pub occurred_at: Instant,
    pub organisation_id: Option<OrganisationId>,
    /// Member of the viewer's organisation.
    pub member_id: Option<MemberId>,
    pub origin: Origin,
    /// Names of the fields that changed.
    pub fields: Vec<String>,
    pub subjects: Vec<Subject>,
    pub about: Option<Subject>,
}

/// A thing that an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    pub kind: SubjectKind,
    pub id: Uuid,
}

#[derive(FromQueryResult)]
struct Row {
    sequence_number: i64,
    id: EventId,
    kind: EventKind,
    occurred_at: Instant,
    organisation_id: Option<OrganisationId>,
    member_id: Option<MemberId>,
    origin: Origin,
    about: Option<Uuid>,
    fields: String,
}

/// Page of the audit log of the viewer's organisation, newest first.
pub async fn audit_log(
    request: &RequestContext,
    filter: &Filter,
    page: &Page,
) -> Result<Paged<EntryRow>, DomainError> {
    let viewer = request.viewer_who_may(AUDIT_LOG_READ)?;
    let found = filtered(viewer, filter);
    let total = if page.total { Some(found.clone().count(request.read()).await?) } else { None };
    let found = match &page.after {
        None => found,
        Some(cursor) => {
            let sequence_number: i64 = held_by(cursor)?;
            found.filter(audit_log_entry::Column::SequenceNumber.lt(sequence_number))
        }
    };
    let newest_first = found.order_by_desc(audit_log_entry::Column::SequenceNumber);
    let (rows, has_next) = entries(request, viewer, newest_first, page.first).await?;
    let rows = rows.into_iter().map(|row| (row.sequence_number.to_string(), row)).collect();
    Ok(Paged { rows, has_next, has_previous: page.after.is_some(), total })
}

/// Entries of the viewer's organisation after a sequence number, oldest first, and whether there are more. Sequence
/// numbers are entered in order, so a client that continues from the last one misses nothing.
pub async fn events_since(
    request: &RequestContext,
    sequence_number: i64,
    first: u64,
) -> Result<(Vec<EntryRow>, bool), DomainError> {
    let viewer = request.viewer_who_may(AUDIT_LOG_READ)?;
    let oldest_first = filtered(viewer, &Filter::default())
        .filter(audit_log_entry::Column::SequenceNumber.gt(sequence_number))
        .order_by_asc(audit_log_entry::Column::SequenceNumber);
    let (rows, has_more) = entries(request, viewer, oldest_first, first).await?;
    if rows.is_empty() && sequence_number > 0 {
        let newest_first = visible::entries(viewer).order_by_desc(audit_log_entry::Column::SequenceNumber);
        let last = newest_first.one(request.read()).await?.map_or(0, |entry| entry.sequence_number);
        if sequence_number > last {
            // A client with a sequence number from before a restore would receive nothing for long, and then miss
            // entries.
            return Err(DomainError::BadInput(format!(
                "sequenceNumber is after the last entry of the audit log, {last}: the log was restored to an \
                 earlier state; continue from there or from the beginning"
            )));
        }
    }
    Ok((rows, has_more))
}

fn to_event() -> RelationDef {
    audit_log_entry::Relation::Event.def()
}

fn filtered(viewer: &Viewer, filter: &Filter) -> Select<audit_log_entry::Entity> {
    let mut found = visible::entries(viewer).join(JoinType::InnerJoin, to_event());
    if !filter.kinds.is_empty() {
        found = found.filter(conditions::is_any(event::Column::Kind, filter.kinds.iter().copied()));
    }
    if let Some(member) = filter.member {
        // Only members of the viewer's organisation: nothing is found by the id of another's member.
        found = found
            .filter(event::Column::MemberId.eq(member))
            .filter(event::Column::OrganisationId.eq(viewer.organisation));
    }
    if let Some(subject) = filter.subject {
        found = found.filter(is_about(viewer, subject));
    }
    if let Some(from) = filter.from {
        found = found.filter(event::Column::OccurredAt.gte(model::begin_of(from, viewer.time_zone)));
    }
    if let Some(after) = filter.to.and_then(|to| to.succ_opt()) {
        found = found.filter(event::Column::OccurredAt.lt(model::begin_of(after, viewer.time_zone)));
    }
    found
}

/// Whether an event is about a thing, for the viewer's organisation: each way by its own index.
fn is_about(viewer: &Viewer, thing: Uuid) -> Condition {
    let beside = Query::select()
        .column(event::Column::Id)
        .from(event::Entity)
        .and_where(Expr::col(event::Column::About).eq(thing))
        .to_owned();
    let either = Query::select()
        .column(event_subject::Column::EventId)
        .from(event_subject::Entity)
        .and_where(Expr::col(event_subject::Column::OrganisationId).eq(viewer.organisation))
        .and_where(Expr::col(event_subject::Column::SubjectId).eq(thing))
        .union(UnionType::Distinct, beside)
        .to_owned();
    Condition::all().add(audit_log_entry::Column::EventId.in_subquery(either))
}

/// The first of the entries in this order, and whether there are more.
async fn entries(
    request: &RequestContext,
    viewer: &Viewer,
    ordered: Select<audit_log_entry::Entity>,
    first: u64,
) -> Result<(Vec<EntryRow>, bool), DomainError> {
    let select = ordered
        .select_only()
        .column(audit_log_entry::Column::SequenceNumber)
        .columns([
            event::Column::Id,
            event::Column::Kind,
            event::Column::OccurredAt,
            event::Column::OrganisationId,
            event::Column::MemberId,
            event::Column::Origin,
            event::Column::About,
            event::Column::Fields,
        ])
        .into_query();
    let mut statement = request.read().get_database_backend().build(&select);
    // The limit is part of the text, not a parameter: PostgreSQL would plan the statement again each time.
    statement.sql.push_str(&format!(" LIMIT {}", first + 1));
    let mut rows = Row::find_by_statement(statement).all(request.read()).await?;
    let has_more = rows.len() as u64 > first;
    rows.truncate(first as usize);
    let mut subjects = subjects_of(request, viewer, &rows).await?;
    let entry = |row: Row| EntryRow {
        sequence_number: row.sequence_number,
        id: row.id,
        kind: row.kind,
        occurred_at: row.occurred_at,
        organisation_id: row.organisation_id,
        member_id: row.member_id.filter(|_| row.organisation_id == Some(viewer.organisation)),
        origin: row.origin,
        fields: row.fields.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        subjects: subjects.subjects.remove(&row.id).unwrap_or_default(),
        about: subjects.about.remove(&row.id),
    };
    Ok((rows.into_iter().map(entry).collect(), has_more))
}

/// Subjects of some events, by event.
#[derive(Default)]
struct SubjectsOf {
    subjects: HashMap<EventId, Vec<Subject>>,
    about: HashMap<EventId, Subject>,
}

/// Subjects of events that the viewer's organisation may know: of an access to people of several holders each reads
/// its own. An event that only a later release declares is shown without.
async fn subjects_of(
    request: &RequestContext,
    viewer: &Viewer,
    rows: &[Row],
) -> Result<SubjectsOf, DomainError> {
    let mut found = SubjectsOf::default();
    if rows.is_empty() {
        return Ok(found);
    }
    let capabilities = request.app.capabilities;
    let ids: Vec<(EventId, Uuid)> = event_subject::Entity::find()
        .filter(event_subject::Column::OrganisationId.eq(viewer.organisation))
        .filter(event_subject::Column::EventId.is_in(rows.iter().map(|row| row.id)))
        .select_only()
        .columns([event_subject::Column::EventId, event_subject::Column::SubjectId])
        .order_by_asc(event_subject::Column::SubjectId)
        .into_tuple()
        .all(request.read())
        .await?;
    let mut of_event: HashMap<EventId, Vec<Uuid>> = HashMap::new();
    for (event, id) in ids {
        of_event.entry(event).or_default().push(id);
    }
    let ids_of = |row: &Row| of_event.get(&row.id).map_or(&[][..], Vec::as_slice);
    // What may be of several kinds, and which of it is of a later one.
    let mut doubtful = Doubtful::default();
    for row in rows {
        let Some(declared) = capabilities.event(row.kind) else { continue };
        doubtful.note(declared.subjects, ids_of(row));
        doubtful.note(&kinds_about(capabilities, declared), row.about.as_slice());
    }
    let kinds = doubtful.resolve(request, viewer).await?;
    for row in rows {
        let Some(declared) = capabilities.event(row.kind) else { continue };
        let kind_of = |id: &Uuid, among: &[SubjectKind]| {
            let later = among.iter().skip(1).find(|kind| kinds.contains(&(**kind, *id)));
            later.or(among.first()).map(|kind| Subject { kind: *kind, id: *id })
        };
        let subjects = ids_of(row).iter().filter_map(|id| kind_of(id, declared.subjects));
        found.subjects.insert(row.id, subjects.collect());
        if let Some(about) = row.about.and_then(|id| kind_of(&id, &kinds_about(capabilities, declared))) {
            found.about.insert(row.id, about);
        }
    }
    Ok(found)
}

/// Possible kinds of the further object of an event.
fn kinds_about(capabilities: Capabilities, declared: &EventDeclaration) -> Vec<SubjectKind> {
    match declared.about {
        Some(About::One(kind)) => vec![kind],
        Some(About::GrantOwner) => capabilities.grant_owners().map(|owner| owner.subject).collect(),
        None => Vec::new(),
    }
}

/// Ids that may be of several kinds: some statements each kind, only where a page has some.
#[derive(Default)]
struct Doubtful(HashMap<SubjectKind, HashSet<Uuid>>);

impl Doubtful {
    /// Ids of one statement. One event may be about thousands of people, and databases bound what is bound.
    const TOGETHER: usize = 5_000;

    fn note(&mut self, kinds: &[SubjectKind], ids: &[Uuid]) {
        for kind in kinds.iter().skip(1) {
            self.0.entry(*kind).or_default().extend(ids);
        }
    }

    async fn resolve(
        self,
        request: &RequestContext,
        viewer: &Viewer,
    ) -> Result<HashSet<(SubjectKind, Uuid)>, DomainError> {
        let mut found = HashSet::new();
        for (kind, ids) in self.0 {
            let Some(subject) = request.app.capabilities.subject(kind) else { continue };
            let ids: Vec<Uuid> = ids.into_iter().collect();
            for some in ids.chunks(Self::TOGETHER) {
                let these = subject.among(&request.app.db, viewer.organisation, some.to_vec()).await?;
                found.extend(these.into_iter().map(|id| (kind, id)));
            }
        }
        Ok(found)
    }
}
