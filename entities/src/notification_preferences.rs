//! Notification preferences of a member, if chosen, and whether their email address works.

use sea_orm::entity::prelude::*;

use crate::{codes::EmailFrequency, ids::MemberId, instant::Instant};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "notification_preferences")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: MemberId,
    /// For urgent notifications.
    pub urgent: EmailFrequency,
    /// Everything else.
    pub other: EmailFrequency,
    /// Time at which the mail server rejected the address; no email is sent until the member chooses again.
    pub refused_at: Option<Instant>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
