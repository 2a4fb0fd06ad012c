//! Codes of open sets. Each capability declares its own, so that one can be added without a change of the others. A
//! row may hold a code of a later release, which this release does not declare; it is kept as it is.

use std::{
    collections::BTreeSet,
    fmt,
    sync::{PoisonError, RwLock},
};

/// A code that is stored and shown as text.
pub trait Word: Copy + Eq + Send + Sync + 'static {
    /// Text of the code, in `SCREAMING_SNAKE_CASE`.
    fn word(self) -> &'static str;
}

impl<C: super::Code> Word for C {
    fn word(self) -> &'static str {
        self.code()
    }
}

/// Stored text that cannot be a code.
#[derive(Debug)]
pub struct NotACode(String);

impl fmt::Display for NotACode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a code", self.0)
    }
}

impl std::error::Error for NotACode {}

/// Greatest length of a code.
const LONGEST: usize = 64;

/// A text that lives as long as the program, shared by all that are equal. Only for stored codes: a code from a
/// client is looked up among the declared ones. Only text that looks like a code is kept, because codes are written
/// into statements.
pub(super) fn kept(text: &str) -> Result<&'static str, NotACode> {
    static KEPT: RwLock<BTreeSet<&'static str>> = RwLock::new(BTreeSet::new());
    let is_code = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    if text.is_empty() || text.len() > LONGEST || !text.bytes().all(is_code) {
        return Err(NotACode(text.to_owned()));
    }
    if let Some(known) = KEPT.read().unwrap_or_else(PoisonError::into_inner).get(text) {
        return Ok(known);
    }
    let mut all = KEPT.write().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = all.get(text) {
        return Ok(known);
    }
    let new: &'static str = Box::leak(text.to_owned().into_boxed_str());
    all.insert(new);
    Ok(new)
}

/// Declares the type of an open set of codes.
macro_rules! open_codes {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sea_orm::DeriveValueType)]
        #[sea_orm(value_type = "String")]
        pub struct $name(&'static str);

        impl $name {
            /// Description of the set in the public schema.
            pub const DESCRIPTION: &'static str = concat!($($doc),+);

            /// A code that a capability declares.
            pub const fn new(code: &'static str) -> Self {
                Self(code)
            }

            /// The text that is stored and shown by the API.
            pub const fn code(self) -> &'static str {
                self.0
            }
        }

        impl crate::codes::Word for $name {
            fn word(self) -> &'static str {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::codes::NotACode;

            /// A code as it is stored, whether it is declared or not. Not for what a client sends.
            fn from_str(stored: &str) -> Result<Self, Self::Err> {
                crate::codes::open::kept(stored).map(Self)
            }
        }
    };
}

open_codes! {
    /// Kind of event.
    EventKind
}

open_codes! {
    /// Kind of the owner of a grant.
    GrantOwnerKind
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_code_is_the_declared_one_and_an_unknown_one_is_itself() {
        const SENT: EventKind = EventKind::new("REFERRAL_SENT");
        let read = |text: &str| text.parse::<EventKind>();
        assert!(matches!(read("REFERRAL_SENT"), Ok(SENT)));
        let later = read("TRAINING_HELD").expect("a code of a later release");
        assert_eq!((later.code(), read("TRAINING_HELD").expect("again")), ("TRAINING_HELD", later));
        for bad in ["", "a", "A B", "A' OR '1", "É", &"A".repeat(LONGEST + 1)] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
