//! From what was typed to the input of a mutation, and from an answer to what a form shows.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Field, Form, Kind, within};
use crate::inputs;

impl Form {
    /// The input that the form makes; what cannot be one is noted as a problem.
    pub fn input(&mut self) -> Map<String, Value> {
        let mut problems = Vec::new();
        let mut root = Entry::default();
        let empty_entries = self.empty_entries();
        for field in self.declared.iter().filter(|field| !field.own) {
            let Some(along) = inputs::along(self.input, &field.name) else { continue };
            let names: Vec<_> = field.name.split('.').collect();
            if empty_entries.iter().any(|entry| within(&field.name, entry)) {
                root.begin_list(&names, &along);
                continue;
            }
            match self.value(field, along.last().copied()) {
                Ok(value) => root.set(&names, &along, value),
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
            "Int" => given.parse::<i64>().map_or(Err("INVALID"), |number| Ok(number.into())),
            "Date" => given.parse::<chrono::NaiveDate>().map_or(Err("DATE"), |_| Ok(given.into())),
            _ if !field.choices.is_empty() && !field.offers(given) => Err("REQUIRED"),
            _ => Ok(given.into()),
        }
    }

    /// Entries of lists into which nothing was typed; they are not sent.
    pub(super) fn empty_entries(&self) -> Vec<String> {
        if self.sends_empty_entries {
            return Vec::new();
        }
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

    /// A list is sent though none of its entries is.
    fn begin_list(&mut self, names: &[&str], along: &[&inputs::InputField]) {
        match (names, along) {
            ([name, ..], [field, ..]) if field.list => {
                self.inside(name, true);
            }
            ([name, names @ ..], [_, along @ ..]) => self.inside(name, false).begin_list(names, along),
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
pub(super) fn collect(value: &Value, path: &[&str], found: &mut impl FnMut(String)) -> bool {
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
