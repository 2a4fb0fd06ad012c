//! Members choose how they are told by mail; whoever looks after an organisation's mail has another
//! try where one was given up.

use entities::{
    codes::{MailPace, MailState, TokenScope},
    ids::MailId,
    mail, mail_choice,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

use super::super::reads;
use crate::{
    access::Action,
    house::Call,
    refusal::{Failure, Refusal},
    words::words,
};

words! {
    /// Why a choice cannot be kept.
    MailChooseErrorCode {
        Required = "REQUIRED": "Something is missing.",
    }
}
words! {
    /// Why there is no other try of a mail.
    MailRetryErrorCode {
        NotGivenUp = "NOT_GIVEN_UP": "The mail was not given up.",
    }
}

/// Notes how the viewer wants to be told by mail. An address that was refused is tried again.
pub async fn choose(
    call: &Call,
    urgent: MailPace,
    rest: MailPace,
) -> Result<(), Failure<MailChooseErrorCode>> {
    let viewer = call.viewer()?;
    viewer.must_by_token(TokenScope::Manage)?;
    let tx = call.begin().await?;
    let anew = OnConflict::column(mail_choice::Column::MemberId)
        .update_columns([
            mail_choice::Column::Urgent,
            mail_choice::Column::Rest,
            mail_choice::Column::RefusedAt,
        ])
        .to_owned();
    mail_choice::Entity::insert(mail_choice::ActiveModel {
        member_id: Set(viewer.member),
        urgent: Set(urgent),
        rest: Set(rest),
        refused_at: Set(None),
    })
    .on_conflict(anew)
    .exec_without_returning(tx.on())
    .await?;
    Ok(tx.commit(()).await?)
}

/// Queues a mail again that was given up, or kept while no mail server was set up.
pub async fn retry(call: &Call, id: MailId) -> Result<MailId, Failure<MailRetryErrorCode>> {
    let viewer = call.viewer_who_may(Action::MailLook)?;
    let tx = call.begin().await?;
    let row = reads::visible_mails(viewer)
        .filter(mail::Column::Id.eq(id))
        .one(tx.on())
        .await?
        .ok_or(Refusal::NotFound("mail"))?;
    if !matches!(row.state, MailState::Failed | MailState::Kept) {
        return Err(Failure::one("mailId", MailRetryErrorCode::NotGivenUp, "the mail was not given up"));
    }
    let moved = mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(MailState::Queued))
        .col_expr(mail::Column::Tries, Expr::value(0))
        .col_expr(mail::Column::DueAt, Expr::value(call.now))
        .filter(mail::Column::Id.eq(id))
        .filter(mail::Column::State.eq(row.state))
        .exec(tx.on())
        .await?;
    if moved.rows_affected == 0 {
        return Err(Refusal::stale().into());
    }
    Ok(tx.commit(id).await?)
}
