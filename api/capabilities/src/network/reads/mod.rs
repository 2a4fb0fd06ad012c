//! The directory, read: organisations and members, services with their places, agreements with
//! their parties.

mod agreements;
mod organisations;
mod services;

pub use agreements::{
    AgreementRow, agreement, agreements, agreements_by_id, agreements_in_force, agreements_with, legal_bases,
    legal_basis_rule, parties_of,
};
pub use organisations::{
    MemberRow, OrganisationFilter, OrganisationRow, colleagues, colleagues_by_id, demonstration_members,
    memberships, organisation, organisations, organisations_by_id,
};
pub use services::{
    PlacesRow, ServiceFilter, ServiceRow, capacities, holds, holds_of, places, service, service_facts,
    services, services_by_id, services_for,
};

use sea_orm::{EntityTrait, FromQueryResult, PaginatorTrait, QuerySelect, Select};

use platform::{
    context::RequestContext,
    error::DomainError,
    paging::{Page, Paged},
};

/// One page of an ordered list whose cursors are places in it.
async fn places_in_list<E>(
    request: &RequestContext,
    ordered: Select<E>,
    page: &Page,
) -> Result<Paged<E::Model>, DomainError>
where
    E: EntityTrait,
    E::Model: FromQueryResult + Send + Sync,
{
    let skip = page.skip()?;
    let total = if page.total { Some(ordered.clone().count(request.read()).await?) } else { None };
    let rows = ordered.offset(skip).limit(page.first + 1).all(request.read()).await?;
    Ok(Paged::at(page, skip, rows, total))
}
