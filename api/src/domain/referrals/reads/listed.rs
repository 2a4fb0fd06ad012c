//! Referrals in lists: a page in one statement, with both organisations, the service, and what the
//! viewer calls the person.

use std::collections::HashMap;

use chrono::NaiveDate;
use entities::{
    codes::{NeedDomain, Priority, ReferralState, Set},
    ids::{GroupId, MunicipalityId, NeedId, PersonId, ReferralId},
    instant::Instant,
    organisation, referral, referral_group, referral_need, service,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, Func, LikeExpr, Query},
};

use super::{
    super::model::{self, Actor},
    row::{Listed, columns},
};
use crate::{
    access::{Viewer, visible, visible::Side},
    house::Call,
    paging::{Page, Paged, bad_cursor},
    refusal::Refusal,
};

/// What to look for among referrals.
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

/// In which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    UrgentFirst,
    NewestFirst,
}

/// A page of referrals that the viewer may see.
pub async fn referrals(
    call: &Call,
    filter: &Filter,
    order: Order,
    page: &Page,
) -> Result<Paged<Listed>, Refusal> {
    let viewer = call.viewer()?;
    let found = filtered(call, viewer, filter)?;
    let total = if page.total { Some(found.clone().count(call.read()).await?) } else { None };
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
    let mut statement =
        call.read().get_database_backend().build(&columns(call, ordered, filter.side)?.into_query());
    // The limit stands in the text, not in a parameter: PostgreSQL plans a bound one anew each time.
    statement.sql.push_str(&format!(" LIMIT {}", page.first + 1));
    let mut rows = Listed::find_by_statement(statement).all(call.read()).await?;
    let has_next = rows.len() as u64 > page.first;
    rows.truncate(page.first as usize);
    let rows = rows.into_iter().map(|row| (cursor_of(&row, order), row)).collect();
    Ok(Paged { rows, has_next, has_previous: page.after.is_some(), total })
}

/// One referral that the viewer may see.
pub async fn referral(call: &Call, id: ReferralId) -> Result<Listed, Refusal> {
    listed_by_id(call, &[id]).await?.remove(&id).ok_or(Refusal::NotFound("referral"))
}

/// Referrals by id, as far as the viewer may see them.
pub async fn listed_by_id(call: &Call, ids: &[ReferralId]) -> Result<HashMap<ReferralId, Listed>, Refusal> {
    let found = visible::referrals(call.viewer()?, call.today(), None)
        .filter(referral::Column::Id.is_in(ids.iter().copied()));
    let rows = run(call, columns(call, found, None)?.into_query()).await?;
    Ok(rows.into_iter().map(|row| (row.facts.id, row)).collect())
}

/// The referrals of people that the viewer's organisation sent, newest first.
pub async fn of_person(call: &Call, person: PersonId, page: &Page) -> Result<Paged<Listed>, Refusal> {
    let viewer = call.viewer()?;
    let skip = page.skip()?;
    let found = visible::referrals(viewer, call.today(), Some(Side::Sent))
        .filter(referral::Column::PersonId.eq(person));
    let total = if page.total { Some(found.clone().count(call.read()).await?) } else { None };
    let ordered = found
        .order_by_desc(referral::Column::CreatedAt)
        .order_by_desc(referral::Column::Id)
        .offset(skip)
        .limit(page.first + 1);
    let rows = run(call, columns(call, ordered, Some(Side::Sent))?.into_query()).await?;
    Ok(Paged::at(page, skip, rows, total))
}

/// The open referrals about each of these needs, sent by the viewer's organisation.
pub async fn open_for_needs(call: &Call, needs: &[NeedId]) -> Result<HashMap<NeedId, Vec<Listed>>, Refusal> {
    let links = referral_need::Entity::find()
        .filter(referral_need::Column::NeedId.is_in(needs.iter().copied()))
        .all(call.read())
        .await?;
    let found = visible::referrals(call.viewer()?, call.today(), Some(Side::Sent))
        .filter(referral::Column::Id.is_in(links.iter().map(|link| link.referral_id)))
        .filter(visible::is_any(referral::Column::State, model::OPEN.iter().copied()))
        .order_by_desc(referral::Column::CreatedAt);
    let rows = run(call, columns(call, found, Some(Side::Sent))?.into_query()).await?;
    let mut by_need: HashMap<NeedId, Vec<Listed>> = HashMap::new();
    for row in rows {
        for link in links.iter().filter(|link| link.referral_id == row.facts.id) {
            by_need.entry(link.need_id).or_default().push(row.clone());
        }
    }
    Ok(by_need)
}

/// Groups of the viewer's organisation.
pub async fn groups_by_id(
    call: &Call,
    ids: &[GroupId],
) -> Result<HashMap<GroupId, referral_group::Model>, Refusal> {
    let rows = referral_group::Entity::find()
        .filter(referral_group::Column::Id.is_in(ids.iter().copied()))
        .filter(referral_group::Column::SenderId.eq(call.viewer()?.organisation))
        .all(call.read())
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The referrals of a group, for the sender alone, oldest first.
pub async fn group_of(call: &Call, group: GroupId) -> Result<Vec<Listed>, Refusal> {
    let found = visible::referrals(call.viewer()?, call.today(), Some(Side::Sent))
        .filter(referral::Column::GroupId.eq(group))
        .order_by_asc(referral::Column::CreatedAt)
        .order_by_asc(referral::Column::Id);
    run(call, columns(call, found, Some(Side::Sent))?.into_query()).await
}

/// The referrals that took over from a rejected one, for the sender alone.
pub async fn rerouted_to(call: &Call, id: ReferralId) -> Result<Vec<Listed>, Refusal> {
    let groups: Vec<GroupId> = referral_group::Entity::find()
        .filter(referral_group::Column::ParentId.eq(id))
        .select_only()
        .column(referral_group::Column::Id)
        .into_tuple()
        .all(call.read())
        .await?;
    let found = visible::referrals(call.viewer()?, call.today(), Some(Side::Sent))
        .filter(referral::Column::GroupId.is_in(groups))
        .order_by_asc(referral::Column::CreatedAt);
    run(call, columns(call, found, Some(Side::Sent))?.into_query()).await
}

async fn run(call: &Call, statement: sea_orm::sea_query::SelectStatement) -> Result<Vec<Listed>, Refusal> {
    let statement = call.read().get_database_backend().build(&statement);
    Ok(Listed::find_by_statement(statement).all(call.read()).await?)
}

fn filtered(call: &Call, viewer: &Viewer, filter: &Filter) -> Result<Select<referral::Entity>, Refusal> {
    let mut found = visible::referrals(viewer, call.today(), filter.side);
    if filter.waits_for_viewer {
        found = found.filter(waits_for(viewer, filter.side));
    }
    if let Some(open) = filter.open {
        let in_open = visible::is_any(referral::Column::State, model::OPEN.iter().copied());
        found = found.filter(if open { in_open } else { in_open.not() });
    }
    if !filter.states.is_empty() {
        found = found.filter(visible::is_any(referral::Column::State, filter.states.iter().copied()));
    }
    if let Some(domain) = filter.domain {
        let bit = Set::<NeedDomain>::bit(domain);
        found = found.filter(Expr::col((referral::Entity, referral::Column::Domains)).bit_and(bit).ne(0));
    }
    if let Some(municipality) = filter.municipality {
        found = found.filter(referral::Column::MunicipalityId.eq(municipality));
    }
    if let Some(priority) = filter.priority {
        found = found.filter(visible::is(referral::Column::Priority, priority));
    }
    if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        if text.chars().count() > 200 {
            return Err(Refusal::BadInput("text must be at most 200 characters".to_owned()));
        }
        found = found.filter(named(text));
    }
    Ok(found)
}

fn waits_for(viewer: &Viewer, side: Option<Side>) -> Condition {
    let mine = |actor| visible::is_any(referral::Column::State, model::states_waiting_for(actor));
    let sent =
        Condition::all().add(referral::Column::SenderId.eq(viewer.organisation)).add(mine(Actor::Sender));
    let received = Condition::all()
        .add(referral::Column::RecipientId.eq(viewer.organisation))
        .add(mine(Actor::Recipient));
    match side {
        Some(Side::Sent) => sent,
        Some(Side::Received) => received,
        None => Condition::any().add(sent).add(received),
    }
}

/// A text in the reference or in a name, whatever the case, taken literally.
fn named(text: &str) -> Condition {
    let literal = text.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let like = |column: Expr| {
        Expr::expr(Func::lower(column)).like(LikeExpr::new(format!("%{literal}%")).escape('\\'))
    };
    let services = Query::select()
        .column(service::Column::Id)
        .from(service::Entity)
        .and_where(like(Expr::col(service::Column::Name)))
        .to_owned();
    let organisations = Query::select()
        .column(organisation::Column::Id)
        .from(organisation::Entity)
        .and_where(like(Expr::col(organisation::Column::Name)))
        .to_owned();
    Condition::any()
        .add(like(Expr::col((referral::Entity, referral::Column::Reference))))
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

fn after_cursor(cursor: &str, order: Order) -> Result<Expr, Refusal> {
    let (place, id) = cursor.split_once('.').ok_or_else(bad_cursor)?;
    let id = ReferralId(id.parse().map_err(|_| bad_cursor())?);
    let here = |column: referral::Column| Expr::col((referral::Entity, column));
    Ok(match order {
        Order::UrgentFirst => {
            let due: NaiveDate = place.parse().map_err(|_| bad_cursor())?;
            Expr::tuple([here(referral::Column::DueOn), here(referral::Column::Id)])
                .gt(Expr::tuple([Expr::value(due), Expr::value(id)]))
        }
        Order::NewestFirst => {
            let at = Instant(place.parse().map_err(|_| bad_cursor())?);
            Expr::tuple([here(referral::Column::CreatedAt), here(referral::Column::Id)])
                .lt(Expr::tuple([Expr::value(at), Expr::value(id)]))
        }
    })
}
