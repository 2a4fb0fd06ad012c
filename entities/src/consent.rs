//! A person's own answer about recipients, a purpose and scopes.

use sea_orm::entity::prelude::*;

use crate::{
    codes::{ConsentAnswer, ConsentHow, Purpose, ReportBack, Scope, Set},
    ids::{ConsentId, MemberId, PersonId},
    instant::Instant,
    sealed::Sealed,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "consent")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ConsentId,
    pub person_id: PersonId,
    pub answer: ConsentAnswer,
    pub purpose: Purpose,
    pub scopes: Set<Scope>,
    pub report_back: Set<ReportBack>,
    pub how: ConsentHow,
    pub in_custody: bool,
    /// Language in which the person was asked, BCP 47.
    pub language: String,
    /// The words that were said to the person; under the person's key.
    pub said: Sealed,
    /// Under the person's key.
    pub witness: Option<Sealed>,
    pub asked_by: MemberId,
    pub asked_at: Instant,
    /// Its last day.
    pub expires_on: Date,
    pub withdrawn_at: Option<Instant>,
    pub version: i32,
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
}

impl ActiveModelBehavior for ActiveModel {}
