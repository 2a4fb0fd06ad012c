//! API tokens: for a member in an organisation, with scopes and a last day, shown once, stored hashed.

use entities::{
    api_token,
    codes::{Origin, Set as Codes, TokenScope},
    described_enum,
    ids::{MemberId, TokenId},
};
use platform::{
    access::Viewer,
    context::{AppState, RequestContext},
    db::{AuditContext, DomainEvent, Tx},
    error::{ActionError, DomainError},
    sealing::{digest, secret},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr};

use super::super::{
    model::{TOKEN_DAYS, TOKENS},
    reads,
};
use crate::{
    checks::{Checks, LINE, field_codes},
    members::events::{TOKEN_CREATED, TOKEN_REVOKED},
};

described_enum! {
    /// Error of creating an API token.
    TokenCreateErrorCode {
        Required = "REQUIRED": "A required field is empty.",
        TooLong = "TOO_LONG": "A text is too long.",
        Invalid = "INVALID": "The number of days is not from 1 to 366.",
        TooMany = "TOO_MANY": "The member has too many API tokens. Revoke tokens that are not needed.",
    }
}
field_codes!(TokenCreateErrorCode);

/// Text of a token, shown once.
#[derive(Debug)]
pub struct Token(pub String);

/// A token to be made.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// Name of the token.
    pub name: String,
    pub scopes: Codes<TokenScope>,
    /// For how many days it counts.
    pub days: i32,
}

/// Prefix of every token, by which a leaked one is recognised.
const PREFIX: &str = "tg_";

/// Creates a token with all permissions of its member, for the operator of the program.
pub async fn make_token(app: &AppState, member: MemberId, days: u32) -> Result<Token, DomainError> {
    let (now, origin) = (app.env.clock.now(), Origin::System);
    let viewer = Viewer::of_member(app.db.read(), member, origin, now).await?;
    let viewer = viewer.ok_or(DomainError::NotFound("member"))?;
    let tx = app.db.begin(AuditContext::system(now)).await?;
    let (_, token) = write(&tx, &viewer, String::new(), Codes::all(), days).await?;
    tx.commit().await?;
    Ok(token)
}

/// Creates a token for the viewer. Only from a browser: a token cannot create another token.
pub async fn token_create(
    request: &RequestContext,
    new: NewToken,
) -> Result<(TokenId, Token), ActionError<TokenCreateErrorCode>> {
    request.session()?;
    let viewer = request.viewer()?;
    let mut checks = Checks::default();
    let name = checks.required("name", &new.name, LINE);
    if new.scopes.is_empty() {
        checks.wrong("scopes", TokenCreateErrorCode::Required, "choose at least one scope");
    }
    let days = u32::try_from(new.days).unwrap_or_default();
    if !(1..=TOKEN_DAYS).contains(&days) {
        checks.wrong("days", TokenCreateErrorCode::Invalid, "enter 1 to 366 days");
    }
    let there = reads::live_tokens(viewer.member, request.now).count(request.read()).await?;
    if there >= TOKENS {
        checks.wrong("name", TokenCreateErrorCode::TooMany, "revoke a token that is not needed first");
    }
    checks.done()?;
    let tx = request.begin().await?;
    let (id, token) = write(&tx, viewer, name, new.scopes, days).await?;
    Ok((tx.commit(id).await?, token))
}

async fn write(
    tx: &Tx,
    viewer: &Viewer,
    name: String,
    scopes: Codes<TokenScope>,
    days: u32,
) -> Result<(TokenId, Token), DomainError> {
    let id = TokenId(tx.env().ordered_id());
    let token = format!("{PREFIX}{}", secret());
    api_token::Entity::insert(api_token::ActiveModel {
        id: Set(id),
        hash: Set(digest(&token)),
        member_id: Set(viewer.member),
        name: Set(name),
        scopes: Set(scopes),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now().plus_seconds(i64::from(days) * 86_400)),
        used_at: Set(None),
        revoked_at: Set(None),
    })
    .exec_without_returning(tx.on())
    .await?;
    tx.record(DomainEvent::new(TOKEN_CREATED, vec![(viewer.organisation, viewer.member.0)]));
    Ok((id, Token(token)))
}

/// Revokes a token of the viewer, or of a colleague if the viewer manages members.
pub async fn token_revoke(request: &RequestContext, id: TokenId) -> Result<TokenId, DomainError> {
    let viewer = request.viewer()?;
    viewer.must_by_token(TokenScope::Manage)?;
    let tx = request.begin().await?;
    let row = reads::visible_tokens(viewer)
        .filter(api_token::Column::Id.eq(id))
        .one(tx.on())
        .await?
        .ok_or(DomainError::NotFound("token"))?;
    let revoked = api_token::Entity::update_many()
        .col_expr(api_token::Column::RevokedAt, Expr::value(tx.now()))
        .filter(api_token::Column::Id.eq(id))
        .filter(api_token::Column::RevokedAt.is_null())
        .exec(tx.on())
        .await?;
    if revoked.rows_affected > 0 {
        tx.record(DomainEvent::new(TOKEN_REVOKED, vec![(viewer.organisation, row.member_id.0)]));
    }
    tx.commit(id).await
}
