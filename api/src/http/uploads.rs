//! Uploads: permitted by a ticket in the address, streamed, and counted while they are read. A browser's form is
//! redirected to the import; a program sends the bytes.

use std::{fmt::Display, sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{DefaultBodyLimit, FromRequest, Multipart, Path, Query, Request, State},
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use capabilities::imports::{Upload, UploadTicket};
use entities::{
    codes::{ImportFailure, ImportKind},
    ids::ImportId,
};
use futures_util::{Stream, StreamExt};
use http::{StatusCode, header};
use platform::{context::AppState, error::DomainError, graphql::public};
use serde::Deserialize;
use tokio::{sync::Semaphore, time::timeout};

/// Longest pause within an upload.
const PATIENCE: Duration = Duration::from_secs(60);
/// Longest duration of an upload.
const LONGEST: Duration = Duration::from_secs(1_800);
/// Number of bytes of a file above the size limit that are read and dropped.
const PASSED_OVER: usize = 512 << 20;
/// Number of simultaneous uploads; each holds a quarter of a megabyte.
const AT_ONCE: usize = 32;

#[derive(Clone)]
struct UploadState {
    app: Arc<AppState>,
    places: Arc<Semaphore>,
}

pub fn routes(app: Arc<AppState>) -> Router {
    let state = UploadState { app, places: Arc::new(Semaphore::new(AT_ONCE)) };
    Router::new()
        .route("/uploads/{ticket}", post(upload).put(upload))
        // Counted where it is read; no more than a piece of it is ever held.
        .layer(DefaultBodyLimit::disable())
        .with_state(state)
}

#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    name: String,
}

async fn upload(
    State(state): State<UploadState>,
    Path(ticket): Path<String>,
    Query(named): Query<Named>,
    request: Request,
) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    let is_form = kind.starts_with("multipart/form-data");
    let Some(ticket) = UploadTicket::read(&state.app, &ticket) else {
        return said(
            StatusCode::FORBIDDEN,
            "the upload address is not valid: request a new one with importUploadCreate",
        );
    };
    let Ok(_place) = state.places.try_acquire() else {
        return said(StatusCode::SERVICE_UNAVAILABLE, "too many uploads at once: try again in a minute");
    };
    let done = timeout(LONGEST, async {
        if is_form {
            of_form(&state.app, ticket, request).await
        } else {
            of_program(&state.app, ticket, &named.name, request.into_body()).await
        }
    });
    match done.await {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => refused(&error),
        Err(_) => said(StatusCode::REQUEST_TIMEOUT, "the upload took too long: try again"),
    }
}

/// Upload by a browser's form: redirected to the import in any case, whose page shows the result.
async fn of_form(
    app: &Arc<AppState>,
    ticket: UploadTicket,
    request: Request,
) -> Result<Response, DomainError> {
    let kind = match ticket.kind() {
        ImportKind::People => "people",
        ImportKind::Organisations => "organisations",
    };
    let form = |failed: &str| Redirect::to(&format!("/imports/new?kind={kind}{failed}")).into_response();
    if ticket.is_over(app.env.clock.now()) {
        // A page that stood open for long: it gives a new one.
        drain(request.into_body().into_data_stream()).await;
        return Ok(form("&failed=ticket"));
    }
    let Ok(mut fields) = Multipart::from_request(request, &()).await else { return Ok(form("&failed=file")) };
    while let Ok(Some(field)) = fields.next_field().await {
        let name = field.file_name().unwrap_or_default().to_owned();
        if field.name() != Some("file") || name.is_empty() {
            continue;
        }
        return match take(app, ticket, &name, field).await {
            Ok(list) => Ok(Redirect::to(&format!("/imports/{}", *public(list))).into_response()),
            Err(DomainError::Internal(what)) => Err(DomainError::Internal(what)),
            // Too many imports, or no permission any more: the page says which.
            Err(_) => Ok(form("")),
        };
    }
    Ok(form("&failed=file"))
}

async fn of_program(
    app: &Arc<AppState>,
    ticket: UploadTicket,
    name: &str,
    body: Body,
) -> Result<Response, DomainError> {
    if ticket.is_over(app.env.clock.now()) {
        return Ok(said(
            StatusCode::FORBIDDEN,
            "the upload address has expired: request a new one with importUploadCreate",
        ));
    }
    let id = public(take(app, ticket, name, body.into_data_stream()).await?);
    let answer = serde_json::json!({ "importId": *id });
    Ok((StatusCode::CREATED, axum::Json(answer)).into_response())
}

/// Reads the bytes of a file and returns its import, which also has the reason if reading failed.
async fn take<E: Display>(
    app: &Arc<AppState>,
    ticket: UploadTicket,
    name: &str,
    bytes: impl Stream<Item = Result<Bytes, E>>,
) -> Result<ImportId, DomainError> {
    let mut bytes = std::pin::pin!(bytes);
    let mut upload = match Upload::begin(app.clone(), ticket, name).await {
        Ok(upload) => upload,
        Err(error) => {
            drain(bytes).await;
            return Err(error);
        }
    };
    loop {
        match timeout(PATIENCE, bytes.next()).await {
            Ok(Some(Ok(some))) => {
                if !upload.add(&some).await? {
                    let list = upload.give_up(ImportFailure::TooLarge).await?;
                    drain(bytes).await;
                    return Ok(list);
                }
            }
            Ok(None) => return upload.finish().await,
            Ok(Some(Err(error))) => {
                tracing::info!(%error, "an upload was interrupted");
                return upload.give_up(ImportFailure::Interrupted).await;
            }
            Err(_elapsed) => return upload.give_up(ImportFailure::Interrupted).await,
        }
    }
}

/// Reads the rest of the upload and drops it: a browser that is answered before it has sent everything reports a
/// broken connection instead of the answer.
async fn drain<E>(bytes: impl Stream<Item = Result<Bytes, E>>) {
    let mut bytes = std::pin::pin!(bytes);
    let mut passed = 0;
    while passed < PASSED_OVER
        && let Ok(Some(Ok(some))) = timeout(PATIENCE, bytes.next()).await
    {
        passed += some.len();
    }
}

fn refused(error: &DomainError) -> Response {
    match error {
        DomainError::Internal(_) => {
            let reference = error.reported().unwrap_or_default();
            said(
                StatusCode::INTERNAL_SERVER_ERROR,
                &format!(
                    "the server failed: try again; its log has the error under the reference {reference}"
                ),
            )
        }
        DomainError::Unauthenticated => said(StatusCode::FORBIDDEN, "this membership has ended"),
        DomainError::Aborted(cause) => {
            tracing::error!(cause, "an upload failed: a transaction was aborted");
            said(StatusCode::CONFLICT, &error.says().unwrap_or_default())
        }
        other => said(StatusCode::FORBIDDEN, &other.says().unwrap_or_default()),
    }
}

fn said(status: StatusCode, says: &str) -> Response {
    (status, axum::Json(serde_json::json!({ "message": says }))).into_response()
}
