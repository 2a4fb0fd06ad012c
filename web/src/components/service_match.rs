//! A service on offer for a person, with what speaks for and against it.

use askama::{Template, filters::HtmlSafe};

use super::{Html, icon};
use crate::{codes::MatchAnswer, context::PageContext};

/// One reason: its mark, whether it speaks for or against, and its words.
#[derive(Template)]
#[template(
    source = r#"<li class="{{ class }}">{{ mark }} <span class="visually-hidden">{{ answer }}: </span>{{ words }}</li>"#,
    ext = "html"
)]
pub struct Reason {
    class: &'static str,
    mark: Html,
    answer: String,
    words: String,
}

impl HtmlSafe for Reason {}

impl Reason {
    pub fn new(v: &PageContext, answer: MatchAnswer, words: String) -> Self {
        let (class, mark) = match answer {
            MatchAnswer::Yes => ("yes", icon("check")),
            MatchAnswer::No => ("no", icon("x")),
            MatchAnswer::Unknown => ("maybe", icon("circle-question-mark")),
        };
        Reason { class, mark, answer: v.word(answer), words }
    }
}

/// What would help, or why it is not offered; and where one can do something about it.
pub struct Note {
    pub words: String,
    pub link: Option<(String, String)>,
}

/// A service that can be picked, or that says why it cannot.
#[derive(Template)]
#[template(path = "components/service_match.html")]
pub struct Offer {
    pub id: String,
    pub name: String,
    pub organisation: String,
    pub places: String,
    /// There is no place on the day; it can be picked all the same.
    pub full: bool,
    pub reasons: Vec<Reason>,
    /// Whether it can be picked.
    pub open: bool,
    /// Whether it does not come into question, so that nothing one does here would help.
    pub off: bool,
    pub picked: bool,
    pub note: Option<Note>,
}

impl HtmlSafe for Offer {}
