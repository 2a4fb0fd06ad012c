//! Members see what they were told.

use entities::{codes::TokenScope, ids::NoticeId, notice};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr};

use super::super::reads;
use crate::{
    house::Call,
    paging::MOST,
    refusal::{Failure, Refusal},
    words::words,
};

words! {
    /// Why notices cannot be marked as seen.
    NoticesSeeErrorCode {
        Required = "REQUIRED": "Neither notices are named nor the last of them.",
        TooLong = "TOO_LONG": "Too many notices are named.",
    }
}

/// Notes that the viewer has seen these notices, or all up to one. What was seen stays as it is.
pub async fn see(
    call: &Call,
    these: Vec<NoticeId>,
    up_to: Option<NoticeId>,
) -> Result<(), Failure<NoticesSeeErrorCode>> {
    let viewer = call.viewer()?;
    viewer.must_by_token(TokenScope::Referrals)?;
    if these.is_empty() && up_to.is_none() {
        let message = "name notices, or the last of them";
        return Err(Failure::one("noticeIds", NoticesSeeErrorCode::Required, message));
    }
    if these.len() as u64 > MOST {
        let message = format!("at most {MOST} at once");
        return Err(Failure::one("noticeIds", NoticesSeeErrorCode::TooLong, message));
    }
    let mut named: Vec<NoticeId> = these.iter().copied().chain(up_to).collect();
    named.sort();
    named.dedup();
    let tx = call.begin().await?;
    let own = reads::own(viewer).filter(notice::Column::Id.is_in(named.iter().copied()));
    if own.count(tx.on()).await? < named.len() as u64 {
        return Err(Refusal::NotFound("notice").into());
    }
    let seen = || {
        notice::Entity::update_many()
            .col_expr(notice::Column::SeenAt, Expr::value(call.now))
            .filter(notice::Column::MemberId.eq(viewer.member))
            .filter(notice::Column::SeenAt.is_null())
    };
    if !these.is_empty() {
        seen().filter(notice::Column::Id.is_in(these)).exec(tx.on()).await?;
    }
    if let Some(last) = up_to {
        seen().filter(notice::Column::Id.lte(last)).exec(tx.on()).await?;
    }
    Ok(tx.commit(()).await?)
}
