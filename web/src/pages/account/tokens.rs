//! Keys for programs: made, shown once, revoked.

use crate::prelude::*;

operation!(OrganisationTokens, "src/pages/account/tokens.graphql");
operation!(ApiTokenCreate, "src/pages/account/tokens.graphql");
operation!(ApiTokenRevoke, "src/pages/account/tokens.graphql");

/// Terms to choose from, in days.
const TERMS: [i64; 4] = [30, 90, 180, 365];

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

fn new_token(v: &PageContext) -> Form {
    let hinted =
        |scope: &TokenScope| Choice::new(scope.code(), v.word(scope)).hint(v.t(scope.token_scope_opens()));
    let term = |days: &i64| Choice::new(days.to_string(), v.t1(key::TOKENS_DAYS, "n", *days));
    let scopes = TokenScope::ALL.iter().map(hinted).collect();
    Form::of(
        "ApiTokenCreateInput",
        vec![
            Field::text("name", key::TOKEN_NAME).hint(key::TOKEN_NAME_HINT).required().limit(200),
            Field::checks("scopes", key::TOKEN_SCOPES, scopes).hint(key::TOKEN_SCOPES_HINT),
            Field::select("days", key::TOKEN_DAYS, TERMS.iter().map(term).collect()),
        ],
    )
}

async fn show(v: PageContext) -> Response {
    let fields = Fields::of([("scopes", TokenScope::Read.code()), ("days", "90")]);
    page(&v, new_token(&v).filled(fields))
}

async fn create(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    let mut form = new_token(&v).filled(fields);
    let Some(told) = v.submit::<ApiTokenCreate>(&mut form, json!({})).await? else {
        return Ok(page(&v, form));
    };
    let Some(made) = told.api_token_create.created else {
        return Err(PageError::new(&v, PageErrorKind::Internal, None));
    };
    let until = v.day_of(made.token.expires_at);
    Ok(v.show(&MadeTokenPage { v: &v, secret: made.secret.as_deref(), until }))
}

fn page(v: &PageContext, form: Form) -> Response {
    FormPage::new(v.t(key::TOKENS_NEW), "/account/tokens/new".to_owned(), form, key::TOKENS_MAKE)
        .lead(v.t(key::TOKENS_NEW_LEAD))
        .below("/account", v.t(key::ACCOUNT_TITLE))
        .show(v)
}

async fn revoke(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let input = api_token_revoke::ApiTokenRevokeInput { idempotency_key: v.once(), token_id: id };
    match v.mutate::<ApiTokenRevoke>(api_token_revoke::Variables { input }).await? {
        Ok(_) => {
            let back = if fields.get("all").is_empty() { "/account" } else { "/account/tokens" };
            Ok(v.done_at(back, key::DONE_TOKEN_REVOKED))
        }
        Err(_) => Err(PageError::new(&v, PageErrorKind::Conflict, None)),
    }
}
