//! The declaration of a field.

use std::borrow::Cow;

use crate::{components::Choice, text::Key};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    LongText,
    Email,
    Phone,
    Date,
    Time,
    Number,
    /// One of several, folded away.
    Select,
    /// One of several, all to be seen.
    Radios,
    /// Any of several.
    Checks,
    /// Yes or no: `yes` where it is ticked.
    Tick,
    /// Sent along, and not shown.
    Hidden,
    /// What the page itself adds, neither shown nor sent along.
    Fixed,
}

/// A field of a form.
///
/// It is named by its place in the mutation's input, joined with dots (`person.givenName`). An entry of a list has a name of
/// its own in between: `person.documents.0.number`.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: Cow<'static, str>,
    pub label: Option<Key>,
    pub kind: Kind,
    pub hint: Option<Key>,
    pub required: bool,
    pub optional: bool,
    pub choices: Vec<Choice>,
    /// What an empty select says; None where one must choose.
    pub empty: Option<Key>,
    pub rows: u8,
    /// At most so many characters; 0 where nothing is declared.
    pub limit: u32,
    /// The first day, hour or number that can be meant.
    pub least: Option<String>,
    /// The last number that can be meant, where the contract says it.
    pub most: Option<i64>,
    /// Where the value lies in what fills the form in, if not under the field's own name.
    pub(super) from: Option<&'static str>,
    /// The value of a field that the page adds.
    pub(super) value: String,
    /// Whether the contract knows it; what it does not know is the page's own.
    pub(super) own: bool,
}

impl Field {
    fn new(name: impl Into<Cow<'static, str>>, label: Option<Key>, kind: Kind) -> Self {
        Field {
            name: name.into(),
            label,
            kind,
            hint: None,
            required: false,
            optional: false,
            choices: Vec::new(),
            empty: None,
            rows: 4,
            limit: 0,
            least: None,
            most: None,
            from: None,
            value: String::new(),
            own: false,
        }
    }

    pub fn text(name: impl Into<Cow<'static, str>>, label: Key) -> Self {
        Self::new(name, Some(label), Kind::Text)
    }

    pub fn long_text(name: impl Into<Cow<'static, str>>, label: Key) -> Self {
        Self::new(name, Some(label), Kind::LongText)
    }

    pub fn email(name: impl Into<Cow<'static, str>>, label: Key) -> Self {
        Self::new(name, Some(label), Kind::Email)
    }

    pub fn phone(name: impl Into<Cow<'static, str>>, label: Key) -> Self {
        Self::new(name, Some(label), Kind::Phone)
    }

    pub fn date(name: impl Into<Cow<'static, str>>, label: Key) -> Self {
        Self::new(name, Some(label), Kind::Date)
    }

    pub fn time(name: impl Into<Cow<'static, str>>, label: Key) -> Self {
        Self::new(name, Some(label), Kind::Time)
    }

    pub fn number(name: impl Into<Cow<'static, str>>, label: Key) -> Self {
        Self::new(name, Some(label), Kind::Number)
    }

    pub fn select(name: impl Into<Cow<'static, str>>, label: Key, choices: Vec<Choice>) -> Self {
        Self::new(name, Some(label), Kind::Select).among(choices)
    }

    pub fn radios(name: impl Into<Cow<'static, str>>, label: Key, choices: Vec<Choice>) -> Self {
        Self::new(name, Some(label), Kind::Radios).among(choices)
    }

    pub fn checks(name: impl Into<Cow<'static, str>>, label: Key, choices: Vec<Choice>) -> Self {
        Self::new(name, Some(label), Kind::Checks).among(choices)
    }

    pub fn tick(name: impl Into<Cow<'static, str>>, label: Key) -> Self {
        Self::new(name, Some(label), Kind::Tick)
    }

    pub fn hidden(name: impl Into<Cow<'static, str>>) -> Self {
        Self::new(name, None, Kind::Hidden)
    }

    pub fn fixed(name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        Field { value: value.into(), ..Self::new(name, None, Kind::Fixed) }
    }

    fn among(mut self, choices: Vec<Choice>) -> Self {
        self.choices = choices;
        self
    }

    pub fn hint(mut self, key: Key) -> Self {
        self.hint = Some(key);
        self
    }

    /// Says beside the label that it may stay empty.
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Has the browser ask for it before the form is sent.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Offers an empty answer in a select, in these words.
    pub fn or_empty(mut self, key: Key) -> Self {
        self.empty = Some(key);
        self
    }

    pub fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// At most so many characters, where the contract does not say it.
    pub fn limit(mut self, characters: u32) -> Self {
        self.limit = characters;
        self
    }

    pub fn least(mut self, value: impl ToString) -> Self {
        self.least = Some(value.to_string());
        self
    }

    /// Where its value lies in what fills the form in; through a list it leads to each entry: `area.provinces.code`.
    pub fn from(mut self, path: &'static str) -> Self {
        self.from = Some(path);
        self
    }

    /// A field of the page only, which no input of the contract has.
    pub fn own(mut self) -> Self {
        self.own = true;
        self
    }

    pub(super) fn offers(&self, value: &str) -> bool {
        self.choices.iter().any(|choice| choice.value == value)
    }

    pub(super) fn is_shown(&self) -> bool {
        !matches!(self.kind, Kind::Hidden | Kind::Fixed)
    }
}

/// The id that a field has on the page.
pub fn field_id(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("f-{plain}")
}
