//! Service of an organisation, in the terms of Open Referral HSDS 3.

use sea_orm::entity::prelude::*;

use crate::{
    codes::{LegalStatus, NeedDomain, Purpose, ServiceStatus, Set, Sex, Sobriety},
    ids::{OrganisationId, ServiceId},
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "service")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ServiceId,
    pub organisation_id: OrganisationId,
    pub name: String,
    pub description: String,
    /// The need it answers.
    pub domain: NeedDomain,
    /// Purpose of a disclosure to it.
    pub purpose: Purpose,
    pub status: ServiceStatus,
    /// Unit of capacity, such as bed or seat.
    pub unit: String,
    /// Whole years, inclusive.
    pub minimum_age: Option<i32>,
    /// Whole years, inclusive.
    pub maximum_age: Option<i32>,
    /// Sex of eligible people; empty for no limit.
    pub sex: Option<Sex>,
    /// Legal statuses of eligible people; empty for no limit.
    pub legal_statuses: Set<LegalStatus>,
    /// Statuses regarding alcohol and drugs of eligible people; empty for no limit.
    pub sobriety: Set<Sobriety>,
    /// Only people who return to the service area.
    pub residents_only: bool,
    pub eligibility_description: String,
    pub application_process: String,
    pub fees_description: String,
    /// Date on which a member last confirmed the description.
    pub assured_on: Option<Date>,
    /// Response time in working days; by priority if empty.
    pub respond_days: Option<i32>,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
