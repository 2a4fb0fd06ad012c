//! Members mark notifications as read.

use entities::{codes::TokenScope, described_enum, ids::NotificationId, notification};
use platform::{
    context::RequestContext,
    error::{ActionError, DomainError},
    paging::MOST,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr};

use super::super::reads;

described_enum! {
    /// Error of marking notifications as read.
    NotificationsMarkReadErrorCode {
        Required = "REQUIRED": "Neither notifications nor the last notification are named.",
        TooLong = "TOO_LONG": "Too many notifications are named.",
    }
}

/// Marks these notifications of the viewer as read, or all up to one. Those that are read already stay unchanged.
pub async fn mark_read(
    request: &RequestContext,
    these: Vec<NotificationId>,
    up_to: Option<NotificationId>,
) -> Result<(), ActionError<NotificationsMarkReadErrorCode>> {
    let viewer = request.viewer()?;
    viewer.must_by_token(TokenScope::Referrals)?;
    if these.is_empty() && up_to.is_none() {
        let message = "enter notificationIds or upTo";
        return Err(ActionError::one("notificationIds", NotificationsMarkReadErrorCode::Required, message));
    }
    if these.len() as u64 > MOST {
        let message = format!("enter at most {MOST} ids");
        return Err(ActionError::one("notificationIds", NotificationsMarkReadErrorCode::TooLong, message));
    }
    let mut named: Vec<NotificationId> = these.iter().copied().chain(up_to).collect();
    named.sort();
    named.dedup();
    let tx = request.begin().await?;
    let own = reads::own(viewer).filter(notification::Column::Id.is_in(named.iter().copied()));
    if own.count(tx.on()).await? < named.len() as u64 {
        return Err(DomainError::NotFound("notification").into());
    }
    let seen = || {
        notification::Entity::update_many()
            .col_expr(notification::Column::ReadAt, Expr::value(request.now))
            .filter(notification::Column::MemberId.eq(viewer.member))
            .filter(notification::Column::ReadAt.is_null())
    };
    if !these.is_empty() {
        seen().filter(notification::Column::Id.is_in(these)).exec(tx.on()).await?;
    }
    if let Some(last) = up_to {
        seen().filter(notification::Column::Id.lte(last)).exec(tx.on()).await?;
    }
    Ok(tx.commit(()).await?)
}
