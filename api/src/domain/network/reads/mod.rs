//! The directory, read: organisations and members, services with their places, agreements with
//! their parties.

mod agreements;
mod organisations;
mod services;

pub use agreements::{
    AgreementRow, agreement, agreements, agreements_by_id, agreements_in_force, agreements_with, ground_rule,
    ground_rules, parties_of,
};
pub use organisations::{
    MemberRow, OrganisationFilter, OrganisationRow, colleagues, colleagues_by_id, demonstration_members,
    memberships, organisation, organisations, organisations_by_id,
};
pub use services::{
    PlacesRow, ServiceFilter, ServiceRow, capacities, holds, places, service, service_facts, services,
    services_by_id, services_for,
};

use sea_orm::{EntityTrait, FromQueryResult, PaginatorTrait, QuerySelect, Select};

use crate::{
    house::Call,
    paging::{Page, Paged},
    refusal::Refusal,
};

/// One page of an ordered list whose cursors are places in it.
async fn places_in_list<E>(call: &Call, ordered: Select<E>, page: &Page) -> Result<Paged<E::Model>, Refusal>
where
    E: EntityTrait,
    E::Model: FromQueryResult + Send + Sync,
{
    let skip = page.skip()?;
    let total = if page.total { Some(ordered.clone().count(call.read()).await?) } else { None };
    let rows = ordered.offset(skip).limit(page.first + 1).all(call.read()).await?;
    Ok(Paged::at(page, skip, rows, total))
}
