//! Forms: each is one declaration of its fields, which says how they are read, filled in and shown, and what is said when
//! something is wrong with them.

use std::{borrow::Cow, collections::BTreeMap};

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    client::{PageError, PageErrorKind, UserError},
    components::{self, Choice, Html, Input},
    context::PageContext,
    fields::Fields,
    inputs,
    text::{Key, key},
};

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
    /// Where the value lies in what fills the form in, if not under the field's own name.
    from: Option<&'static str>,
    /// The value of a field that the page adds.
    value: String,
    /// Whether the contract knows it; what it does not know is the page's own.
    own: bool,
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

    fn offers(&self, value: &str) -> bool {
        self.choices.iter().any(|choice| choice.value == value)
    }

    fn is_shown(&self) -> bool {
        !matches!(self.kind, Kind::Hidden | Kind::Fixed)
    }
}

/// A form on a page: its fields, what was typed into them, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// The input type that it makes, or nothing.
    input: &'static str,
    declared: Vec<Field>,
    pub fields: Fields,
    pub problems: Vec<UserError>,
}

impl Form {
    /// A form whose fields make an input of this type.
    pub fn of(input: &'static str, declared: Vec<Field>) -> Self {
        let mut form = Form { input, declared, fields: Fields::default(), problems: Vec::new() };
        for field in form.declared.iter_mut().filter(|field| !field.own) {
            let known = inputs::field(input, &field.name);
            debug_assert!(known.is_some(), "{input} has no {}", field.name);
            let Some(limit) = known.map(|known| known.limit) else { continue };
            field.limit = limit.max_length.unwrap_or(field.limit);
            if field.kind == Kind::Number {
                field.least = limit.min.map(|min| min.to_string()).or(field.least.take());
            }
        }
        form
    }

    /// A form that makes no input: it chooses what a page shows.
    pub fn own(declared: Vec<Field>) -> Self {
        Form { declared: declared.into_iter().map(Field::own).collect(), ..Form::default() }
    }

    /// With what was typed, or is there at first.
    pub fn filled(mut self, fields: Fields) -> Self {
        self.fields = fields;
        self
    }

    /// With what an answer of the API knows of the thing.
    pub fn filled_from(self, v: &PageContext, thing: &impl Serialize) -> Result<Self, PageError> {
        let known = serde_json::to_value(thing).unwrap_or_default();
        let mut values = Vec::new();
        for field in self.declared.iter().filter(|field| !field.own && field.kind != Kind::Fixed) {
            let inside = field.name.split_once('.').map_or(&*field.name, |(_, inside)| inside);
            let path: Vec<_> = field.from.unwrap_or(inside).split('.').collect();
            if !collect(&known, &path, &mut |value| values.push((field.name.to_string(), value))) {
                tracing::error!(field = %field.name, "what fills the form in does not have this field");
                return Err(PageError::new(v, PageErrorKind::Internal, None));
            }
        }
        Ok(self.filled(Fields::of(values)))
    }

    pub fn with(mut self, problems: Vec<UserError>) -> Self {
        self.problems = problems;
        self
    }

    /// Gives a field the answers that it offers.
    pub fn offer(&mut self, name: &str, choices: Vec<Choice>) {
        match self.declared.iter_mut().find(|field| field.name == name) {
            Some(field) => field.choices = choices,
            None => debug_assert!(false, "the form has no {name}"),
        }
    }

    /// Adds a problem that the page itself found: a date that is none, say.
    pub fn problem(&mut self, code: &str, field: &str) {
        self.problems.push(UserError {
            code: code.to_owned(),
            path: field.split('.').map(str::to_owned).collect(),
            message: String::new(),
        });
    }

    /// The input that the form makes; what cannot be one is noted as a problem.
    pub fn input(&mut self) -> Map<String, Value> {
        let mut problems = Vec::new();
        let mut root = Entry::default();
        let empty_entries = self.empty_entries();
        for field in self.declared.iter().filter(|field| !field.own) {
            let Some(along) = inputs::along(self.input, &field.name) else { continue };
            if empty_entries.iter().any(|entry| within(&field.name, entry)) {
                continue;
            }
            match self.value(field, along.last().copied()) {
                Ok(value) => root.set(&field.name.split('.').collect::<Vec<_>>(), &along, value),
                Err(code) => problems.push((code, field.name.to_string())),
            }
        }
        for (code, name) in problems {
            self.problem(code, &name);
        }
        root.fields()
    }

    /// A field as the contract wants it, or the code of what is wrong.
    fn value(&self, field: &Field, known: Option<&inputs::InputField>) -> Result<Value, &'static str> {
        let (of, list, required) =
            known.map_or(("String", false, false), |known| (known.of, known.list, known.required));
        let name = &*field.name;
        let given = if field.kind == Kind::Fixed { &*field.value } else { self.fields.get(name) };
        if list {
            let offered = |value: &String| field.choices.is_empty() || field.offers(value);
            return Ok(self.fields.all(name).into_iter().filter(offered).collect());
        }
        match of {
            "Boolean" => Ok((given == "yes").into()),
            _ if given.is_empty() => match (of, field.kind) {
                // A version that is not there is none that anything has.
                ("Int", Kind::Hidden) => Ok(0.into()),
                ("String", _) if required => Ok("".into()),
                _ if required => Err("REQUIRED"),
                _ => Ok(Value::Null),
            },
            "Int" => given.parse::<i64>().map(Value::from).map_err(|_| "INVALID"),
            "Date" => given.parse::<chrono::NaiveDate>().map(|_| given.into()).map_err(|_| "DATE"),
            _ if !field.choices.is_empty() && !field.offers(given) => Err("REQUIRED"),
            _ => Ok(given.into()),
        }
    }

    /// Entries of lists into which nothing was typed; they are not sent.
    fn empty_entries(&self) -> Vec<String> {
        let mut filled: BTreeMap<String, bool> = BTreeMap::new();
        for field in self.declared.iter().filter(|field| !field.own && field.kind != Kind::Fixed) {
            if let Some(entry) = self.entry(&field.name) {
                *filled.entry(entry).or_default() |= !self.fields.get(&field.name).is_empty();
            }
        }
        filled.into_iter().filter(|(_, filled)| !filled).map(|(entry, _)| entry).collect()
    }

    /// The entry of a list that a field belongs to: `person.documents.0` of `person.documents.0.number`.
    fn entry(&self, name: &str) -> Option<String> {
        let (entry, last) = name.rsplit_once('.')?;
        let (list, _) = entry.rsplit_once('.')?;
        let known = inputs::field(self.input, list)?;
        (known.list && inputs::field(known.of, last).is_some()).then(|| entry.to_owned())
    }

    /// The declared field that a problem is about. The API counts the entries that it was sent; here they have names.
    fn about(&self, problem: &UserError) -> Option<&Field> {
        let path = match problem.path.split_first() {
            Some((first, rest)) if first == "input" => rest,
            _ => &problem.path[..],
        };
        let mut path = path.to_vec();
        let empty = self.empty_entries();
        for at in 1..path.len() {
            let Ok(index) = path[at].parse::<usize>() else { continue };
            let list = format!("{}.", path[..at].join("."));
            let mut entries: Vec<&str> = Vec::new();
            for field in &self.declared {
                let entry = field.name.strip_prefix(&*list).and_then(|rest| rest.split('.').next());
                if let Some(entry) = entry.filter(|entry| !entries.contains(entry)) {
                    entries.push(entry);
                }
            }
            let mut sent = entries.iter().filter(|entry| !empty.contains(&format!("{list}{entry}")));
            if let Some(entry) = sent.nth(index) {
                path[at] = (*entry).to_owned();
            }
        }
        // An entry of a list of values belongs to the field that holds the list; what is wrong with a whole entry is said
        // at its last field.
        let by_name = |steps: usize| {
            let name = path[..steps].join(".");
            self.declared.iter().find(|field| field.name == name)
        };
        let of_entry = || self.declared.iter().rfind(|field| within(&field.name, &path.join(".")));
        (1..=path.len()).rev().find_map(by_name).or_else(of_entry)
    }

    /// Whether something was typed into a field, or is wrong with it.
    pub fn speaks(&self, name: &str) -> bool {
        let is_about = |problem: &UserError| self.about(problem).is_some_and(|field| field.name == name);
        !self.fields.get(name).is_empty() || self.problems.iter().any(is_about)
    }

    /// A field as the page shows it.
    pub fn field<'a>(&'a self, v: &'a PageContext, name: &str) -> Html {
        match self.declared.iter().find(|field| field.name == name) {
            Some(field) => self.show(v, field),
            None => {
                debug_assert!(false, "the form has no {name}");
                tracing::error!(name, "a page shows a field that its form does not have");
                Html::default()
            }
        }
    }

    /// All fields as the page shows them, one after the other.
    pub fn all(&self, v: &PageContext) -> Html {
        let shown = self.declared.iter().filter(|field| field.is_shown());
        Html::safe(shown.map(|field| self.show(v, field).to_string()).collect())
    }

    /// The fields that are sent along and not shown.
    pub fn hidden(&self) -> Html {
        let hidden = self.declared.iter().filter(|field| field.kind == Kind::Hidden);
        let shown =
            hidden.map(|field| components::hidden(&field.name, self.fields.get(&field.name)).to_string());
        Html::safe(shown.collect())
    }

    fn show(&self, v: &PageContext, field: &Field) -> Html {
        let is_it = |problem: &&UserError| self.about(problem).is_some_and(|about| about.name == field.name);
        let error = self.problems.iter().find(is_it).map(|problem| words(v, field, problem).0);
        Input::of(v, &self.fields, field, error)
    }

    /// The summary on top: every problem by the label of its field, to which it leads.
    pub fn summary(&self, v: &PageContext) -> Option<Html> {
        let line = |problem: &UserError| match self.about(problem).filter(|field| field.is_shown()) {
            Some(field) => (Some(field_id(&field.name)), named(v, field, problem)),
            // What is wrong with the thing itself has no field to lead to.
            None => (None, words_of(v, &problem.code)),
        };
        let problems: Vec<_> = self.problems.iter().map(line).collect();
        (!problems.is_empty()).then(|| components::summary(v, &problems))
    }
}

/// An input while it is made; the entries of a list have names until it is done.
#[derive(Default)]
struct Entry {
    values: Vec<(String, Value)>,
    inside: Vec<(String, bool, Entry)>,
}

impl Entry {
    fn set(&mut self, names: &[&str], along: &[&inputs::InputField], value: Value) {
        match (names, along) {
            ([name, ..], [_]) => self.values.push(((*name).to_owned(), value)),
            ([name, entry, names @ ..], [field, along @ ..]) if field.list => {
                self.inside(name, true).inside(entry, false).set(names, along, value);
            }
            ([name, names @ ..], [_, along @ ..]) => self.inside(name, false).set(names, along, value),
            _ => {}
        }
    }

    fn inside(&mut self, name: &str, list: bool) -> &mut Entry {
        let at = self.inside.iter().position(|(known, ..)| known == name).unwrap_or_else(|| {
            self.inside.push((name.to_owned(), list, Entry::default()));
            self.inside.len() - 1
        });
        &mut self.inside[at].2
    }

    fn fields(self) -> Map<String, Value> {
        let inside = self.inside.into_iter().map(|(name, list, entry)| {
            let value = match list {
                true => entry.inside.into_iter().map(|(.., entry)| Value::from(entry.fields())).collect(),
                false => entry.fields().into(),
            };
            (name, value)
        });
        inside.chain(self.values).collect()
    }
}

/// Calls back with every value that lies at a path, as a field of a form has it. False where nothing can lie there.
fn collect(value: &Value, path: &[&str], found: &mut impl FnMut(String)) -> bool {
    match (value, path.split_first()) {
        (Value::Null, _) => true,
        (Value::Array(entries), Some((first, rest))) if first.parse::<usize>().is_ok() => {
            let at = first.parse().unwrap_or(usize::MAX);
            entries.get(at).is_none_or(|entry| collect(entry, rest, found))
        }
        (Value::Array(entries), _) => entries.iter().all(|entry| collect(entry, path, found)),
        (Value::Object(fields), Some((first, rest))) => {
            fields.get(*first).is_some_and(|inside| collect(inside, rest, found))
        }
        (Value::String(text), None) => {
            found(text.clone());
            true
        }
        (Value::Number(number), None) => {
            found(number.to_string());
            true
        }
        (Value::Bool(is), None) => {
            if *is {
                found("yes".to_owned());
            }
            true
        }
        _ => false,
    }
}

fn within(name: &str, entry: &str) -> bool {
    name.strip_prefix(entry).is_some_and(|rest| rest.starts_with('.'))
}

/// The id that a field has on the page.
pub fn field_id(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("f-{plain}")
}

/// What is wrong with a field and what to do, with the field's name before it.
fn named(v: &PageContext, field: &Field, problem: &UserError) -> String {
    match (words(v, field, problem), field.label) {
        ((words, false), Some(label)) => v.t2(key::PROBLEM_OF_FIELD, "field", v.t(label), "problem", words),
        ((words, _), _) => words,
    }
}

/// What is wrong with a field and what to do, and whether that says which field.
fn words(v: &PageContext, field: &Field, problem: &UserError) -> (String, bool) {
    let Some(label) = field.label else { return (words_of(v, &problem.code), false) };
    match problem.code.as_str() {
        "REQUIRED" => {
            let label = v.t(label);
            let words = match field.kind {
                Kind::Checks => v.t1(key::PROBLEM_REQUIRED_SOME, "field", label),
                Kind::Select | Kind::Radios => v.t1(key::PROBLEM_REQUIRED_CHOICE, "field", small(&label)),
                Kind::Date => v.t1(key::PROBLEM_REQUIRED_DATE, "field", small(&label)),
                Kind::Tick => v.t1(key::PROBLEM_REQUIRED_TICK, "field", label),
                _ => v.t1(key::PROBLEM_REQUIRED_TEXT, "field", small(&label)),
            };
            (words, true)
        }
        "TOO_LONG" if field.limit > 0 => (v.t1(key::PROBLEM_LONGER_THAN, "n", field.limit), false),
        "INVALID" if field.kind == Kind::Number => (v.t(key::PROBLEM_NUMBER), false),
        code => (words_of(v, code), false),
    }
}

/// A label inside a sentence; one that begins with an abbreviation stays as it is.
fn small(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

/// What a problem's code says.
pub fn words_of(v: &PageContext, code: &str) -> String {
    let key = Key::find(&format!("problem-{}", code.to_lowercase().replace('_', "-")));
    v.t(key.unwrap_or(key::PROBLEM_INVALID))
}
