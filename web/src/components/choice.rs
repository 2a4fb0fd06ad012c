//! The answers that a field of a form offers.

use crate::{codes::Code, context::PageContext, text};

/// One of the answers that a field offers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    pub value: String,
    pub words: String,
    pub hint: Option<String>,
    pub disabled: bool,
    /// The heading under which a select lists it, together with its neighbours.
    pub group: Option<String>,
}

impl Choice {
    pub fn new(value: impl Into<String>, words: impl Into<String>) -> Self {
        Choice { value: value.into(), words: words.into(), hint: None, disabled: false, group: None }
    }

    pub fn within(mut self, group: &str) -> Self {
        self.group = Some(group.to_owned());
        self
    }

    pub fn hint(mut self, words: impl Into<String>) -> Self {
        self.hint = Some(words.into());
        self
    }
}

/// Answers in the order of their words, groups of them first.
pub fn by_name(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_by_cached_key(|one| (one.group.as_deref().map(text::sort_key), text::sort_key(&one.words)));
    choices
}

/// Codes as answers, in their words.
pub fn choices<C: Code>(v: &PageContext, codes: &[C]) -> Vec<Choice> {
    codes.iter().map(|code| Choice::new(code.code(), v.word(code))).collect()
}

/// The municipalities of an answer's provinces as answers of a field, each with its province: the heading in a select, the
/// line below where all are to be seen. A macro, since every operation has types of its own.
macro_rules! municipalities {
    ($v:expr, $provinces:expr) => {{
        let mut choices = Vec::new();
        for province in $provinces {
            let within = $v.province_name(&province.code, &province.name, &province.name_local);
            choices.extend(province.municipalities.iter().map(|place| {
                let name = $v.place_name(&place.name, &place.name_local);
                $crate::components::Choice::new(&place.id, name).within(&within).hint(&within)
            }));
        }
        $crate::components::by_name(choices)
    }};
}
pub(crate) use municipalities;
