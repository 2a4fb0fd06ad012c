//! What a member is told of: that something happened, and about what. Never what is in it.

use sea_orm::entity::prelude::*;

use crate::{
    codes::EventKind,
    ids::{EventId, MailId, MemberId, NoticeId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "notice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NoticeId,
    pub member_id: MemberId,
    /// Once for each member.
    pub event_id: EventId,
    pub kind: EventKind,
    /// A referral, an agreement or a person; which of them, the kind says.
    pub subject_id: Uuid,
    /// When it happened.
    pub created_at: Instant,
    /// Empty until the member has seen it.
    pub seen_at: Option<Instant>,
    /// The mail that tells of it, where one does.
    pub mail_id: Option<MailId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
