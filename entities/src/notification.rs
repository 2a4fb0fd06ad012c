//! Notification of a member about an event and its subject, never about its contents.

use sea_orm::entity::prelude::*;

use crate::{
    codes::EventKind,
    ids::{EmailId, EventId, MemberId, NotificationId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "notification")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NotificationId,
    pub member_id: MemberId,
    /// Once for each member.
    pub event_id: EventId,
    pub kind: EventKind,
    /// Id of the subject, a referral, an agreement or a person, depending on the kind.
    pub subject_id: Uuid,
    /// Time of the event.
    pub created_at: Instant,
    /// Empty until the member has seen it.
    pub read_at: Option<Instant>,
    /// Email that contains the notification, if there is one.
    pub email_id: Option<EmailId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
