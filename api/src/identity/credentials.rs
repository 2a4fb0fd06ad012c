//! What somebody shows to come in, found by its digest; and that it was used.

use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};

use entities::{
    api_token,
    codes::{Set, TokenScope},
    ids::{MemberId, SessionId, TokenId},
    instant::Instant,
    session,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{db::Stamp, house::House, refusal::Refusal};

/// After how long a browser in which nothing happens is signed out, in seconds: an hour, since
/// several people share a computer in many places.
pub const REST_SECONDS: i64 = 3_600;
/// A use is noted to the minute.
const NOTED_SECONDS: i64 = 60;
/// Uses are noted together: whoever reads does not write each time.
const TOGETHER_SECONDS: i64 = 10;

/// Until when a session that was seen last at this instant counts.
pub fn rests_until(seen_at: Instant) -> Instant {
    seen_at.plus_seconds(REST_SECONDS)
}

#[derive(Clone)]
pub(super) enum Credential {
    Session { id: SessionId, member: MemberId, seen_at: Instant },
    Token { id: TokenId, member: MemberId, scopes: Set<TokenScope>, used_at: Option<Instant> },
}

impl Credential {
    pub fn member(&self) -> MemberId {
        match self {
            Self::Session { member, .. } | Self::Token { member, .. } => *member,
        }
    }
}

/// The session with this digest, if it has not run out and does not rest for too long.
pub(super) async fn session(house: &House, hash: &[u8]) -> Result<Option<Credential>, Refusal> {
    let now = house.world.clock.now();
    let row = session::Entity::find()
        .filter(session::Column::Hash.eq(hash.to_vec()))
        .filter(session::Column::ExpiresAt.gt(now))
        .one(house.db.read())
        .await?;
    let row = row.filter(|row| rests_until(row.seen_at) > now);
    Ok(row.map(|row| Credential::Session { id: row.id, member: row.member_id, seen_at: row.seen_at }))
}

/// The token with this digest, if it has not run out and nobody revoked it.
pub(super) async fn token(house: &House, hash: &[u8]) -> Result<Option<Credential>, Refusal> {
    let row = api_token::Entity::find()
        .filter(api_token::Column::Hash.eq(hash.to_vec()))
        .filter(api_token::Column::ExpiresAt.gt(house.world.clock.now()))
        .filter(api_token::Column::RevokedAt.is_null())
        .one(house.db.read())
        .await?;
    Ok(row.map(|row| Credential::Token {
        id: row.id,
        member: row.member_id,
        scopes: row.scopes,
        used_at: row.used_at,
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
    fn add(&mut self, credential: &Credential, now: Instant) -> Option<Self> {
        let last = match credential {
            Credential::Session { seen_at, .. } => Some(*seen_at),
            Credential::Token { used_at, .. } => *used_at,
        };
        if last.is_none_or(|last| last.plus_seconds(NOTED_SECONDS) <= now) {
            match credential {
                Credential::Session { id, .. } => self.sessions.insert(*id),
                Credential::Token { id, .. } => self.tokens.insert(*id),
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
pub(super) async fn note_use(
    house: &House,
    uses: &Mutex<Uses>,
    credential: &Credential,
) -> Result<(), Refusal> {
    let now = house.world.clock.now();
    let due = uses.lock().unwrap_or_else(PoisonError::into_inner).add(credential, now);
    let Some(due) = due else { return Ok(()) };
    let tx = house.db.begin(Stamp::system(now)).await?;
    if !due.sessions.is_empty() {
        session::Entity::update_many()
            .col_expr(session::Column::SeenAt, Expr::value(now))
            .filter(session::Column::Id.is_in(due.sessions))
            .exec(tx.on())
            .await?;
    }
    if !due.tokens.is_empty() {
        api_token::Entity::update_many()
            .col_expr(api_token::Column::UsedAt, Expr::value(now))
            .filter(api_token::Column::Id.is_in(due.tokens))
            .exec(tx.on())
            .await?;
    }
    Ok(tx.commit().await?)
}
