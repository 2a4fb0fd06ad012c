//! What a member is told of: that something happened, and about what. Never what is in it.

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
    /// A referral, an agreement or a person; which of them, the kind says.
    pub subject_id: Uuid,
    /// When it happened.
    pub created_at: Instant,
    /// Empty until the member has seen it.
    pub read_at: Option<Instant>,
    /// The mail that tells of it, where one does.
    pub email_id: Option<EmailId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
