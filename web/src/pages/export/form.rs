//! The line below a list by which it is taken along.

use askama::{Template, filters::HtmlSafe};

use crate::{pages::directory::next_address, prelude::*};

/// The addresses of a list as a table, and what is to be known before one takes it.
#[derive(Template)]
#[template(path = "pages/export/form.html")]
pub(in crate::pages) struct ExportForm<'a> {
    v: &'a PageContext,
    csv: String,
    xlsx: String,
    note: Option<String>,
}

impl HtmlSafe for ExportForm<'_> {}

/// The list at `<path>.csv` and `<path>.xlsx`, with the filters of the page.
pub(in crate::pages) fn export_form<'a>(
    v: &'a PageContext,
    path: &str,
    asked: &Fields,
    filters: &[&'static str],
) -> ExportForm<'a> {
    let address = |ending: &str| next_address(&format!("{path}.{ending}"), asked, filters, None);
    ExportForm { v, csv: address("csv"), xlsx: address("xlsx"), note: None }
}

impl ExportForm<'_> {
    /// With a few words beside the links.
    pub fn noted(self, note: Option<String>) -> Self {
        ExportForm { note, ..self }
    }
}
