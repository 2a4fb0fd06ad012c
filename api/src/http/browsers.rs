//! Cookies that distinguish browsers, and the tokens that prove a form to be from our pages.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use platform::{
    context::AppState,
    identity::Known,
    sealing::{proof, secret},
};

/// Shared state of the forms.
#[derive(Clone)]
pub struct Visiting {
    pub app: Arc<AppState>,
    pub known: Known,
    /// Whether cookies are sent over TLS only.
    pub secure: bool,
    /// Derives the token of each form from the browser's cookie; the same on every gateway.
    forms: Arc<[u8; 32]>,
}

/// Lifetime of the browser cookie, in seconds.
const BROWSER_SECONDS: i64 = 180 * 86_400;

impl Visiting {
    pub fn new(app: Arc<AppState>, known: Known, secure: bool, forms: [u8; 32]) -> Self {
        Self { app, known, secure, forms: Arc::new(forms) }
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

    /// Cookies at sign-in: the session, and a new browser cookie, so that earlier forms of the browser are no longer
    /// valid.
    pub fn signed_in(&self, session: &str, seconds: i64) -> [HeaderValue; 2] {
        [self.cookie(SESSION, session, seconds), self.cookie(BROWSER, &secret(), BROWSER_SECONDS)]
    }

    /// Cookie that ends the session in the browser.
    pub fn signed_out(&self) -> HeaderValue {
        self.cookie(SESSION, "", 0)
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

/// Gives every request its visitor: the session, and the form token of the browser. A new browser receives a cookie.
pub async fn visit(State(visiting): State<Visiting>, mut request: Request, next: Next) -> Response {
    let session = visiting.session(request.headers());
    let browser = visiting.read(request.headers(), BROWSER);
    let new = browser.is_none();
    let browser = browser.unwrap_or_else(secret);
    let form_token = visiting.form_token(&browser);
    request.extensions_mut().insert(web::Visitor { session, form_token });
    let mut response = next.run(request).await;
    if new {
        response
            .headers_mut()
            .append(header::SET_COOKIE, visiting.cookie(BROWSER, &browser, BROWSER_SECONDS));
    }
    response
}
