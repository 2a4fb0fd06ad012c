//! Forms: each is one declaration of its fields, which says how they are read, filled in and shown, and what is said when
//! something is wrong with them.

use serde::Serialize;

use crate::{
    client::{PageError, PageErrorKind, UserError},
    components::{self, Choice, Html, Input},
    context::PageContext,
    fields::Fields,
    inputs,
};

mod field;
mod input;
mod problems;

pub use field::{Field, Kind, field_id};
pub use problems::words_of;
use problems::{named, words};

/// A form on a page: its fields, what was typed into them, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// The input type that it makes, or nothing.
    input: &'static str,
    declared: Vec<Field>,
    /// Whether an entry of a list is sent though nothing is typed or chosen in it.
    sends_empty_entries: bool,
    pub fields: Fields,
    pub problems: Vec<UserError>,
}

impl Form {
    /// A form whose fields make an input of this type.
    pub fn of(input: &'static str, declared: Vec<Field>) -> Self {
        let mut form = Form { input, declared, ..Form::default() };
        for field in form.declared.iter_mut().filter(|field| !field.own) {
            let known = inputs::field(input, &field.name);
            debug_assert!(known.is_some(), "{input} has no {}", field.name);
            let Some(limit) = known.map(|known| known.limit) else { continue };
            field.limit = limit.max_length.unwrap_or(field.limit);
            if field.kind == Kind::Number {
                field.most = limit.max;
                field.least = limit.min.map(|min| min.to_string()).or(field.least.take());
            }
        }
        form
    }

    /// Has every entry of a list sent: that nothing is chosen in one says something.
    pub fn with_empty_entries(mut self) -> Self {
        self.sends_empty_entries = true;
        self
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
            if !input::collect(&known, &path, &mut |value| values.push((field.name.to_string(), value))) {
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

/// Whether a field belongs to an entry of a list.
fn within(name: &str, entry: &str) -> bool {
    name.strip_prefix(entry).is_some_and(|rest| rest.starts_with('.'))
}

#[cfg(test)]
mod tests;
