//! Domain errors as GraphQL errors, and validation errors as data of a payload.

use std::{
    borrow::Cow,
    sync::{Arc, OnceLock},
};

use async_graphql::{Error, ErrorExtensions, SimpleObject, TypeName};
use entities::codes::Code;

use super::codes::Coded;
use crate::error::{ActionError, DomainError, ValidationError};

/// Domain error on its way to the client. It does not implement `Display`, so that only this module turns it into
/// text.
#[derive(Clone, Debug)]
pub struct GraphqlError(Arc<(DomainError, OnceLock<Option<String>>)>);

impl From<DomainError> for GraphqlError {
    fn from(error: DomainError) -> Self {
        Self(Arc::new((error, OnceLock::new())))
    }
}

impl From<GraphqlError> for Error {
    /// Rows that were loaded together fail together: the fault is reported once, with one reference, for all fields.
    fn from(fault: GraphqlError) -> Self {
        let (error, reference) = &*fault.0;
        error_of(error, reference.get_or_init(|| error.reported()).as_deref())
    }
}

/// The error as the client sees it. A server fault is logged once under a reference, and its text is masked.
pub fn as_error(error: &DomainError) -> Error {
    error_of(error, error.reported().as_deref())
}

fn error_of(error: &DomainError, reference: Option<&str>) -> Error {
    let says = match reference {
        Some(reference) => {
            format!("the server failed; its log has the error under the reference {reference}")
        }
        None => error.says().unwrap_or_default(),
    };
    let state = match error {
        DomainError::Conflict { state, .. } => *state,
        _ => None,
    };
    Error::new(says).extend_with(|_, extensions| {
        extensions.set("code", error.code().code());
        if let Some(reference) = reference {
            extensions.set("reference", reference);
        }
        if let Some(state) = state {
            extensions.set("state", state.code());
        }
    })
}

/// Error in the input that a user can correct.
#[derive(SimpleObject)]
#[graphql(name_type)]
pub struct UserError<C: Code> {
    /// Error code of this mutation.
    code: Coded<C>,
    /// Path of the input field, from the outermost name inwards; list positions as numbers.
    path: Vec<String>,
    /// Explanation in English of how to correct the input.
    message: String,
}

impl<C: Code> TypeName for UserError<C> {
    fn type_name() -> Cow<'static, str> {
        Cow::Borrowed(C::NAME.strip_suffix("Code").unwrap_or(C::NAME))
    }
}

/// Errors of a payload.
pub type UserErrors<C> = Vec<UserError<C>>;

/// Result of an action: a value, or validation errors; a domain error is a GraphQL error.
pub type Payload<T, C> = Result<(Option<T>, UserErrors<C>), GraphqlError>;

/// Splits the result of an action into the two halves of a payload.
pub(super) fn into_payload<T, C: Code>(result: Result<T, ActionError<C>>) -> Payload<T, C> {
    match result {
        Ok(value) => Ok((Some(value), Vec::new())),
        Err(ActionError::Invalid(problems)) => Ok((None, problems.into_iter().map(user_error).collect())),
        Err(ActionError::Domain(error)) => Err(error.into()),
    }
}

fn user_error<C: Code>(problem: ValidationError<C>) -> UserError<C> {
    UserError { code: Coded(problem.code), path: problem.path, message: problem.message }
}

/// Declares the payload of a mutation: a nullable result and its errors.
#[macro_export]
macro_rules! payload {
    ($name:ident, $(#[doc = $doc:literal])+ $field:ident: $type:ty, $code:ty) => {
        /// Result of a mutation, or the errors in its input; with an error, nothing was changed.
        #[derive(async_graphql::SimpleObject)]
        pub struct $name {
            $(#[doc = $doc])+
            pub $field: Option<$type>,
            /// Errors in the input that a user can correct; empty on success.
            pub errors: $crate::graphql::UserErrors<$code>,
        }
    };
}
pub use payload;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_that_several_fields_say_has_one_reference_and_no_text() {
        let fault = GraphqlError::from(DomainError::Internal("no such table: person".to_owned()));
        let [one, other] = [Error::from(fault.clone()), Error::from(fault)];
        assert_eq!(one.message, other.message);
        assert!(!one.message.contains("person") && one.message.contains("reference"), "{}", one.message);
    }
}
