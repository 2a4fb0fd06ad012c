//! Who is asking: sessions of browsers and tokens of programs, looked up. How they begin and end is
//! the room of members.

mod browsers;
mod credentials;

pub use browsers::{Visiting, visit};
pub use credentials::{REST_SECONDS, rests_until};

use std::sync::{Arc, Mutex};

use entities::{codes::Origin, ids::SessionId, instant::Instant};

use self::credentials::{Credential, Uses};
use crate::{access::Viewer, house::House, refusal::Refusal, sealing::digest};

/// Viewers of late, by the digest of what they showed: a session or a token is looked up once in a
/// while, and what has changed meanwhile counts a few seconds later.
#[derive(Clone)]
pub struct Known {
    house: Arc<House>,
    viewers: Arc<quick_cache::sync::Cache<Vec<u8>, Remembered>>,
    uses: Arc<Mutex<Uses>>,
}

/// Somebody who showed a session that counts.
#[derive(Clone)]
pub struct SignedIn {
    pub viewer: Viewer,
    pub session: SessionId,
}

#[derive(Clone)]
struct Remembered {
    viewer: Viewer,
    credential: Credential,
    until: Instant,
}

/// How long a viewer is remembered. Signing out forgets at once on the gateway that does it; a
/// membership that ends counts everywhere after this.
const SECONDS: i64 = 5;

impl Known {
    pub fn new(house: Arc<House>) -> Self {
        let viewers = Arc::new(quick_cache::sync::Cache::new(10_000));
        Self { house, viewers, uses: Arc::default() }
    }

    /// The viewer that a token makes; refused where it is none.
    pub async fn by_token(&self, secret: &str) -> Result<Viewer, Refusal> {
        let hash = digest(secret);
        if let Some(found) = self.remembered(&hash) {
            return Ok(found.viewer);
        }
        let token = credentials::token(&self.house, &hash).await?;
        let found = self.remember(hash, token, Origin::Api).await?;
        Ok(found.ok_or(Refusal::Unauthenticated)?.viewer)
    }

    /// Who a session makes one; nobody where it is none.
    pub async fn by_session(&self, secret: &str) -> Result<Option<SignedIn>, Refusal> {
        let hash = digest(secret);
        let found = match self.remembered(&hash) {
            Some(found) => Some(found),
            None => {
                let session = credentials::session(&self.house, &hash).await?;
                self.remember(hash, session, Origin::Pages).await?
            }
        };
        Ok(found.and_then(|found| match found.credential {
            Credential::Session { id, .. } => Some(SignedIn { viewer: found.viewer, session: id }),
            Credential::Token { .. } => None,
        }))
    }

    /// Forgets a viewer at once.
    pub fn forget(&self, secret: &str) {
        self.viewers.remove(&digest(secret));
    }

    fn remembered(&self, hash: &Vec<u8>) -> Option<Remembered> {
        self.viewers.get(hash).filter(|found| found.until > self.house.world.clock.now())
    }

    async fn remember(
        &self,
        hash: Vec<u8>,
        credential: Option<Credential>,
        origin: Origin,
    ) -> Result<Option<Remembered>, Refusal> {
        let now = self.house.world.clock.now();
        let Some(credential) = credential else { return Ok(None) };
        let viewer = Viewer::of_member(self.house.db.read(), credential.member(), origin, now).await?;
        let Some(viewer) = viewer else { return Ok(None) };
        credentials::note_use(&self.house, &self.uses, &credential).await?;
        let viewer = match credential {
            Credential::Token { scopes, .. } => viewer.with_token(scopes),
            Credential::Session { .. } => viewer,
        };
        let found = Remembered { viewer, credential, until: now.plus_seconds(SECONDS) };
        self.viewers.insert(hash, found.clone());
        Ok(Some(found))
    }
}
