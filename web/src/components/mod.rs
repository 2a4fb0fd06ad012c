//! The pieces that pages are made of; `/styleguide` shows each of them in every state.

use std::{borrow::Borrow, fmt};

use askama::{Template, filters::HtmlSafe};
use fluent_bundle::FluentValue;

use crate::{
    codes::*,
    context::PageContext,
    text::{Arg, key},
};

mod choice;
mod input;
mod referral;
mod service_match;

pub(crate) use choice::municipalities;
pub use choice::{Choice, by_name, choices};
pub use input::Input;
pub(crate) use referral::brief;
pub use referral::{Brief, Deadline, state_tag, state_words};
pub use service_match::{Note, Offer, Reason};

/// A finished piece of HTML.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Html(String);

impl Html {
    /// Only for what was escaped already, or carries no text of anybody's.
    pub(crate) fn safe(html: String) -> Self {
        Html(html)
    }

    fn of(template: &impl Template) -> Self {
        match template.render() {
            Ok(html) => Html(html),
            Err(error) => {
                tracing::error!(%error, "a component cannot be rendered");
                Html::default()
            }
        }
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}

impl Arg for Html {
    fn value(&self) -> FluentValue<'_> {
        self.0.as_str().into()
    }
}

/// An icon of the sprite; decoration only, the words beside it say what it means.
pub fn icon(name: &str) -> Html {
    let sprite = crate::assets::ICONS.path;
    Html(format!("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{sprite}#{name}\"></use></svg>"))
}

#[derive(Template)]
#[template(source = r#"<input type="hidden" name="{{ name }}" value="{{ value }}">"#, ext = "html")]
struct Hidden<'a> {
    name: &'a str,
    value: &'a str,
}

pub fn hidden(name: &str, value: &str) -> Html {
    Html::of(&Hidden { name, value })
}

#[derive(Template)]
#[template(source = r#"<a href="{{ href }}">{{ words }}</a>"#, ext = "html")]
struct Link<'a> {
    href: &'a str,
    words: &'a str,
}

pub fn link(href: &str, words: &str) -> Html {
    Html::of(&Link { href, words })
}

#[derive(Template)]
#[template(source = "{{ words }}", ext = "html")]
struct Plain<'a> {
    words: &'a str,
}

/// Words of anybody's, made harmless.
pub fn plain(words: &str) -> Html {
    Html::of(&Plain { words })
}

#[derive(Template)]
#[template(path = "components/when.html")]
struct When<'a> {
    datetime: &'a str,
    words: &'a str,
    exact: &'a str,
}

/// A day or moment as people say it; the exact one shows on pointing, focus and touch, and is read out.
pub fn when(datetime: &str, words: &str, exact: &str) -> Html {
    Html::of(&When { datetime, words, exact })
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
    icon: Html,
    words: &'a str,
}

pub fn tag(tone: impl Borrow<Tone>, icon_name: Option<&str>, words: impl AsRef<str>) -> Html {
    let tone = *tone.borrow();
    let icon = icon_name.map(icon).unwrap_or_default();
    let words = words.as_ref();
    Html::of(&Tag { tone, icon, words })
}

/// A need: its icon, its words, and how it presses.
pub fn need_tag(v: &PageContext, domain: impl Borrow<NeedDomain>, urgency: impl Borrow<Priority>) -> Html {
    let domain = *domain.borrow();
    let (tone, words) = match urgency.borrow() {
        Priority::Routine => (Tone::Calm, v.word(domain)),
        Priority::Urgent => (Tone::Soon, v.t1(key::NEED_URGENT, "need", v.word(domain))),
        Priority::ReleaseDay => (Tone::Late, v.t1(key::NEED_RELEASE_DAY, "need", v.word(domain))),
    };
    tag(tone, Some(domain.icon()), &words)
}

#[derive(Template)]
#[template(path = "components/banner.html")]
struct Banner<'a> {
    tone: Tone,
    icon: Html,
    words: &'a Html,
}

pub fn banner(tone: impl Borrow<Tone>, words: impl Borrow<Html>) -> Html {
    let (tone, words) = (*tone.borrow(), words.borrow());
    let name = match tone {
        Tone::Calm | Tone::Go => "info",
        Tone::Good => "circle-check",
        Tone::Soon => "clock",
        Tone::Late => "triangle-alert",
    };
    let icon = icon(name);
    Html::of(&Banner { tone, icon, words })
}

#[derive(Template)]
#[template(path = "components/empty.html")]
struct Empty<'a> {
    icon: Html,
    title: &'a str,
    words: &'a str,
    action: Option<(&'a str, &'a str)>,
}

/// Nothing here, and what that means.
pub fn empty(icon_name: &str, title: impl AsRef<str>, words: impl AsRef<str>) -> Html {
    Html::of(&Empty { icon: icon(icon_name), title: title.as_ref(), words: words.as_ref(), action: None })
}

/// Nothing here, what that means, and where one could do something about it.
pub fn empty_with(
    icon_name: &str,
    title: impl AsRef<str>,
    words: impl AsRef<str>,
    href: impl AsRef<str>,
    label: impl AsRef<str>,
) -> Html {
    Html::of(&Empty {
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
    pub under: Html,
    pub middle: Html,
    pub middle_under: Html,
    pub last: Html,
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

pub fn steps(label: impl AsRef<str>, steps: &[Step]) -> Html {
    let label = label.as_ref();
    Html::of(&Steps { label, steps })
}

/// Steps of which those before the one that is now are done.
pub fn steps_until(label: impl AsRef<str>, words: &[String], now: usize) -> Html {
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
pub fn summary(v: &PageContext, problems: &[(Option<String>, String)]) -> Html {
    let title = v.t1(key::PROBLEMS_TITLE, "n", problems.len());
    Html::of(&Summary { title, problems })
}

/// One thing that happened, or was said.
#[derive(Template)]
#[template(path = "components/event.html")]
pub struct EventLine {
    pub icon: &'static str,
    pub new: bool,
    pub words: Html,
    pub at: Html,
    pub said: Option<String>,
    pub mine: bool,
}

impl HtmlSafe for EventLine {}

/// How ready a return is in one domain.
pub fn readiness(v: &PageContext, state: Option<ReadinessState>) -> Html {
    let (class, icon_name, words) = match state {
        Some(ReadinessState::Nothing) => ("late", "x", v.word(ReadinessState::Nothing)),
        Some(ReadinessState::UnderWay) => ("soon", "clock", v.word(ReadinessState::UnderWay)),
        Some(ReadinessState::Arranged) => ("good", "check", v.word(ReadinessState::Arranged)),
        None => {
            return Html::of(&Mark {
                class: "none",
                icon: Html::default(),
                words: &v.t(key::READINESS_NOT_NEEDED),
            });
        }
    };
    Html::of(&Mark { class, icon: icon(icon_name), words: &words })
}

#[derive(Template)]
#[template(
    source = r#"<span class="mark {{ class }}" title="{{ words }}">{{ icon }}<span class="visually-hidden">{{ words }}</span></span>"#,
    ext = "html"
)]
struct Mark<'a> {
    class: &'a str,
    icon: Html,
    words: &'a str,
}

/// The way from one page of a list to the next.
#[derive(Template)]
#[template(path = "components/pager.html")]
pub struct Pager<'a> {
    pub v: &'a PageContext,
    pub first: Option<String>,
    pub next: Option<String>,
}

impl HtmlSafe for Pager<'_> {}
