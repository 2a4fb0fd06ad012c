//! Email to a member. Its contents are composed when it is sent, from the notifications or the login link that refer
//! to it; none of them are stored.

use sea_orm::entity::prelude::*;

use crate::{
    codes::{EmailFailure, EmailFrequency, EmailState},
    ids::{EmailId, LoginLinkId, MemberId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "email")]
pub struct Model {
    /// Also the left half of its Message-ID, the same at every try.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EmailId,
    pub member_id: MemberId,
    /// Never that it is not sent at all.
    pub frequency: EmailFrequency,
    pub state: EmailState,
    pub created_at: Instant,
    /// Time from which it may be sent, or tried again.
    pub due_at: Instant,
    pub tries: i32,
    /// Claim of the worker that is sending it: an id for each run.
    pub holder: Option<Uuid>,
    /// Time at which the claim expires.
    pub held_until: Option<Instant>,
    /// Failure of the last attempt.
    pub failure: Option<EmailFailure>,
    pub sent_at: Option<Instant>,
    /// Login link in the email; empty for an email of notifications.
    pub login_link_id: Option<LoginLinkId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
