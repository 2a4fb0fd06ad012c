//! The pieces that pages are made of; `/styleguide` shows each of them in every state.

use std::{borrow::Borrow, fmt};

use askama::{Template, filters::HtmlSafe};
use fluent_bundle::FluentValue;

use crate::{codes::*, text::Arg, visit::Visit};

mod field;
mod offer;
mod referral;

pub use field::{Choice, Field, Kind, choices};
pub use offer::{Note, Offer, Reason};
pub(crate) use referral::brief;
pub use referral::{Brief, Deadline, state_tag, state_words};

/// A finished piece of HTML.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece(String);

impl Piece {
    /// Only for what was escaped already, or carries no text of anybody's.
    pub(crate) fn safe(html: String) -> Self {
        Piece(html)
    }

    fn of(template: &impl Template) -> Self {
        match template.render() {
            Ok(html) => Piece(html),
            Err(error) => {
                tracing::error!(%error, "a component cannot be rendered");
                Piece::default()
            }
        }
    }
}

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Piece {}

impl Arg for Piece {
    fn value(&self) -> FluentValue<'_> {
        self.0.as_str().into()
    }
}

/// An icon of the sprite; decoration only, the words beside it say what it means.
pub fn icon(name: &str) -> Piece {
    let sprite = crate::assets::ICONS.path;
    Piece(format!("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{sprite}#{name}\"></use></svg>"))
}

#[derive(Template)]
#[template(source = r#"<input type="hidden" name="{{ name }}" value="{{ value }}">"#, ext = "html")]
struct Hidden<'a> {
    name: &'a str,
    value: &'a str,
}

pub fn hidden(name: &str, value: &str) -> Piece {
    Piece::of(&Hidden { name, value })
}

#[derive(Template)]
#[template(source = r#"<a href="{{ href }}">{{ words }}</a>"#, ext = "html")]
struct Link<'a> {
    href: &'a str,
    words: &'a str,
}

pub fn link(href: &str, words: &str) -> Piece {
    Piece::of(&Link { href, words })
}

#[derive(Template)]
#[template(source = "{{ words }}", ext = "html")]
struct Plain<'a> {
    words: &'a str,
}

/// Words of anybody's, made harmless.
pub fn plain(words: &str) -> Piece {
    Piece::of(&Plain { words })
}

#[derive(Template)]
#[template(path = "components/when.html")]
struct When<'a> {
    datetime: &'a str,
    words: &'a str,
    exact: &'a str,
}

/// A day or moment as people say it; the exact one shows on pointing, focus and touch, and is read out.
pub fn when(datetime: &str, words: &str, exact: &str) -> Piece {
    Piece::of(&When { datetime, words, exact })
}

/// How much something presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Calm,
    Go,
    Good,
    Soon,
    Late,
}

impl Tone {
    pub fn class(self) -> &'static str {
        match self {
            Tone::Calm => "",
            Tone::Go => "go",
            Tone::Good => "good",
            Tone::Soon => "soon",
            Tone::Late => "late",
        }
    }
}

#[derive(Template)]
#[template(source = r#"<span class="tag {{ tone.class() }}">{{ icon }}{{ words }}</span>"#, ext = "html")]
struct Tag<'a> {
    tone: Tone,
    icon: Piece,
    words: &'a str,
}

pub fn tag(tone: impl Borrow<Tone>, icon_name: Option<&str>, words: impl AsRef<str>) -> Piece {
    let tone = *tone.borrow();
    let icon = icon_name.map(icon).unwrap_or_default();
    let words = words.as_ref();
    Piece::of(&Tag { tone, icon, words })
}

/// A need: its icon, its words, and how it presses.
pub fn need_tag(v: &Visit, domain: impl Borrow<NeedDomain>, urgency: impl Borrow<Priority>) -> Piece {
    let domain = *domain.borrow();
    let (tone, words) = match urgency.borrow() {
        Priority::Routine => (Tone::Calm, v.word(domain)),
        Priority::Urgent => (Tone::Soon, v.t1("need-urgent", "need", v.word(domain))),
        Priority::ReleaseDay => (Tone::Late, v.t1("need-release-day", "need", v.word(domain))),
    };
    tag(tone, Some(domain.icon()), &words)
}

#[derive(Template)]
#[template(path = "components/notice.html")]
struct Notice<'a> {
    tone: Tone,
    icon: Piece,
    words: &'a Piece,
}

pub fn notice(tone: impl Borrow<Tone>, words: impl Borrow<Piece>) -> Piece {
    let (tone, words) = (*tone.borrow(), words.borrow());
    let name = match tone {
        Tone::Calm | Tone::Go => "info",
        Tone::Good => "circle-check",
        Tone::Soon => "clock",
        Tone::Late => "triangle-alert",
    };
    let icon = icon(name);
    Piece::of(&Notice { tone, icon, words })
}

#[derive(Template)]
#[template(path = "components/empty.html")]
struct Empty<'a> {
    icon: Piece,
    title: &'a str,
    words: &'a str,
    action: Option<(&'a str, &'a str)>,
}

/// Nothing here, and what that means.
pub fn empty(icon_name: &str, title: impl AsRef<str>, words: impl AsRef<str>) -> Piece {
    Piece::of(&Empty { icon: icon(icon_name), title: title.as_ref(), words: words.as_ref(), action: None })
}

/// Nothing here, what that means, and where one could do something about it.
pub fn empty_with(
    icon_name: &str,
    title: impl AsRef<str>,
    words: impl AsRef<str>,
    href: impl AsRef<str>,
    label: impl AsRef<str>,
) -> Piece {
    Piece::of(&Empty {
        icon: icon(icon_name),
        title: title.as_ref(),
        words: words.as_ref(),
        action: Some((href.as_ref(), label.as_ref())),
    })
}

/// A row of a list, the whole of which leads somewhere.
#[derive(Template)]
#[template(path = "components/row.html")]
pub struct Row {
    pub icon: &'static str,
    pub tone: Tone,
    pub href: String,
    pub title: String,
    pub under: Piece,
    pub middle: Piece,
    pub middle_under: Piece,
    pub last: Piece,
}

impl HtmlSafe for Row {}

/// Where something stands on its way; exactly one step is now.
pub struct Step {
    pub words: String,
    pub stands: Stands,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    Done,
    Now,
    Ended,
    Ahead,
}

#[derive(Template)]
#[template(path = "components/steps.html")]
struct Steps<'a> {
    label: &'a str,
    steps: &'a [Step],
}

pub fn steps(label: impl AsRef<str>, steps: &[Step]) -> Piece {
    let label = label.as_ref();
    Piece::of(&Steps { label, steps })
}

/// Steps of which those before the one that is now are done.
pub fn steps_until(label: impl AsRef<str>, words: &[String], now: usize) -> Piece {
    let listed: Vec<_> = words
        .iter()
        .enumerate()
        .map(|(at, words)| Step {
            words: words.clone(),
            stands: match at.cmp(&now) {
                std::cmp::Ordering::Less => Stands::Done,
                std::cmp::Ordering::Equal => Stands::Now,
                std::cmp::Ordering::Greater => Stands::Ahead,
            },
        })
        .collect();
    steps(label, &listed)
}

#[derive(Template)]
#[template(path = "components/summary.html")]
struct Summary<'a> {
    title: String,
    problems: &'a [(Option<String>, String)],
}

/// What has to be mended, each leading to its field by id, where it is about one.
pub fn summary(v: &Visit, problems: &[(Option<String>, String)]) -> Piece {
    let title = v.t1("problems-title", "n", problems.len());
    Piece::of(&Summary { title, problems })
}

/// One thing that happened, or was said.
#[derive(Template)]
#[template(path = "components/happened.html")]
pub struct Happened {
    pub icon: &'static str,
    pub new: bool,
    pub words: Piece,
    pub at: Piece,
    pub said: Option<String>,
    pub mine: bool,
}

impl HtmlSafe for Happened {}

/// How ready a return is in one domain.
pub fn readiness(v: &Visit, state: Option<ReadinessState>) -> Piece {
    let (class, icon_name, words) = match state {
        Some(ReadinessState::Nothing) => ("late", "x", v.word(ReadinessState::Nothing)),
        Some(ReadinessState::UnderWay) => ("soon", "clock", v.word(ReadinessState::UnderWay)),
        Some(ReadinessState::Arranged) => ("good", "check", v.word(ReadinessState::Arranged)),
        None => {
            return Piece::of(&Mark {
                class: "none",
                icon: Piece::default(),
                words: &v.t("readiness-not-needed"),
            });
        }
    };
    Piece::of(&Mark { class, icon: icon(icon_name), words: &words })
}

#[derive(Template)]
#[template(
    source = r#"<span class="mark {{ class }}" title="{{ words }}">{{ icon }}<span class="unseen">{{ words }}</span></span>"#,
    ext = "html"
)]
struct Mark<'a> {
    class: &'a str,
    icon: Piece,
    words: &'a str,
}

/// The way from one page of a list to the next.
#[derive(Template)]
#[template(path = "components/pager.html")]
pub struct Pager<'a> {
    pub v: &'a Visit,
    pub first: Option<String>,
    pub next: Option<String>,
}

impl HtmlSafe for Pager<'_> {}
