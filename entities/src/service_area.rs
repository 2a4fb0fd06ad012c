//! A province, a municipality or a prison that a service serves: one of the three.

use sea_orm::entity::prelude::*;

use crate::ids::{MunicipalityId, OrganisationId, ServiceAreaId, ServiceId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "service_area")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ServiceAreaId,
    pub service_id: ServiceId,
    /// ISO 3166-2.
    pub province: Option<String>,
    pub municipality_id: Option<MunicipalityId>,
    pub prison_id: Option<OrganisationId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
