//! Message from one side of a referral to the other.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{MemberId, MessageId, OrganisationId, ReferralId},
    instant::Instant,
    sealed::Sealed,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MessageId,
    pub referral_id: ReferralId,
    /// Organisation of the author.
    pub organisation_id: OrganisationId,
    pub member_id: MemberId,
    /// Encrypted with the person's key if the sender wrote it, else with the disclosure's.
    pub text: Sealed,
    pub sent_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
