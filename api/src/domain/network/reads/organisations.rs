//! Organisations and their members.

use std::collections::HashMap;

use entities::{
    account,
    codes::{OrganisationKind, Role},
    ids::{MemberId, OrganisationId},
    member, organisation,
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::Expr,
};

use super::places_in_list;
use crate::{
    access::visible,
    db::contains,
    house::Call,
    paging::{Page, Paged},
    refusal::Refusal,
};

pub type OrganisationRow = organisation::Model;

/// A member with the name that colleagues know.
#[derive(Clone, Debug, FromQueryResult)]
pub struct MemberRow {
    pub id: MemberId,
    pub organisation_id: OrganisationId,
    pub role: Role,
    pub name: String,
    pub email: String,
}

/// What to look for among organisations.
#[derive(Clone, Debug, Default)]
pub struct OrganisationFilter {
    pub kind: Option<OrganisationKind>,
    pub province: Option<String>,
    pub text: Option<String>,
}

/// A page of organisations, by name.
pub async fn organisations(
    call: &Call,
    filter: OrganisationFilter,
    page: &Page,
) -> Result<Paged<OrganisationRow>, Refusal> {
    let mut found = visible::organisations(call.viewer()?);
    if let Some(kind) = filter.kind {
        found = found.filter(organisation::Column::Kind.eq(kind));
    }
    if let Some(province) = filter.province {
        found = found.filter(organisation::Column::Province.eq(province));
    }
    if let Some(text) = filter.text {
        found = found.filter(contains(Expr::col(organisation::Column::Name.as_column_ref()), &text));
    }
    let ordered = found.order_by_asc(organisation::Column::Name).order_by_asc(organisation::Column::Id);
    places_in_list(call, ordered, page).await
}

/// Organisations by id, as far as the viewer sees them.
pub async fn organisations_by_id(
    call: &Call,
    ids: &[OrganisationId],
) -> Result<HashMap<OrganisationId, OrganisationRow>, Refusal> {
    let rows = visible::organisations(call.viewer()?)
        .filter(organisation::Column::Id.is_in(ids.iter().copied()))
        .all(call.read())
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

pub async fn organisation(call: &Call, id: OrganisationId) -> Result<OrganisationRow, Refusal> {
    organisations_by_id(call, &[id]).await?.remove(&id).ok_or(Refusal::NotFound("organisation"))
}

/// Members of the viewer's own organisation by id; others' are not shown.
pub async fn colleagues_by_id(
    call: &Call,
    ids: &[MemberId],
) -> Result<HashMap<MemberId, MemberRow>, Refusal> {
    let viewer = call.viewer()?;
    let rows = members(member::Entity::find())
        .filter(member::Column::Id.is_in(ids.iter().copied()))
        .filter(member::Column::OrganisationId.eq(viewer.organisation))
        .into_model::<MemberRow>()
        .all(call.read())
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Every member of the viewer's own organisation, by name.
pub async fn colleagues(call: &Call) -> Result<Vec<MemberRow>, Refusal> {
    let viewer = call.viewer()?;
    Ok(members(member::Entity::find())
        .filter(member::Column::OrganisationId.eq(viewer.organisation))
        .filter(member::Column::EndedAt.is_null())
        .order_by_asc(account::Column::Name)
        .into_model::<MemberRow>()
        .all(call.read())
        .await?)
}

/// The viewer's own memberships.
pub async fn memberships(call: &Call) -> Result<Vec<MemberRow>, Refusal> {
    let viewer = call.viewer()?;
    Ok(members(member::Entity::find())
        .filter(member::Column::AccountId.eq(viewer.account))
        .filter(member::Column::EndedAt.is_null())
        .order_by_asc(member::Column::Id)
        .into_model::<MemberRow>()
        .all(call.read())
        .await?)
}

/// Who one can be on a demonstration network; nobody elsewhere.
pub async fn demonstration_members(call: &Call) -> Result<Vec<(MemberRow, OrganisationRow)>, Refusal> {
    if !call.house.demonstration {
        return Ok(Vec::new());
    }
    let rows = members(member::Entity::find())
        .filter(account::Column::Email.ends_with(".example"))
        .filter(member::Column::EndedAt.is_null())
        .order_by_asc(member::Column::Id)
        .limit(60)
        .into_model::<MemberRow>()
        .all(call.read())
        .await?;
    let organisations: HashMap<_, _> = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(rows.iter().map(|row| row.organisation_id)))
        .all(call.read())
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    Ok(rows
        .into_iter()
        .filter_map(|row| organisations.get(&row.organisation_id).cloned().map(|home| (row, home)))
        .collect())
}

fn members(found: Select<member::Entity>) -> Select<member::Entity> {
    found
        .join(JoinType::InnerJoin, crate::access::viewer::joins::account())
        .select_only()
        .columns([member::Column::Id, member::Column::OrganisationId, member::Column::Role])
        .columns([account::Column::Name, account::Column::Email])
}
