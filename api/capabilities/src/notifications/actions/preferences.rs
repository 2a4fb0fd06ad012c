//! Notification preferences of members, and the retry of failed emails by members who manage emails.

use entities::{
    codes::{EmailFrequency, EmailState, TokenScope},
    described_enum, email,
    ids::EmailId,
    notification_preferences,
};
use platform::{
    context::RequestContext,
    error::{ActionError, DomainError},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

use super::super::reads;
use crate::notifications::EMAIL_READ;

described_enum! {
    /// Error of sending an email again.
    EmailRetryErrorCode {
        NotGivenUp = "NOT_GIVEN_UP": "The email has not failed.",
    }
}

/// Changes the viewer's notification preferences. A rejected address is tried again.
pub async fn change_preferences(
    request: &RequestContext,
    urgent: EmailFrequency,
    other: EmailFrequency,
) -> Result<(), DomainError> {
    let viewer = request.viewer()?;
    viewer.must_by_token(TokenScope::Manage)?;
    let tx = request.begin().await?;
    let anew = OnConflict::column(notification_preferences::Column::MemberId)
        .update_columns([
            notification_preferences::Column::Urgent,
            notification_preferences::Column::Other,
            notification_preferences::Column::RefusedAt,
        ])
        .to_owned();
    notification_preferences::Entity::insert(notification_preferences::ActiveModel {
        member_id: Set(viewer.member),
        urgent: Set(urgent),
        other: Set(other),
        refused_at: Set(None),
    })
    .on_conflict(anew)
    .exec_without_returning(tx.on())
    .await?;
    tx.commit(()).await
}

/// Queues an email again that failed, or was kept while no mail server was set up.
pub async fn retry(
    request: &RequestContext,
    id: EmailId,
) -> Result<EmailId, ActionError<EmailRetryErrorCode>> {
    let viewer = request.viewer_who_may(EMAIL_READ)?;
    let tx = request.begin().await?;
    let row = reads::visible_emails(viewer)
        .filter(email::Column::Id.eq(id))
        .one(tx.on())
        .await?
        .ok_or(DomainError::NotFound("email"))?;
    if !matches!(row.state, EmailState::Failed | EmailState::Kept) {
        return Err(ActionError::one(
            "emailId",
            EmailRetryErrorCode::NotGivenUp,
            "the email has not failed, so it cannot be sent again",
        ));
    }
    let moved = email::Entity::update_many()
        .col_expr(email::Column::State, Expr::value(EmailState::Queued))
        .col_expr(email::Column::Tries, Expr::value(0))
        .col_expr(email::Column::DueAt, Expr::value(request.now))
        .filter(email::Column::Id.eq(id))
        .filter(email::Column::State.eq(row.state))
        .exec(tx.on())
        .await?;
    if moved.rows_affected == 0 {
        return Err(DomainError::stale().into());
    }
    Ok(tx.commit(id).await?)
}
