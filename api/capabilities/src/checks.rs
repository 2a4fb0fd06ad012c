//! Checks of what a user typed, gathered so that a form can show all of them at once.

use platform::error::{ActionError, ValidationError};

/// The code of every action with words in it.
pub trait LengthCode: Copy {
    const TOO_LONG: Self;
}

/// The code of every action with words that must be there.
pub trait RequiredCode: LengthCode {
    const REQUIRED: Self;
}

/// Gives an action's codes what a field asks for whose words must be there.
macro_rules! field_codes {
    ($($name:ident),+ $(,)?) => {
        crate::checks::length_codes!($($name),+);
        $(impl crate::checks::RequiredCode for $name {
            const REQUIRED: Self = Self::Required;
        })+
    };
}
pub(crate) use field_codes;

/// Gives an action's codes what a field asks for that may stay empty.
macro_rules! length_codes {
    ($($name:ident),+ $(,)?) => {
        $(impl crate::checks::LengthCode for $name {
            const TOO_LONG: Self = Self::TooLong;
        })+
    };
}
pub(crate) use length_codes;

/// Names and single lines.
pub const LINE: usize = 200;
/// Texts of several sentences.
pub const TEXT: usize = 10_000;

/// A text without NUL, which PostgreSQL does not store, and without invisible characters at either end.
pub fn shown(text: &str) -> String {
    let unseen =
        |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    text.replace('\0', "").trim_matches(unseen).to_owned()
}

/// Problems found so far.
pub struct Checks<C>(Vec<ValidationError<C>>);

impl<C> Default for Checks<C> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<C> Checks<C> {
    /// Notes a problem at a dotted path.
    pub fn wrong(&mut self, path: &str, code: C, message: impl Into<String>) {
        self.0.push(ValidationError::at(path, code, message));
    }

    /// A text that must be there, trimmed; at most so many characters.
    pub fn required(&mut self, path: &str, text: &str, most: usize) -> String
    where
        C: RequiredCode,
    {
        let text = self.optional(path, text, most);
        if text.is_empty() {
            self.wrong(path, C::REQUIRED, "must not be empty");
        }
        text
    }

    /// A text that may be empty, trimmed; at most so many characters.
    pub fn optional(&mut self, path: &str, text: &str, most: usize) -> String
    where
        C: LengthCode,
    {
        let text = shown(text);
        if text.chars().count() > most {
            self.wrong(path, C::TOO_LONG, format!("must be at most {most} characters"));
        }
        text
    }

    /// Fails with every problem found.
    pub fn done(self) -> Result<(), ActionError<C>> {
        ActionError::unless_empty(self.0)
    }

    /// Every problem found.
    pub fn found(self) -> Vec<ValidationError<C>> {
        self.0
    }
}
