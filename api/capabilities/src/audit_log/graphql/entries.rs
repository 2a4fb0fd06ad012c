//! What the schema shows of an entry, and of what it is about.

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

/// Something that happened, as the viewer's organisation may know it. It names fields, never
/// contents.
pub struct AuditLogEntry {
    pub row: EntryRow,
    pub gathered: Arc<Gathered>,
}

/// Something that happened, as the viewer's organisation may know it. It names fields, never
/// contents.
#[Object]
impl AuditLogEntry {
    /// Opaque; says what it is the id of.
    async fn id(&self) -> ID {
        public(self.row.id)
    }

    /// Its place in the journal, which never changes. Not every number is in the journal of one
    /// organisation.
    async fn sequence_number(&self) -> SequenceNumber {
        SequenceNumber(self.row.sequence_number)
    }

    /// What happened.
    async fn kind(&self) -> Open<EventKind> {
        Open(self.row.kind)
    }

    /// When it happened.
    async fn at(&self) -> DateTime {
        DateTime(self.row.occurred_at)
    }

    /// By which way it came.
    async fn origin(&self) -> Coded<Origin> {
        Coded(self.row.origin)
    }

    /// For which organisation it was done; null for the program itself.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>, GraphqlError> {
        match self.row.organisation_id {
            Some(id) => self.gathered.organisation(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Who; null for a member of another organisation, and for the program itself.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        match self.row.member_id {
            Some(id) => self.gathered.member(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Names of the fields that changed; never what was in them.
    async fn fields(&self) -> &[String] {
        &self.row.fields
    }

    /// What it is about. Of a look, the people who were looked at: the organisation's own, or those
    /// disclosed to it.
    async fn subjects(&self) -> Vec<AuditLogSubject> {
        self.row.subjects.iter().map(|subject| self.thing(subject)).collect()
    }

    /// What it is about beside them: the message that was written, the need that was added, the
    /// referral through which a recipient looked. Null where there is nothing of the kind.
    async fn about(&self) -> Option<AuditLogSubject> {
        self.row.about.as_ref().map(|about| self.thing(about))
    }
}

impl AuditLogEntry {
    fn thing(&self, subject: &Subject) -> AuditLogSubject {
        AuditLogSubject { subject: *subject, gathered: self.gathered.clone() }
    }
}

/// A thing that an entry is about.
pub struct AuditLogSubject {
    subject: Subject,
    gathered: Arc<Gathered>,
}

/// A thing that an entry is about. Its kind and id are shown to everybody who reads the audit log; the thing itself is
/// null for a viewer who may not open it.
#[Object]
impl AuditLogSubject {
    /// What kind of thing it is.
    async fn kind(&self) -> Open<SubjectKind> {
        Open(self.subject.kind)
    }

    /// Finds its other entries: `auditLog(subject:)`.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        let declared = request(ctx).app.capabilities.subject(self.subject.kind);
        ID(declared.map_or_else(String::new, |declared| of_type(declared.id_type(), self.subject.id)))
    }

    /// The thing itself; null if the viewer may not open it, or it is read in another way.
    async fn node(&self, ctx: &Context<'_>) -> Result<Option<Node>, GraphqlError> {
        self.gathered.node(ctx, &self.subject).await
    }
}

/// What came into the journal behind a position, oldest first.
#[derive(SimpleObject)]
pub struct EventPage {
    /// By position; empty where nothing has come since.
    pub events: Vec<AuditLogEntry>,
    /// From where to ask on: the last event's, or what was asked for where there is none.
    pub next_sequence_number: SequenceNumber,
    /// Whether more is there already.
    pub has_more: bool,
}
