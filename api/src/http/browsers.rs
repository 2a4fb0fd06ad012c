//! Browsers: the cookies by which one is told from another, and what proves a form to be ours.

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

/// What the forms here need.
#[derive(Clone)]
pub struct Visiting {
    pub app: Arc<AppState>,
    pub known: Known,
    /// Whether cookies are for TLS alone.
    pub secure: bool,
    /// Makes the token of each form out of the browser's own cookie; the same on every gateway.
    forms: Arc<[u8; 32]>,
}

/// For how long a browser is told from others.
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

    /// What a browser is told at sign-in: its session, and a new name, so that forms of whoever sat
    /// there before do not fit any more.
    pub fn signed_in(&self, session: &str, seconds: i64) -> [HeaderValue; 2] {
        [self.cookie(SESSION, session, seconds), self.cookie(BROWSER, &secret(), BROWSER_SECONDS)]
    }

    /// What a browser is told at sign-out.
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
        response
            .headers_mut()
            .append(header::SET_COOKIE, visiting.cookie(BROWSER, &browser, BROWSER_SECONDS));
    }
    response
}
