//! Asks the API, and turns what it refuses into pages that say so.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use graphql_client::GraphQLQuery;
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, value::RawValue};
use std::collections::HashMap;

use crate::{
    context::PageContext,
    text::{Key, key},
};

/// Something that the user can mend: a code of the mutation, and where in its input.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct UserError {
    pub code: String,
    #[serde(default)]
    pub path: Vec<String>,
    /// The API's own words, in English; pages say it in theirs.
    #[serde(default)]
    pub message: String,
}

/// Why a page cannot be shown, and the answer that says so.
#[derive(Debug)]
pub struct PageError {
    why: PageErrorKind,
    answer: Box<Response>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageErrorKind {
    SignIn,
    NotFound,
    Forbidden,
    Conflict,
    BadInput,
    TooMuch,
    Internal,
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        *self.answer
    }
}

#[derive(Template)]
#[template(path = "components/error.html")]
struct ErrorPage<'a> {
    v: &'a PageContext,
    title: String,
    words: String,
    back: Option<Back>,
    reference: Option<String>,
}

/// Where to go on from what stopped, and what that is called.
struct Back {
    href: String,
    words: String,
}

impl PageError {
    pub fn new(v: &PageContext, why: PageErrorKind, reference: Option<String>) -> Self {
        use http::StatusCode as Status;
        let (status, title, words, back) = match why {
            PageErrorKind::SignIn => {
                return PageError { why, answer: Box::new(to_sign_in(v)) };
            }
            PageErrorKind::NotFound => {
                (Status::NOT_FOUND, key::STOP_NOT_FOUND_TITLE, key::STOP_NOT_FOUND_WORDS, None)
            }
            PageErrorKind::Forbidden => {
                (Status::FORBIDDEN, key::STOP_FORBIDDEN_TITLE, key::STOP_FORBIDDEN_WORDS, None)
            }
            PageErrorKind::Conflict => {
                (Status::CONFLICT, key::STOP_CONFLICT_TITLE, key::STOP_CONFLICT_WORDS, Some(to_place(v)))
            }
            PageErrorKind::BadInput => {
                (Status::BAD_REQUEST, key::STOP_BAD_INPUT_TITLE, key::STOP_BAD_INPUT_WORDS, Some(to_place(v)))
            }
            PageErrorKind::TooMuch => (
                Status::TOO_MANY_REQUESTS,
                key::STOP_TOO_MUCH_TITLE,
                key::STOP_TOO_MUCH_WORDS,
                Some(to_place(v)),
            ),
            PageErrorKind::Internal => {
                (Status::INTERNAL_SERVER_ERROR, key::STOP_INTERNAL_TITLE, key::STOP_INTERNAL_WORDS, None)
            }
        };
        let page = ErrorPage { v, title: v.t(title), words: v.t(words), back, reference };
        PageError { why, answer: Box::new(v.show_as(status, &page)) }
    }

    /// What a page's address asks for and nothing knows: title, words, and a link to where there is something to choose
    /// from.
    pub fn unknown(v: &PageContext, title: Key, words: Key, (href, back): (&str, Key)) -> Self {
        let page = ErrorPage {
            v,
            title: v.t(title),
            words: v.t(words),
            back: Some(Back { href: href.to_owned(), words: v.t(back) }),
            reference: None,
        };
        PageError {
            why: PageErrorKind::BadInput,
            answer: Box::new(v.show_as(StatusCode::BAD_REQUEST, &page)),
        }
    }

    pub fn why(&self) -> PageErrorKind {
        self.why
    }

    pub fn not_found(v: &PageContext) -> Self {
        Self::new(v, PageErrorKind::NotFound, None)
    }

    /// A form that did not come from this visitor's own page.
    pub fn foreign_form(v: &PageContext) -> Self {
        let page = ErrorPage {
            v,
            title: v.t(key::STOP_FOREIGN_FORM_TITLE),
            words: v.t(key::STOP_FOREIGN_FORM_WORDS),
            back: Some(to_place(v)),
            reference: None,
        };
        PageError { why: PageErrorKind::Forbidden, answer: Box::new(v.show_as(StatusCode::FORBIDDEN, &page)) }
    }
}

/// Back to the page of the thing that it was about.
fn to_place(v: &PageContext) -> Back {
    Back { href: v.place.clone(), words: v.t(key::STOP_AS_IT_STANDS) }
}

/// Leads to where one signs in, and back here afterwards.
pub fn to_sign_in(v: &PageContext) -> Response {
    let next: String = form_urlencoded::byte_serialize(v.here.as_bytes()).collect();
    Redirect::to(&format!("/sign-in?next={next}")).into_response()
}

#[derive(Deserialize)]
struct Reply<T> {
    #[serde(default = "nothing")]
    data: Option<T>,
    #[serde(default)]
    errors: Vec<ApiError>,
}

fn nothing<T>() -> Option<T> {
    None
}

#[derive(Deserialize)]
struct ApiError {
    #[serde(default)]
    message: String,
    #[serde(default)]
    extensions: Extensions,
}

#[derive(Default, Deserialize)]
struct Extensions {
    code: Option<String>,
    reference: Option<String>,
}

#[derive(Deserialize)]
struct Payload {
    #[serde(default)]
    errors: Vec<UserError>,
}

pub async fn query<Q: GraphQLQuery>(
    v: &PageContext,
    variables: Q::Variables,
) -> Result<Q::ResponseData, PageError> {
    let (operation, answer) = run::<Q>(v, variables).await?;
    // Nearly every answer can be read in one go; any other is read once more, for what is wrong with it.
    match serde_json::from_slice::<Reply<Q::ResponseData>>(&answer) {
        Ok(Reply { data: Some(told), errors }) if errors.is_empty() => Ok(told),
        _ => read(v, operation, data(v, operation, &answer)?),
    }
}

pub async fn mutate<M: GraphQLQuery>(
    v: &PageContext,
    variables: M::Variables,
) -> Result<Result<M::ResponseData, Vec<UserError>>, PageError> {
    let (operation, answer) = run::<M>(v, variables).await?;
    let data = data(v, operation, &answer)?;
    let payloads: HashMap<String, Payload> = read(v, operation, data)?;
    let problems: Vec<_> = payloads.into_values().flat_map(|payload| payload.errors).collect();
    if problems.is_empty() { read(v, operation, data).map(Ok) } else { Ok(Err(problems)) }
}

async fn run<Q: GraphQLQuery>(
    v: &PageContext,
    variables: Q::Variables,
) -> Result<(&'static str, Vec<u8>), PageError> {
    let body = Q::build_query(variables);
    let variables = match serde_json::to_value(body.variables) {
        Ok(Value::Null) => Value::Object(serde_json::Map::new()),
        Ok(variables) => variables,
        Err(error) => {
            tracing::error!(operation = body.operation_name, %error, "variables cannot be written as JSON");
            return Err(PageError::new(v, PageErrorKind::Internal, None));
        }
    };
    let answer = v.execute(body.query, body.operation_name, variables).await;
    Ok((body.operation_name, answer))
}

fn data<'a>(v: &PageContext, operation: &str, answer: &'a [u8]) -> Result<&'a str, PageError> {
    let reply: Reply<&RawValue> = match serde_json::from_slice(answer) {
        Ok(reply) => reply,
        Err(error) => {
            tracing::error!(operation, %error, "an answer is no GraphQL response");
            return Err(PageError::new(v, PageErrorKind::Internal, None));
        }
    };
    if let Some(error) = reply.errors.into_iter().next() {
        return Err(refused(v, operation, error));
    }
    match reply.data {
        Some(data) => Ok(data.get()),
        None => {
            tracing::error!(operation, "an answer has neither data nor errors");
            Err(PageError::new(v, PageErrorKind::Internal, None))
        }
    }
}

fn refused(v: &PageContext, operation: &str, error: ApiError) -> PageError {
    let why = match error.extensions.code.as_deref() {
        Some("UNAUTHENTICATED") => PageErrorKind::SignIn,
        Some("NOT_FOUND") => PageErrorKind::NotFound,
        Some("FORBIDDEN") => PageErrorKind::Forbidden,
        Some("CONFLICT") => PageErrorKind::Conflict,
        Some("BAD_USER_INPUT") => PageErrorKind::BadInput,
        Some("RATE_LIMITED") => PageErrorKind::TooMuch,
        Some("INTERNAL") => PageErrorKind::Internal,
        code => {
            // Our own document was refused: a fault of the pages, not of whoever reads them.
            tracing::error!(operation, code, message = error.message, "the API refused a page's document");
            PageErrorKind::Internal
        }
    };
    PageError::new(v, why, error.extensions.reference)
}

fn read<'a, T: Deserialize<'a>>(v: &PageContext, operation: &str, data: &'a str) -> Result<T, PageError> {
    serde_json::from_str(data).map_err(|error| {
        tracing::error!(operation, %error, "an answer does not have the shape of the contract");
        PageError::new(v, PageErrorKind::Internal, None)
    })
}
