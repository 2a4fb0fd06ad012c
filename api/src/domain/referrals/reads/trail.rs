//! What happened to referrals: the latest events of each, for a whole page in one statement.

use std::collections::HashMap;

use entities::{
    codes::EventKind,
    event, event_subject,
    ids::{EventId, MemberId, OrganisationId, ReferralId},
    instant::Instant,
};
use sea_orm::{
    FromQueryResult,
    sea_query::{Alias, Expr, ExprTrait, Order, Query, WindowStatement},
};
use uuid::Uuid;

use crate::{house::Call, refusal::Refusal};

/// Something that happened to a referral.
#[derive(Clone, Debug, FromQueryResult)]
pub struct EventRow {
    pub subject_id: Uuid,
    pub id: EventId,
    pub kind: EventKind,
    pub occurred_at: Instant,
    pub organisation_id: Option<OrganisationId>,
    pub member_id: Option<MemberId>,
    pub about: Option<Uuid>,
}

/// The latest events of each of these referrals that the viewer's organisation may read, oldest
/// first. The referrals are ones that the caller was shown.
pub async fn latest_events(
    call: &Call,
    referrals: &[ReferralId],
    last: u64,
) -> Result<HashMap<ReferralId, Vec<EventRow>>, Refusal> {
    let viewer = call.viewer()?;
    if referrals.is_empty() {
        return Ok(HashMap::new());
    }
    let subject = |column| Expr::col((event_subject::Entity, column));
    let happened = |column| Expr::col((event::Entity, column));
    let mut window = WindowStatement::partition_by((event_subject::Entity, event_subject::Column::SubjectId));
    window.order_by((event_subject::Entity, event_subject::Column::EventId), Order::Desc);
    let numbered = Query::select()
        .expr(subject(event_subject::Column::SubjectId))
        .expr(happened(event::Column::Id))
        .expr(happened(event::Column::Kind))
        .expr(happened(event::Column::OccurredAt))
        .expr_as(happened(event::Column::OrganisationId), "organisation_id")
        .expr(happened(event::Column::MemberId))
        .expr(happened(event::Column::About))
        .expr_window_as(Expr::cust("ROW_NUMBER()"), window, "n")
        .from(event_subject::Entity)
        .inner_join(
            event::Entity,
            happened(event::Column::Id).equals((event_subject::Entity, event_subject::Column::EventId)),
        )
        .and_where(subject(event_subject::Column::OrganisationId).eq(viewer.organisation))
        .and_where(subject(event_subject::Column::SubjectId).is_in(referrals.iter().map(|id| id.0)))
        .to_owned();
    let latest = Query::select()
        .columns(["subject_id", "id", "kind", "occurred_at", "organisation_id", "member_id", "about"])
        .from_subquery(numbered, Alias::new("numbered"))
        .and_where(Expr::col("n").lte(Expr::cust(last.to_string())))
        .order_by("id", Order::Asc)
        .to_owned();
    let statement = call.read().get_database_backend().build(&latest);
    let mut found: HashMap<ReferralId, Vec<EventRow>> = HashMap::new();
    for row in EventRow::find_by_statement(statement).all(call.read()).await? {
        found.entry(ReferralId(row.subject_id)).or_default().push(row);
    }
    Ok(found)
}
