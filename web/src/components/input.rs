//! One field of a form, with its label, its hint and what is wrong with it.

use askama::Template;

use super::{Choice, Html};
use crate::{
    context::PageContext,
    fields::Fields,
    form::{Field, Kind, field_id},
    text::key,
};

#[derive(Template)]
#[template(path = "components/input.html")]
pub struct Input<'a> {
    v: &'a PageContext,
    fields: &'a Fields,
    field: &'a Field,
    id: String,
    error: Option<String>,
}

impl<'a> Input<'a> {
    pub fn of(v: &'a PageContext, fields: &'a Fields, field: &'a Field, error: Option<String>) -> Html {
        Html::of(&Input { v, fields, field, id: field_id(&field.name), error })
    }

    fn label(&self) -> String {
        self.field.label.map_or_else(String::new, |label| self.v.t(label))
    }

    fn described_by(&self) -> Option<String> {
        let hint = self.field.hint.map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        let ids: Vec<_> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The choices under their headings, neighbours together.
    fn groups(&self) -> impl Iterator<Item = (Option<&str>, &[Choice])> {
        let choices = &self.field.choices;
        choices.chunk_by(|a, b| a.group == b.group).map(|chunk| (chunk[0].group.as_deref(), chunk))
    }

    fn input_type(&self) -> &'static str {
        match self.field.kind {
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::Number => "number",
            Kind::Email => "email",
            Kind::Phone => "tel",
            Kind::Radios => "radio",
            Kind::Checks => "checkbox",
            _ => "text",
        }
    }

    fn is_short(&self) -> bool {
        matches!(self.field.kind, Kind::Date | Kind::Time | Kind::Number)
    }

    fn choice_id(&self, at: &usize) -> String {
        match at {
            0 => self.id.clone(),
            at => format!("{}-{at}", self.id),
        }
    }
}
