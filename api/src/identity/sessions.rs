//! Sessions of browsers: a random secret in a cookie, stored hashed; and the forms that begin and
//! end one.

use std::sync::Arc;

use axum::{
    Form, Router,
    extract::{Extension, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use entities::{ids::MemberId, instant::Instant, session};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::SelectStatement,
};
use serde::Deserialize;
use subtle::ConstantTimeEq;

use super::Known;
use crate::{
    access::{Viewer, viewer::is_demonstration_member},
    db::Stamp,
    graphql::PublicId,
    house::House,
    refusal::Refusal,
    sealing::{digest, proof, secret},
};

/// What the forms here need.
#[derive(Clone)]
pub struct Visiting {
    pub house: Arc<House>,
    pub known: Known,
    /// Whether cookies are for TLS alone.
    pub secure: bool,
    /// Makes the token of each form out of the browser's own cookie; the same on every gateway.
    forms: Arc<[u8; 32]>,
}

/// Eight hours from the last sign-in.
const SECONDS: i64 = 8 * 3_600;

impl Visiting {
    pub fn new(house: Arc<House>, known: Known, secure: bool, forms: [u8; 32]) -> Self {
        Self { house, known, secure, forms: Arc::new(forms) }
    }

    fn cookie_name(&self, name: &'static str) -> String {
        if self.secure { format!("__Host-{name}") } else { name.to_owned() }
    }

    fn cookie(&self, name: &'static str, value: &str, seconds: i64) -> HeaderValue {
        let secure = if self.secure { "; Secure" } else { "" };
        let name = self.cookie_name(name);
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
            .parse()
            .expect("cookie values here are hexadecimal digits")
    }

    fn read(&self, headers: &HeaderMap, name: &'static str) -> Option<String> {
        let wanted = self.cookie_name(name);
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, value)| *name == wanted && is_secret(value))
            .map(|(_, value)| value.to_owned())
    }

    /// The secret of the request's session, if it has one.
    pub fn session(&self, headers: &HeaderMap) -> Option<String> {
        self.read(headers, SESSION)
    }

    fn form_token(&self, browser: &str) -> String {
        proof(&self.forms, browser)
    }
}

const SESSION: &str = "session";
const BROWSER: &str = "browser";

fn is_secret(value: &str) -> bool {
    value.len() == 64 && value.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Gives every request its visitor: the session, and the token that forms of this browser carry.
/// A browser that comes for the first time gets a cookie to tell it by.
pub async fn visit(State(visiting): State<Visiting>, mut request: Request, next: Next) -> Response {
    let session = visiting.session(request.headers());
    let browser = visiting.read(request.headers(), BROWSER);
    let new = browser.is_none();
    let browser = browser.unwrap_or_else(secret);
    let form_token = visiting.form_token(&browser);
    request.extensions_mut().insert(web::Visitor { session, form_token });
    let mut response = next.run(request).await;
    if new {
        response.headers_mut().append(header::SET_COOKIE, visiting.cookie(BROWSER, &browser, 180 * 86_400));
    }
    response
}

/// The forms that begin, change and end a session.
pub fn routes(visiting: Visiting) -> Router {
    Router::new()
        .route("/sign-in", post(sign_in))
        .route("/act-as", post(act_as))
        .route("/sign-out", post(sign_out))
        .with_state(visiting)
}

#[derive(Deserialize)]
struct Choice {
    #[serde(rename = "_token")]
    token: String,
    #[serde(default)]
    member: String,
    #[serde(default)]
    next: String,
}

/// Chooses who to be, on a demonstration network alone.
async fn sign_in(
    State(visiting): State<Visiting>,
    Extension(visitor): Extension<web::Visitor>,
    Form(choice): Form<Choice>,
) -> Result<Response, StatusCode> {
    check(&visitor, &choice)?;
    let member = MemberId::parse(&choice.member).map_err(|_| StatusCode::BAD_REQUEST)?;
    if !visiting.house.demonstration {
        return Err(StatusCode::FORBIDDEN);
    }
    let now = visiting.house.world.clock.now();
    let allowed = is_demonstration_member(visiting.house.db.read(), member, now).await.map_err(fault)?;
    if !allowed {
        return Err(StatusCode::FORBIDDEN);
    }
    begin(&visiting, &visitor, member, &choice.next).await
}

/// Acts for another of one's organisations.
async fn act_as(
    State(visiting): State<Visiting>,
    Extension(visitor): Extension<web::Visitor>,
    Form(choice): Form<Choice>,
) -> Result<Response, StatusCode> {
    check(&visitor, &choice)?;
    let member = MemberId::parse(&choice.member).map_err(|_| StatusCode::BAD_REQUEST)?;
    let viewer = viewer(&visiting, &visitor).await?;
    let now = visiting.house.world.clock.now();
    let own = viewer.memberships(visiting.house.db.read(), now).await.map_err(fault)?;
    if !own.contains(&member) {
        return Err(StatusCode::FORBIDDEN);
    }
    begin(&visiting, &visitor, member, "/").await
}

async fn sign_out(
    State(visiting): State<Visiting>,
    Extension(visitor): Extension<web::Visitor>,
    Form(choice): Form<Choice>,
) -> Result<Response, StatusCode> {
    check(&visitor, &choice)?;
    end(&visiting, &visitor).await.map_err(fault)?;
    let mut response = Redirect::to("/sign-in").into_response();
    response.headers_mut().append(header::SET_COOKIE, visiting.cookie(SESSION, "", 0));
    Ok(response)
}

fn check(visitor: &web::Visitor, choice: &Choice) -> Result<(), StatusCode> {
    let same: bool = visitor.form_token.as_bytes().ct_eq(choice.token.as_bytes()).into();
    if same { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
}

async fn viewer(visiting: &Visiting, visitor: &web::Visitor) -> Result<Viewer, StatusCode> {
    let secret = visitor.session.as_deref().ok_or(StatusCode::UNAUTHORIZED)?;
    visiting.known.by_session(secret).await.map_err(fault)?.ok_or(StatusCode::UNAUTHORIZED)
}

fn fault(refusal: Refusal) -> StatusCode {
    tracing::error!(?refusal, "a session form failed");
    StatusCode::INTERNAL_SERVER_ERROR
}

/// Begins a session under a new secret; the one before it ends.
async fn begin(
    visiting: &Visiting,
    visitor: &web::Visitor,
    member: MemberId,
    next: &str,
) -> Result<Response, StatusCode> {
    end(visiting, visitor).await.map_err(fault)?;
    let secret = make(&visiting.house, member).await.map_err(fault)?;
    let mut response = Redirect::to(same_site(next)).into_response();
    response.headers_mut().append(header::SET_COOKIE, visiting.cookie(SESSION, &secret, SECONDS));
    // Forms of whoever sat here before do not fit any more.
    let browser = crate::sealing::secret();
    response.headers_mut().append(header::SET_COOKIE, visiting.cookie(BROWSER, &browser, 180 * 86_400));
    Ok(response)
}

/// A path of ours to go on to; anything else is the start.
fn same_site(next: &str) -> &str {
    let ours = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n']);
    if ours { next } else { "/" }
}

async fn make(house: &House, member: MemberId) -> Result<String, Refusal> {
    let secret = secret();
    let now = house.world.clock.now();
    let tx = house.db.begin(stamp(house)).await?;
    session::Entity::insert(session::ActiveModel {
        hash: Set(digest(&secret)),
        member_id: Set(member),
        created_at: Set(now),
        expires_at: Set(now.plus_seconds(SECONDS)),
    })
    .exec_without_returning(tx.on())
    .await?;
    session::Entity::delete_many().filter(session::Column::ExpiresAt.lt(now)).exec(tx.on()).await?;
    tx.commit().await?;
    Ok(secret)
}

async fn end(visiting: &Visiting, visitor: &web::Visitor) -> Result<(), Refusal> {
    let Some(secret) = &visitor.session else { return Ok(()) };
    let tx = visiting.house.db.begin(stamp(&visiting.house)).await?;
    session::Entity::delete_by_id(digest(secret)).exec(tx.on()).await?;
    tx.commit().await?;
    visiting.known.forget(secret);
    Ok(())
}

fn stamp(house: &House) -> Stamp {
    Stamp::system(house.world.clock.now())
}

/// Whom a session is for, if it is one and has not run out: a statement within another.
pub fn member_of(hash: &[u8], now: Instant) -> SelectStatement {
    session::Entity::find()
        .filter(session::Column::Hash.eq(hash.to_vec()))
        .filter(session::Column::ExpiresAt.gt(now))
        .select_only()
        .column(session::Column::MemberId)
        .into_query()
}

#[cfg(test)]
mod tests {
    use super::same_site;

    #[test]
    fn nobody_is_sent_off_the_site() {
        assert_eq!(same_site("/referrals?side=SENT"), "/referrals?side=SENT");
        for bad in ["//evil.example", "https://evil.example", "/\\evil.example", "", "javascript:1"] {
            assert_eq!(same_site(bad), "/", "{bad}");
        }
    }
}
