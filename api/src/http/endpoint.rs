//! Authentication of API requests: by a token, or by the session of a browser.

use std::sync::Arc;

use http::{header::AUTHORIZATION, request::Parts};
use platform::{
    context::{AppState, RequestContext},
    error::DomainError,
    graphql::{
        errors::as_error,
        transport::{Data, Endpoint, Error, Reply, Via},
    },
    identity::Known,
};

use super::browsers::Visiting;
use crate::schema;

/// Endpoint of the application.
pub struct AppEndpoint {
    pub app: Arc<AppState>,
    pub known: Known,
    pub visiting: Visiting,
}

impl Endpoint for AppEndpoint {
    type Context = Arc<RequestContext>;

    async fn open(&self, parts: &Parts, via: Via) -> Result<(Data, Arc<RequestContext>), Error> {
        let request = self.request(parts).await.map_err(|error| as_error(&error))?;
        let request = Arc::new(if matches!(via, Via::Get) { request.without_identities() } else { request });
        Ok((schema::data_of(&request), request))
    }

    async fn finish(&self, request: Arc<RequestContext>, reply: Reply) -> Reply {
        schema::record_accesses(&request, reply).await
    }
}

impl AppEndpoint {
    /// An invalid token is refused; without a token, the session of the browser counts, if there is one.
    async fn request(&self, parts: &Parts) -> Result<RequestContext, DomainError> {
        let app = self.app.clone();
        if let Some(value) = parts.headers.get(AUTHORIZATION) {
            let token = value.to_str().ok().and_then(|value| {
                let (scheme, token) = value.split_once(' ')?;
                scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
            });
            let viewer = self.known.by_token(token.ok_or(DomainError::Unauthenticated)?).await?;
            return Ok(RequestContext::new(app, Some(viewer)));
        }
        let found = match self.visiting.session(&parts.headers) {
            Some(secret) => self.known.by_session(&secret).await?,
            None => None,
        };
        Ok(RequestContext::in_session(app, found.map(|found| (found.viewer, found.session))))
    }
}
