//! Sessions of browsers: a random secret in a cookie, stored hashed.

use entities::{
    codes::Origin,
    ids::{MemberId, SessionId},
    member, session,
};
use platform::{
    access::Viewer,
    context::{AppState, RequestContext},
    db::{AuditContext, DomainEvent},
    error::DomainError,
    sealing::{digest, secret},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::super::{
    model::{SESSION_SECONDS, browser_name},
    reads,
};
use crate::members::events::{SIGNED_IN, SIGNED_OUT_ELSEWHERE};

/// Begins a session for a member, and answers its secret.
pub async fn begin_session(app: &AppState, id: MemberId, user_agent: &str) -> Result<String, DomainError> {
    let now = app.env.clock.now();
    let viewer = Viewer::of_member(app.db.read(), id, Origin::Pages, now).await?;
    let viewer = viewer.ok_or(DomainError::Unauthenticated)?;
    let secret = secret();
    let audit = AuditContext {
        at: now,
        member: Some(id),
        organisation: Some(viewer.organisation),
        origin: Origin::Pages,
    };
    let tx = app.db.begin(audit).await?;
    session::Entity::insert(session::ActiveModel {
        id: Set(SessionId(app.env.random_id())),
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
    // After the first sign-in, colleagues see the member's own name.
    member::Entity::update_many()
        .col_expr(member::Column::SignedInAt, Expr::value(now))
        .col_expr(member::Column::InvitedAs, Expr::value(None::<String>))
        .filter(member::Column::Id.eq(id))
        .exec(tx.on())
        .await?;
    tx.record(DomainEvent::new(SIGNED_IN, vec![(viewer.organisation, id.0)]));
    tx.commit().await?;
    Ok(secret)
}

/// Ends the session with this secret.
pub async fn end_session(app: &AppState, secret: &str) -> Result<(), DomainError> {
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    session::Entity::delete_many().filter(session::Column::Hash.eq(digest(secret))).exec(tx.on()).await?;
    Ok(tx.commit().await?)
}

/// Signs the viewer out of another of their browsers, or of every one but this.
pub async fn session_end(request: &RequestContext, id: Option<SessionId>) -> Result<(), DomainError> {
    let (this, viewer) = (request.session()?, request.viewer()?);
    let own = reads::sessions(request).await?.into_iter().map(|row| row.id);
    let ended: Vec<SessionId> = match id {
        Some(id) => own.filter(|one| *one == id).collect(),
        None => own.filter(|one| *one != this).collect(),
    };
    if id.is_some() && ended.is_empty() {
        return Err(DomainError::NotFound("session"));
    }
    let tx = request.begin().await?;
    if !ended.is_empty() {
        session::Entity::delete_many().filter(session::Column::Id.is_in(ended)).exec(tx.on()).await?;
        let subjects = vec![(viewer.organisation, viewer.member.0)];
        tx.record(DomainEvent::new(SIGNED_OUT_ELSEWHERE, subjects));
    }
    tx.commit(()).await
}
