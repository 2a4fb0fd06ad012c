//! Organisations and their members.

use std::collections::HashMap;

use chrono::NaiveDate;
use entities::{
    account,
    codes::{OrganisationKind, Role},
    ids::{MemberId, OrganisationId},
    instant::Instant,
    member, organisation,
};
use platform::{
    access::{membership, viewer::joins},
    context::RequestContext,
    db::contains,
    error::DomainError,
    paging::{Page, Paged},
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, Func},
};

use super::places_in_list;
use crate::network::visible;

pub type OrganisationRow = organisation::Model;

/// A member with the name that colleagues see: their own, or the name in the invitation until the first sign-in.
#[derive(Clone, Debug, FromQueryResult)]
pub struct MemberRow {
    pub id: MemberId,
    pub organisation_id: OrganisationId,
    pub role: Role,
    pub name: String,
    pub email: String,
    pub ended_at: Option<Instant>,
    pub ends_on: Option<NaiveDate>,
    pub signed_in_at: Option<Instant>,
    /// Of the organisation.
    pub time_zone: String,
}

impl MemberRow {
    /// Whether the membership is valid: it was not ended, and its last day is not over.
    fn holds(&self, now: Instant) -> bool {
        let today = membership::today(membership::zone(&self.time_zone), now);
        self.ended_at.is_none() && membership::holds(self.role, self.ends_on, today)
    }
}

/// Filter of organisations.
#[derive(Clone, Debug, Default)]
pub struct OrganisationFilter {
    pub kind: Option<OrganisationKind>,
    pub province: Option<String>,
    pub text: Option<String>,
}

/// A page of organisations, by name.
pub async fn organisations(
    request: &RequestContext,
    filter: OrganisationFilter,
    page: &Page,
) -> Result<Paged<OrganisationRow>, DomainError> {
    let mut found = visible::organisations(request.viewer()?);
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
    places_in_list(request, ordered, page).await
}

/// Organisations by id, as far as the viewer sees them.
pub async fn organisations_by_id(
    request: &RequestContext,
    ids: &[OrganisationId],
) -> Result<HashMap<OrganisationId, OrganisationRow>, DomainError> {
    let rows = visible::organisations(request.viewer()?)
        .filter(organisation::Column::Id.is_in(ids.iter().copied()))
        .all(request.read())
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

pub async fn organisation(
    request: &RequestContext,
    id: OrganisationId,
) -> Result<OrganisationRow, DomainError> {
    organisations_by_id(request, &[id]).await?.remove(&id).ok_or(DomainError::NotFound("organisation"))
}

/// Members of the viewer's own organisation by id; others' are not shown.
pub async fn colleagues_by_id(
    request: &RequestContext,
    ids: &[MemberId],
) -> Result<HashMap<MemberId, MemberRow>, DomainError> {
    let viewer = request.viewer()?;
    let rows = members(member::Entity::find())
        .filter(member::Column::Id.is_in(ids.iter().copied()))
        .filter(member::Column::OrganisationId.eq(viewer.organisation))
        .into_model::<MemberRow>()
        .all(request.read())
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Members of the viewer's own organisation, by name; those who have left, where these are wanted.
pub async fn colleagues(request: &RequestContext, left: bool) -> Result<Vec<MemberRow>, DomainError> {
    let viewer = request.viewer()?;
    let mut rows = members(member::Entity::find())
        .filter(member::Column::OrganisationId.eq(viewer.organisation))
        .order_by_asc(known_as())
        .into_model::<MemberRow>()
        .all(request.read())
        .await?;
    rows.retain(|row| row.holds(request.now) != left);
    Ok(rows)
}

/// The viewer's own memberships.
pub async fn memberships(request: &RequestContext) -> Result<Vec<MemberRow>, DomainError> {
    let viewer = request.viewer()?;
    let mut rows = members(member::Entity::find())
        .filter(member::Column::AccountId.eq(viewer.account))
        .order_by_asc(member::Column::Id)
        .into_model::<MemberRow>()
        .all(request.read())
        .await?;
    rows.retain(|row| row.holds(request.now));
    Ok(rows)
}

/// Members as whom a visitor can sign in on a demonstration network; none elsewhere.
pub async fn demonstration_members(
    request: &RequestContext,
) -> Result<Vec<(MemberRow, OrganisationRow)>, DomainError> {
    if !request.app.demonstration {
        return Ok(Vec::new());
    }
    let mut rows = members(member::Entity::find())
        .filter(account::Column::Email.ends_with(".example"))
        .order_by_asc(member::Column::Id)
        .limit(60)
        .into_model::<MemberRow>()
        .all(request.read())
        .await?;
    rows.retain(|row| row.holds(request.now));
    let organisations: HashMap<_, _> = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(rows.iter().map(|row| row.organisation_id)))
        .all(request.read())
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
    use member::Column::{EndedAt, EndsOn, Id, OrganisationId, Role, SignedInAt};
    found
        .join(JoinType::InnerJoin, joins::account())
        .join(JoinType::InnerJoin, joins::organisation())
        .select_only()
        .columns([Id, OrganisationId, Role, EndedAt, EndsOn, SignedInAt])
        .column_as(known_as(), "name")
        .column(account::Column::Email)
        .column(organisation::Column::TimeZone)
}

fn known_as() -> Expr {
    let own = Expr::col(account::Column::Name.as_column_ref());
    Func::coalesce([Expr::col(member::Column::InvitedAs.as_column_ref()), own]).into()
}
