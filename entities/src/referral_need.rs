//! A need that a referral is about.

use sea_orm::entity::prelude::*;

use crate::ids::{NeedId, ReferralId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_need")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub referral_id: ReferralId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub need_id: NeedId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::referral::Entity",
        from = "Column::ReferralId",
        to = "super::referral::Column::Id",
        skip_fk
    )]
    Referral,
}

impl ActiveModelBehavior for ActiveModel {}
