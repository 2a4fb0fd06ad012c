//! People, their needs and case teams, and accesses to their identity.

use std::collections::{HashMap, HashSet};

use entities::{
    case_team,
    codes::{KeyPurpose, Scope},
    event, event_subject,
    ids::{MemberId, NeedId, OrganisationId, PersonId, ReferralId},
    instant::Instant,
    need, person, person_hash,
};
use platform::{
    access::{Viewer, conditions},
    context::{IdentityAccess, RequestContext},
    error::DomainError,
    paging::{Page, Paged},
    sealing::{Cell, key_of},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, ExprTrait, Query},
};
use spreadsheets::column_inference::folded_words;

use super::super::model::{Particulars, name_matches, scope_of, search_tokens};
use crate::people::{events::IDENTITY_LOOKED_AT, visible};

/// A person whom the viewer may see.
#[derive(Clone, Debug)]
pub struct PersonRow {
    pub person: person::Model,
}

/// A need, with its text if the viewer's scopes allow it.
#[derive(Clone, Debug)]
pub struct NeedRow {
    pub need: need::Model,
    pub text: Option<String>,
}

/// Access to an identity.
#[derive(Clone, Debug, FromQueryResult)]
pub struct AccessRecordRow {
    pub occurred_at: Instant,
    pub organisation_id: Option<OrganisationId>,
    pub member_id: Option<MemberId>,
    pub about: Option<uuid::Uuid>,
}

/// People of the viewer's organisation: with a name, the hits, by name; without, by release, the
/// soonest first.
pub async fn people(
    request: &RequestContext,
    name: Option<&str>,
    page: &Page,
) -> Result<Paged<PersonRow>, DomainError> {
    let viewer = request.viewer()?;
    let skip = page.skip()?;
    if let Some(name) = name.filter(|name| !name.trim().is_empty()) {
        let hits = search(request, viewer, name).await?;
        let total = page.total.then_some(hits.len() as u64);
        let rows = hits.into_iter().skip(skip as usize).take(page.first as usize + 1).collect();
        return Ok(Paged::at(page, skip, rows, total));
    }
    let visible = visible::people(viewer);
    let total = if page.total { Some(visible.clone().count(request.read()).await?) } else { None };
    let today = request.today();
    // Those who are out already come after those who wait for the day.
    let order = Expr::case(Expr::col(person::Column::ReleaseDate).is_null(), 2)
        .case(Expr::col(person::Column::ReleaseDate).lt(today), 1)
        .finally(0);
    let order = Expr::Case(Box::new(order));
    let rows = visible
        .order_by_asc(order)
        .order_by_asc(person::Column::ReleaseDate)
        .order_by_asc(person::Column::Id)
        .offset(skip)
        .limit(page.first + 1)
        .all(request.read())
        .await?;
    fetch_keys(request, &rows).await?;
    Ok(Paged::at(page, skip, rows.into_iter().map(|person| PersonRow { person }).collect(), total))
}

/// Only members whose role reads names may learn whether a name is known.
fn must_read_names(viewer: &Viewer) -> Result<(), DomainError> {
    if viewer.scopes.contains(Scope::Identity) {
        return Ok(());
    }
    Err(DomainError::Forbidden("your role does not read names".to_owned()))
}

/// Those of these tokens that belong to people whom the viewer may see: they are recorded already. A person whom the
/// viewer may not see counts as unknown, and is recorded again.
pub async fn known(
    request: &RequestContext,
    tokens: impl IntoIterator<Item = &String>,
) -> Result<HashSet<String>, DomainError> {
    known_by(request, request.read(), tokens).await
}

/// The same, with the eyes of a transaction.
pub async fn known_by(
    request: &RequestContext,
    on: &impl ConnectionTrait,
    tokens: impl IntoIterator<Item = &String>,
) -> Result<HashSet<String>, DomainError> {
    let viewer = request.viewer()?;
    must_read_names(viewer)?;
    let owner = viewer.organisation.0;
    let Some(key) = request.app.sealing.key_for(on, KeyPurpose::Search, owner).await? else {
        return Ok(HashSet::new());
    };
    let asked: HashMap<Vec<u8>, &String> = tokens.into_iter().map(|token| (key.hash(token), token)).collect();
    // Usually no person is known, so people are queried only if one is.
    let found: Vec<(Vec<u8>, PersonId)> = person_hash::Entity::find()
        .filter(person_hash::Column::HolderId.eq(viewer.organisation))
        .filter(person_hash::Column::Hash.is_in(asked.keys().cloned()))
        .select_only()
        .columns([person_hash::Column::Hash, person_hash::Column::PersonId])
        .into_tuple()
        .all(on)
        .await?;
    if found.is_empty() {
        return Ok(HashSet::new());
    }
    let seen: HashSet<PersonId> = visible::people(viewer)
        .filter(person::Column::Id.is_in(found.iter().map(|(_, person)| *person)))
        .select_only()
        .column(person::Column::Id)
        .into_tuple()
        .all(on)
        .await?
        .into_iter()
        .collect();
    let there = found.into_iter().filter(|(_, person)| seen.contains(person));
    Ok(there.filter_map(|(hash, _)| asked.get(&hash).map(|token| (*token).clone())).collect())
}

/// People whose names have words with these beginnings. Found by keyed hashes; only the matches are decrypted, to
/// sort them and to drop those that share only the first three letters.
async fn search(
    request: &RequestContext,
    viewer: &Viewer,
    text: &str,
) -> Result<Vec<PersonRow>, DomainError> {
    let owner = viewer.organisation.0;
    must_read_names(viewer)?;
    let Some(key) = request.app.sealing.key_for(request.read(), KeyPurpose::Search, owner).await? else {
        return Ok(Vec::new());
    };
    let tokens = search_tokens(text);
    if tokens.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = visible::people(viewer);
    for token in tokens.iter().take(6) {
        let having = Query::select()
            .column(person_hash::Column::PersonId)
            .from(person_hash::Entity)
            .and_where(Expr::col(person_hash::Column::HolderId).eq(viewer.organisation))
            .and_where(Expr::col(person_hash::Column::Hash).eq(key.hash(token)))
            .to_owned();
        found = found.filter(person::Column::Id.in_subquery(having));
    }
    let rows = found.limit(1_000).all(request.read()).await?;
    fetch_keys(request, &rows).await?;
    let mut hits = Vec::new();
    for person in rows {
        let known = particulars(request, &person).await?;
        let name = format!("{} {}", known.family_name, known.given_name);
        if name_matches(&name, text) {
            hits.push((folded_words(&name), PersonRow { person }));
        }
    }
    hits.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(hits.into_iter().map(|hit| hit.1).collect())
}

async fn fetch_keys(request: &RequestContext, rows: &[person::Model]) -> Result<(), DomainError> {
    request.app.sealing.fetch(request.read(), rows.iter().map(|row| row.key_id)).await
}

/// People by id, as far as the viewer sees them.
pub async fn people_by_id(
    request: &RequestContext,
    ids: &[PersonId],
) -> Result<HashMap<PersonId, PersonRow>, DomainError> {
    let rows = visible::people(request.viewer()?)
        .filter(person::Column::Id.is_in(ids.iter().copied()))
        .all(request.read())
        .await?;
    fetch_keys(request, &rows).await?;
    Ok(rows.into_iter().map(|person| (person.id, PersonRow { person })).collect())
}

pub async fn person(request: &RequestContext, id: PersonId) -> Result<PersonRow, DomainError> {
    people_by_id(request, &[id]).await?.remove(&id).ok_or(DomainError::NotFound("person"))
}

/// Encrypted data of a person. A caller that shows name, contact or documents records the access.
pub async fn particulars(
    request: &RequestContext,
    person: &person::Model,
) -> Result<Particulars, DomainError> {
    let cell = Cell::new("person", "sealed", person.id.0);
    let Some(text) = request.app.sealing.open_if_there(request.read(), cell, &person.sealed).await? else {
        // Erased: a reader of a remaining referral sees no data.
        return Ok(Particulars::default());
    };
    serde_json::from_str(&text).map_err(|error| DomainError::Internal(format!("person.sealed: {error}")))
}

/// The same for showing an identity: the access is recorded first.
pub(crate) async fn read_identity(
    request: &RequestContext,
    person: &person::Model,
) -> Result<Particulars, DomainError> {
    request.record_access(IdentityAccess { holder: person.holder_id, person: person.id, through: None })?;
    particulars(request, person).await
}

/// Needs of people, oldest first.
pub async fn needs_of(
    request: &RequestContext,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<NeedRow>>, DomainError> {
    let viewer = request.viewer()?;
    let theirs = visible::people(viewer)
        .filter(person::Column::Id.is_in(people.iter().copied()))
        .select_only()
        .column(person::Column::Id);
    let rows = need::Entity::find()
        .filter(need::Column::PersonId.in_subquery(sea_orm::QueryTrait::into_query(theirs)))
        .order_by_asc(need::Column::CreatedAt)
        .order_by_asc(need::Column::Id)
        .all(request.read())
        .await?;
    let mut found: HashMap<PersonId, Vec<NeedRow>> = HashMap::new();
    for row in open_needs(request, viewer, rows).await? {
        found.entry(row.need.person_id).or_default().push(row);
    }
    Ok(found)
}

/// Needs by id, of people whom the viewer may see.
pub async fn needs_by_id(
    request: &RequestContext,
    ids: &[NeedId],
) -> Result<HashMap<NeedId, NeedRow>, DomainError> {
    let viewer = request.viewer()?;
    let theirs = visible::people(viewer).select_only().column(person::Column::Id);
    let rows = need::Entity::find()
        .filter(need::Column::Id.is_in(ids.iter().copied()))
        .filter(need::Column::PersonId.in_subquery(sea_orm::QueryTrait::into_query(theirs)))
        .all(request.read())
        .await?;
    Ok(open_needs(request, viewer, rows).await?.into_iter().map(|row| (row.need.id, row)).collect())
}

pub async fn need(request: &RequestContext, id: NeedId) -> Result<NeedRow, DomainError> {
    needs_by_id(request, &[id]).await?.remove(&id).ok_or(DomainError::NotFound("need"))
}

async fn open_needs(
    request: &RequestContext,
    viewer: &Viewer,
    rows: Vec<need::Model>,
) -> Result<Vec<NeedRow>, DomainError> {
    let sealing = &request.app.sealing;
    sealing.fetch(request.read(), rows.iter().filter_map(|row| key_of(&row.text))).await?;
    let mut opened = Vec::with_capacity(rows.len());
    for need in rows {
        let text = if viewer.scopes.contains(scope_of(need.domain)) {
            Some(sealing.open(request.read(), Cell::new("need", "text", need.id.0), &need.text).await?)
        } else {
            None
        };
        opened.push(NeedRow { need, text });
    }
    Ok(opened)
}

/// Case team of a person whom the viewer may see.
pub async fn case_team(request: &RequestContext, person: PersonId) -> Result<Vec<MemberId>, DomainError> {
    self::person(request, person).await?;
    Ok(case_team::Entity::find()
        .filter(case_team::Column::PersonId.eq(person))
        .order_by_asc(case_team::Column::Since)
        .select_only()
        .column(case_team::Column::MemberId)
        .into_tuple()
        .all(request.read())
        .await?)
}

/// Accesses to a person's identity, newest first.
pub async fn access_records(
    request: &RequestContext,
    person: PersonId,
    first: u64,
) -> Result<Vec<AccessRecordRow>, DomainError> {
    let holder = self::person(request, person).await?.person.holder_id;
    let events = Query::select()
        .column(event_subject::Column::EventId)
        .from(event_subject::Entity)
        .and_where(Expr::col(event_subject::Column::OrganisationId).eq(holder))
        .and_where(Expr::col(event_subject::Column::SubjectId).eq(person.0))
        .to_owned();
    Ok(event::Entity::find()
        .filter(event::Column::Id.in_subquery(events))
        .filter(conditions::is(event::Column::Kind, IDENTITY_LOOKED_AT))
        .order_by_desc(event::Column::Id)
        .limit(first)
        .into_model::<AccessRecordRow>()
        .all(request.read())
        .await?)
}

impl AccessRecordRow {
    /// The referral through which a recipient looked.
    pub fn referral(&self) -> Option<ReferralId> {
        self.about.map(ReferralId)
    }
}
