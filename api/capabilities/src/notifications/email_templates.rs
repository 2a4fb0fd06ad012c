//! Text of emails in the recipient's language: events, references, names of organisations and links. Nothing about a
//! person, because emails are stored outside our control.

pub mod login_link;

use std::sync::OnceLock;

use askama::Template;
use entities::codes::{EmailFrequency, EventKind};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

/// More lines than this are only counted.
const LINES: usize = 20;

/// Languages of emails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    Lithuanian,
    Russian,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::English, Self::Lithuanian, Self::Russian];

    /// The one that an account asks for, BCP 47; English for all that we cannot write.
    pub fn of(tag: &str) -> Self {
        match tag.split('-').next() {
            Some("lt") => Self::Lithuanian,
            Some("ru") => Self::Russian,
            _ => Self::English,
        }
    }

    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Lithuanian => "lt",
            Self::Russian => "ru",
        }
    }
}

/// Contents and recipient of an email.
#[derive(Debug)]
pub struct Digest {
    pub language: Language,
    pub frequency: EmailFrequency,
    /// Organisation of the recipient.
    pub organisation: String,
    /// The address that users type.
    pub public_url: String,
    pub lines: Vec<DigestLine>,
}

/// An event in an email.
#[derive(Debug)]
pub struct DigestLine {
    pub kind: EventKind,
    /// `None` if the recipient may no longer see it.
    pub about: Option<Thing>,
}

/// Subject of an event, as the recipient sees it.
#[derive(Debug, PartialEq, Eq)]
pub struct Thing {
    /// The page about it, below the public address.
    pub path: String,
    /// A reference for the subject line.
    pub reference: Option<String>,
    /// The key of the text that names it, and what is put into it.
    pub text: Option<(&'static str, Vec<(&'static str, String)>)>,
}

/// Rendered email.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedEmail {
    pub subject: String,
    pub text: String,
    pub html: String,
}

#[derive(Template)]
#[template(path = "notifications.txt")]
struct Text<'a> {
    greeting: &'a str,
    lines: &'a [Line],
    more: Option<&'a str>,
    list: &'a str,
    why: &'a str,
    choose: &'a str,
    choices: &'a str,
    no_reply: &'a str,
}

#[derive(Template)]
#[template(path = "notifications.html")]
struct Html<'a> {
    language: &'static str,
    subject: &'a str,
    greeting: &'a str,
    lines: &'a [Line],
    more: Option<&'a str>,
    list: &'a str,
    why: &'a str,
    choose: &'a str,
    choices: &'a str,
    no_reply: &'a str,
}

struct Line {
    words: String,
    about: Option<String>,
    link: String,
}

/// Page where members change their notification preferences.
pub fn preferences_url(public_url: &str) -> String {
    format!("{public_url}/notices/choices")
}

/// Renders an email.
pub fn render(telling: &Digest) -> Result<RenderedEmail, askama::Error> {
    let say = |key: &str, arguments: &[(&'static str, String)]| text(telling.language, key, arguments);
    let lines: Vec<Line> = telling.lines.iter().take(LINES).map(|told| line(telling, told)).collect();
    let subject = match (lines.as_slice(), telling.lines.len()) {
        ([only], 1) => match telling.lines[0].about.as_ref().and_then(|about| about.reference.as_ref()) {
            Some(reference) => format!("{} ({reference})", only.words),
            None => say("subject-one", &[("words", only.words.clone())]),
        },
        (_, count) => counted(telling.language, "subject-many", count),
    };
    let greeting = say(
        if telling.frequency == EmailFrequency::Daily { "greeting-daily" } else { "greeting-at-once" },
        &[],
    );
    let more = telling.lines.len().saturating_sub(LINES);
    let more = (more > 0).then(|| counted(telling.language, "more", more));
    let (why, choose) = (say("why", &[("organisation", telling.organisation.clone())]), say("choose", &[]));
    let (no_reply, list) = (say("no-reply", &[]), format!("{}/notices", telling.public_url));
    let choices = preferences_url(&telling.public_url);
    let text = Text {
        greeting: &greeting,
        lines: &lines,
        more: more.as_deref(),
        list: &list,
        why: &why,
        choose: &choose,
        choices: &choices,
        no_reply: &no_reply,
    };
    let html = Html {
        language: telling.language.tag(),
        subject: &subject,
        greeting: &greeting,
        lines: &lines,
        more: more.as_deref(),
        list: &list,
        why: &why,
        choose: &choose,
        choices: &choices,
        no_reply: &no_reply,
    };
    Ok(RenderedEmail { text: text.render()? + "\n", html: html.render()?, subject })
}

fn line(telling: &Digest, told: &DigestLine) -> Line {
    let say = |key: &str, arguments: &[(&'static str, String)]| text(telling.language, key, arguments);
    let about = told.about.as_ref().and_then(|about| about.text.as_ref());
    let about = about.map(|(key, arguments)| say(key, arguments));
    let path = told.about.as_ref().map_or("/notices", |about| &about.path);
    Line {
        words: self::told(telling.language, told.kind),
        about,
        link: format!("{}{path}", telling.public_url),
    }
}

/// Key of the text about an event.
fn key_of(kind: EventKind) -> String {
    format!("told-{}", kind.code().to_lowercase().replace('_', "-"))
}

/// Text about an event; a general one for a kind that only a later release knows.
fn told(language: Language, kind: EventKind) -> String {
    let key = key_of(kind);
    let is_known = bundle(language).is_some_and(|bundle| bundle.has_message(&key));
    text(language, if is_known { &key } else { "told-something" }, &[])
}

type Bundle = FluentBundle<FluentResource>;

/// Texts about events, the same as on the pages.
const TEXTS: [(Language, &[&str]); 3] = [
    (
        Language::English,
        &[include_str!("../../locales/en/mail.ftl"), include_str!("../../../../web/locales/en/told.ftl")],
    ),
    (
        Language::Lithuanian,
        &[include_str!("../../locales/lt/mail.ftl"), include_str!("../../../../web/locales/lt/told.ftl")],
    ),
    (
        Language::Russian,
        &[include_str!("../../locales/ru/mail.ftl"), include_str!("../../../../web/locales/ru/told.ftl")],
    ),
];

fn bundle(language: Language) -> Option<&'static Bundle> {
    static BUNDLES: OnceLock<Vec<(Language, Bundle)>> = OnceLock::new();
    let bundles = BUNDLES.get_or_init(|| {
        let build = |(language, files): &(Language, &[&str])| {
            let mut bundle = Bundle::new_concurrent(language.tag().parse().into_iter().collect());
            // All of them run from left to right; isolation marks would only be copied along with names.
            bundle.set_use_isolating(false);
            for source in *files {
                let resource = FluentResource::try_new((*source).to_owned());
                let _ = bundle.add_resource(resource.unwrap_or_else(|(parsed, _)| parsed));
            }
            (*language, bundle)
        };
        TEXTS.iter().map(build).collect()
    });
    bundles.iter().find(|(of, _)| *of == language).map(|(_, bundle)| bundle)
}

fn counted(language: Language, key: &str, n: usize) -> String {
    let mut arguments = FluentArgs::new();
    arguments.set("n", n);
    say(language, key, &arguments)
}

fn text(language: Language, key: &str, arguments: &[(&'static str, String)]) -> String {
    let filled: FluentArgs<'_> =
        arguments.iter().map(|(name, value)| (*name, FluentValue::from(value.as_str()))).collect();
    say(language, key, &filled)
}

/// Text of a key; a missing one is shown as its key, so that it is reported.
fn say(language: Language, key: &str, arguments: &FluentArgs<'_>) -> String {
    let pattern = bundle(language)
        .and_then(|bundle| Some((bundle, bundle.get_message(key).and_then(|message| message.value())?)));
    let Some((bundle, pattern)) = pattern else {
        tracing::error!(key, "a text of an email is missing");
        return key.to_owned();
    };
    let mut errors = Vec::new();
    let words = bundle.format_pattern(pattern, Some(arguments), &mut errors);
    if !errors.is_empty() {
        tracing::error!(key, ?errors, "a text of an email cannot be formatted");
    }
    words.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Kinds of events with notifications; first those that matter only while an answer is awaited.
    fn told_kinds() -> Vec<EventKind> {
        let mut told: Vec<_> = crate::ALL.events().filter_map(|each| Some((each.kind, each.told?))).collect();
        told.sort_by_key(|(_, told)| !told.while_waiting);
        told.into_iter().map(|(kind, _)| kind).collect()
    }

    fn digest_of(language: Language, frequency: EmailFrequency, count: usize) -> Digest {
        let kinds: Vec<EventKind> = told_kinds();
        let about = |n: usize| match n % 4 {
            0 => Some(Thing {
                path: format!("/referrals/referral_{n}"),
                reference: Some("TG-7Q4M-2XKD".into()),
                text: Some((
                    "about-referral",
                    vec![("reference", "TG-7Q4M-2XKD".into()), ("organisation", "Day <centre>".into())],
                )),
            }),
            1 => Some(Thing {
                path: format!("/agreements/agreement_{n}"),
                reference: None,
                text: Some(("about-agreement", vec![("organisations", "One, Two".into())])),
            }),
            2 => Some(Thing { path: format!("/people/person_{n}"), reference: None, text: None }),
            _ => None,
        };
        let told = |n: usize| DigestLine { kind: kinds[n % kinds.len()], about: about(n) };
        Digest {
            language,
            frequency,
            organisation: "Kartu".into(),
            public_url: "https://gate.example.org".into(),
            lines: (0..count).map(told).collect(),
        }
    }

    #[test]
    fn every_kind_has_words_in_every_language() {
        for kind in told_kinds() {
            for language in Language::ALL {
                let key = key_of(kind);
                assert_ne!(text(language, &key, &[]), key);
            }
        }
    }

    #[test]
    fn a_email_is_whole_in_every_language_and_part() {
        for language in Language::ALL {
            for frequency in [EmailFrequency::AtOnce, EmailFrequency::Daily] {
                for count in [1, 2, 7, 21, 50] {
                    let worded = render(&digest_of(language, frequency, count)).unwrap();
                    let links = worded.text.matches("https://gate.example.org/").count();
                    assert_eq!(links, count.min(LINES) + 1 + usize::from(count > LINES), "{}", worded.text);
                    assert!(
                        worded.html.contains("Day &#60;centre&#62;") && worded.text.contains("Day <centre>")
                    );
                    assert!(
                        worded.text.ends_with('\n') && !worded.text.contains("\n\n\n"),
                        "{}",
                        worded.text
                    );
                    for words in [&worded.subject, &worded.text, &worded.html] {
                        assert!(
                            !words.contains("told-") && !words.contains('{') && !words.is_empty(),
                            "{words}"
                        );
                    }
                    assert!(!worded.subject.contains('\n'));
                }
            }
        }
    }

    #[test]
    fn the_subject_says_what_one_notification_is_or_how_many_there_are() {
        let subject =
            |language, count| render(&digest_of(language, EmailFrequency::AtOnce, count)).unwrap().subject;
        assert_eq!(subject(Language::English, 1), "New referral to answer (TG-7Q4M-2XKD)");
        assert_eq!(subject(Language::English, 3), "3 new notifications");
        assert_eq!(subject(Language::Lithuanian, 2), "2 nauji pranešimai");
        assert_eq!(subject(Language::Lithuanian, 12), "12 naujų pranešimų");
        assert_eq!(Language::of("sr-Latn"), Language::English);
        assert_eq!(Language::of("lt"), Language::Lithuanian);
    }
}
