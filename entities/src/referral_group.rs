//! Referrals of one person that belong together; also a single one has a group.

use sea_orm::entity::prelude::*;

use crate::{
    codes::GroupMode,
    ids::{GroupId, OrganisationId, PersonId, ReferralId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GroupId,
    pub sender_id: OrganisationId,
    pub person_id: PersonId,
    pub mode: GroupMode,
    /// Accepted referral of an ANY_ONE group; set once, by comparison.
    pub settled_by: Option<ReferralId>,
    /// The rejected referral that this group takes over from.
    pub parent_id: Option<ReferralId>,
    pub created_at: Instant,
    /// Whether its drafts are sent when the release is confirmed.
    pub send_on_release: bool,
    /// Reason why sending failed, as a code of sending.
    pub send_error: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::person::Entity",
        from = "Column::PersonId",
        to = "super::person::Column::Id",
        skip_fk
    )]
    Person,
    #[sea_orm(
        belongs_to = "super::referral::Entity",
        from = "Column::ParentId",
        to = "super::referral::Column::Id",
        skip_fk
    )]
    Parent,
}

impl ActiveModelBehavior for ActiveModel {}
