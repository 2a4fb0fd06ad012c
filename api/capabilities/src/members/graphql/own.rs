//! The viewer's own sessions and API tokens.

use std::sync::{Mutex, PoisonError};

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use entities::{
    api_token,
    codes::TokenScope,
    ids::{SessionId, TokenId},
    session,
};
use platform::{
    error::{ActionError, NoProblemCode},
    graphql::{Coded, DateTime, GraphqlError, PublicId, coded, idempotent, payload, public, request},
};

use super::super::{
    actions::{self, NewToken, TokenCreateErrorCode},
    reads,
};
use crate::network::Member;

/// Session of the viewer in a browser.
pub struct Session(session::Model);

/// Session of the viewer in a browser.
#[Object]
impl Session {
    /// Opaque global id.
    async fn id(&self) -> ID {
        public(self.0.id)
    }

    /// Name of the browser and system, such as `Firefox, Windows`; empty if unknown.
    async fn browser(&self) -> &str {
        &self.0.browser
    }

    /// Time of the sign-in.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// Time of the last request, to the minute.
    async fn seen_at(&self) -> DateTime {
        DateTime(self.0.seen_at)
    }

    /// Whether this request belongs to the session.
    async fn is_this(&self, ctx: &Context<'_>) -> bool {
        request(ctx).session().is_ok_and(|id| id == self.0.id)
    }
}

/// API token, by which a program acts as a member.
pub struct ApiToken(api_token::Model);

/// API token, by which a program acts as a member within the token's scopes.
#[Object]
impl ApiToken {
    /// Opaque global id.
    async fn id(&self) -> ID {
        public(self.0.id)
    }

    /// Name; empty for a token that was created on the command line.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Permissions, within those of the member.
    async fn scopes(&self) -> Vec<Coded<TokenScope>> {
        coded(self.0.scopes)
    }

    /// Member as whom the program acts; null if the membership has ended.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        Member::load(ctx, self.0.member_id).await
    }

    /// Time of creation.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// Time of expiry.
    async fn expires_at(&self) -> DateTime {
        DateTime(self.0.expires_at)
    }

    /// Time of the last use, to the minute; null if the token was never used.
    async fn used_at(&self) -> Option<DateTime> {
        self.0.used_at.map(DateTime)
    }
}

/// Queries of the viewer's own sessions and API tokens.
#[derive(Default)]
pub struct OwnQuery;

#[Object]
impl OwnQuery {
    /// Sessions of the viewer, the most recently used first.
    async fn sessions(&self, ctx: &Context<'_>) -> Result<Vec<Session>, GraphqlError> {
        Ok(reads::sessions(request(ctx)).await?.into_iter().map(Session).collect())
    }

    /// Valid API tokens, newest first.
    async fn api_tokens(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "True for the tokens of all members, for a viewer who manages members; else the viewer's own",
            default
        )]
        everybodys: bool,
    ) -> Result<Vec<ApiToken>, GraphqlError> {
        Ok(reads::tokens(request(ctx), everybodys).await?.into_iter().map(ApiToken).collect())
    }
}

/// Session to end.
#[derive(InputObject)]
pub struct SessionEndInput {
    /// Id of the session; null for all sessions except the present one.
    session_id: Option<ID>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// API token to create.
#[derive(InputObject)]
pub struct ApiTokenCreateInput {
    /// Name of the token.
    name: String,
    /// Permissions, within those of the member.
    scopes: Vec<Coded<TokenScope>>,
    /// Days until expiry, 1 to 366.
    days: i32,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// API token to revoke.
#[derive(InputObject)]
pub struct ApiTokenRevokeInput {
    /// Id of one of the viewer's tokens, or of a colleague's token for a viewer who manages members.
    token_id: ID,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// New API token.
#[derive(SimpleObject)]
pub struct CreatedToken {
    /// Secret, shown only this once because only its digest is stored; null for a repeated request with the same key.
    secret: Option<String>,
    /// Details of the token.
    token: ApiToken,
}

payload!(SessionEndPayload, /// Remaining sessions of the viewer.
    sessions: Vec<Session>, NoProblemCode);
payload!(ApiTokenCreatePayload, /// New API token.
    created: CreatedToken, TokenCreateErrorCode);
payload!(ApiTokenRevokePayload, /// Remaining API tokens of the viewer.
    tokens: Vec<ApiToken>, NoProblemCode);

/// Mutations of the viewer's own sessions and API tokens.
#[derive(Default)]
pub struct OwnMutation;

#[Object]
impl OwnMutation {
    /// Ends another session of the viewer, or all others. Only from a browser.
    async fn session_end(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Session to end")] input: SessionEndInput,
    ) -> Result<SessionEndPayload, GraphqlError> {
        let id = input.session_id.map(|id| SessionId::parse(&id)).transpose()?;
        let (done, errors) = idempotent(ctx, || actions::session_end(request(ctx), id)).await?;
        let sessions = match done {
            Some(()) => Some(reads::sessions(request(ctx)).await?.into_iter().map(Session).collect()),
            None => None,
        };
        Ok(SessionEndPayload { sessions, errors })
    }

    /// Creates an API token for the viewer. Only from a browser: a token cannot create another token.
    async fn api_token_create(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Name and permissions")] input: ApiTokenCreateInput,
    ) -> Result<ApiTokenCreatePayload, GraphqlError> {
        let scopes = input.scopes.into_iter().map(|scope| scope.0).collect();
        let new = NewToken { name: input.name, scopes, days: input.days };
        let secret = Mutex::new(None);
        let make = || async {
            let (id, token) = actions::token_create(request(ctx), new.clone()).await?;
            *secret.lock().unwrap_or_else(PoisonError::into_inner) = Some(token.0);
            Ok::<_, ActionError<TokenCreateErrorCode>>(id)
        };
        let (made, errors) = idempotent(ctx, make).await?;
        let secret = secret.into_inner().unwrap_or_else(PoisonError::into_inner);
        let created = match made {
            Some(id) => Some(CreatedToken { secret, token: ApiToken(reads::token(request(ctx), id).await?) }),
            None => None,
        };
        Ok(ApiTokenCreatePayload { created, errors })
    }

    /// Revokes an API token of the viewer, or of a colleague if the viewer manages members.
    async fn api_token_revoke(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Token to revoke")] input: ApiTokenRevokeInput,
    ) -> Result<ApiTokenRevokePayload, GraphqlError> {
        let id = TokenId::parse(&input.token_id)?;
        let revoked = || actions::token_revoke(request(ctx), id);
        let (done, errors) = idempotent(ctx, revoked).await?;
        let tokens = match done {
            Some(_) => Some(reads::tokens(request(ctx), false).await?.into_iter().map(ApiToken).collect()),
            None => None,
        };
        Ok(ApiTokenRevokePayload { tokens, errors })
    }
}
