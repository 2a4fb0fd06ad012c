//! Agreements with their parties, and the register of legal bases.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use entities::{
    agreement, agreement_party,
    codes::AgreementState,
    ids::{AgreementId, LegalBasisRuleId, OrganisationId},
    legal_basis_rule,
};
use platform::{
    context::RequestContext,
    error::DomainError,
    paging::{Page, Paged},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Query, SelectStatement, SimpleExpr},
};

use super::places_in_list;
use crate::network::{DIRECTORY_READ, visible};

/// An agreement with its parties.
#[derive(Clone, Debug)]
pub struct AgreementRow {
    pub agreement: agreement::Model,
    pub parties: Vec<agreement_party::Model>,
}

/// A page of agreements, newest first.
pub async fn agreements(
    request: &RequestContext,
    state: Option<AgreementState>,
    page: &Page,
) -> Result<Paged<AgreementRow>, DomainError> {
    let mut found = visible::agreements(request.viewer_who_may(DIRECTORY_READ)?);
    if let Some(state) = state {
        found = found.filter(agreement::Column::State.eq(state));
    }
    let ordered = found.order_by_desc(agreement::Column::CreatedAt).order_by_asc(agreement::Column::Id);
    let rows = places_in_list(request, ordered, page).await?;
    let mut parties = parties_of(request.read(), rows.rows.iter().map(|row| row.1.id).collect()).await?;
    Ok(Paged {
        rows: rows
            .rows
            .into_iter()
            .map(|(cursor, agreement)| {
                let parties = parties.remove(&agreement.id).unwrap_or_default();
                (cursor, AgreementRow { agreement, parties })
            })
            .collect(),
        has_next: rows.has_next,
        has_previous: rows.has_previous,
        total: rows.total,
    })
}

/// Agreements by id, as far as the viewer sees them.
pub async fn agreements_by_id(
    request: &RequestContext,
    ids: &[AgreementId],
) -> Result<HashMap<AgreementId, AgreementRow>, DomainError> {
    let rows = visible::agreements(request.viewer_who_may(DIRECTORY_READ)?)
        .filter(agreement::Column::Id.is_in(ids.iter().copied()))
        .all(request.read())
        .await?;
    let mut parties = parties_of(request.read(), rows.iter().map(|row| row.id).collect()).await?;
    Ok(rows
        .into_iter()
        .map(|agreement| {
            let parties = parties.remove(&agreement.id).unwrap_or_default();
            (agreement.id, AgreementRow { agreement, parties })
        })
        .collect())
}

pub async fn agreement(request: &RequestContext, id: AgreementId) -> Result<AgreementRow, DomainError> {
    agreements_by_id(request, &[id]).await?.remove(&id).ok_or(DomainError::NotFound("agreement"))
}

/// The viewer's agreements with one organisation.
pub async fn agreements_with(
    request: &RequestContext,
    other: OrganisationId,
) -> Result<Vec<AgreementRow>, DomainError> {
    let viewer = request.viewer_who_may(DIRECTORY_READ)?;
    let theirs = with_party(agreement_party::Column::OrganisationId.eq(other));
    let ids: Vec<AgreementId> = visible::agreements(viewer)
        .filter(agreement::Column::Id.in_subquery(theirs))
        .order_by_desc(agreement::Column::CreatedAt)
        .select_only()
        .column(agreement::Column::Id)
        .into_tuple()
        .all(request.read())
        .await?;
    let mut rows = agreements_by_id(request, &ids).await?;
    Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
}

/// The ids of agreements that have such a party.
fn with_party(party: SimpleExpr) -> SelectStatement {
    Query::select()
        .column(agreement_party::Column::AgreementId)
        .from(agreement_party::Entity)
        .and_where(party)
        .to_owned()
}

/// Agreements in force on a day between an organisation and any of `others`, oldest first, each with those of
/// `others` that are its parties. An organisation may have dozens of agreements with many parties, so a caller that
/// needs one names one. An organisation has no agreement with itself, although it is a party of its own. For
/// capabilities that disclose; scopes are not checked here.
pub async fn agreements_in_force(
    on: &impl ConnectionTrait,
    organisation: OrganisationId,
    others: &[OrganisationId],
    today: NaiveDate,
) -> Result<Vec<(agreement::Model, HashSet<OrganisationId>)>, DomainError> {
    let theirs = agreement_party::Column::OrganisationId
        .is_in(others.iter().copied().filter(|id| *id != organisation));
    let mine = agreement_party::Column::OrganisationId.eq(organisation);
    let rows = agreement::Entity::find()
        .filter(agreement::Column::Id.in_subquery(with_party(mine)))
        .filter(agreement::Column::Id.in_subquery(with_party(theirs.clone())))
        .filter(visible::agreement_counts(today))
        .order_by_asc(agreement::Column::CreatedAt)
        .order_by_asc(agreement::Column::Id)
        .all(on)
        .await?;
    let mut parties: HashMap<AgreementId, HashSet<OrganisationId>> = HashMap::new();
    if !rows.is_empty() {
        let found = agreement_party::Entity::find()
            .filter(agreement_party::Column::AgreementId.is_in(rows.iter().map(|row| row.id)))
            .filter(theirs)
            .all(on)
            .await?;
        for party in found {
            parties.entry(party.agreement_id).or_default().insert(party.organisation_id);
        }
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let among = parties.remove(&row.id).unwrap_or_default();
            (row, among)
        })
        .collect())
}

/// The parties of agreements.
pub async fn parties_of(
    on: &impl ConnectionTrait,
    ids: Vec<AgreementId>,
) -> Result<HashMap<AgreementId, Vec<agreement_party::Model>>, DomainError> {
    let mut parties: HashMap<AgreementId, Vec<agreement_party::Model>> = HashMap::new();
    if ids.is_empty() {
        return Ok(parties);
    }
    let rows = agreement_party::Entity::find()
        .filter(agreement_party::Column::AgreementId.is_in(ids))
        .order_by_asc(agreement_party::Column::OrganisationId)
        .all(on)
        .await?;
    for row in rows {
        parties.entry(row.agreement_id).or_default().push(row);
    }
    Ok(parties)
}

/// One line of it.
pub async fn legal_basis_rule(
    request: &RequestContext,
    id: LegalBasisRuleId,
) -> Result<legal_basis_rule::Model, DomainError> {
    request.viewer_who_may(DIRECTORY_READ)?;
    let row = legal_basis_rule::Entity::find_by_id(id).one(request.read()).await?;
    row.ok_or(DomainError::NotFound("line of the register"))
}

/// The register of legal bases, by purpose, kind and country.
pub async fn legal_bases(request: &RequestContext) -> Result<Vec<legal_basis_rule::Model>, DomainError> {
    request.viewer_who_may(DIRECTORY_READ)?;
    Ok(legal_basis_rule::Entity::find()
        .order_by_asc(legal_basis_rule::Column::Country)
        .order_by_asc(legal_basis_rule::Column::Purpose)
        .order_by_asc(legal_basis_rule::Column::RecipientKind)
        .all(request.read())
        .await?)
}
