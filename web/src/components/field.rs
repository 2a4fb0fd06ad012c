//! One field of a form, with its label, its hint and what is wrong with it.

use askama::{Template, filters::HtmlSafe};

use crate::{
    codes::Code,
    context::PageContext,
    fields::{Fields, field_id},
    text::{Key, key},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Line,
    Text,
    Date,
    Time,
    Number,
    Select,
    Radios,
    Checks,
}

/// One of the answers that a field offers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    pub value: String,
    pub words: String,
    pub hint: Option<String>,
    pub disabled: bool,
    /// The heading under which a select lists it, together with its neighbours.
    pub group: Option<String>,
}

impl Choice {
    pub fn new(value: impl Into<String>, words: impl Into<String>) -> Self {
        Choice { value: value.into(), words: words.into(), hint: None, disabled: false, group: None }
    }

    pub fn within(mut self, group: &str) -> Self {
        self.group = Some(group.to_owned());
        self
    }

    pub fn hint(mut self, words: impl Into<String>) -> Self {
        self.hint = Some(words.into());
        self
    }
}

/// Codes as answers, in their words.
pub fn choices<C: Code>(v: &PageContext, codes: &[C]) -> Vec<Choice> {
    codes.iter().map(|code| Choice::new(code.code(), v.word(code))).collect()
}

#[derive(Template)]
#[template(path = "components/field.html")]
pub struct Field<'a> {
    v: &'a PageContext,
    fields: &'a Fields,
    name: &'a str,
    id: String,
    label: String,
    kind: Kind,
    hint: Option<String>,
    error: Option<String>,
    optional: bool,
    required: bool,
    /// What an empty select says; None where one must choose.
    any: Option<String>,
    choices: &'a [Choice],
    rows: u8,
    limit: u32,
    least: Option<String>,
}

impl HtmlSafe for Field<'_> {}

impl<'a> Field<'a> {
    pub fn new(v: &'a PageContext, fields: &'a Fields, name: &'a str, label: String, kind: Kind) -> Self {
        Field {
            v,
            fields,
            name,
            id: field_id(name),
            label,
            kind,
            hint: None,
            error: None,
            optional: false,
            required: false,
            any: None,
            choices: &[],
            rows: 4,
            limit: 0,
            least: None,
        }
    }

    pub fn wrong(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    pub fn among(mut self, choices: &'a [Choice]) -> Self {
        self.choices = choices;
        self
    }

    pub fn hint(mut self, key: impl Into<Key>) -> Self {
        self.hint = Some(self.v.t(key));
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
    pub fn or_any(mut self, key: impl Into<Key>) -> Self {
        self.any = Some(self.v.t(key));
        self
    }

    pub fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// At most so many characters.
    pub fn limit(mut self, characters: u32) -> Self {
        self.limit = characters;
        self
    }

    /// The first day, hour or number that can be meant.
    pub fn least(mut self, value: impl ToString) -> Self {
        self.least = Some(value.to_string());
        self
    }

    fn described_by(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        let ids: Vec<_> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The choices under their headings, neighbours together.
    fn groups(&self) -> impl Iterator<Item = (Option<&str>, &[Choice])> {
        self.choices.chunk_by(|a, b| a.group == b.group).map(|chunk| (chunk[0].group.as_deref(), chunk))
    }

    fn group(&self) -> bool {
        matches!(self.kind, Kind::Radios | Kind::Checks)
    }

    fn input_type(&self) -> &'static str {
        match self.kind {
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::Number => "number",
            Kind::Radios => "radio",
            Kind::Checks => "checkbox",
            Kind::Line | Kind::Text | Kind::Select => "text",
        }
    }

    fn short(&self) -> bool {
        matches!(self.kind, Kind::Date | Kind::Time | Kind::Number)
    }

    fn choice_id(&self, at: &usize) -> String {
        match at {
            0 => self.id.clone(),
            at => format!("{}-{at}", self.id),
        }
    }
}
