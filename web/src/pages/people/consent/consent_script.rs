//! The words that are said to a person, in the person's own language: who asks, what is shared with whom and what
//! for, what is not, and that no means no.

use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use icu::{
    calendar::{Date, Gregorian},
    datetime::{FixedCalendarDateTimeFormatter, fieldsets},
    locale::{Locale, locale},
};

use super::question::Question;
use crate::{
    codes::*,
    text::{Key, Language, key},
};
use chrono::{Datelike, NaiveDate};

/// A language in which we can ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    Lithuanian,
    Russian,
    English,
}

const LITHUANIAN: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/spoken/lt/consent-words.ftl"));
const RUSSIAN: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/spoken/ru/consent-words.ftl"));
const ENGLISH: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/spoken/en/consent-words.ftl"));

impl Tongue {
    pub const ALL: [Tongue; 3] = [Tongue::Lithuanian, Tongue::Russian, Tongue::English];

    /// BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Tongue::Lithuanian => "lt",
            Tongue::Russian => "ru",
            Tongue::English => "en",
        }
    }

    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|tongue| tongue.tag().eq_ignore_ascii_case(primary))
    }

    /// Where we have no words in the person's language: the one that they most likely understand.
    pub fn nearest(language: &str, readers: Language) -> Self {
        match (language.split('-').next().unwrap_or_default(), readers) {
            ("be" | "uk", _) => Tongue::Russian,
            (_, Language::Lithuanian) => Tongue::Lithuanian,
            (_, Language::Russian) => Tongue::Russian,
            (_, Language::English) => Tongue::English,
        }
    }

    /// The text that names it to the reader.
    pub fn key(self) -> Key {
        match self {
            Tongue::Lithuanian => key::LANGUAGE_LT,
            Tongue::Russian => key::LANGUAGE_RU,
            Tongue::English => key::LANGUAGE_EN,
        }
    }

    fn source(self) -> &'static str {
        match self {
            Tongue::Lithuanian => LITHUANIAN,
            Tongue::Russian => RUSSIAN,
            Tongue::English => ENGLISH,
        }
    }

    fn locale(self) -> Locale {
        match self {
            Tongue::Lithuanian => locale!("lt"),
            Tongue::Russian => locale!("ru"),
            Tongue::English => locale!("en-GB"),
        }
    }

    fn bundle(self) -> &'static Bundle {
        static BUNDLES: OnceLock<[Bundle; 3]> = OnceLock::new();
        let [lithuanian, russian, english] = BUNDLES.get_or_init(|| Self::ALL.map(Self::build));
        match self {
            Tongue::Lithuanian => lithuanian,
            Tongue::Russian => russian,
            Tongue::English => english,
        }
    }

    fn build(self) -> Bundle {
        let mut bundle =
            FluentBundle::new_concurrent(vec![self.tag().parse().expect("our own tags are well-formed")]);
        bundle.set_use_isolating(false);
        let resource =
            FluentResource::try_new(self.source().to_owned()).unwrap_or_else(|(parsed, errors)| {
                tracing::error!(language = self.tag(), ?errors, "the words to say do not parse");
                parsed
            });
        bundle.add_resource_overriding(resource);
        bundle
    }

    /// The words of a key; a missing one shows itself, so that nobody reads out half of it unaware.
    pub fn speak(self, key: &str, arguments: &[(&'static str, &str)]) -> String {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, language = self.tag(), "a word to say is missing");
            return key.to_owned();
        };
        let filled: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, *value)).collect();
        bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned()
    }

    fn day(self, date: NaiveDate) -> String {
        let (month, day) = (date.month() as u8, date.day() as u8);
        let date = Date::<Gregorian>::try_new_gregorian(date.year(), month, day)
            .expect("a day of one calendar is a day of the same");
        FixedCalendarDateTimeFormatter::try_new((&self.locale()).into(), fieldsets::YMD::long())
            .expect("the data of every locale is compiled in")
            .format(&date)
            .to_string()
    }
}

type Bundle = FluentBundle<FluentResource>;

/// A part of what is said.
#[derive(Debug, PartialEq)]
pub enum Part {
    Words(String),
    /// A lead, and what it counts up.
    List(String, Vec<String>),
}

/// All of it, in the order in which it is said.
#[derive(Debug, PartialEq)]
pub struct Words {
    pub title: String,
    pub parts: Vec<Part>,
    pub question: String,
}

impl Words {
    pub fn of(question: &Question, asker: &str) -> Self {
        let tongue = question.tongue;
        let say = |key: &str| tongue.speak(key, &[]);
        let lines = |prefix: &str, codes: Vec<String>| -> Vec<String> {
            codes.into_iter().map(|code| tongue.speak(&format!("{prefix}-{code}"), &[])).collect()
        };
        let slugs = |shared: bool| -> Vec<String> {
            let all = Scope::ALL.iter().filter(|scope| question.scopes.contains(scope) == shared);
            all.map(Code::slug).collect()
        };
        let names = question.recipients.iter().map(|one| one.name.clone()).collect();
        let mut parts = vec![
            Part::Words(tongue.speak("who", &[("asker", asker)])),
            Part::List(say("with-whom"), names),
            Part::Words(say(&format!("for-{}", question.purpose.slug()))),
            Part::List(say("shared"), lines("scope", slugs(true))),
            Part::Words(say("before")),
        ];
        for (scope, key) in [(Scope::Health, "before-health"), (Scope::Offence, "before-offence")] {
            if question.scopes.contains(&scope) {
                parts.push(Part::Words(say(key)));
            }
        }
        let withheld = lines("scope", slugs(false));
        if !withheld.is_empty() {
            parts.push(Part::List(say("not-shared"), withheld));
        }
        let reports = question.report_back.iter().map(Code::slug).collect::<Vec<_>>();
        parts.push(match reports.is_empty() {
            true => Part::Words(say("report-nothing")),
            false => Part::List(say("report"), lines("report", reports)),
        });
        parts.push(Part::Words(tongue.speak("until", &[("day", &tongue.day(question.expires_on))])));
        parts.push(Part::Words(say("no-means-no")));
        parts.push(Part::Words(say("take-back")));
        parts.push(Part::Words(say("who-looked")));
        if question.in_custody {
            parts.push(Part::Words(say("again-after-release")));
        }
        Words { title: say("title"), parts, question: say("question") }
    }

    /// The same as plain text: what is kept with the answer.
    pub fn plain(&self) -> String {
        let mut text = format!("{}\n\n", self.title);
        for part in &self.parts {
            match part {
                Part::Words(words) => text.push_str(&format!("{words}\n\n")),
                Part::List(lead, items) => {
                    text.push_str(lead);
                    for item in items {
                        text.push_str(&format!("\n– {item}"));
                    }
                    text.push_str("\n\n");
                }
            }
        }
        text.push_str(&self.question);
        text
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::pages::people::consent::consent_page;

    fn keys(source: &str) -> BTreeSet<&str> {
        let lines = source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        lines.filter_map(|line| Some(line.split_once(" =")?.0)).collect()
    }

    fn question(tongue: Tongue) -> Question {
        Question {
            recipients: vec![consent_page::ConsentPageOrganisationsNodes {
                id: "organisation_1".to_owned(),
                name: "Together Centre".to_owned(),
                kind: OrganisationKind::Ngo,
                is_viewers: false,
                works_with_people: true,
                municipality: None,
                province: consent_page::ConsentPageOrganisationsNodesProvince {
                    code: "LT-MR".to_owned(),
                    name: String::new(),
                    name_local: String::new(),
                },
            }],
            purpose: Purpose::Resettlement,
            scopes: vec![Scope::Identity, Scope::Needs],
            report_back: vec![ReportBack::Attendance],
            tongue,
            in_custody: true,
            expires_on: "2027-05-23".parse().expect("a date"),
        }
    }

    #[test]
    fn every_tongue_says_the_same_things() {
        for tongue in Tongue::ALL {
            assert_eq!(keys(tongue.source()), keys(ENGLISH), "{tongue:?}");
            assert!(FluentResource::try_new(tongue.source().to_owned()).is_ok(), "{tongue:?}");
        }
        let codes = Scope::ALL.iter().map(|scope| format!("scope-{}", scope.slug()));
        let codes = codes.chain(Purpose::ALL.iter().map(|purpose| format!("for-{}", purpose.slug())));
        let codes = codes.chain(ReportBack::ALL.iter().map(|what| format!("report-{}", what.slug())));
        for key in codes {
            assert!(keys(ENGLISH).contains(key.as_str()), "{key}");
        }
    }

    #[test]
    fn nothing_is_left_unsaid() {
        for tongue in Tongue::ALL {
            let said = Words::of(&question(tongue), "Neris Bend Prison").plain();
            for key in keys(ENGLISH) {
                assert!(
                    !said.lines().any(|line| line.trim_start_matches("– ") == key),
                    "{key} in {tongue:?}"
                );
            }
            assert!(said.contains("Neris Bend Prison") && said.contains("Together Centre"));
            assert!(said.contains("2027"), "{said}");
        }
        let english = Words::of(&question(Tongue::English), "Neris Bend Prison").plain();
        assert!(english.contains("23 May 2027"));
    }

    #[test]
    fn a_person_is_asked_in_their_own_language() {
        assert_eq!(Tongue::parse("ru-BY"), Some(Tongue::Russian));
        assert_eq!(Tongue::parse("pl"), None);
        assert_eq!(Tongue::nearest("be", Language::Lithuanian), Tongue::Russian);
        assert_eq!(Tongue::nearest("pl", Language::Lithuanian), Tongue::Lithuanian);
        assert_eq!(Tongue::nearest("pl", Language::Russian), Tongue::Russian);
    }
}
