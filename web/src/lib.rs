//! The pages. A GraphQL client that happens to run in the gateway's process: it knows the contract and is handed
//! something that runs an operation with the visitor's credentials, and imports nothing else of ours.

use std::{future::Future, pin::Pin, sync::Arc};

mod assets;
mod client;
mod codes;
mod components;
mod context;
mod dates;
mod fields;
mod form;
mod idempotency;
mod inputs;
mod layouts;
mod navigation;
mod operation;
mod pages;
mod text;

/// Tables as files, for whoever reads them again.
pub use pages::export::{Cell as TableCell, table_as_csv, table_as_xlsx};

/// Who is visiting; put into the request's extensions by whoever hosts the pages, for every request.
#[derive(Clone)]
pub struct Visitor {
    /// Opaque credentials, handed back to the executor. None: nobody is signed in.
    pub session: Option<String>,
    /// What every form of this visitor carries, so that no other site can send it.
    pub form_token: String,
}

/// The GraphQL response as JSON.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Vec<u8>> + Send + 'a>>;

/// Runs one operation with the visitor's credentials and answers the GraphQL response as JSON.
pub trait Executor: Send + Sync + 'static {
    fn execute<'a>(
        &'a self,
        visitor: &'a Visitor,
        query: &'static str,
        operation: &'static str,
        variables: serde_json::Value,
    ) -> Answer<'a>;
}

pub struct Settings {
    /// A demonstration network: invented people, and a choice of who to be.
    pub demonstration: bool,
    /// Set where pages are served over TLS.
    pub secure_cookies: bool,
}

/// What every page is handed.
#[derive(Clone)]
struct AppState {
    executor: Arc<dyn Executor>,
    settings: Arc<Settings>,
}

/// Every page, and `/assets/…`.
pub fn router(executor: Arc<dyn Executor>, settings: Settings) -> axum::Router {
    let app = AppState { executor, settings: Arc::new(settings) };
    axum::Router::new()
        .merge(assets::routes())
        .merge(pages::routes())
        .fallback(pages::page_not_found)
        .with_state(app)
}

/// What a page's module needs, in one line.
mod prelude {
    pub(crate) use crate::{
        AppState,
        client::{PageError, PageErrorKind},
        codes::*,
        components::{self, Choice, Html},
        context::{PageContext, PublicPageContext},
        fields::Fields,
        form::{Field, Form},
        layouts::FormPage,
        operation::{Id, operation},
        text::{Key, key},
    };
    pub(crate) use askama::Template;
    pub(crate) use axum::{
        Router,
        extract::Path,
        response::{IntoResponse, Redirect, Response},
        routing::{get, post},
    };
    pub(crate) use chrono::{DateTime, NaiveDate, Utc};
    pub(crate) use http::StatusCode;
    pub(crate) use serde_json::json;
}
