//! Keys for programs: made, shown once, revoked.

use crate::{client::PageErrorKind, pages::people::picked, prelude::*};

operation!(OrganisationTokens, "src/pages/account/tokens.graphql");
operation!(ApiTokenCreate, "src/pages/account/tokens.graphql");
operation!(ApiTokenRevoke, "src/pages/account/tokens.graphql");

/// Terms to choose from, in days.
const TERMS: [i64; 4] = [30, 90, 180, 365];

#[derive(Template)]
#[template(path = "pages/account/new_token.html")]
struct NewTokenPage<'a> {
    v: &'a PageContext,
    form: Form,
    scopes: Vec<Choice>,
    terms: Vec<Choice>,
}

/// The one page that shows a secret; it is not kept anywhere.
#[derive(Template)]
#[template(path = "pages/account/made_token.html")]
struct MadeTokenPage<'a> {
    v: &'a PageContext,
    /// Nothing where the form was sent twice: it was shown to the first.
    secret: Option<&'a str>,
    until: NaiveDate,
}

#[derive(Template)]
#[template(path = "pages/account/tokens.html")]
struct TokensPage<'a> {
    v: &'a PageContext,
    tokens: Vec<organisation_tokens::OrganisationTokensApiTokens>,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/account/tokens", get(all))
        .route("/account/tokens/new", get(show).post(create))
        .route("/account/tokens/{id}/revoke", post(revoke))
}

async fn all(v: PageContext) -> Result<Response, PageError> {
    if !v.may(Action::MemberManage) {
        return Err(PageError::new(&v, PageErrorKind::Forbidden, None));
    }
    let tokens = v.query::<OrganisationTokens>(organisation_tokens::Variables).await?.api_tokens;
    Ok(v.show(&TokensPage { v: &v, tokens }))
}

async fn show(v: PageContext) -> Response {
    let fields = Fields::of([("scopes", TokenScope::Read.code()), ("days", "90")]);
    let page = page(&v, Form::filled(fields));
    v.show(&page)
}

async fn create(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    let input = api_token_create::ApiTokenCreateInput {
        idempotency_key: v.once(),
        name: form.fields.get("name").to_owned(),
        scopes: picked(&form.fields, "scopes", TokenScope::ALL),
        days: form.fields.number("days").unwrap_or_default(),
    };
    match v.mutate::<ApiTokenCreate>(api_token_create::Variables { input }).await? {
        Ok(told) => {
            let Some(made) = told.api_token_create.created else {
                return Err(PageError::new(&v, PageErrorKind::Internal, None));
            };
            let until = v.day_of(made.token.expires_at);
            Ok(v.show(&MadeTokenPage { v: &v, secret: made.secret.as_deref(), until }))
        }
        Err(problems) => {
            form.problems = problems;
            let page = page(&v, form);
            Ok(v.show_again(&page))
        }
    }
}

fn page(v: &PageContext, form: Form) -> NewTokenPage<'_> {
    let scopes = TokenScope::ALL
        .iter()
        .map(|scope| Choice::new(scope.code(), v.word(scope)).hint(v.t(scope.token_scope_opens())));
    let terms = TERMS.iter().map(|days| Choice::new(days.to_string(), v.t1(key::TOKENS_DAYS, "n", *days)));
    NewTokenPage { v, form, scopes: scopes.collect(), terms: terms.collect() }
}

async fn revoke(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let input = api_token_revoke::ApiTokenRevokeInput { idempotency_key: v.once(), token_id: id };
    match v.mutate::<ApiTokenRevoke>(api_token_revoke::Variables { input }).await? {
        Ok(_) => {
            let back = if fields.get("all").is_empty() { "/account" } else { "/account/tokens" };
            Ok(v.done_at(&format!("{back}"), key::DONE_TOKEN_REVOKED))
        }
        Err(_) => Err(PageError::new(&v, PageErrorKind::Conflict, None)),
    }
}
