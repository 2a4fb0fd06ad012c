//! Sessions of browsers: a random secret in a cookie, stored hashed.

use entities::{
    account,
    codes::{EventKind, Origin},
    ids::{MemberId, SessionId},
    session,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::super::{
    model::{SESSION_SECONDS, browser_name},
    reads,
};
use crate::{
    access::Viewer,
    db::{Happened, Stamp},
    house::{Call, House},
    refusal::{Failure, Refusal},
    sealing::{digest, secret},
    words::words,
};

words! {
    /// Why a session cannot be ended.
    SessionEndErrorCode {
        Required = "REQUIRED": "Something is missing.",
    }
}

/// Begins a session for a member, and answers its secret.
pub async fn begin_session(house: &House, member: MemberId, user_agent: &str) -> Result<String, Refusal> {
    let now = house.world.clock.now();
    let viewer = Viewer::of_member(house.db.read(), member, Origin::Pages, now).await?;
    let viewer = viewer.ok_or(Refusal::Unauthenticated)?;
    let secret = secret();
    let stamp = Stamp {
        at: now,
        member: Some(member),
        organisation: Some(viewer.organisation),
        origin: Origin::Pages,
    };
    let tx = house.db.begin(stamp).await?;
    session::Entity::insert(session::ActiveModel {
        id: Set(SessionId(house.world.random_id())),
        hash: Set(digest(&secret)),
        member_id: Set(member),
        created_at: Set(now),
        expires_at: Set(now.plus_seconds(SESSION_SECONDS)),
        seen_at: Set(now),
        browser: Set(browser_name(user_agent)),
    })
    .exec_without_returning(tx.on())
    .await?;
    session::Entity::delete_many().filter(session::Column::ExpiresAt.lt(now)).exec(tx.on()).await?;
    account::Entity::update_many()
        .col_expr(account::Column::SignedInAt, Expr::value(now))
        .filter(account::Column::Id.eq(viewer.account))
        .exec(tx.on())
        .await?;
    tx.record(Happened::new(EventKind::SignedIn, vec![(viewer.organisation, member.0)]));
    tx.commit().await?;
    Ok(secret)
}

/// Ends the session with this secret.
pub async fn end_session(house: &House, secret: &str) -> Result<(), Refusal> {
    let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
    session::Entity::delete_many().filter(session::Column::Hash.eq(digest(secret))).exec(tx.on()).await?;
    Ok(tx.commit().await?)
}

/// Signs the viewer out of one of their other browsers.
pub async fn session_end(call: &Call, id: SessionId) -> Result<SessionId, Failure<SessionEndErrorCode>> {
    call.session()?;
    let own = reads::sessions(call).await?;
    if !own.iter().any(|row| row.id == id) {
        return Err(Refusal::NotFound("session").into());
    }
    end(call, vec![id]).await?;
    Ok(id)
}

/// Signs the viewer out of every browser but this one; says of how many.
pub async fn sessions_end_others(call: &Call) -> Result<usize, Failure<SessionEndErrorCode>> {
    let this = call.session()?;
    let others: Vec<SessionId> =
        reads::sessions(call).await?.into_iter().map(|row| row.id).filter(|id| *id != this).collect();
    let count = others.len();
    if count > 0 {
        end(call, others).await?;
    }
    Ok(count)
}

async fn end(call: &Call, ids: Vec<SessionId>) -> Result<(), Refusal> {
    let viewer = call.viewer()?;
    let tx = call.begin().await?;
    session::Entity::delete_many().filter(session::Column::Id.is_in(ids)).exec(tx.on()).await?;
    let subjects = vec![(viewer.organisation, viewer.member.0)];
    tx.record(Happened::new(EventKind::SignedOutElsewhere, subjects));
    Ok(tx.commit().await?)
}
