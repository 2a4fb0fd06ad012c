//! Signing in: on a demonstration network, the choice of who to be.

use super::same_site;
use crate::{codes::Code, prelude::*, text};

operation!(SignIn, "src/pages/entrance/sign_in.graphql");

#[derive(Template)]
#[template(path = "pages/entrance/sign_in.html")]
struct SignInPage<'a> {
    v: &'a Visit,
    members: Vec<sign_in::SignInDemonstrationMembers>,
    next: &'a str,
}

impl SignInPage<'_> {
    /// What one is here to do, in a line: by role and kind of organisation, else by role.
    fn here_to(&self, member: &sign_in::SignInDemonstrationMembers) -> String {
        let role = format!("here-{}", member.role.slug());
        let exact = format!("{role}-{}", member.organisation.kind.slug());
        self.v.t(if text::known(&exact) { &exact } else { &role })
    }
}

pub fn routes() -> Router<House> {
    Router::new().route("/sign-in", get(show))
}

async fn show(Anyone(v): Anyone, query: axum::extract::RawQuery) -> Result<Response, Stop> {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    let members = v.ask::<SignIn>(sign_in::Variables).await?.demonstration_members;
    Ok(v.show(&SignInPage { v: &v, members, next: same_site(asked.get("next")) }))
}
