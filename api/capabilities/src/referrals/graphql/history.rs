//! What happened to a referral: events, messages, appointments.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object};
use entities::{
    codes::{Attendance, EventKind},
    ids::MessageId,
};

use super::super::reads::{AppointmentRow, EventRow, Listed, MessageRow, OrganisationBrief};
use crate::loaders::loads;
use crate::network::{Member, Organisation};
use crate::referrals::events::{
    MESSAGE_WRITTEN, REFERRAL_ANSWERED, REFERRAL_INFORMATION_REQUESTED, REFERRAL_REOPENED,
};
use platform::{
    error::DomainError,
    graphql::{Coded, DateTime, GraphqlError, Open, Ready, ReadyFields, public, request},
};

/// Something that happened. It names what, never what was in it.
pub struct Event {
    pub row: EventRow,
    /// Whose name is at hand: the two sides of the referral.
    pub sides: Arc<[OrganisationBrief; 2]>,
}

impl Ready for Event {
    const READY_FIELDS: &'static [&'static str] = &["id", "kind", "at", "organisation"];
}

impl Event {
    /// Events of one referral.
    pub fn of(rows: Vec<EventRow>, listed: &Listed) -> Vec<ReadyFields<Self>> {
        let sides = Arc::new([listed.sender.clone(), listed.recipient.clone()]);
        rows.into_iter().map(|row| ReadyFields(Self { row, sides: sides.clone() })).collect()
    }
}

/// Something that happened. It names what, never what was in it.
#[Object]
impl Event {
    /// Opaque; says what it is the id of.
    pub async fn id(&self) -> ID {
        public(self.row.id)
    }

    /// What happened.
    async fn kind(&self) -> Open<EventKind> {
        Open(self.row.kind)
    }

    /// When it happened.
    async fn at(&self) -> DateTime {
        DateTime(self.row.occurred_at)
    }

    /// For which organisation; null for the program itself.
    async fn organisation(
        &self,
        ctx: &Context<'_>,
    ) -> Result<Option<ReadyFields<Organisation>>, GraphqlError> {
        let Some(id) = self.row.organisation_id else { return Ok(None) };
        Ok(Some(ReadyFields(match self.sides.iter().find(|side| side.id == id) {
            Some(side) => organisation(side),
            None => Organisation::load(ctx, id).await?,
        })))
    }

    /// Who; null for a member of another organisation, and for the program itself.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        match self.row.member_id {
            Some(id) => Member::load(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The message that it is about; null where it is about none, or it is closed.
    async fn message(&self, ctx: &Context<'_>) -> Result<Option<Message>, GraphqlError> {
        let about_message = matches!(
            self.row.kind,
            MESSAGE_WRITTEN | REFERRAL_INFORMATION_REQUESTED | REFERRAL_ANSWERED | REFERRAL_REOPENED
        );
        match self.row.about.filter(|_| about_message) {
            Some(id) => Ok(loads(ctx).load_one(MessageId(id)).await?.map(Message)),
            None => Ok(None),
        }
    }
}

/// What one side wrote to the other.
pub struct Message(pub MessageRow);

/// What one side of a referral wrote to the other.
#[Object]
impl Message {
    /// Opaque; says what it is the id of.
    pub async fn id(&self) -> ID {
        public(self.0.message.id)
    }

    /// Who wrote.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, GraphqlError> {
        Organisation::load(ctx, self.0.message.organisation_id).await
    }

    /// Null for a member of another organisation.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        Member::load(ctx, self.0.message.member_id).await
    }

    /// Whether the viewer's organisation wrote it.
    async fn is_viewers(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        Ok(request(ctx).viewer()?.organisation == self.0.message.organisation_id)
    }

    /// In words; shown to both sides of the referral.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// When it was written.
    async fn at(&self) -> DateTime {
        DateTime(self.0.message.sent_at)
    }
}

/// When and where a person is expected.
pub struct Appointment(pub AppointmentRow);

/// When and where a person is expected, through a referral.
#[Object]
impl Appointment {
    /// Opaque; says what it is the id of.
    pub async fn id(&self) -> ID {
        public(self.0.appointment.id)
    }

    /// When the person is expected; the sender sees it where the consent reports attendance.
    async fn starts_at(&self) -> DateTime {
        DateTime(self.0.appointment.starts_at)
    }

    /// Null for the sender.
    async fn place(&self) -> Option<&str> {
        self.0.place.as_deref()
    }

    /// Null until it is recorded.
    async fn attendance(&self) -> Option<Coded<Attendance>> {
        self.0.appointment.attendance.map(Coded)
    }

    /// Changes with every change; what is written names the one that was read.
    async fn version(&self) -> i32 {
        self.0.appointment.version
    }
}

/// When and where the person is expected.
#[derive(InputObject)]
pub struct AppointmentMakeInput {
    /// The `id` of a referral that the viewer's organisation received.
    pub(super) referral_id: ID,
    /// Between a year ago and two years from now.
    pub(super) starts_at: DateTime,
    /// 1000 characters at most.
    pub(super) place: String,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    pub(super) idempotency_key: Option<String>,
}

/// Who came.
#[derive(InputObject)]
pub struct AppointmentAttendanceInput {
    /// The `id` of an appointment that the viewer's organisation made.
    pub(super) appointment_id: ID,
    /// The version that was read.
    pub(super) version: i32,
    /// Whether the person was there.
    pub(super) attendance: Coded<Attendance>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    pub(super) idempotency_key: Option<String>,
}

/// How many events a client asks for.
pub fn events_asked(last: Option<i32>) -> Result<u64, GraphqlError> {
    u64::try_from(last.unwrap_or(3))
        .ok()
        .filter(|last| (1..=100).contains(last))
        .ok_or_else(|| DomainError::BadInput("last must be from 1 to 100".to_owned()).into())
}

/// An organisation of which a list knows the name.
pub fn organisation(brief: &OrganisationBrief) -> Organisation {
    Organisation {
        id: brief.id,
        kind: brief.kind,
        name: brief.name.clone(),
        province: brief.province.clone(),
        row: None,
    }
}
