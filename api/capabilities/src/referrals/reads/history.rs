//! Events of referrals: the latest of each, for a whole page in one statement.

use std::collections::HashMap;

use entities::{
    codes::EventKind,
    event, event_subject,
    ids::{EventId, MemberId, OrganisationId, ReferralId},
    instant::Instant,
};
use platform::{context::RequestContext, error::DomainError};
use sea_orm::{
    DbErr, FromQueryResult, QueryResult,
    sea_query::{Expr, ExprTrait, Order, Query, WindowStatement},
};
use uuid::Uuid;

use super::row::Cells;

/// Something that happened to a referral.
#[derive(Clone, Debug)]
pub struct EventRow {
    pub subject_id: Uuid,
    pub id: EventId,
    pub kind: EventKind,
    pub occurred_at: Instant,
    pub organisation_id: Option<OrganisationId>,
    pub member_id: Option<MemberId>,
    pub about: Option<Uuid>,
}

impl FromQueryResult for EventRow {
    fn from_query_result(row: &QueryResult, _: &str) -> Result<Self, DbErr> {
        let mut cells = Cells::of(row);
        Ok(Self {
            subject_id: cells.next()?,
            id: cells.next()?,
            kind: cells.next()?,
            occurred_at: cells.next()?,
            organisation_id: cells.next()?,
            member_id: cells.next()?,
            about: cells.next()?,
        })
    }
}

/// The latest events of each of these referrals that the viewer's organisation may read, oldest
/// first. The referrals are ones that the caller was shown.
pub async fn latest_events(
    request: &RequestContext,
    referrals: &[ReferralId],
    last: u64,
) -> Result<HashMap<ReferralId, Vec<EventRow>>, DomainError> {
    let viewer = request.viewer()?;
    if referrals.is_empty() {
        return Ok(HashMap::new());
    }
    let subject = |column| Expr::col((event_subject::Entity, column));
    let mut window = WindowStatement::partition_by((event_subject::Entity, event_subject::Column::SubjectId));
    window.order_by((event_subject::Entity, event_subject::Column::EventId), Order::Desc);
    // Counted with the index only: just the events that are shown are fetched.
    let numbered = Query::select()
        .expr(subject(event_subject::Column::SubjectId))
        .expr(subject(event_subject::Column::EventId))
        .expr_window_as(Expr::cust("ROW_NUMBER()"), window, "n")
        .from(event_subject::Entity)
        .and_where(subject(event_subject::Column::OrganisationId).eq(viewer.organisation))
        .and_where(subject(event_subject::Column::SubjectId).is_in(referrals.iter().map(|id| id.0)))
        .to_owned();
    let happened = |column| (event::Entity, column);
    let latest = Query::select()
        .column(("numbered", "subject_id"))
        .columns([
            happened(event::Column::Id),
            happened(event::Column::Kind),
            happened(event::Column::OccurredAt),
            happened(event::Column::OrganisationId),
            happened(event::Column::MemberId),
            happened(event::Column::About),
        ])
        .from_subquery(numbered, "numbered")
        .inner_join(event::Entity, Expr::col(happened(event::Column::Id)).equals(("numbered", "event_id")))
        .and_where(Expr::col(("numbered", "n")).lte(Expr::cust(last.to_string())))
        .order_by(happened(event::Column::Id), Order::Asc)
        .to_owned();
    let statement = request.read().get_database_backend().build(&latest);
    let mut found: HashMap<ReferralId, Vec<EventRow>> = HashMap::new();
    for row in EventRow::find_by_statement(statement).all(request.read()).await? {
        found.entry(ReferralId(row.subject_id)).or_default().push(row);
    }
    Ok(found)
}
