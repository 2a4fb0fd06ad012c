//! One list: how far it is, why it cannot be read, what was found in it, and what became of it.

use axum::extract::RawQuery;

use super::{Counts, Crumbs, Shown, address_of, query, review, room};
use crate::prelude::*;

/// While the gateway is at work on the list.
#[derive(Template)]
#[template(path = "pages/imports/progress.html")]
struct ProgressPage<'a> {
    v: &'a PageContext,
    crumbs: Crumbs<'a>,
    list: Shown,
    words: String,
    place: String,
}

#[derive(Template)]
#[template(path = "pages/imports/unreadable.html")]
struct UnreadablePage<'a> {
    v: &'a PageContext,
    crumbs: Crumbs<'a>,
    words: Html,
    again: &'static str,
    discard: String,
    list: Shown,
}

/// When it is recorded, or thrown away.
#[derive(Template)]
#[template(path = "pages/imports/done.html")]
struct DonePage<'a> {
    v: &'a PageContext,
    crumbs: Crumbs<'a>,
    imported: String,
    others: Vec<String>,
    /// Where what was recorded is found, and what the way there is called.
    found: (&'static str, String),
    again: &'static str,
    gone: bool,
    list: Shown,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/imports/{id}", get(show))
}

async fn show(
    v: PageContext,
    Path(id): Path<String>,
    RawQuery(search): RawQuery,
) -> Result<Response, PageError> {
    let list = query(&v, id).await?;
    match list.state {
        ImportState::Uploading => Ok(going(&v, list, v.t(key::IMPORTS_UPLOADING_WORDS))),
        ImportState::Reading => Ok(going(&v, list, v.t(key::IMPORTS_READING_WORDS))),
        ImportState::Validating => Ok(going(&v, list, v.t(key::IMPORTS_JUDGING_WORDS))),
        ImportState::Applying => Ok(going(&v, list, v.t(key::IMPORTS_WRITING_WORDS))),
        ImportState::Unreadable => Ok(unreadable(&v, list)),
        ImportState::Validated => review::show(&v, list, Fields::of_query(&search.unwrap_or_default())).await,
        ImportState::Done | ImportState::Deleted => Ok(done(&v, list)),
    }
}

fn going(v: &PageContext, list: Shown, words: String) -> Response {
    let place = v.place.clone();
    v.show(&ProgressPage { v, crumbs: Crumbs::of(v, &list), list, words, place })
}

impl ProgressPage<'_> {
    /// `120 of 500 rows`, once it is known how many there are.
    fn far(&self) -> Option<String> {
        let (done, total) = (self.list.done, self.list.total);
        (total > 0).then(|| self.v.t2(key::IMPORTS_PROGRESS, "done", done, "total", total))
    }
}

fn unreadable(v: &PageContext, list: Shown) -> Response {
    // A list that cannot be read says why; were it not so, it broke off.
    let failure = list.failure.unwrap_or(ImportFailure::Interrupted);
    v.show(&UnreadablePage {
        v,
        crumbs: Crumbs::of(v, &list),
        words: components::plain(&v.word(failure)),
        again: address_of(list.kind),
        discard: format!("/imports/{}/discard", list.id),
        list,
    })
}

fn done(v: &PageContext, list: Shown) -> Response {
    let gone = list.state == ImportState::Deleted;
    let imported = list.counts.imported;
    let (imported, found) = match list.kind {
        ImportKind::People => (v.t1(key::IMPORTS_WRITTEN_PEOPLE, "n", imported), v.t(key::IMPORTS_TO_PEOPLE)),
        ImportKind::Organisations => {
            (v.t1(key::IMPORTS_WRITTEN_ORGANISATIONS, "n", imported), v.t(key::IMPORTS_TO_ORGANISATIONS))
        }
    };
    v.show(&DonePage {
        v,
        crumbs: Crumbs::of(v, &list),
        imported,
        others: others(v, &list.counts),
        found: (room(v, list.kind).0, found),
        again: address_of(list.kind),
        gone,
        list,
    })
}

/// What became of the rows that were not recorded.
fn others(v: &PageContext, counts: &Counts) -> Vec<String> {
    let all = [
        (counts.existing, key::IMPORTS_WAS_KNOWN),
        (counts.duplicate, key::IMPORTS_WAS_REPEATED),
        (counts.invalid, key::IMPORTS_WAS_BAD),
    ];
    all.iter().filter(|(n, _)| *n > 0).map(|(n, key)| v.t1(key, "n", *n)).collect()
}
