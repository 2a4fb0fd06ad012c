//! How an action says no: transport-neutral, with stable codes. One file maps them to GraphQL.

use entities::codes::ReferralState;
use sea_orm::{DbErr, RuntimeErr, SqlErr};

/// Why a request is not carried out. It is no `Display`: what is shown of it is decided where it
/// is shown, so that the text of a fault never slips out.
#[derive(Debug)]
pub enum DomainError {
    /// Nobody is signed in.
    Unauthenticated,
    /// The viewer sees it, and may not do this.
    Forbidden(String),
    /// It does not exist, or the viewer may not see it: the two look the same.
    NotFound(&'static str),
    /// Somebody else was quicker. Carries where a referral stands now, where it is about one.
    Conflict { message: String, state: Option<ReferralState> },
    /// The database ended the transaction for the sake of another, and kept nothing of it: the two waited for each
    /// other, or what it had read was changed. It is run anew, see [`crate::db::run_anew`]; what is left of it after
    /// the last attempt is a conflict. Its text is logged and never shown.
    Aborted(String),
    /// The client sent something that no user could have meant.
    BadInput(String),
    /// A fault of ours; its text is logged and never shown.
    Internal(String),
}

impl DomainError {
    /// A conflict over a row that changed since the viewer read it.
    pub fn stale() -> Self {
        Self::Conflict { message: "it was changed meanwhile; read it again".to_owned(), state: None }
    }

    /// What may be said of it to whoever asked; `None` for a fault of ours.
    pub fn says(&self) -> Option<String> {
        match self {
            Self::Unauthenticated => Some("sign in first".to_owned()),
            Self::NotFound(what) => Some(format!("there is no such {what}, or it is not for you")),
            Self::Forbidden(says) | Self::BadInput(says) | Self::Conflict { message: says, .. } => {
                Some(says.clone())
            }
            Self::Aborted(_) => Some(
                "others are changing the same at this moment, and nothing was done; try again".to_owned(),
            ),
            Self::Internal(_) => None,
        }
    }

    /// The stable code, as in `extensions.code`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden(_) => "FORBIDDEN",
            Self::NotFound(_) => "NOT_FOUND",
            Self::Conflict { .. } | Self::Aborted(_) => "CONFLICT",
            Self::BadInput(_) => "BAD_USER_INPUT",
            Self::Internal(_) => "INTERNAL",
        }
    }
}

/// What PostgreSQL says of a transaction that it ended for the sake of another: a serialisation failure, a deadlock.
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
            // Somebody else wrote the same row first: nothing is broken.
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::stale(),
            _ => Self::Internal(format!("database: {error}")),
        }
    }
}

/// One thing that a user can mend: a code of the action, where in the input, and how to mend it.
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

/// How an action fails: with problems that a user can mend, all at once, or with a refusal.
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

/// How something fails that may be run anew.
pub trait MayBeAborted {
    /// Why the database ended the transaction, where that is how it failed.
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
