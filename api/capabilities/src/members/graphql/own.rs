//! One's own sessions and tokens.

use std::sync::{Mutex, PoisonError};

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use entities::{
    api_token,
    codes::TokenScope,
    ids::{SessionId, TokenId},
    session,
};

use super::super::{
    actions::{self, NewToken, TokenCreateErrorCode},
    reads,
};
use crate::network::Member;
use platform::{
    error::{ActionError, NoProblemCode},
    graphql::{Coded, DateTime, GraphqlError, PublicId, coded, idempotent, payload, public, request},
};

/// A browser in which the viewer is signed in.
pub struct Session(session::Model);

/// A browser in which the viewer is signed in.
#[Object]
impl Session {
    /// Opaque; says what it is the id of.
    async fn id(&self) -> ID {
        public(self.0.id)
    }

    /// What the browser calls itself, `Firefox, Windows`; empty where it says nothing known.
    async fn browser(&self) -> &str {
        &self.0.browser
    }

    /// When the viewer signed in.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// When something was last asked for from it, to the minute.
    async fn seen_at(&self) -> DateTime {
        DateTime(self.0.seen_at)
    }

    /// Whether it is the one that asks.
    async fn is_this(&self, ctx: &Context<'_>) -> bool {
        request(ctx).session().is_ok_and(|id| id == self.0.id)
    }
}

/// A key to this API, for a program that acts as a member.
pub struct ApiToken(api_token::Model);

/// A key by which a program acts as a member, within the scopes that it was given.
#[Object]
impl ApiToken {
    /// Opaque; says what it is the id of.
    async fn id(&self) -> ID {
        public(self.0.id)
    }

    /// What it is for; empty where whoever runs the installation made it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What it may, of what its member may.
    async fn scopes(&self) -> Vec<Coded<TokenScope>> {
        coded(self.0.scopes)
    }

    /// As whom the program acts; null where they have left.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        Member::load(ctx, self.0.member_id).await
    }

    /// When its secret was shown.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// Until when it counts.
    async fn expires_at(&self) -> DateTime {
        DateTime(self.0.expires_at)
    }

    /// When it was last used, to the minute; null where it never was.
    async fn used_at(&self) -> Option<DateTime> {
        self.0.used_at.map(DateTime)
    }
}

/// One's own sessions and tokens.
#[derive(Default)]
pub struct OwnQuery;

#[Object]
impl OwnQuery {
    /// The browsers in which the viewer is signed in, the one used last first.
    async fn sessions(&self, ctx: &Context<'_>) -> Result<Vec<Session>, GraphqlError> {
        Ok(reads::sessions(request(ctx)).await?.into_iter().map(Session).collect())
    }

    /// Tokens that count, newest first.
    async fn api_tokens(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Those of every member of the organisation, for whoever looks after its members; else the viewer's own",
            default
        )]
        everybodys: bool,
    ) -> Result<Vec<ApiToken>, GraphqlError> {
        Ok(reads::tokens(request(ctx), everybodys).await?.into_iter().map(ApiToken).collect())
    }
}

/// A session to be ended.
#[derive(InputObject)]
pub struct SessionEndInput {
    /// None: every one but that which asks.
    session_id: Option<ID>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A token to be made.
#[derive(InputObject)]
pub struct ApiTokenCreateInput {
    /// What it is for.
    name: String,
    /// What it may; of what its member may.
    scopes: Vec<Coded<TokenScope>>,
    /// For how many days it counts: 1 to 366.
    days: i32,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A token to be revoked.
#[derive(InputObject)]
pub struct ApiTokenRevokeInput {
    /// The `id` of a token of the viewer's, or of a colleague's for whoever looks after members.
    token_id: ID,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A new token.
#[derive(SimpleObject)]
pub struct CreatedToken {
    /// Shown this once, since it is stored as a digest alone: null where the same key was sent again.
    secret: Option<String>,
    /// What is kept of it.
    token: ApiToken,
}

payload!(SessionEndPayload, /// The sessions that are left.
    sessions: Vec<Session>, NoProblemCode);
payload!(ApiTokenCreatePayload, /// The new token.
    created: CreatedToken, TokenCreateErrorCode);
payload!(ApiTokenRevokePayload, /// The tokens of the viewer that are left.
    tokens: Vec<ApiToken>, NoProblemCode);

/// What one does with one's own sessions and tokens.
#[derive(Default)]
pub struct OwnMutation;

#[Object]
impl OwnMutation {
    /// Signs the viewer out of another browser, or of all others. From a browser alone.
    async fn session_end(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which session")] input: SessionEndInput,
    ) -> Result<SessionEndPayload, GraphqlError> {
        let id = input.session_id.map(|id| SessionId::parse(&id)).transpose()?;
        let (done, errors) = idempotent(ctx, || actions::session_end(request(ctx), id)).await?;
        let sessions = match done {
            Some(()) => Some(reads::sessions(request(ctx)).await?.into_iter().map(Session).collect()),
            None => None,
        };
        Ok(SessionEndPayload { sessions, errors })
    }

    /// Makes a token for the viewer. From a browser alone: a token makes no other.
    async fn api_token_create(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it is for, and what it may")] input: ApiTokenCreateInput,
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

    /// Revokes a token of the viewer's, or of a colleague's where the viewer looks after members.
    async fn api_token_revoke(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which token")] input: ApiTokenRevokeInput,
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
