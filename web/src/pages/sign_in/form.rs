//! Signing in by a mail; on a demonstration network, also the choice of who to be.

use super::same_site;
use crate::{codes::Code, prelude::*};

operation!(SignIn, "src/pages/sign_in/sign_in.graphql");

#[derive(Template)]
#[template(path = "pages/sign_in/sign_in.html")]
struct SignInPage<'a> {
    v: &'a PageContext,
    members: Vec<sign_in::SignInDemonstrationMembers>,
    next: &'a str,
    /// Why the visitor is here again, in words.
    failed: Option<String>,
}

impl SignInPage<'_> {
    /// What one is here to do, in a line: by role and kind of organisation, else by role.
    fn here_to(&self, member: &sign_in::SignInDemonstrationMembers) -> String {
        let (role, kind) = (member.role, member.organisation.kind);
        let exact = Key::find(&format!("here-{}-{}", role.slug(), kind.slug()));
        self.v.t(exact.unwrap_or(role.here()))
    }
}

/// The page that waits for the code of a mail.
#[derive(Template)]
#[template(path = "pages/sign_in/code.html")]
struct CodePage<'a> {
    v: &'a PageContext,
    id: &'a str,
    next: &'a str,
    failed: bool,
}

/// The page to which the link of a mail leads. It does nothing until one says so.
#[derive(Template)]
#[template(path = "pages/sign_in/link.html")]
struct LinkPage<'a> {
    v: &'a PageContext,
    id: &'a str,
    key: &'a str,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/sign-in", get(show))
        .route("/sign-in/code", get(wait))
        .route("/sign-in/link", get(arrive))
}

async fn show(
    PublicPageContext(v): PublicPageContext,
    query: axum::extract::RawQuery,
) -> Result<Response, PageError> {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    let members = v.query::<SignIn>(sign_in::Variables).await?.demonstration_members;
    let failed = Key::find(&format!("sign-in-failed-{}", asked.get("failed")));
    Ok(v.show(&SignInPage {
        v: &v,
        members,
        next: same_site(asked.get("next")),
        failed: failed.map(|key| v.t(key)),
    }))
}

async fn wait(PublicPageContext(v): PublicPageContext, query: axum::extract::RawQuery) -> Response {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    let (id, next) = (asked.get("id"), same_site(asked.get("next")));
    v.show(&CodePage { v: &v, id, next, failed: !asked.get("failed").is_empty() })
}

async fn arrive(PublicPageContext(v): PublicPageContext, query: axum::extract::RawQuery) -> Response {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    v.show(&LinkPage { v: &v, id: asked.get("id"), key: asked.get("key") })
}
