//! Appointment of a person with the recipient of a referral.

use sea_orm::entity::prelude::*;

use crate::{
    codes::Attendance,
    ids::{AppointmentId, MemberId, ReferralId},
    instant::Instant,
    sealed::Sealed,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "appointment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AppointmentId,
    pub referral_id: ReferralId,
    pub starts_at: Instant,
    /// Under the disclosure's key.
    pub place: Sealed,
    /// Empty until it is recorded.
    pub attendance: Option<Attendance>,
    pub made_by: MemberId,
    pub version: i32,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
