//! Referrals in lists: a page in one statement a side, with both organisations, the service, and what the
//! viewer calls the person.

use std::{cmp::Ordering, collections::HashMap};

use chrono::NaiveDate;
use entities::{
    codes::{Code, NeedDomain, Priority, ReferralState, Set},
    ids::{GroupId, MunicipalityId, NeedId, PersonId, ReferralId},
    instant::Instant,
    organisation, referral, referral_group, referral_need, service,
};
use platform::{
    access::{Viewer, conditions},
    context::RequestContext,
    db::contains,
    error::DomainError,
    paging::{Page, Paged, bad_cursor, held_by},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, RelationDef, RelationTrait, Select,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{
    super::{model, policy},
    row::{Facts, Listed, columns},
};
use crate::referrals::{Side, visible};

/// Filter of referrals.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub side: Option<Side>,
    /// Only those in which it is the viewer's organisation's move.
    pub waits_for_viewer: bool,
    /// Only open ones, or only closed ones.
    pub open: Option<bool>,
    pub states: Vec<ReferralState>,
    pub domain: Option<NeedDomain>,
    pub municipality: Option<MunicipalityId>,
    pub priority: Option<Priority>,
    /// Part of the reference, or of the name of the service or of either organisation.
    pub text: Option<String>,
}

/// Order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    UrgentFirst,
    NewestFirst,
}

impl Order {
    fn compare(self, one: &Facts, other: &Facts) -> Ordering {
        match self {
            Order::UrgentFirst => (one.due_on, one.id).cmp(&(other.due_on, other.id)),
            Order::NewestFirst => (other.created_at, other.id).cmp(&(one.created_at, one.id)),
        }
    }
}

/// A page of referrals that the viewer may see. Where both sides are wanted each is asked for by
/// itself: a statement about either can use the index of neither.
pub async fn referrals(
    request: &RequestContext,
    filter: &Filter,
    order: Order,
    page: &Page,
) -> Result<Paged<Listed>, DomainError> {
    let mut rows: Vec<Listed> = Vec::new();
    let mut total = page.total.then_some(0);
    for side in filter.side.map_or(vec![Side::Sent, Side::Received], |side| vec![side]) {
        let (of_side, count) = of_side(request, filter, side, order, page).await?;
        total = total.zip(count).map(|(total, count)| total + count);
        rows.extend(of_side);
    }
    if filter.side.is_none() {
        rows.sort_by(|one, other| order.compare(&one.facts, &other.facts));
    }
    Ok(Paged::behind(page, rows, total, |row| cursor_of(row, order)))
}

/// First referrals of one side, one more than a page holds; with the total number on request.
async fn of_side(
    request: &RequestContext,
    filter: &Filter,
    side: Side,
    order: Order,
    page: &Page,
) -> Result<(Vec<Listed>, Option<u64>), DomainError> {
    let found = filtered(request, request.viewer()?, filter, side)?;
    let total = if page.total {
        let counted = found.clone().filter(clock_runs(&states(filter, side)));
        Some(counted.count(request.read()).await?)
    } else {
        None
    };
    let ordered = match order {
        Order::UrgentFirst => found.order_by_asc(referral::Column::DueOn).order_by_asc(referral::Column::Id),
        Order::NewestFirst => {
            found.order_by_desc(referral::Column::CreatedAt).order_by_desc(referral::Column::Id)
        }
    };
    let ordered = match &page.after {
        Some(cursor) => ordered.filter(after_cursor(cursor, order)?),
        None => ordered,
    };
    let select = columns(request, ordered, Some(side))?.into_query();
    let mut statement = request.read().get_database_backend().build(&select);
    // The limit is part of the text, not a parameter: PostgreSQL would plan the statement again each time.
    statement.sql.push_str(&format!(" LIMIT {}", page.first + 1));
    Ok((Listed::find_by_statement(statement).all(request.read()).await?, total))
}

/// Referral that the viewer may see, on this side or on either.
pub async fn referral(
    request: &RequestContext,
    id: ReferralId,
    side: Option<Side>,
) -> Result<Listed, DomainError> {
    by_id(request, &[id], side).await?.pop().ok_or(DomainError::NotFound("referral"))
}

/// Referrals by id, as far as the viewer may see them.
pub async fn listed_by_id(
    request: &RequestContext,
    ids: &[ReferralId],
) -> Result<HashMap<ReferralId, Listed>, DomainError> {
    Ok(by_id(request, ids, None).await?.into_iter().map(|row| (row.facts.id, row)).collect())
}

async fn by_id(
    request: &RequestContext,
    ids: &[ReferralId],
    side: Option<Side>,
) -> Result<Vec<Listed>, DomainError> {
    let found = visible::referrals(request.viewer()?, request.today(), side)
        .filter(referral::Column::Id.is_in(ids.iter().copied()));
    run(request, columns(request, found, side)?.into_query()).await
}

/// The referrals of people that the viewer's organisation sent, newest first.
pub async fn of_person(
    request: &RequestContext,
    person: PersonId,
    page: &Page,
) -> Result<Paged<Listed>, DomainError> {
    let viewer = request.viewer()?;
    let skip = page.skip()?;
    let found = visible::referrals(viewer, request.today(), Some(Side::Sent))
        .filter(referral::Column::PersonId.eq(person));
    let total = if page.total { Some(found.clone().count(request.read()).await?) } else { None };
    let ordered = found
        .order_by_desc(referral::Column::CreatedAt)
        .order_by_desc(referral::Column::Id)
        .offset(skip)
        .limit(page.first + 1);
    let rows = run(request, columns(request, ordered, Some(Side::Sent))?.into_query()).await?;
    Ok(Paged::at(page, skip, rows, total))
}

/// The open referrals about each of these needs, sent by the viewer's organisation.
pub async fn open_for_needs(
    request: &RequestContext,
    needs: &[NeedId],
) -> Result<HashMap<NeedId, Vec<Listed>>, DomainError> {
    let links = referral_need::Entity::find()
        .filter(referral_need::Column::NeedId.is_in(needs.iter().copied()))
        .all(request.read())
        .await?;
    let found = visible::referrals(request.viewer()?, request.today(), Some(Side::Sent))
        .filter(referral::Column::Id.is_in(links.iter().map(|link| link.referral_id)))
        .filter(conditions::is_any(referral::Column::State, model::OPEN.iter().copied()))
        .order_by_desc(referral::Column::CreatedAt);
    let rows = run(request, columns(request, found, Some(Side::Sent))?.into_query()).await?;
    let mut by_need: HashMap<NeedId, Vec<Listed>> = HashMap::new();
    for row in rows {
        for link in links.iter().filter(|link| link.referral_id == row.facts.id) {
            by_need.entry(link.need_id).or_default().push(row.clone());
        }
    }
    Ok(by_need)
}

/// Referral groups that the viewer may see; only the sender does.
pub async fn groups_by_id(
    request: &RequestContext,
    ids: &[GroupId],
) -> Result<HashMap<GroupId, referral_group::Model>, DomainError> {
    let seen = visible::referrals(request.viewer()?, request.today(), Some(Side::Sent))
        .filter(referral::Column::GroupId.is_in(ids.iter().copied()))
        .select_only()
        .column(referral::Column::GroupId)
        .into_query();
    let rows = referral_group::Entity::find()
        .filter(referral_group::Column::Id.is_in(ids.iter().copied()))
        .filter(referral_group::Column::Id.in_subquery(seen))
        .all(request.read())
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Referrals of a group, for the sender only, oldest first.
pub async fn group_of(request: &RequestContext, group: GroupId) -> Result<Vec<Listed>, DomainError> {
    let found = visible::referrals(request.viewer()?, request.today(), Some(Side::Sent))
        .filter(referral::Column::GroupId.eq(group))
        .order_by_asc(referral::Column::CreatedAt)
        .order_by_asc(referral::Column::Id);
    run(request, columns(request, found, Some(Side::Sent))?.into_query()).await
}

/// Referrals that replaced one of a group, by that group, for the sender only; oldest first.
pub async fn rerouted_to(
    request: &RequestContext,
    ids: &[GroupId],
) -> Result<HashMap<GroupId, Vec<Listed>>, DomainError> {
    let to_parent: RelationDef = referral_group::Relation::Parent.def();
    let groups: Vec<(GroupId, GroupId)> = referral_group::Entity::find()
        .join(JoinType::InnerJoin, to_parent)
        .filter(referral::Column::GroupId.is_in(ids.iter().copied()))
        .select_only()
        .column(referral_group::Column::Id)
        .column_as(referral::Column::GroupId, "parent_group")
        .into_tuple()
        .all(request.read())
        .await?;
    let mut by_parent: HashMap<GroupId, Vec<Listed>> = HashMap::new();
    if groups.is_empty() {
        return Ok(by_parent);
    }
    let found = visible::referrals(request.viewer()?, request.today(), Some(Side::Sent))
        .filter(referral::Column::GroupId.is_in(groups.iter().map(|group| group.0)))
        .order_by_asc(referral::Column::CreatedAt);
    let parents: HashMap<GroupId, GroupId> = groups.into_iter().collect();
    for row in run(request, columns(request, found, Some(Side::Sent))?.into_query()).await? {
        if let Some(parent) = parents.get(&row.facts.group_id) {
            by_parent.entry(*parent).or_default().push(row);
        }
    }
    Ok(by_parent)
}

async fn run(
    request: &RequestContext,
    statement: sea_orm::sea_query::SelectStatement,
) -> Result<Vec<Listed>, DomainError> {
    let statement = request.read().get_database_backend().build(&statement);
    Ok(Listed::find_by_statement(statement).all(request.read()).await?)
}

fn filtered(
    request: &RequestContext,
    viewer: &Viewer,
    filter: &Filter,
    side: Side,
) -> Result<Select<referral::Entity>, DomainError> {
    let mut found = visible::referrals(viewer, request.today(), Some(side));
    let wanted = states(filter, side);
    if wanted != states(&Filter::default(), side) {
        found = found.filter(conditions::is_any(referral::Column::State, wanted));
    }
    if let Some(domain) = filter.domain {
        let bit = Set::<NeedDomain>::bit(domain);
        found = found.filter(Expr::col((referral::Entity, referral::Column::Domains)).bit_and(bit).ne(0));
    }
    if let Some(municipality) = filter.municipality {
        found = found.filter(referral::Column::MunicipalityId.eq(municipality));
    }
    if let Some(priority) = filter.priority {
        found = found.filter(conditions::is(referral::Column::Priority, priority));
    }
    if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        if text.chars().count() > 200 {
            return Err(DomainError::BadInput("text must be at most 200 characters".to_owned()));
        }
        found = found.filter(named(text));
    }
    Ok(found)
}

/// The states that a filter leaves on a side.
fn states(filter: &Filter, side: Side) -> Vec<ReferralState> {
    let ours = Some(policy::actor(side));
    ReferralState::all()
        .filter(|state| filter.states.is_empty() || filter.states.contains(state))
        .filter(|state| !filter.waits_for_viewer || model::waits_for(*state) == ours)
        .filter(|state| filter.open.is_none_or(|open| model::OPEN.contains(state) == open))
        // A draft is never received.
        .filter(|state| side == Side::Sent || *state != ReferralState::Draft)
        .collect()
}

/// If all of these states have a deadline, the condition also limits its date, so that an index excludes closed
/// referrals. Only for counting: for a page, PostgreSQL would fetch and sort all open referrals that the same index
/// returns in order.
fn clock_runs(states: &[ReferralState]) -> Condition {
    let all = states.iter().all(|state| model::deadline_kind(*state).is_some());
    let due = Expr::col(referral::Column::DueOn.as_column_ref()).lt(conditions::day(model::NEVER));
    Condition::all().add_option(all.then_some(due))
}

/// A text in the reference or in a name.
fn named(text: &str) -> Condition {
    let services = Query::select()
        .column(service::Column::Id)
        .from(service::Entity)
        .cond_where(contains(Expr::col(service::Column::Name), text))
        .to_owned();
    let organisations = Query::select()
        .column(organisation::Column::Id)
        .from(organisation::Entity)
        .cond_where(contains(Expr::col(organisation::Column::Name), text))
        .to_owned();
    Condition::any()
        .add(contains(Expr::col((referral::Entity, referral::Column::Reference)), text))
        .add(referral::Column::ServiceId.in_subquery(services))
        .add(referral::Column::SenderId.in_subquery(organisations.clone()))
        .add(referral::Column::RecipientId.in_subquery(organisations))
}

fn cursor_of(row: &Listed, order: Order) -> String {
    let id = row.facts.id.0.simple();
    match order {
        Order::UrgentFirst => format!("{}.{id}", row.facts.due_on),
        Order::NewestFirst => format!("{}.{id}", row.facts.created_at.0),
    }
}

fn after_cursor(cursor: &str, order: Order) -> Result<Expr, DomainError> {
    let (place, id) = cursor.split_once('.').ok_or_else(bad_cursor)?;
    let id = ReferralId(held_by(id)?);
    let here = |column: referral::Column| Expr::col((referral::Entity, column));
    Ok(match order {
        Order::UrgentFirst => {
            let due: NaiveDate = held_by(place)?;
            Expr::tuple([here(referral::Column::DueOn), here(referral::Column::Id)])
                .gt(Expr::tuple([Expr::value(due), Expr::value(id)]))
        }
        Order::NewestFirst => {
            let at = Instant(held_by(place)?);
            Expr::tuple([here(referral::Column::CreatedAt), here(referral::Column::Id)])
                .lt(Expr::tuple([Expr::value(at), Expr::value(id)]))
        }
    })
}

/// Numbers of open and closed referrals of a person whom the viewer may see.
pub async fn counts_of_person(request: &RequestContext, person: PersonId) -> Result<(u64, u64), DomainError> {
    let all = referral::Entity::find().filter(referral::Column::PersonId.eq(person));
    let open = all.clone().filter(referral::Column::ClosedAt.is_null()).count(request.read()).await?;
    Ok((open, all.count(request.read()).await? - open))
}
