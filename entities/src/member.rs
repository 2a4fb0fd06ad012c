//! A user in an organisation, with a role.

use sea_orm::entity::prelude::*;

use crate::{
    codes::Role,
    ids::{AccountId, MemberId, OrganisationId},
    instant::Instant,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MemberId,
    pub account_id: AccountId,
    pub organisation_id: OrganisationId,
    pub role: Role,
    pub created_at: Instant,
    /// Time at which the membership ended; an ended member has no permissions.
    pub ended_at: Option<Instant>,
    /// The last day of one that is for a time, in the organisation's own time zone.
    pub ends_on: Option<Date>,
    /// Name given in the invitation, until the first sign-in: the inviting member must not learn the name of an
    /// existing account.
    pub invited_as: Option<String>,
    /// Time of the last sign-in; empty before the first.
    pub signed_in_at: Option<Instant>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::organisation::Entity",
        from = "Column::OrganisationId",
        to = "super::organisation::Column::Id",
        skip_fk
    )]
    Organisation,
    #[sea_orm(
        belongs_to = "super::account::Entity",
        from = "Column::AccountId",
        to = "super::account::Column::Id",
        skip_fk
    )]
    Account,
}

impl ActiveModelBehavior for ActiveModel {}
