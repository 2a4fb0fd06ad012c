//! Authentication by sessions of browsers and tokens of programs. The members capability begins and ends them.

mod credentials;

pub use credentials::{REST_SECONDS, rests_until};

use std::sync::{Arc, Mutex};

use entities::{ids::SessionId, instant::Instant};

use self::credentials::{Found, Shown, Uses};
use crate::{access::Viewer, context::AppState, error::DomainError, sealing::digest};

/// Recent viewers by the digest of their credential: a session or token is looked up at intervals, so a change takes
/// effect a few seconds later.
#[derive(Clone)]
pub struct Known {
    app: Arc<AppState>,
    viewers: Arc<quick_cache::sync::Cache<Vec<u8>, Remembered>>,
    uses: Arc<Mutex<Uses>>,
}

/// A viewer with a valid session.
#[derive(Clone)]
pub struct SignedIn {
    pub viewer: Viewer,
    pub session: SessionId,
}

#[derive(Clone)]
struct Remembered {
    found: Found,
    until: Instant,
}

/// Time for which a viewer is cached. A sign-out takes effect at once on its own gateway; the end of a membership
/// takes effect everywhere after this time.
const SECONDS: i64 = 5;

impl Known {
    pub fn new(app: Arc<AppState>) -> Self {
        let viewers = Arc::new(quick_cache::sync::Cache::new(10_000));
        Self { app, viewers, uses: Arc::default() }
    }

    /// Viewer of a token; an error if it is not valid.
    pub async fn by_token(&self, secret: &str) -> Result<Viewer, DomainError> {
        let hash = digest(secret);
        if let Some(found) = self.remembered(&hash) {
            return Ok(found.viewer);
        }
        let found = credentials::token(&self.app, &hash).await?.ok_or(DomainError::Unauthenticated)?;
        Ok(self.remember(hash, found).await.viewer)
    }

    /// Viewer of a session; `None` if it is not valid.
    pub async fn by_session(&self, secret: &str) -> Result<Option<SignedIn>, DomainError> {
        let hash = digest(secret);
        let found = match self.remembered(&hash) {
            Some(found) => Some(found),
            None => match credentials::session(&self.app, &hash).await? {
                Some(found) => Some(self.remember(hash, found).await),
                None => None,
            },
        };
        Ok(found.and_then(|found| match found.shown {
            Shown::Session(session) => Some(SignedIn { viewer: found.viewer, session }),
            Shown::Token(_) => None,
        }))
    }

    /// Forgets a viewer at once.
    pub fn forget(&self, secret: &str) {
        self.viewers.remove(&digest(secret));
    }

    fn remembered(&self, hash: &Vec<u8>) -> Option<Found> {
        let known = self.viewers.get(hash)?;
        (known.until > self.app.env.clock.now()).then_some(known.found)
    }

    async fn remember(&self, hash: Vec<u8>, found: Found) -> Found {
        // When it was last used is worth less than what it is used for.
        if let Err(error) = credentials::note_use(&self.app, &self.uses, &found).await {
            tracing::warn!(?error, "the last use of sessions and tokens could not be recorded");
        }
        let until = self.app.env.clock.now().plus_seconds(SECONDS);
        self.viewers.insert(hash, Remembered { found: found.clone(), until });
        found
    }
}
