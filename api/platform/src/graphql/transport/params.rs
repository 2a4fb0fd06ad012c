//! A request's parameters, from a body or from a query string, bounded before they are built.

use std::{borrow::Cow, collections::BTreeMap};

use async_graphql::Variables;
use axum::extract::Query;
use http::Uri;
use serde::{Deserialize, de::IgnoredAny};

use super::gateway::Operation;

/// Values in a body, and values inside each other.
const VALUES: usize = 20_000;
const DEPTH: usize = 60;

const SHAPE: &str = "Send a JSON object with query, and if needed operationName, variables and \
                     extensions.";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    query: String,
    operation_name: Option<String>,
    #[serde(default)]
    variables: Variables,
    #[serde(rename = "extensions")]
    _extensions: Option<BTreeMap<String, IgnoredAny>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct InQuery {
    query: String,
    operation_name: Option<String>,
    variables: Option<String>,
    extensions: Option<String>,
}

/// The operation of a POST.
///
/// # Errors
/// A sentence for the client.
pub fn from_body(body: &[u8]) -> Result<Operation<'static>, String> {
    let text = std::str::from_utf8(body).map_err(|error| format!("The body is not UTF-8: {error}."))?;
    match text.trim_start().as_bytes().first() {
        None => return Err(format!("The body is empty. {SHAPE}")),
        Some(b'{') => {}
        Some(b'[') => {
            return Err("Batches are not answered. Send one operation a request.".to_owned());
        }
        Some(_) => return Err(format!("The body is not a JSON object. {SHAPE}")),
    }
    bounded(body)?;
    let body: Body =
        serde_json::from_str(text).map_err(|error| format!("The body can't be read: {error}. {SHAPE}"))?;
    Ok(Operation {
        query: body.query.into(),
        name: body.operation_name.map(Cow::Owned),
        variables: body.variables,
    })
}

/// The operation of a GET: `query`, `operationName`, and as JSON `variables` and `extensions`.
///
/// # Errors
/// A sentence for the client.
pub fn from_uri(uri: &Uri) -> Result<Operation<'static>, String> {
    let Query(params): Query<InQuery> = Query::try_from_uri(uri)
        .map_err(|error| format!("The query string can't be read: {error}. It takes query."))?;
    // What is no UTF-8 is decoded to this character.
    let escaped = uri.query().unwrap_or_default().to_ascii_uppercase();
    let broken = |text: &str| text.contains('\u{fffd}') && !escaped.contains("%EF%BF%BD");
    let texts = [Some(&params.query), params.variables.as_ref()];
    if texts.into_iter().flatten().any(|text| broken(text)) {
        return Err("The query string is not UTF-8.".to_owned());
    }
    if let Some(extensions) = params.extensions.as_deref() {
        json::<Option<BTreeMap<String, IgnoredAny>>>("extensions", extensions)?;
    }
    let variables = match params.variables.as_deref() {
        Some(variables) => json("variables", variables)?,
        None => Variables::default(),
    };
    Ok(Operation { query: params.query.into(), name: params.operation_name.map(Cow::Owned), variables })
}

fn json<'a, T: Deserialize<'a>>(name: &str, text: &'a str) -> Result<T, String> {
    // Absent in all but name.
    let text = if text.is_empty() { "null" } else { text };
    bounded(text.as_bytes())?;
    serde_json::from_str(text).map_err(|error| format!("{name} is not a JSON object: {error}."))
}

/// Counts values and depth in one pass, so that no document of brackets and commas becomes many
/// times its size in memory.
fn bounded(json: &[u8]) -> Result<(), String> {
    let (mut values, mut depth, mut in_string, mut escaped) = (0, 0_usize, false, false);
    for byte in json {
        if in_string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => in_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => {
                depth += 1;
                values += 1;
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => continue,
        }
        if depth > DEPTH {
            return Err(format!("More than {DEPTH} JSON values inside each other."));
        }
        if values > VALUES {
            return Err(format!("More than {VALUES} JSON values in one request. Send them in several."));
        }
    }
    Ok(())
}
