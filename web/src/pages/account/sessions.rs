//! Where the visitor is signed in, and the keys of their programs.

use crate::prelude::*;

operation!(Account, "src/pages/account/account.graphql");
operation!(SessionEnd, "src/pages/account/account.graphql");

#[derive(Template)]
#[template(path = "pages/account/account.html")]
struct AccountPage<'a> {
    v: &'a PageContext,
    told: account::ResponseData,
}

impl AccountPage<'_> {
    fn others(&self) -> bool {
        self.told.sessions.iter().any(|one| !one.is_this)
    }

    fn browser(&self, one: &account::AccountSessions) -> String {
        if one.browser.is_empty() { self.v.t(key::ACCOUNT_SOME_BROWSER) } else { one.browser.clone() }
    }

    fn address(&self) -> &str {
        self.told.viewer.as_ref().map_or("", |viewer| viewer.member.email.as_str())
    }
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/account", get(show)).route("/account/sessions/end", post(end))
}

async fn show(v: PageContext) -> Result<Response, PageError> {
    let told = v.query::<Account>(account::Variables).await?;
    Ok(v.show(&AccountPage { v: &v, told }))
}

async fn end(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    let input =
        session_end::SessionEndInput { idempotency_key: v.once(), session_id: fields.some("session") };
    match v.mutate::<SessionEnd>(session_end::Variables { input }).await? {
        Ok(_) => Ok(v.done_at("/account", key::DONE_SESSION_ENDED)),
        Err(_) => Err(PageError::new(&v, PageErrorKind::Conflict, None)),
    }
}
