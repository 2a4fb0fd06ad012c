//! What an operation is answered with, and its one turn into bytes.

use std::collections::BTreeMap;

use async_graphql::{Error, Pos, Response, ServerError, Value};
use bytes::Bytes;
use entities::codes::Code;
use serde::Serialize;
use uuid::Uuid;

use crate::error::ErrorCode;

/// More errors than this tell a client nothing new.
const ERRORS: usize = 20;

/// How far an operation came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// It ran; there is `data`, null perhaps.
    Executed,
    /// Nothing ran; there is no `data`.
    Refused,
    /// Nothing ran, and would by POST.
    NotByGet,
}

/// Answer to one operation. The endpoint may read or replace it before it is sent.
#[derive(Debug)]
pub struct Reply {
    pub class: Class,
    pub response: Response,
}

impl Reply {
    /// Nothing ran. The message is shown to the client.
    pub fn refused(code: ErrorCode, message: impl Into<String>) -> Self {
        Self::refused_for(vec![coded(code, message)])
    }

    /// Nothing ran, for an error that has its code already.
    pub fn from_error(error: Error) -> Self {
        let mut error = error.into_server_error(Pos::default());
        error.locations.clear();
        let mut reply = Self::refused_for(vec![error]);
        mask(&mut reply.response.errors);
        reply
    }

    /// Something broke on our side. The reference is what the log knows it by.
    pub fn internal(reference: &str) -> Self {
        Self::refused_for(vec![internal(reference)])
    }

    pub(super) fn refused_for(errors: Vec<ServerError>) -> Self {
        Self { class: Class::Refused, response: Response::from_errors(errors) }
    }

    pub(super) fn not_by_get() -> Self {
        let message = "GET runs queries alone. Send a mutation by POST.";
        Self { class: Class::NotByGet, ..Self::refused(ErrorCode::BadUserInput, message) }
    }

    /// What the library answered. A refusal of its own has neither data nor a path.
    pub(super) fn from_response(mut response: Response) -> Self {
        let errors = &response.errors;
        let refused = response.data == Value::Null
            && !errors.is_empty()
            && errors.iter().all(|error| error.path.is_empty());
        response.errors.truncate(ERRORS);
        if refused {
            for error in &mut response.errors {
                if code(error).is_none() {
                    set_code(error, ErrorCode::BadUserInput);
                }
            }
            return Self::refused_for(response.errors);
        }
        mask(&mut response.errors);
        let class = Class::Executed;
        Self { class, response }
    }

    /// The code of the first error.
    pub fn code(&self) -> Option<&str> {
        self.response.errors.first().and_then(code)
    }

    /// JSON in UTF-8.
    pub fn into_bytes(self) -> Bytes {
        let data = (self.class == Class::Executed).then_some(&self.response.data);
        let body = Body { errors: &self.response.errors, data, extensions: &self.response.extensions };
        let mut bytes = Vec::with_capacity(1024);
        match serde_json::to_writer(&mut bytes, &body) {
            Ok(()) => bytes.into(),
            // A value without a JSON form, such as NaN.
            Err(error) => {
                let reference = reference();
                tracing::error!(%reference, %error, "a reply could not be written");
                Self::internal(&reference).into_bytes()
            }
        }
    }
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [ServerError],
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'a Value>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    extensions: &'a BTreeMap<String, Value>,
}

fn coded(code: ErrorCode, message: impl Into<String>) -> ServerError {
    let mut error = ServerError::new(message, None);
    set_code(&mut error, code);
    error
}

fn code(error: &ServerError) -> Option<&str> {
    match error.extensions.as_ref()?.get("code")? {
        Value::String(code) => Some(code),
        _ => None,
    }
}

fn set_code(error: &mut ServerError, code: ErrorCode) {
    let extensions = error.extensions.get_or_insert_default();
    extensions.set("code", code.code());
}

fn internal(reference: &str) -> ServerError {
    let message = format!("The server failed. Its log has the error under the reference {reference}.");
    let mut error = coded(ErrorCode::Internal, message);
    error.extensions.get_or_insert_default().set("reference", reference);
    error
}

fn reference() -> String {
    Uuid::new_v4().simple().to_string()
}

/// An error without a code is either the library's, about a value that an argument can't take, or
/// a bug: its text is for the log.
fn mask(errors: &mut [ServerError]) {
    for error in errors {
        if code(error).is_some() {
            continue;
        }
        let message = error.message.as_str();
        if message.starts_with("Failed to parse \"") || message.starts_with("Expected input type \"") {
            set_code(error, ErrorCode::BadUserInput);
            continue;
        }
        let reference = reference();
        tracing::error!(%reference, message, path = ?error.path, "a field failed without a code");
        let masked = internal(&reference);
        error.message = masked.message;
        error.extensions = masked.extensions;
        error.source = None;
    }
}
