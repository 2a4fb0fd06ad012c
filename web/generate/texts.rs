//! The texts of every language: read, compared with each other, and named by constants.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

/// The count that a plural form may do without: Lithuanian and English need it in different texts.
const COUNT: &str = "n";

pub struct Texts {
    languages: Vec<Language>,
}

struct Language {
    tag: &'static str,
    files: Vec<PathBuf>,
    /// What each text is filled in with, by key.
    texts: BTreeMap<String, BTreeSet<String>>,
}

impl Texts {
    /// Reads every language and stops the build where they do not say the same things.
    pub fn read(folder: &Path, tags: &[&'static str]) -> Self {
        let languages: Vec<_> = tags.iter().map(|tag| Language::read(folder, tag)).collect();
        let (first, others) = languages.split_first().expect("there is a language");
        for other in others {
            first.compare(other);
        }
        Texts { languages }
    }

    /// Whether there is such a text, in every language.
    pub fn has(&self, key: &str) -> bool {
        self.languages[0].texts.contains_key(key)
    }

    /// What stands before `ending` in the keys that end so.
    pub fn before<'a>(&'a self, ending: &'a str) -> impl Iterator<Item = &'a str> {
        self.languages[0].texts.keys().filter_map(move |key| key.strip_suffix(ending))
    }

    /// The files of each language, to be parsed when the program starts.
    pub fn files(&self) -> String {
        let mut code = String::new();
        for language in &self.languages {
            let _ = writeln!(code, "pub const {}: &[(&str, &str)] = &[", language.tag.to_uppercase());
            for file in &language.files {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                let _ = writeln!(code, "    ({name:?}, include_str!({:?})),", file.to_string_lossy());
            }
            code.push_str("];\n");
        }
        let filled_in: BTreeSet<_> =
            self.languages.iter().flat_map(|one| one.texts.values().flatten()).collect();
        let filled_in: Vec<_> = filled_in.into_iter().collect();
        let _ = writeln!(code, "#[cfg(test)]\npub const FILLED_IN: &[&str] = &{filled_in:?};");
        code
    }

    /// A constant for each key, and all keys in order.
    pub fn keys(&self) -> String {
        let keys = self.languages[0].texts.keys();
        let mut code = String::new();
        for key in keys.clone() {
            let _ = writeln!(code, "pub const {}: Key = Key({key:?});", constant(key));
        }
        let all: Vec<_> = keys.map(|key| constant(key)).collect();
        let _ = writeln!(code, "pub(super) const ALL: &[Key] = &[{}];", all.join(", "));
        code
    }
}

impl Language {
    fn read(folder: &Path, tag: &'static str) -> Self {
        let mut files: Vec<_> = fs::read_dir(folder.join(tag))
            .expect("every language has its folder")
            .map(|entry| entry.expect("a folder can be listed").path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
            .collect();
        files.sort();
        let mut language = Language { tag, files, texts: BTreeMap::new() };
        for file in &language.files {
            let source = fs::read_to_string(file).expect("a file of texts can be read");
            let resource = parser::parse(source.as_str())
                .unwrap_or_else(|(_, errors)| panic!("{} does not parse: {errors:?}", file.display()));
            for entry in resource.body {
                let Entry::Message(message) = entry else { continue };
                let key = message.id.name.to_owned();
                let pattern = message.value.unwrap_or_else(|| panic!("locales/{tag}: `{key}` is empty"));
                let mut variables = BTreeSet::new();
                collect(&pattern, &mut variables);
                if language.texts.insert(key.clone(), variables).is_some() {
                    panic!("locales/{tag}: `{key}` is there twice");
                }
            }
        }
        language
    }

    fn compare(&self, other: &Language) {
        let keys = |one: &Language| -> BTreeSet<String> { one.texts.keys().cloned().collect() };
        let (own, others) = (keys(self), keys(other));
        if let Some(key) = own.difference(&others).next() {
            panic!("locales/{} has no text `{key}`, which locales/{} has", other.tag, self.tag);
        }
        if let Some(key) = others.difference(&own).next() {
            panic!("locales/{} has no text `{key}`, which locales/{} has", self.tag, other.tag);
        }
        for (key, variables) in &self.texts {
            let mut differ = variables.symmetric_difference(&other.texts[key]).filter(|name| *name != COUNT);
            if let Some(name) = differ.next() {
                panic!(
                    "`{key}` is filled in with ${name} in only one of locales/{} and locales/{}",
                    self.tag, other.tag
                );
            }
        }
    }
}

/// Notes every variable of a text.
fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, variables);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, variables),
        Expression::Select { selector, variants } => {
            collect_inline(selector, variables);
            for variant in variants {
                collect(&variant.value, variables);
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                collect_inline(argument, variables);
            }
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, variables),
        _ => {}
    }
}

/// The name of a key's constant: `NEED_TEXT` of `need-text`.
pub fn constant(key: &str) -> String {
    key.to_uppercase().replace('-', "_")
}
