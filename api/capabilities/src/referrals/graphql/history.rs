//! History of a referral: events, messages and appointments.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object};
use entities::{
    codes::{Attendance, EventKind},
    ids::MessageId,
};
use platform::{
    error::DomainError,
    graphql::{Coded, DateTime, GraphqlError, Open, Ready, ReadyFields, public, request},
};

use super::super::reads::{AppointmentRow, EventRow, Listed, MessageRow, OrganisationBrief};
use crate::{
    loaders::loads,
    network::{Member, Organisation},
    referrals::events::{
        MESSAGE_WRITTEN, REFERRAL_ANSWERED, REFERRAL_INFORMATION_REQUESTED, REFERRAL_REOPENED,
    },
};

/// Event in the history of a referral. It names what happened, never the contents.
pub struct Event {
    pub row: EventRow,
    /// Briefs of the sender and the recipient, so that their names need no further query.
    pub sides: Arc<[OrganisationBrief; 2]>,
}

impl Ready for Event {
    const READY_FIELDS: &'static [&'static str] = &["id", "kind", "at", "organisation"];
}

impl Event {
    /// Page of the events of one referral.
    pub fn of(rows: Vec<EventRow>, listed: &Listed) -> Vec<ReadyFields<Self>> {
        let sides = Arc::new([listed.sender.clone(), listed.recipient.clone()]);
        rows.into_iter().map(|row| ReadyFields(Self { row, sides: sides.clone() })).collect()
    }
}

/// Event in the history of a referral. It names what happened, never the contents.
#[Object]
impl Event {
    /// Opaque global id.
    pub async fn id(&self) -> ID {
        public(self.row.id)
    }

    /// Kind of event.
    async fn kind(&self) -> Open<EventKind> {
        Open(self.row.kind)
    }

    /// Time of the event.
    async fn at(&self) -> DateTime {
        DateTime(self.row.occurred_at)
    }

    /// Organisation for which the event was caused; null for the program itself.
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

    /// Member who caused the event; null for a member of another organisation and for the program itself.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        match self.row.member_id {
            Some(id) => Member::load(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Message that the event is about; null if it is about none, or the message is closed to the viewer.
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

/// Message from one side of a referral to the other.
pub struct Message(pub MessageRow);

/// Message from one side of a referral to the other.
#[Object]
impl Message {
    /// Opaque global id.
    pub async fn id(&self) -> ID {
        public(self.0.message.id)
    }

    /// Organisation of the author.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, GraphqlError> {
        Organisation::load(ctx, self.0.message.organisation_id).await
    }

    /// Author; null for a member of another organisation.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        Member::load(ctx, self.0.message.member_id).await
    }

    /// Whether the viewer's organisation wrote the message.
    async fn is_viewers(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        Ok(request(ctx).viewer()?.organisation == self.0.message.organisation_id)
    }

    /// Text of the message; shown to both sides of the referral.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// Time of writing.
    async fn at(&self) -> DateTime {
        DateTime(self.0.message.sent_at)
    }
}

/// Time and place at which a person is expected.
pub struct Appointment(pub AppointmentRow);

/// Appointment of a person with the recipient of a referral.
#[Object]
impl Appointment {
    /// Opaque global id.
    pub async fn id(&self) -> ID {
        public(self.0.appointment.id)
    }

    /// Start of the appointment; the sender sees it if the consent reports attendance.
    async fn starts_at(&self) -> DateTime {
        DateTime(self.0.appointment.starts_at)
    }

    /// Place of the appointment; null for the sender.
    async fn place(&self) -> Option<&str> {
        self.0.place.as_deref()
    }

    /// Recorded attendance; null until it is recorded.
    async fn attendance(&self) -> Option<Coded<Attendance>> {
        self.0.appointment.attendance.map(Coded)
    }

    /// Version for optimistic locking: pass the version that was read to the mutation that changes it.
    async fn version(&self) -> i32 {
        self.0.appointment.version
    }
}

/// Appointment to make.
#[derive(InputObject)]
pub struct AppointmentMakeInput {
    /// Id of a referral that the viewer's organisation received.
    pub(super) referral_id: ID,
    /// Start of the appointment, from one year ago to two years ahead.
    pub(super) starts_at: DateTime,
    /// Place of the appointment, at most 1000 characters.
    pub(super) place: String,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    pub(super) idempotency_key: Option<String>,
}

/// Attendance to record.
#[derive(InputObject)]
pub struct AppointmentAttendanceInput {
    /// Id of an appointment that the viewer's organisation made.
    pub(super) appointment_id: ID,
    /// Version that was read, for optimistic locking.
    pub(super) version: i32,
    /// Attendance of the person.
    pub(super) attendance: Coded<Attendance>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    pub(super) idempotency_key: Option<String>,
}

/// Number of events that the client asks for.
pub fn events_asked(last: Option<i32>) -> Result<u64, GraphqlError> {
    u64::try_from(last.unwrap_or(3))
        .ok()
        .filter(|last| (1..=100).contains(last))
        .ok_or_else(|| DomainError::BadInput("last must be from 1 to 100".to_owned()).into())
}

/// Organisation whose name a list has loaded already.
pub fn organisation(brief: &OrganisationBrief) -> Organisation {
    Organisation {
        id: brief.id,
        kind: brief.kind,
        name: brief.name.clone(),
        province: brief.province.clone(),
        row: None,
    }
}
