//! Who stands at the API's door: a token, or the session of a browser.

use std::sync::Arc;

use http::{header::AUTHORIZATION, request::Parts};

use crate::{
    graphql::{
        errors::as_error,
        transport::{Data, Door, Error, Reply, Via},
    },
    house::{Call, House},
    identity::{Known, Visiting},
    refusal::Refusal,
    schema,
};

/// The door of the house.
pub struct HouseDoor {
    pub house: Arc<House>,
    pub known: Known,
    pub visiting: Visiting,
}

impl Door for HouseDoor {
    type Visit = Arc<Call>;

    async fn enter(&self, parts: &Parts, via: Via) -> Result<(Data, Arc<Call>), Error> {
        let call = self.call(parts).await.map_err(|refusal| as_error(&refusal))?;
        let call = Arc::new(if matches!(via, Via::Get) { call.without_identities() } else { call });
        Ok((schema::data_of(&call), call))
    }

    async fn settle(&self, call: Arc<Call>, reply: Reply) -> Reply {
        schema::settle(&call, reply).await
    }
}

impl HouseDoor {
    /// A token that is none is refused; without one the browser's session counts, if it has one.
    async fn call(&self, parts: &Parts) -> Result<Call, Refusal> {
        let house = self.house.clone();
        if let Some(value) = parts.headers.get(AUTHORIZATION) {
            let token = value.to_str().ok().and_then(|value| {
                let (scheme, token) = value.split_once(' ')?;
                scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
            });
            let viewer = self.known.by_token(token.ok_or(Refusal::Unauthenticated)?).await?;
            return Ok(Call::new(house, Some(viewer)));
        }
        let found = match self.visiting.session(&parts.headers) {
            Some(secret) => self.known.by_session(&secret).await?,
            None => None,
        };
        Ok(Call::in_session(house, found.map(|found| (found.viewer, found.session))))
    }
}
