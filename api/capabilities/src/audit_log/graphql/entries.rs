//! Entries of the audit log and their subjects in the schema.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use entities::codes::{EventKind, Origin};
use platform::{
    capability::SubjectKind,
    graphql::{Coded, DateTime, GraphqlError, Open, SequenceNumber, ids::of_type, public, request},
};

use super::{
    super::reads::{EntryRow, Subject},
    gathered::Gathered,
};
use crate::{
    network::{Member, Organisation},
    node::Node,
};

/// Entry of the audit log, as the viewer's organisation may know it. It names fields, never contents.
pub struct AuditLogEntry {
    pub row: EntryRow,
    pub gathered: Arc<Gathered>,
}

/// Entry of the audit log, as the viewer's organisation may know it. It names fields, never contents.
#[Object]
impl AuditLogEntry {
    /// Opaque global id.
    async fn id(&self) -> ID {
        public(self.row.id)
    }

    /// Sequence number in the audit log, which never changes. The log of one organisation does not have every number.
    async fn sequence_number(&self) -> SequenceNumber {
        SequenceNumber(self.row.sequence_number)
    }

    /// Kind of event.
    async fn kind(&self) -> Open<EventKind> {
        Open(self.row.kind)
    }

    /// Time of the event.
    async fn at(&self) -> DateTime {
        DateTime(self.row.occurred_at)
    }

    /// Origin of the change.
    async fn origin(&self) -> Coded<Origin> {
        Coded(self.row.origin)
    }

    /// Organisation that caused the event; null for the program itself.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>, GraphqlError> {
        match self.row.organisation_id {
            Some(id) => self.gathered.organisation(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Member who caused the event; null for a member of another organisation and for the program itself.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        match self.row.member_id {
            Some(id) => self.gathered.member(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Names of the fields that changed, without contents.
    async fn fields(&self) -> &[String] {
        &self.row.fields
    }

    /// Subjects of the event. For an access, the people whose identity was read: held by the organisation, or
    /// disclosed to it.
    async fn subjects(&self) -> Vec<AuditLogSubject> {
        self.row.subjects.iter().map(|subject| self.thing(subject)).collect()
    }

    /// Further object of the event: the message that was written, the need that was added, the referral through which
    /// a recipient read an identity. Null if there is none.
    async fn about(&self) -> Option<AuditLogSubject> {
        self.row.about.as_ref().map(|about| self.thing(about))
    }
}

impl AuditLogEntry {
    fn thing(&self, subject: &Subject) -> AuditLogSubject {
        AuditLogSubject { subject: *subject, gathered: self.gathered.clone() }
    }
}

/// Subject of an audit log entry.
pub struct AuditLogSubject {
    subject: Subject,
    gathered: Arc<Gathered>,
}

/// Subject of an audit log entry. Every reader of the audit log sees its kind and id.
#[Object]
impl AuditLogSubject {
    /// Kind of the subject.
    async fn kind(&self) -> Open<SubjectKind> {
        Open(self.subject.kind)
    }

    /// Id of the subject, for `auditLog(subject:)`, which finds its other entries.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        let declared = request(ctx).app.capabilities.subject(self.subject.kind);
        ID(declared.map_or_else(String::new, |declared| of_type(declared.id_type(), self.subject.id)))
    }

    /// Subject itself; null if the viewer may not open it, or it cannot be loaded by its id.
    async fn node(&self, ctx: &Context<'_>) -> Result<Option<Node>, GraphqlError> {
        self.gathered.node(ctx, &self.subject).await
    }
}

/// Page of events after a sequence number, oldest first.
#[derive(SimpleObject)]
pub struct EventPage {
    /// Events by sequence number; empty if there are no new ones.
    pub events: Vec<AuditLogEntry>,
    /// Sequence number for the next request: of the last event, or the requested one if there are no events.
    pub next_sequence_number: SequenceNumber,
    /// Whether more events are available now.
    pub has_more: bool,
}
