//! A page of referrals in one statement: the referral, both organisations, the service, and what
//! the viewer calls the person.

use std::collections::HashMap;

use chrono::NaiveDate;
use entities::{
    codes::{
        DecidingFact, NeedDomain, OrganisationKind, Outcome, OutcomeResult, Priority, ReferralState,
        RejectReason, ReportBack, Scope, Set, WithdrawReason,
    },
    disclosure, disclosure_grant as grant,
    ids::{GroupId, MemberId, MunicipalityId, NeedId, OrganisationId, PersonId, ReferralId, ServiceId},
    instant::Instant,
    organisation, person, referral, referral_group, referral_need, service,
};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QueryResult, QuerySelect, QueryTrait, RelationDef, Select,
    sea_query::{Alias, Expr, ExprTrait, Func, LikeExpr, Query},
};

use super::super::model::{self, Actor};
use crate::{
    access::{Viewer, visible, visible::Side},
    house::Call,
    paging::{Page, Paged, bad_cursor},
    refusal::Refusal,
};

/// What a list needs of an organisation.
#[derive(Clone, Debug, FromQueryResult)]
pub struct OrganisationBrief {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
    pub province: String,
    pub country: String,
}

/// What a list needs of a service.
#[derive(Clone, Debug, FromQueryResult)]
pub struct ServiceBrief {
    pub id: ServiceId,
    pub organisation_id: OrganisationId,
    pub name: String,
    pub domain: NeedDomain,
}

/// The clear columns of a referral.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Facts {
    pub id: ReferralId,
    pub reference: String,
    pub group_id: GroupId,
    pub person_id: PersonId,
    pub state: ReferralState,
    pub state_since: Instant,
    pub priority: Priority,
    pub domains: Set<NeedDomain>,
    pub municipality_id: Option<MunicipalityId>,
    pub start_date: NaiveDate,
    pub scopes: Set<Scope>,
    pub deciding: Set<DecidingFact>,
    pub due_on: NaiveDate,
    pub reject_reason: Option<RejectReason>,
    pub reject_reason_shown: Option<RejectReason>,
    pub withdraw_reason: Option<WithdrawReason>,
    pub outcome: Option<Outcome>,
    pub outcome_result: Option<OutcomeResult>,
    pub assigned_to: Option<MemberId>,
    pub sent_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub created_at: Instant,
    pub version: i32,
    /// What the sender may learn; empty for a draft.
    pub report_back: Option<Set<ReportBack>>,
    /// What the sender calls the person; not read where only received ones are.
    pub own_pseudonym: Option<String>,
    /// What the recipient calls the person; empty for a draft.
    pub their_pseudonym: Option<String>,
    /// Whether what the sender disclosed is open to the viewer: always to the sender itself.
    pub open: bool,
}

/// A referral in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    pub facts: Facts,
    pub sender: OrganisationBrief,
    pub recipient: OrganisationBrief,
    pub service: ServiceBrief,
}

impl FromQueryResult for Listed {
    fn from_query_result(row: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        Ok(Self {
            facts: Facts::from_query_result(row, prefix)?,
            sender: OrganisationBrief::from_query_result(row, "sender_")?,
            recipient: OrganisationBrief::from_query_result(row, "recipient_")?,
            service: ServiceBrief::from_query_result(row, "service_")?,
        })
    }
}

impl Listed {
    pub fn side(&self, viewer: &Viewer) -> Side {
        if self.sender.id == viewer.organisation { Side::Sent } else { Side::Received }
    }
}

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

/// The columns of a [`Listed`], and the joins they come by.
fn columns(
    call: &Call,
    found: Select<referral::Entity>,
    side: Option<Side>,
) -> Result<Select<referral::Entity>, Refusal> {
    use referral::Column as R;
    let own = referral::Column::SenderId.eq(call.viewer()?.organisation);
    let open = match side {
        Some(Side::Sent) => Expr::cust("TRUE"),
        Some(Side::Received) => yes_where(visible::disclosure_open(call.today())),
        None => yes_where(Condition::any().add(own).add(visible::disclosure_open(call.today()))),
    };
    let mut select = found
        .join_as(JoinType::InnerJoin, sender(), Alias::new("sender"))
        .join_as(JoinType::InnerJoin, recipient(), Alias::new("recipient"))
        .join_as(JoinType::InnerJoin, listed_service(), Alias::new("listed_service"))
        .join(JoinType::LeftJoin, disclosure_of_grant())
        .select_only()
        .columns([
            R::Id,
            R::Reference,
            R::GroupId,
            R::PersonId,
            R::State,
            R::StateSince,
            R::Priority,
            R::Domains,
            R::MunicipalityId,
            R::StartDate,
            R::Scopes,
            R::Deciding,
            R::DueOn,
            R::RejectReason,
            R::RejectReasonShown,
            R::WithdrawReason,
            R::Outcome,
            R::OutcomeResult,
            R::AssignedTo,
            R::SentAt,
            R::ClosedAt,
            R::CreatedAt,
            R::Version,
        ])
        .column(grant::Column::ReportBack)
        .column_as(disclosure::Column::Pseudonym, "their_pseudonym")
        .expr_as(open, "open");
    // A list of what was received reads nothing of the person.
    select = match side {
        Some(Side::Received) => select.expr_as(Expr::cust("NULL"), "own_pseudonym"),
        _ => select.column_as(person::Column::Pseudonym, "own_pseudonym"),
    };
    for side in ["sender", "recipient"] {
        for column in ["id", "kind", "name", "province", "country"] {
            select =
                select.expr_as(Expr::col((Alias::new(side), Alias::new(column))), format!("{side}_{column}"));
        }
    }
    for column in ["id", "organisation_id", "name", "domain"] {
        select = select.expr_as(
            Expr::col((Alias::new("listed_service"), Alias::new(column))),
            format!("service_{column}"),
        );
    }
    Ok(select)
}

fn yes_where(condition: Condition) -> Expr {
    Expr::Case(Box::new(Expr::case(condition, Expr::cust("TRUE")).finally(Expr::cust("FALSE"))))
}

fn sender() -> RelationDef {
    referral::Entity::belongs_to(organisation::Entity)
        .from(referral::Column::SenderId)
        .to(organisation::Column::Id)
        .into()
}

fn recipient() -> RelationDef {
    referral::Entity::belongs_to(organisation::Entity)
        .from(referral::Column::RecipientId)
        .to(organisation::Column::Id)
        .into()
}

fn listed_service() -> RelationDef {
    referral::Entity::belongs_to(service::Entity)
        .from(referral::Column::ServiceId)
        .to(service::Column::Id)
        .into()
}

fn disclosure_of_grant() -> RelationDef {
    grant::Entity::belongs_to(disclosure::Entity)
        .from(grant::Column::DisclosureId)
        .to(disclosure::Column::Id)
        .into()
}
