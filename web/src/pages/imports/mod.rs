//! Lists that partners keep in spreadsheets: brought in, looked at, corrected, and recorded once somebody says so.

use crate::{
    components::{Html, Tone, tag},
    prelude::*,
};

mod columns;
mod decision;
mod invalid_rows;
mod list;
mod review;
mod rows;
mod upload;

operation!(OneImport, "src/pages/imports/list.graphql");

type Shown = one_import::OneImportImport;
type Column = one_import::OneImportImportColumns;
type Counts = one_import::OneImportImportCounts;

pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(upload::routes())
        .merge(list::routes())
        .merge(columns::routes())
        .merge(decision::routes())
        .merge(invalid_rows::routes())
}

async fn query(v: &PageContext, id: String) -> Result<Shown, PageError> {
    Ok(v.query::<OneImport>(one_import::Variables { id }).await?.import)
}

/// How an address names a kind of list.
fn address_of(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::People => "/imports/new?kind=people",
        ImportKind::Organisations => "/imports/new?kind=organisations",
    }
}

/// Where what such a list holds is found afterwards.
fn room(v: &PageContext, kind: ImportKind) -> (&'static str, String) {
    match kind {
        ImportKind::People => ("/people", v.t(key::FRAME_PEOPLE)),
        ImportKind::Organisations => ("/directory", v.t(key::FRAME_DIRECTORY)),
    }
}

/// The way from the room to a list.
#[derive(Template)]
#[template(path = "pages/imports/crumbs.html")]
struct Crumbs<'a> {
    v: &'a PageContext,
    room: (&'static str, String),
    bring: &'static str,
    list: Option<(String, String)>,
}

impl askama::filters::HtmlSafe for Crumbs<'_> {}

impl<'a> Crumbs<'a> {
    fn of(v: &'a PageContext, list: &Shown) -> Self {
        Crumbs { v, room: room(v, list.kind), bring: address_of(list.kind), list: None }
    }

    /// For a page below that of the list.
    fn below(v: &'a PageContext, list: &Shown) -> Self {
        Crumbs {
            list: Some((format!("/imports/{}", list.id), named(v, &list.file_name))),
            ..Crumbs::of(v, list)
        }
    }
}

fn state_tag(v: &PageContext, state: ImportState) -> Html {
    let tone = match state {
        ImportState::Uploading | ImportState::Reading | ImportState::Validating | ImportState::Applying => {
            Tone::Go
        }
        ImportState::Validated => Tone::Soon,
        ImportState::Unreadable => Tone::Late,
        ImportState::Done => Tone::Good,
        ImportState::Deleted => Tone::Calm,
    };
    tag(tone, None, v.word(state))
}

/// What a column is called; one without a heading by its place.
fn called(v: &PageContext, header: &str, position: i64) -> String {
    match header.trim() {
        "" => v.t1(key::IMPORTS_COLUMN, "n", position + 1),
        header => header.to_owned(),
    }
}

/// What a list is called; one that a program sent without a name is called that.
fn named(v: &PageContext, file_name: &str) -> String {
    match file_name.trim() {
        "" => v.t(key::IMPORTS_NAMELESS),
        name => name.to_owned(),
    }
}

/// Words of a list, no longer than a line or two.
fn short(words: &str, most: usize) -> String {
    match words.char_indices().nth(most) {
        Some((end, _)) => format!("{} …", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests;
