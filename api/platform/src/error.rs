//! Errors of actions, independent of the transport, with stable codes. One module maps them to GraphQL.

use std::error::Error;

use entities::{codes::ReferralState, described_enum};
use sea_orm::{DbErr, RuntimeErr, SqlErr};

described_enum! {
    /// Error code of a request that was not carried out: `extensions.code` of a GraphQL error.
    ErrorCode {
        BadUserInput = "BAD_USER_INPUT": "A value has a wrong type or form, or a key was used before; a client error.",
        Unauthenticated = "UNAUTHENTICATED": "The request has no valid session or token.",
        Forbidden = "FORBIDDEN": "The viewer may see the object but may not take this action.",
        NotFound = "NOT_FOUND": "The object does not exist, or the viewer may not see it.",
        Conflict = "CONFLICT": "The object changed since it was read, or its state forbids the step.",
        TooComplex = "TOO_COMPLEX": "The query exceeds the complexity limit.",
        Internal = "INTERNAL": "The server failed; `extensions.reference` is the reference of the entry in its log.",
    }
}

described_enum! {
    /// Code of an error type without members, for mutations whose input has nothing that a user can correct.
    NoProblemCode {
        Never = "NEVER": "Never returned.",
    }
}

/// Error of a request. It does not implement `Display`: the text is decided where it is shown, so that the text of a
/// server fault is never disclosed.
#[derive(Debug)]
pub enum DomainError {
    /// No valid session or token.
    Unauthenticated,
    /// The viewer sees the object, but may not take this action.
    Forbidden(String),
    /// The object does not exist, or the viewer may not see it; the two cannot be distinguished.
    NotFound(&'static str),
    /// The object changed in between. Carries the present state if it is a referral.
    Conflict { message: String, state: Option<ReferralState> },
    /// The database aborted the transaction, and stored nothing of it: two transactions waited for each other, or
    /// what it had read was changed. It is tried again, see [`crate::db::run_anew`]; after the last attempt it is a
    /// conflict. Its text is logged and never shown.
    Aborted(String),
    /// The client sent something that no user could have meant.
    BadInput(String),
    /// A server fault; its text is logged and never shown.
    Internal(String),
}

impl DomainError {
    /// A conflict over a row that changed since the viewer read it.
    pub fn stale() -> Self {
        Self::Conflict {
            message: "the object changed since you read it; read it again".to_owned(),
            state: None,
        }
    }

    /// A server fault with its chain of causes.
    pub fn fault(what: &str, error: &dyn Error) -> Self {
        Self::Internal(format!("{what}: {}", chain(error)))
    }

    /// The same error under the name of the object that was requested: an object that the viewer may not see is
    /// missing under the name that they know. Other errors, above all server faults, are unchanged.
    pub fn missing_as(self, what: &'static str) -> Self {
        match self {
            Self::NotFound(_) => Self::NotFound(what),
            other => other,
        }
    }

    /// Logs a server fault once, under a reference that is shown to the client; `None` for any other error. Called
    /// only where the error leaves the program.
    pub fn reported(&self) -> Option<String> {
        let Self::Internal(what) = self else { return None };
        let reference = crate::sealing::random::<5>().map(|byte| format!("{byte:02x}")).concat();
        tracing::error!(reference, what, "internal error");
        Some(reference)
    }

    /// Text for the client; `None` for a server fault.
    pub fn says(&self) -> Option<String> {
        match self {
            Self::Unauthenticated => Some("sign in first".to_owned()),
            Self::NotFound(what) => Some(format!("this {what} does not exist, or you may not see it")),
            Self::Forbidden(says) | Self::BadInput(says) | Self::Conflict { message: says, .. } => {
                Some(says.clone())
            }
            Self::Aborted(_) => {
                Some("others are changing the same data; nothing was changed, try again".to_owned())
            }
            Self::Internal(_) => None,
        }
    }

    /// The stable code, as in `extensions.code`.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Unauthenticated => ErrorCode::Unauthenticated,
            Self::Forbidden(_) => ErrorCode::Forbidden,
            Self::NotFound(_) => ErrorCode::NotFound,
            Self::Conflict { .. } | Self::Aborted(_) => ErrorCode::Conflict,
            Self::BadInput(_) => ErrorCode::BadUserInput,
            Self::Internal(_) => ErrorCode::Internal,
        }
    }
}

/// Codes of PostgreSQL for an aborted transaction: a serialisation failure, a deadlock.
const ABORTED: [&str; 2] = ["40001", "40P01"];

fn is_aborted(error: &DbErr) -> bool {
    let (DbErr::Exec(cause) | DbErr::Query(cause) | DbErr::Conn(cause)) = error else { return false };
    let RuntimeErr::SqlxError(cause) = cause else { return false };
    let code = cause.as_database_error().and_then(|error| error.code());
    code.is_some_and(|code| ABORTED.contains(&code.as_ref()))
}

impl From<DbErr> for DomainError {
    fn from(error: DbErr) -> Self {
        if is_aborted(&error) {
            return Self::Aborted(error.to_string());
        }
        match error.sql_err() {
            // Another transaction wrote the same row first.
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::stale(),
            _ => Self::fault("database", &error),
        }
    }
}

/// An error and what caused it, from the outside in. Many errors say their cause themselves; it is not said twice.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let says = cause.to_string();
        if !text.contains(&says) {
            text.push_str(": ");
            text.push_str(&says);
        }
        source = cause.source();
    }
    text
}

/// Error in the input that a user can correct: its code, its place in the input, and the correction.
#[derive(Debug, Clone, PartialEq)]
pub struct ValidationError<C> {
    pub code: C,
    /// Names of the input's fields from the outside in; list positions as numbers.
    pub path: Vec<String>,
    pub message: String,
}

impl<C> ValidationError<C> {
    /// A problem at a dotted path: `person.givenName`.
    pub fn at(path: &str, code: C, message: impl Into<String>) -> Self {
        let path = path.split('.').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        Self { code, path, message: message.into() }
    }
}

/// Error of an action: validation errors, all at once, or a domain error.
#[derive(Debug)]
pub enum ActionError<C> {
    Invalid(Vec<ValidationError<C>>),
    Domain(DomainError),
}

impl<C> ActionError<C> {
    /// Fails with these problems, if there are any.
    pub fn unless_empty(problems: Vec<ValidationError<C>>) -> Result<(), Self> {
        if problems.is_empty() { Ok(()) } else { Err(Self::Invalid(problems)) }
    }

    /// A single problem at a dotted path.
    pub fn one(path: &str, code: C, message: impl Into<String>) -> Self {
        Self::Invalid(vec![ValidationError::at(path, code, message)])
    }
}

/// Errors after which a transaction may be tried again.
pub trait MayBeAborted {
    /// Cause of the abort, if the database aborted the transaction.
    fn aborted(&self) -> Option<&str>;
}

impl MayBeAborted for DomainError {
    fn aborted(&self) -> Option<&str> {
        match self {
            Self::Aborted(why) => Some(why),
            _ => None,
        }
    }
}

impl<C> MayBeAborted for ActionError<C> {
    fn aborted(&self) -> Option<&str> {
        match self {
            Self::Domain(error) => error.aborted(),
            Self::Invalid(_) => None,
        }
    }
}

impl<C> From<DomainError> for ActionError<C> {
    fn from(error: DomainError) -> Self {
        Self::Domain(error)
    }
}

impl<C> From<DbErr> for ActionError<C> {
    fn from(error: DbErr) -> Self {
        Self::Domain(error.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_stays_one_whatever_it_is_looked_for_by() {
        assert!(matches!(DomainError::NotFound("person").missing_as("need"), DomainError::NotFound("need")));
        let fault = DomainError::fault("database", &DbErr::Custom("the disk is full".to_owned()));
        let text = |error: &DomainError| format!("{error:?}");
        let before = text(&fault);
        assert!(before.contains("the disk is full"), "{before}");
        let after = fault.missing_as("need");
        assert_eq!((text(&after), after.code(), after.says()), (before, ErrorCode::Internal, None));
        assert!(after.reported().is_some() && DomainError::NotFound("need").reported().is_none());
    }

    #[test]
    fn a_chain_says_each_cause_once() {
        #[derive(Debug)]
        struct Outer(std::io::Error, bool);
        impl std::fmt::Display for Outer {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                if self.1 { write!(f, "outer: {}", self.0) } else { f.write_str("outer") }
            }
        }
        impl Error for Outer {
            fn source(&self) -> Option<&(dyn Error + 'static)> {
                Some(&self.0)
            }
        }
        for says_its_cause in [true, false] {
            assert_eq!(chain(&Outer(std::io::Error::other("inner"), says_its_cause)), "outer: inner");
        }
    }
}
