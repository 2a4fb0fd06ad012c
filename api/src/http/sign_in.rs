//! Forms for sign-in, change of organisation and sign-out. GET never does any of them, so that a mail scanner that
//! follows links signs nobody in.

use std::time::Duration;

use axum::{
    Form, Router,
    extract::{Extension, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use capabilities::members::{self, LoginRefused};
use entities::ids::{LoginLinkId, MemberId};
use platform::{
    access::{Viewer, viewer::is_demonstration_member},
    db::run_anew,
    error::DomainError,
    graphql::{PublicId, public},
    sealing::digest,
};
use serde::Deserialize;
use subtle::ConstantTimeEq;

use super::browsers::Visiting;

/// Shortest duration of a request for a login link, whether the address is known or not.
const ASKING: Duration = Duration::from_millis(300);
/// Shortest duration of an attempt with a code or a link.
const TRYING: Duration = Duration::from_millis(150);

/// The forms that begin, change and end a session.
pub fn routes(visiting: Visiting) -> Router {
    Router::new()
        .route("/sign-in", post(choose))
        .route("/sign-in/ask", post(request_link))
        .route("/sign-in/code", post(by_code))
        .route("/sign-in/link", post(by_link))
        .route("/act-as", post(act_as))
        .route("/sign-out", post(sign_out))
        .with_state(visiting)
}

/// The fields of all these forms; each has some of them.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Sent {
    #[serde(rename = "_token")]
    token: String,
    member: String,
    email: String,
    id: String,
    code: String,
    key: String,
    next: String,
}

/// Signs in as a chosen member, on a demonstration network only.
async fn choose(
    State(visiting): State<Visiting>,
    Extension(visitor): Extension<web::Visitor>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Result<Response, Halt> {
    check(&visitor, &sent)?;
    let member: MemberId = id_of(&sent.member)?;
    if !visiting.app.demonstration {
        return Err(Halt::LoginRefused(StatusCode::FORBIDDEN));
    }
    let now = visiting.app.env.clock.now();
    let allowed = is_demonstration_member(visiting.app.db.read(), member, now).await?;
    if !allowed {
        return Err(Halt::LoginRefused(StatusCode::FORBIDDEN));
    }
    begin(&visiting, &visitor, &headers, member, &sent.next).await
}

/// Requests a link and a code by email. The answer and its duration are the same whether the address is known or not.
async fn request_link(
    State(visiting): State<Visiting>,
    Extension(visitor): Extension<web::Visitor>,
    Form(sent): Form<Sent>,
) -> Result<Response, Halt> {
    if check(&visitor, &sent).is_err() {
        return Ok(foreign_form());
    }
    if !members::is_address(&sent.email) {
        return Ok(to(&[("failed", "address"), ("next", &sent.next)], "/sign-in"));
    }
    let browser = digest(&visitor.form_token);
    let asking = run_anew(|| members::request_login_link(&visiting.app, &sent.email, &browser));
    let (asked, ()) = tokio::join!(asking, tokio::time::sleep(ASKING));
    let id = public(asked?);
    Ok(to(&[("id", &id), ("next", &sent.next)], "/sign-in/code"))
}

/// Signs in with the code of an email.
async fn by_code(
    State(visiting): State<Visiting>,
    Extension(visitor): Extension<web::Visitor>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Result<Response, Halt> {
    if check(&visitor, &sent).is_err() {
        return Ok(foreign_form());
    }
    let (id, browser) = tried_with(&visitor, &sent)?;
    let trying = run_anew(|| members::try_code(&visiting.app, id, &browser, &sent.code));
    let (tried, ()) = tokio::join!(trying, tokio::time::sleep(TRYING));
    match tried? {
        Some(member) => begin(&visiting, &visitor, &headers, member, &sent.next).await,
        None => {
            let again = [("id", sent.id.as_str()), ("failed", "code"), ("next", &sent.next)];
            Ok(to(&again, "/sign-in/code"))
        }
    }
}

/// Signs in with the link of an email, on the page to which it leads.
async fn by_link(
    State(visiting): State<Visiting>,
    Extension(visitor): Extension<web::Visitor>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Result<Response, Halt> {
    if check(&visitor, &sent).is_err() {
        return Ok(foreign_form());
    }
    let (id, browser) = tried_with(&visitor, &sent)?;
    let trying = run_anew(|| members::try_link(&visiting.app, id, &browser, &sent.key));
    let (tried, ()) = tokio::join!(trying, tokio::time::sleep(TRYING));
    match tried? {
        Ok(member) => begin(&visiting, &visitor, &headers, member, "/").await,
        Err(LoginRefused::OtherBrowser) => Ok(to(&[("failed", "browser")], "/sign-in")),
        Err(LoginRefused::Over) => Ok(to(&[("failed", "link")], "/sign-in")),
    }
}

/// Login link that is tried, and the browser in which it is tried.
fn tried_with(visitor: &web::Visitor, sent: &Sent) -> Result<(LoginLinkId, Vec<u8>), Halt> {
    let id: LoginLinkId = id_of(&sent.id)?;
    Ok((id, digest(&visitor.form_token)))
}

/// Acts for another organisation of the account.
async fn act_as(
    State(visiting): State<Visiting>,
    Extension(visitor): Extension<web::Visitor>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Result<Response, Halt> {
    check(&visitor, &sent)?;
    let member: MemberId = id_of(&sent.member)?;
    let viewer = viewer(&visiting, &visitor).await?;
    let now = visiting.app.env.clock.now();
    let own = viewer.memberships(visiting.app.db.read(), now).await?;
    if !own.contains(&member) {
        return Err(Halt::LoginRefused(StatusCode::FORBIDDEN));
    }
    begin(&visiting, &visitor, &headers, member, "/").await
}

async fn sign_out(
    State(visiting): State<Visiting>,
    Extension(visitor): Extension<web::Visitor>,
    Form(sent): Form<Sent>,
) -> Result<Response, Halt> {
    check(&visitor, &sent)?;
    end(&visiting, &visitor).await?;
    let mut response = Redirect::to("/sign-in").into_response();
    response.headers_mut().append(header::SET_COOKIE, visiting.signed_out());
    Ok(response)
}

fn check(visitor: &web::Visitor, sent: &Sent) -> Result<(), Halt> {
    let same: bool = visitor.form_token.as_bytes().ct_eq(sent.token.as_bytes()).into();
    if same { Ok(()) } else { Err(Halt::LoginRefused(StatusCode::FORBIDDEN)) }
}

/// Id in a form of our pages; any other id was made by hand, so no page explains it.
fn id_of<T: PublicId>(text: &str) -> Result<T, Halt> {
    T::parse(text).or(Err(Halt::LoginRefused(StatusCode::BAD_REQUEST)))
}

/// Answer to a form that has expired, or of a browser without cookies: the sign-in page explains it.
fn foreign_form() -> Response {
    to(&[("failed", "form")], "/sign-in")
}

async fn viewer(visiting: &Visiting, visitor: &web::Visitor) -> Result<Viewer, Halt> {
    let secret = visitor.session.as_deref().ok_or(Halt::LoginRefused(StatusCode::UNAUTHORIZED))?;
    let found = visiting.known.by_session(secret).await?;
    Ok(found.ok_or(Halt::LoginRefused(StatusCode::UNAUTHORIZED))?.viewer)
}

/// Reason why a form is not carried out.
enum Halt {
    /// The form is not from our pages, or not allowed for the sender.
    LoginRefused(StatusCode),
    /// A server fault, which is logged when it is answered.
    Fault(DomainError),
}

impl From<DomainError> for Halt {
    fn from(error: DomainError) -> Self {
        Self::Fault(error)
    }
}

impl IntoResponse for Halt {
    fn into_response(self) -> Response {
        match self {
            Self::LoginRefused(status) => status.into_response(),
            Self::Fault(error) => match error.reported() {
                Some(reference) => {
                    let says =
                        format!("The server failed. Its log has the error under the reference {reference}.");
                    (StatusCode::INTERNAL_SERVER_ERROR, says).into_response()
                }
                // Whose membership ended a moment ago, for one.
                None => StatusCode::FORBIDDEN.into_response(),
            },
        }
    }
}

/// Begins a session under a new secret; the one before it ends.
async fn begin(
    visiting: &Visiting,
    visitor: &web::Visitor,
    headers: &HeaderMap,
    member: MemberId,
    next: &str,
) -> Result<Response, Halt> {
    end(visiting, visitor).await?;
    let browser = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let begun = run_anew(|| members::begin_session(&visiting.app, member, browser));
    let secret = begun.await?;
    let mut response = Redirect::to(same_site(next)).into_response();
    for cookie in visiting.signed_in(&secret, members::SESSION_SECONDS) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

async fn end(visiting: &Visiting, visitor: &web::Visitor) -> Result<(), DomainError> {
    let Some(secret) = &visitor.session else { return Ok(()) };
    run_anew(|| members::end_session(&visiting.app, secret)).await?;
    visiting.known.forget(secret);
    Ok(())
}

/// Redirects to one of our pages, with the fields that are not empty in its address.
fn to(fields: &[(&str, &str)], page: &str) -> Response {
    let given = fields.iter().filter(|(_, value)| !value.is_empty());
    let query: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish();
    Redirect::to(&format!("{page}?{query}")).into_response()
}

/// A path of our site; anything else becomes the start page.
fn same_site(next: &str) -> &str {
    let ours = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n']);
    if ours { next } else { "/" }
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
