//! Sessions of browsers: a random secret in a cookie, stored hashed.

use entities::{
    codes::{EventKind, Origin},
    ids::{MemberId, SessionId},
    member, session,
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
pub async fn begin_session(house: &House, id: MemberId, user_agent: &str) -> Result<String, Refusal> {
    let now = house.world.clock.now();
    let viewer = Viewer::of_member(house.db.read(), id, Origin::Pages, now).await?;
    let viewer = viewer.ok_or(Refusal::Unauthenticated)?;
    let secret = secret();
    let stamp =
        Stamp { at: now, member: Some(id), organisation: Some(viewer.organisation), origin: Origin::Pages };
    let tx = house.db.begin(stamp).await?;
    session::Entity::insert(session::ActiveModel {
        id: Set(SessionId(house.world.random_id())),
        hash: Set(digest(&secret)),
        member_id: Set(id),
        created_at: Set(now),
        expires_at: Set(now.plus_seconds(SESSION_SECONDS)),
        seen_at: Set(now),
        browser: Set(browser_name(user_agent)),
    })
    .exec_without_returning(tx.on())
    .await?;
    session::Entity::delete_many().filter(session::Column::ExpiresAt.lt(now)).exec(tx.on()).await?;
    // Whoever comes in is seen to be here, under their own name.
    member::Entity::update_many()
        .col_expr(member::Column::SignedInAt, Expr::value(now))
        .col_expr(member::Column::Called, Expr::value(None::<String>))
        .filter(member::Column::Id.eq(id))
        .exec(tx.on())
        .await?;
    tx.record(Happened::new(EventKind::SignedIn, vec![(viewer.organisation, id.0)]));
    tx.commit().await?;
    Ok(secret)
}

/// Ends the session with this secret.
pub async fn end_session(house: &House, secret: &str) -> Result<(), Refusal> {
    let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
    session::Entity::delete_many().filter(session::Column::Hash.eq(digest(secret))).exec(tx.on()).await?;
    Ok(tx.commit().await?)
}

/// Signs the viewer out of another of their browsers, or of every one but this.
pub async fn session_end(call: &Call, id: Option<SessionId>) -> Result<(), Failure<SessionEndErrorCode>> {
    let (this, viewer) = (call.session()?, call.viewer()?);
    let own = reads::sessions(call).await?.into_iter().map(|row| row.id);
    let ended: Vec<SessionId> = match id {
        Some(id) => own.filter(|one| *one == id).collect(),
        None => own.filter(|one| *one != this).collect(),
    };
    if id.is_some() && ended.is_empty() {
        return Err(Refusal::NotFound("session").into());
    }
    let tx = call.begin().await?;
    if !ended.is_empty() {
        session::Entity::delete_many().filter(session::Column::Id.is_in(ended)).exec(tx.on()).await?;
        let subjects = vec![(viewer.organisation, viewer.member.0)];
        tx.record(Happened::new(EventKind::SignedOutElsewhere, subjects));
    }
    Ok(tx.commit(()).await?)
}
