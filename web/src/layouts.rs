//! What pages of one kind share around their own contents.

use askama::Template;
use axum::response::Response;

use crate::{
    context::PageContext,
    form::Form,
    text::{Key, key},
};

/// A page with a form. `layouts/form.html` shows all its fields on one card; a page that arranges them differently extends
/// it and fills the block `fields`.
pub struct FormPage {
    pub title: String,
    /// A sentence below the title.
    pub lead: Option<String>,
    /// The pages above this one; the last is where cancelling leads.
    pub crumbs: Vec<(String, String)>,
    pub action: String,
    pub form: Form,
    /// What the button says.
    pub submit: Key,
    /// Whether submitting destroys something.
    pub danger: bool,
}

impl FormPage {
    pub fn new(title: String, action: String, form: Form, submit: Key) -> Self {
        FormPage { title, lead: None, crumbs: Vec::new(), action, form, submit, danger: false }
    }

    pub fn below(mut self, href: impl Into<String>, words: impl Into<String>) -> Self {
        self.crumbs.push((href.into(), words.into()));
        self
    }

    pub fn lead(mut self, words: String) -> Self {
        self.lead = Some(words);
        self
    }

    pub fn danger(self) -> Self {
        self.danger_if(true)
    }

    pub fn danger_if(mut self, danger: bool) -> Self {
        self.danger = danger;
        self
    }

    pub fn back(&self) -> &str {
        self.crumbs.last().map_or("/", |(href, _)| href)
    }

    /// The page with all fields on one card.
    pub fn show(self, v: &PageContext) -> Response {
        self.show_in(v, |page| AllFields { v, page })
    }

    /// The page with its fields as a template of its own arranges them: as it is at first, or again with what has to be
    /// corrected.
    pub fn show_in<T: Template>(self, v: &PageContext, template: impl FnOnce(Self) -> T) -> Response {
        match self.form.problems.is_empty() {
            true => v.show(&template(self)),
            false => v.show_again(&template(self)),
        }
    }
}

#[derive(Template)]
#[template(path = "layouts/form.html")]
struct AllFields<'a> {
    v: &'a PageContext,
    page: FormPage,
}
