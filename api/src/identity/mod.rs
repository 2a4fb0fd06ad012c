//! Who is asking: sessions of browsers, tokens of programs, and on a demonstration network the
//! choice of who to be.

mod sessions;
mod tokens;

pub use sessions::{Visiting, routes, visit};
pub use tokens::{Token, make as make_token};

use std::sync::Arc;

use entities::codes::Origin;
use sea_orm::sea_query::SelectStatement;

use crate::{access::Viewer, house::House, refusal::Refusal};

/// Viewers of late, by the digest of what they showed: a session or a token is looked up once in a
/// while, and what has changed meanwhile counts a few seconds later.
#[derive(Clone)]
pub struct Known {
    house: Arc<House>,
    viewers: Arc<quick_cache::sync::Cache<Vec<u8>, Remembered>>,
}

#[derive(Clone)]
struct Remembered {
    viewer: Viewer,
    until: entities::instant::Instant,
}

/// How long a viewer is remembered. Signing out forgets at once on the gateway that does it; a
/// membership that ends counts everywhere after this.
const SECONDS: i64 = 5;

impl Known {
    pub fn new(house: Arc<House>) -> Self {
        Self { house, viewers: Arc::new(quick_cache::sync::Cache::new(10_000)) }
    }

    /// The viewer that a token makes; refused where it is none.
    pub async fn by_token(&self, secret: &str) -> Result<Viewer, Refusal> {
        let digest = crate::sealing::digest(secret);
        if let Some(viewer) = self.remembered(&digest) {
            return Ok(viewer);
        }
        let member = tokens::member_of(&digest, self.house.world.clock.now());
        self.remember(digest, member, Origin::Api).await?.ok_or(Refusal::Unauthenticated)
    }

    /// The viewer that a session makes; nobody where it is none.
    pub async fn by_session(&self, secret: &str) -> Result<Option<Viewer>, Refusal> {
        let digest = crate::sealing::digest(secret);
        if let Some(viewer) = self.remembered(&digest) {
            return Ok(Some(viewer));
        }
        let member = sessions::member_of(&digest, self.house.world.clock.now());
        self.remember(digest, member, Origin::Pages).await
    }

    /// Forgets a viewer at once.
    pub fn forget(&self, secret: &str) {
        self.viewers.remove(&crate::sealing::digest(secret));
    }

    fn remembered(&self, digest: &Vec<u8>) -> Option<Viewer> {
        let found = self.viewers.get(digest)?;
        (found.until > self.house.world.clock.now()).then_some(found.viewer)
    }

    async fn remember(
        &self,
        digest: Vec<u8>,
        member: SelectStatement,
        origin: Origin,
    ) -> Result<Option<Viewer>, Refusal> {
        let now = self.house.world.clock.now();
        let viewer = Viewer::found_by(self.house.db.read(), member, origin, now).await?;
        if let Some(viewer) = &viewer {
            let until = now.plus_seconds(SECONDS);
            self.viewers.insert(digest, Remembered { viewer: viewer.clone(), until });
        }
        Ok(viewer)
    }
}
