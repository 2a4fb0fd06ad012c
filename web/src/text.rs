//! What the pages say, in the reader's language.

use std::{borrow::Cow, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// The keys of all texts: `key::NEED_TEXT` of `need-text`. The build stops where a language lacks one.
#[allow(dead_code, reason = "some texts are only looked up by a code or by what an address says")]
pub mod key {
    use super::Key;

    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

/// The key of a text that every language has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(&'static str);

impl Key {
    /// The key that is spelt so, if there is one: for texts about what an address or the API names.
    pub fn find(spelt: &str) -> Option<Key> {
        key::ALL.binary_search_by(|known| known.0.cmp(spelt)).ok().map(|at| key::ALL[at])
    }

    pub fn spelt(self) -> &'static str {
        self.0
    }
}

// Templates lend what they hand over.
impl From<&&Key> for Key {
    fn from(key: &&Key) -> Key {
        **key
    }
}

impl From<&Key> for Key {
    fn from(key: &Key) -> Key {
        *key
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    English,
    Lithuanian,
    Russian,
}

impl Language {
    pub const ALL: [Language; 3] = [Language::English, Language::Lithuanian, Language::Russian];

    /// BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Lithuanian => "lt",
            Language::Russian => "ru",
        }
    }

    /// The language in its own words.
    pub fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Lithuanian => "Lietuvių",
            Language::Russian => "Русский",
        }
    }

    /// Whether its readers read a name as it is written at the place itself; a name in another script is no help.
    pub fn reads(self, local: &str) -> bool {
        let cyrillic = local.contains(|letter| ('\u{400}'..='\u{4ff}').contains(&letter));
        match self {
            Language::English => false,
            Language::Lithuanian => !local.is_empty() && !cyrillic,
            Language::Russian => cyrillic,
        }
    }

    fn texts(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Language::English => texts::EN,
            Language::Lithuanian => texts::LT,
            Language::Russian => texts::RU,
        }
    }

    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The best of ours for an Accept-Language header, by its weights.
    pub fn negotiate(header: &str) -> Self {
        header
            .split(',')
            .filter_map(|range| {
                let mut parts = range.split(';');
                let language = Self::parse(parts.next()?)?;
                let weight =
                    parts.find_map(|part| part.trim().strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
                (weight > 0.0).then_some((language, weight))
            })
            .reduce(|best, next| if next.1 > best.1 { next } else { best })
            .map_or(Language::English, |(language, _)| language)
    }
}

/// What a text can have put into it; markup says how it looks inside HTML.
pub trait Arg {
    fn value(&self) -> FluentValue<'_>;
    fn markup(&self) -> FluentValue<'_> {
        self.value()
    }
}

impl Arg for str {
    fn value(&self) -> FluentValue<'_> {
        self.into()
    }
    fn markup(&self) -> FluentValue<'_> {
        escaped(self).into()
    }
}

impl Arg for String {
    fn value(&self) -> FluentValue<'_> {
        self.as_str().into()
    }
    fn markup(&self) -> FluentValue<'_> {
        escaped(self).into()
    }
}

impl<A: Arg + ?Sized> Arg for &A {
    fn value(&self) -> FluentValue<'_> {
        (**self).value()
    }
    fn markup(&self) -> FluentValue<'_> {
        (**self).markup()
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {
        $(impl Arg for $number {
            fn value(&self) -> FluentValue<'_> {
                (*self).into()
            }
        })+
    };
}
numbers!(i64, i32, u32, usize);

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// What Russian needs beyond the texts.
mod russian {
    use fluent_bundle::FluentValue;

    /// From a day on: the day after `с`, or after `со` where that is how it is spoken, as before `вторника`,
    /// `среды` and `2 декабря` (`второго`). The day may be in markup.
    pub fn from<'a>(given: &[FluentValue<'a>]) -> FluentValue<'a> {
        let Some(FluentValue::String(day)) = given.first() else {
            return FluentValue::Error;
        };
        let mut spoken: &str = day;
        while let Some((_, after)) = spoken.strip_prefix('<').and_then(|markup| markup.split_once('>')) {
            spoken = after;
        }
        let full = ["вторник", "сред", "2 "].iter().any(|begin| spoken.starts_with(begin));
        format!("{} {day}", if full { "со" } else { "с" }).into()
    }
}

/// What Lithuanian needs beyond the texts.
mod lithuanian {
    use fluent_bundle::{FluentArgs, FluentValue, types::FluentNumber};

    /// The plural rules of intl_pluralrules 7.0 forget that Lithuanian begins anew with every ten: 22 and 153 take
    /// the form of 2 and 3, and 111 that of 11. They are given a number that they know, with the one that is to
    /// be shown where a whole number has no use for it.
    pub fn bent<'a>(given: &'a FluentArgs<'_>) -> FluentArgs<'a> {
        let bent = |value: &FluentValue<'a>| match value {
            FluentValue::Number(number) if number.value >= 20.0 => {
                let whole = number.value as usize;
                let known = match (whole % 100, whole % 10) {
                    (11, _) => 11,
                    (12..=19, _) | (_, 0 | 1) => return value.clone(),
                    (_, last) => last,
                };
                let mut number = FluentNumber::from(known);
                number.options.maximum_fraction_digits = Some(whole);
                FluentValue::Number(number)
            }
            other => other.clone(),
        };
        given.iter().map(|(name, value)| (name.to_owned(), bent(value))).collect()
    }

    /// The number that is to be shown, where another stands for its form.
    pub fn shown<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
        match value {
            FluentValue::Number(number) => {
                number.options.maximum_fraction_digits.map(|whole| whole.to_string())
            }
            _ => None,
        }
    }
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: OnceLock<[Bundle; 3]> = OnceLock::new();
    let [english, lithuanian, russian] = BUNDLES.get_or_init(|| Language::ALL.map(build));
    match language {
        Language::English => english,
        Language::Lithuanian => lithuanian,
        Language::Russian => russian,
    }
}

fn build(language: Language) -> Bundle {
    let identifier = language.tag().parse().expect("our own tags are well-formed");
    let mut bundle = Bundle::new_concurrent(vec![identifier]);
    // All languages run from left to right; isolation marks would only be copied along with names.
    bundle.set_use_isolating(false);
    if language == Language::Russian
        && let Err(error) = bundle.add_function("FROM", |given, _| russian::from(given))
    {
        tracing::error!(%error, "a function is there twice");
    }
    if language == Language::Lithuanian {
        bundle.set_formatter(Some(lithuanian::shown));
    }
    for (name, source) in language.texts() {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(parsed, errors)| {
            tracing::error!(file = name, ?errors, "a text does not parse");
            parsed
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(file = name, ?errors, "a text is there twice");
        }
    }
    bundle
}

/// The text of a key, filled in.
pub fn text(language: Language, key: Key, arguments: Option<&FluentArgs<'_>>) -> String {
    let bundle = bundle(language);
    let Some(pattern) = bundle.get_message(key.0).and_then(|message| message.value()) else {
        tracing::error!(?key, "a text is missing");
        return key.0.to_owned();
    };
    let bent = arguments.filter(|_| language == Language::Lithuanian).map(lithuanian::bent);
    let mut errors = Vec::new();
    let words: Cow<'_, str> = bundle.format_pattern(pattern, bent.as_ref().or(arguments), &mut errors);
    if !errors.is_empty() {
        tracing::error!(?key, ?errors, "a text cannot be filled in");
    }
    words.into_owned()
}

/// The same words, beginning like a sentence.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Puts words in order: case does not count, and a letter with a mark stands right after the one without, as `š` stands
/// in Lithuanian and in Serbian.
pub fn sort_key(words: &str) -> Vec<(char, char)> {
    let plain = |letter| match letter {
        'ą' => 'a',
        'č' | 'ć' => 'c',
        'đ' => 'd',
        'ę' | 'ė' => 'e',
        'į' => 'i',
        'š' => 's',
        'ų' | 'ū' => 'u',
        'ž' => 'z',
        'ё' => 'е',
        other => other,
    };
    words.chars().flat_map(char::to_lowercase).map(|letter| (plain(letter), letter)).collect()
}

/// The text about a field of the API, if there is one: `changed-given-name` of `givenName`.
pub fn about_field(prefix: &str, field: &str) -> Option<Key> {
    let mut key = format!("{prefix}-");
    for letter in field.chars() {
        if letter.is_ascii_uppercase() {
            key.push('-');
        }
        key.push(letter.to_ascii_lowercase());
    }
    Key::find(&key)
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;
