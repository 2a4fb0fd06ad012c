//! Sessions and tokens, found by their digest, and the record of their last use.

use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};

use entities::{
    api_token,
    codes::{Origin, Set, TokenScope},
    ids::{SessionId, TokenId},
    instant::Instant,
    session,
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationDef,
    RelationTrait, sea_query::Expr,
};

use crate::{
    access::{Viewer, viewer::ViewerRow},
    context::AppState,
    db::{AuditContext, run_anew},
    error::DomainError,
};

/// After how long a browser in which nothing happens is signed out, in seconds: an hour, since
/// several people share a computer in many places.
pub const REST_SECONDS: i64 = 3_600;
/// A use is noted to the minute.
const NOTED_SECONDS: i64 = 60;
/// Uses are recorded together, so that a request that only reads does not write each time.
const TOGETHER_SECONDS: i64 = 10;

/// Until when a session that was seen last at this instant counts.
pub fn rests_until(seen_at: Instant) -> Instant {
    seen_at.plus_seconds(REST_SECONDS)
}

/// Credential of a request.
#[derive(Clone, Copy)]
pub(super) enum Shown {
    Session(SessionId),
    Token(TokenId),
}

/// Credential and the viewer that it gives.
#[derive(Clone)]
pub(super) struct Found {
    pub shown: Shown,
    pub viewer: Viewer,
    used_at: Option<Instant>,
}

#[derive(FromQueryResult)]
struct SessionRow {
    shown: SessionId,
    seen_at: Instant,
    #[sea_orm(nested)]
    viewer: ViewerRow,
}

#[derive(FromQueryResult)]
struct TokenRow {
    shown: TokenId,
    scopes: Set<TokenScope>,
    used_at: Option<Instant>,
    #[sea_orm(nested)]
    viewer: ViewerRow,
}

/// The session with this digest, if it has not run out and does not rest for too long.
pub(super) async fn session(app: &AppState, hash: &[u8]) -> Result<Option<Found>, DomainError> {
    let now = app.env.clock.now();
    let to_member: RelationDef = session::Relation::Member.def();
    let found = session::Entity::find()
        .filter(session::Column::Hash.eq(hash.to_vec()))
        .filter(session::Column::ExpiresAt.gt(now))
        .join(JoinType::InnerJoin, to_member)
        .select_only()
        .column_as(session::Column::Id, "shown")
        .column(session::Column::SeenAt);
    let row = ViewerRow::beside(found).into_model::<SessionRow>().one(app.db.read()).await?;
    Ok(row.filter(|row| rests_until(row.seen_at) > now).and_then(|row| {
        let viewer = row.viewer.viewer(Origin::Pages, now)?;
        Some(Found { shown: Shown::Session(row.shown), viewer, used_at: Some(row.seen_at) })
    }))
}

/// The token with this digest, if it has not expired and is not revoked.
pub(super) async fn token(app: &AppState, hash: &[u8]) -> Result<Option<Found>, DomainError> {
    let now = app.env.clock.now();
    let to_member: RelationDef = api_token::Relation::Member.def();
    let found = api_token::Entity::find()
        .filter(api_token::Column::Hash.eq(hash.to_vec()))
        .filter(api_token::Column::ExpiresAt.gt(now))
        .filter(api_token::Column::RevokedAt.is_null())
        .join(JoinType::InnerJoin, to_member)
        .select_only()
        .column_as(api_token::Column::Id, "shown")
        .columns([api_token::Column::Scopes, api_token::Column::UsedAt]);
    let row = ViewerRow::beside(found).into_model::<TokenRow>().one(app.db.read()).await?;
    Ok(row.and_then(|row| {
        let viewer = row.viewer.viewer(Origin::Api, now)?.with_token(row.scopes);
        Some(Found { shown: Shown::Token(row.shown), viewer, used_at: row.used_at })
    }))
}

/// Uses that are not noted yet. What a process takes with it when it dies is some seconds of them.
#[derive(Default)]
pub(super) struct Uses {
    sessions: HashSet<SessionId>,
    tokens: HashSet<TokenId>,
    noted_at: Option<Instant>,
}

impl Uses {
    /// Adds a use that was not noted within the last minute; answers what is to be noted now.
    fn add(&mut self, found: &Found, now: Instant) -> Option<Self> {
        if found.used_at.is_none_or(|last| last.plus_seconds(NOTED_SECONDS) <= now) {
            match found.shown {
                Shown::Session(id) => self.sessions.insert(id),
                Shown::Token(id) => self.tokens.insert(id),
            };
        }
        let rests = self.noted_at.is_some_and(|at| at.plus_seconds(TOGETHER_SECONDS) > now);
        if rests || self.sessions.is_empty() && self.tokens.is_empty() {
            return None;
        }
        Some(std::mem::replace(self, Self { noted_at: Some(now), ..Self::default() }))
    }
}

/// Notes that something was used, together with others.
pub(super) async fn note_use(app: &AppState, uses: &Mutex<Uses>, found: &Found) -> Result<(), DomainError> {
    let now = app.env.clock.now();
    let due = uses.lock().unwrap_or_else(PoisonError::into_inner).add(found, now);
    let Some(due) = due else { return Ok(()) };
    run_anew(|| write(app, &due, now)).await
}

async fn write(app: &AppState, due: &Uses, now: Instant) -> Result<(), DomainError> {
    let tx = app.db.begin(AuditContext::system(now)).await?;
    if !due.sessions.is_empty() {
        session::Entity::update_many()
            .col_expr(session::Column::SeenAt, Expr::value(now))
            .filter(session::Column::Id.is_in(due.sessions.iter().copied()))
            .exec(tx.on())
            .await?;
    }
    if !due.tokens.is_empty() {
        api_token::Entity::update_many()
            .col_expr(api_token::Column::UsedAt, Expr::value(now))
            .filter(api_token::Column::Id.is_in(due.tokens.iter().copied()))
            .exec(tx.on())
            .await?;
    }
    Ok(tx.commit().await?)
}
