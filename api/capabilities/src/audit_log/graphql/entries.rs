//! What the schema shows of an entry, and of what it is about.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use entities::{
    codes::{EventKind, Origin},
    ids::{
        AgreementId, AppointmentId, ConsentId, DisclosureId, ImportId, MemberId, MessageId, NeedId,
        OrganisationId, PersonId, ReferralId, ServiceId,
    },
};
use uuid::Uuid;

use super::{
    super::{
        model::AuditLogSubjectKind as Kind,
        reads::{EntryRow, Subject},
    },
    gathered::Gathered,
};
use crate::{
    network::{Agreement, Member, Organisation, Service},
    people::Person,
    referrals::Referral,
};
use platform::graphql::{Coded, DateTime, GraphqlError, PublicId, SequenceNumber, ids::of_type, public};

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
    async fn kind(&self) -> Coded<EventKind> {
        Coded(self.row.kind)
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

/// A thing that an entry is about. Its kind and id are shown to everybody who reads the journal;
/// the thing itself is null for whoever may not open it, and where it is of another kind.
pub struct AuditLogSubject {
    subject: Subject,
    gathered: Arc<Gathered>,
}

/// What the ids of things of a kind begin with: by it they are shown, and by it they are understood.
pub fn id_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Referral => ReferralId::TYPE,
        Kind::Person => PersonId::TYPE,
        Kind::Disclosure => DisclosureId::TYPE,
        Kind::Agreement => AgreementId::TYPE,
        Kind::Service => ServiceId::TYPE,
        Kind::Message => MessageId::TYPE,
        Kind::Appointment => AppointmentId::TYPE,
        Kind::Need => NeedId::TYPE,
        Kind::Consent => ConsentId::TYPE,
        Kind::Member => MemberId::TYPE,
        Kind::Organisation => OrganisationId::TYPE,
        Kind::Import => ImportId::TYPE,
    }
}

impl AuditLogSubject {
    /// The id within the subject, where it is of this kind.
    fn of(&self, kind: Kind) -> Option<Uuid> {
        (self.subject.kind == kind).then_some(self.subject.id)
    }
}

/// A thing that an entry is about. Its kind and id are shown to everybody who reads the journal;
/// the thing itself is null for whoever may not open it, and where it is of another kind.
#[Object]
impl AuditLogSubject {
    /// Which of the things below it is.
    async fn kind(&self) -> Coded<Kind> {
        Coded(self.subject.kind)
    }

    /// Finds its other entries: `audit_log(subject:)`.
    async fn id(&self) -> ID {
        ID(of_type(id_type(self.subject.kind), self.subject.id))
    }

    /// Null where it is none, or not for the viewer.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>, GraphqlError> {
        match self.of(Kind::Person) {
            Some(id) => self.gathered.person(ctx, PersonId(id)).await,
            None => Ok(None),
        }
    }

    /// Null where it is none, or not for the viewer.
    async fn referral(&self, ctx: &Context<'_>) -> Result<Option<Referral>, GraphqlError> {
        match self.of(Kind::Referral) {
            Some(id) => self.gathered.referral(ctx, ReferralId(id)).await,
            None => Ok(None),
        }
    }

    /// Null where it is none, or not for the viewer.
    async fn agreement(&self, ctx: &Context<'_>) -> Result<Option<Agreement>, GraphqlError> {
        match self.of(Kind::Agreement) {
            Some(id) => self.gathered.agreement(ctx, AgreementId(id)).await,
            None => Ok(None),
        }
    }

    /// A colleague; null where it is none.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        match self.of(Kind::Member) {
            Some(id) => self.gathered.member(ctx, MemberId(id)).await,
            None => Ok(None),
        }
    }

    /// Null where it is none.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>, GraphqlError> {
        match self.of(Kind::Organisation) {
            Some(id) => self.gathered.organisation(ctx, OrganisationId(id)).await,
            None => Ok(None),
        }
    }

    /// Null where it is none.
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>, GraphqlError> {
        match self.of(Kind::Service) {
            Some(id) => self.gathered.service(ctx, ServiceId(id)).await,
            None => Ok(None),
        }
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
