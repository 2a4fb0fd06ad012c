//! The path from an action to the payload of a mutation: under the client's key it is carried out once, and a
//! repeated request gets the same answer.

use std::{fmt::Write as _, future::Future};

use async_graphql::{Context, Name, Value};
use entities::codes::Code;

use super::{Payload, errors::into_payload, request};
use crate::{
    context::RequestContext,
    db::{ActionResult, IdempotencyKey, idempotency::Known, run_anew},
    error::{ActionError, DomainError},
};

/// The field of every mutation's input that holds the key.
const FIELD: &str = "idempotencyKey";

/// Carries out the action, unless a request with the same key did so before; then only its result is returned. A
/// failed action stored nothing, so the same key may be used again with corrected input. For the same reason an
/// action whose transaction the database aborted runs again from its first read, under the same key; `action` begins
/// it each time.
pub async fn idempotent<T, C, E, F>(ctx: &Context<'_>, mut action: impl FnMut() -> F) -> Payload<T, C>
where
    T: ActionResult,
    C: Code,
    E: Into<ActionError<C>>,
    F: Future<Output = Result<T, E>>,
{
    let request = request(ctx);
    let key = asked(ctx, request)?;
    if let Some(once) = &key
        && let Some(given) = repeated(request, once).await?
    {
        return Ok((Some(given), Vec::new()));
    }
    let done = run_anew(|| {
        // The transaction takes it, and an aborted one has kept nothing of it.
        request.with_idempotency_key(key.clone());
        let done = action();
        async { done.await.map_err(Into::<ActionError<C>>::into) }
    });
    let done = done.await;
    request.with_idempotency_key(None);
    if done.is_err()
        && let Some(once) = &key
        // A simultaneous request with the same key may have been first, and be the reason why this one failed.
        && let Some(given) = repeated(request, once).await?
    {
        return Ok((Some(given), Vec::new()));
    }
    into_payload(done)
}

async fn repeated<T: ActionResult>(
    request: &RequestContext,
    once: &IdempotencyKey,
) -> Result<Option<T>, DomainError> {
    match once.known(request.read()).await? {
        Known::New => Ok(None),
        Known::Done(kept) => Ok(Some(T::from_uuid(kept))),
        Known::Other => Err(DomainError::BadInput(format!(
            "this {FIELD} was used with another input within the last 24 hours; use a new key for \
             another input"
        ))),
    }
}

/// Key of the mutation; `None` if nobody is signed in, because then no action is allowed.
fn asked(ctx: &Context<'_>, request: &RequestContext) -> Result<Option<IdempotencyKey>, DomainError> {
    let field = ctx.field();
    // They were decoded before the mutation began, so this cannot fail.
    let arguments = field.arguments().map_err(|error| DomainError::Internal(error.message))?;
    let Some(key) = arguments.iter().find_map(|(_, value)| key_of(value)) else {
        return Ok(None);
    };
    if key.is_empty() || key.len() > 100 || !key.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Err(DomainError::BadInput(format!("{FIELD} must have 1 to 100 printable ASCII characters")));
    }
    let Ok(viewer) = request.viewer() else {
        return Ok(None);
    };
    let mut input = format!("{} ", field.name());
    for (name, value) in &arguments {
        write_member(&mut input, name, value);
    }
    let sealing = &request.app.sealing;
    let hashed = |purpose, text| crate::sealing::proof(&sealing.proof_key(purpose), text);
    Ok(Some(IdempotencyKey {
        member: viewer.member,
        key: hashed("idempotency key", key),
        input: hashed("idempotent input", &input),
        at: request.now,
    }))
}

fn key_of(input: &Value) -> Option<&str> {
    match input {
        Value::Object(fields) => match fields.get(FIELD)? {
            Value::String(key) => Some(key),
            _ => None,
        },
        _ => None,
    }
}

/// Writes a value so that the same one is the same text, in whichever way the client wrote it: fields
/// by name, null like a field that is left out, a code like the string that a variable holds.
fn write(to: &mut String, value: &Value) {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().filter(|(name, _)| name.as_str() != FIELD).collect();
            fields.sort_by_key(|(name, _)| name.as_str());
            to.push('{');
            for (name, value) in fields {
                write_member(to, name, value);
            }
            to.push('}');
        }
        Value::List(items) => {
            to.push('[');
            for item in items {
                write(to, item);
                to.push(',');
            }
            to.push(']');
        }
        Value::Enum(code) => write(to, &Value::String(code.to_string())),
        other => {
            let _ = write!(to, "{other}");
        }
    }
}

fn write_member(to: &mut String, name: &Name, value: &Value) {
    if *value != Value::Null {
        let _ = write!(to, "{name}:");
        write(to, value);
        to.push(',');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(json: serde_json::Value) -> String {
        let mut text = String::new();
        write(&mut text, &Value::from_json(json).unwrap());
        text
    }

    #[test]
    fn the_same_input_is_the_same_text_and_another_is_not() {
        use serde_json::json;
        let one = written(json!({ "a": 1, "b": { "c": ["X", "Y"], "d": null }, "idempotencyKey": "k" }));
        assert_eq!(one, written(json!({ "b": { "c": ["X", "Y"] }, "a": 1 })));
        for other in [
            json!({ "a": 2, "b": { "c": ["X", "Y"] } }),
            json!({ "a": 1, "b": { "c": ["Y", "X"] } }),
            json!({ "a": 1, "b": { "c": ["X,Y"] } }),
            json!({ "a": 1, "b": { "c": ["X\",\"Y"] } }),
            json!({ "a": "1", "b": { "c": ["X", "Y"] } }),
            json!({ "a": 1, "c": ["X", "Y"] }),
        ] {
            assert_ne!(one, written(other.clone()), "{other}");
        }
        let mut code = String::new();
        write(&mut code, &Value::Enum(Name::new("X")));
        assert_eq!(code, written(json!("X")));
    }
}
