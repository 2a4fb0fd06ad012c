//! What happened to a referral: events, messages, appointments.

use async_graphql::{Context, ID, Object};
use entities::{
    codes::{Attendance, EventKind},
    ids::MessageId,
};

use super::super::reads::{AppointmentRow, EventRow, Listed, MessageRow};
use crate::{
    domain::network::{Member, Organisation},
    graphql::{Coded, DateTime, Fault, call, loads, public},
};

/// Something that happened. It names what, never what was in it.
pub struct Event {
    pub row: EventRow,
    /// Whose name is at hand: the two sides of the referral.
    pub sides: [Side; 2],
}

/// An organisation that stands on one side of a referral.
#[derive(Clone)]
pub struct Side(pub super::super::reads::OrganisationBrief);

impl Event {
    pub fn of(row: EventRow, listed: &Listed) -> Self {
        Self { row, sides: [Side(listed.sender.clone()), Side(listed.recipient.clone())] }
    }
}

/// Something that happened. It names what, never what was in it.
#[Object]
impl Event {
    pub async fn id(&self) -> ID {
        public(self.row.id)
    }

    async fn kind(&self) -> Coded<EventKind> {
        Coded(self.row.kind)
    }

    async fn at(&self) -> DateTime {
        DateTime(self.row.occurred_at)
    }

    /// For which organisation; null for the program itself.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>, Fault> {
        let Some(id) = self.row.organisation_id else { return Ok(None) };
        match self.sides.iter().find(|side| side.0.id == id) {
            Some(side) => Ok(Some(super::types::organisation(&side.0))),
            None => Ok(Some(Organisation::load(ctx, id).await?)),
        }
    }

    /// Who; null for a member of another organisation, and for the program itself.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, Fault> {
        match self.row.member_id {
            Some(id) => Member::load(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The message that it is about; null where it is about none, or it is closed.
    async fn message(&self, ctx: &Context<'_>) -> Result<Option<Message>, Fault> {
        let about_message = matches!(
            self.row.kind,
            EventKind::MessageWritten | EventKind::ReferralInformationRequested | EventKind::ReferralAnswered
        );
        match self.row.about.filter(|_| about_message) {
            Some(id) => Ok(loads(ctx).load_one(MessageId(id)).await?.map(Message)),
            None => Ok(None),
        }
    }
}

/// What one side wrote to the other.
pub struct Message(pub MessageRow);

#[Object]
impl Message {
    pub async fn id(&self) -> ID {
        public(self.0.message.id)
    }

    /// Who wrote.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, Fault> {
        Organisation::load(ctx, self.0.message.organisation_id).await
    }

    /// Null for a member of another organisation.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, Fault> {
        Member::load(ctx, self.0.message.member_id).await
    }

    /// Whether the viewer's organisation wrote it.
    async fn is_viewers(&self, ctx: &Context<'_>) -> Result<bool, Fault> {
        Ok(call(ctx).viewer()?.organisation == self.0.message.organisation_id)
    }

    async fn text(&self) -> &str {
        &self.0.text
    }

    async fn at(&self) -> DateTime {
        DateTime(self.0.message.sent_at)
    }
}

/// When and where a person is expected.
pub struct Appointment(pub AppointmentRow);

#[Object]
impl Appointment {
    pub async fn id(&self) -> ID {
        public(self.0.appointment.id)
    }

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
