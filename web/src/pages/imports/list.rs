//! One list: how far it is, why it cannot be read, what was found in it, and what became of it.

use axum::extract::RawQuery;

use super::{Counts, Crumbs, Shown, address_of, ask, judged, room};
use crate::prelude::*;

/// While the gateway is at work on the list.
#[derive(Template)]
#[template(path = "pages/imports/going.html")]
struct GoingPage<'a> {
    v: &'a Visit,
    crumbs: Crumbs<'a>,
    list: Shown,
    words: String,
    place: String,
}

#[derive(Template)]
#[template(path = "pages/imports/unreadable.html")]
struct UnreadablePage<'a> {
    v: &'a Visit,
    crumbs: Crumbs<'a>,
    words: Piece,
    again: &'static str,
    discard: String,
    list: Shown,
}

/// When it is recorded, or thrown away.
#[derive(Template)]
#[template(path = "pages/imports/done.html")]
struct DonePage<'a> {
    v: &'a Visit,
    crumbs: Crumbs<'a>,
    written: String,
    others: Vec<String>,
    /// Where what was recorded is found, and what the way there is called.
    found: (&'static str, String),
    again: &'static str,
    gone: bool,
    list: Shown,
}

pub fn routes() -> Router<House> {
    Router::new().route("/imports/{id}", get(show))
}

async fn show(v: Visit, Path(id): Path<String>, RawQuery(query): RawQuery) -> Result<Response, Stop> {
    let list = ask(&v, id).await?;
    match list.state {
        ImportState::Uploading => Ok(going(&v, list, v.t("imports-uploading-words"))),
        ImportState::Reading => Ok(going(&v, list, v.t("imports-reading-words"))),
        ImportState::Judging => Ok(going(&v, list, v.t("imports-judging-words"))),
        ImportState::Writing => Ok(going(&v, list, v.t("imports-writing-words"))),
        ImportState::Unreadable => Ok(unreadable(&v, list)),
        ImportState::Judged => judged::show(&v, list, Fields::of_query(&query.unwrap_or_default())).await,
        ImportState::Done | ImportState::Gone => Ok(done(&v, list)),
    }
}

fn going(v: &Visit, list: Shown, words: String) -> Response {
    let place = v.place.clone();
    v.show(&GoingPage { v, crumbs: Crumbs::of(v, &list), list, words, place })
}

impl GoingPage<'_> {
    /// `120 of 500 rows`, once it is known how many there are.
    fn far(&self) -> Option<String> {
        let (done, total) = (self.list.done, self.list.total);
        (total > 0).then(|| self.v.t2("imports-progress", "done", done, "total", total))
    }
}

fn unreadable(v: &Visit, list: Shown) -> Response {
    // A list that cannot be read says why; were it not so, it broke off.
    let fault = list.fault.unwrap_or(ImportFault::BrokenOff);
    v.show(&UnreadablePage {
        v,
        crumbs: Crumbs::of(v, &list),
        words: components::plain(&v.word(fault)),
        again: address_of(list.kind),
        discard: format!("/imports/{}/discard", list.id),
        list,
    })
}

fn done(v: &Visit, list: Shown) -> Response {
    let gone = list.state == ImportState::Gone;
    let written = list.counts.written;
    let (written, found) = match list.kind {
        ListKind::People => (v.t1("imports-written-people", "n", written), v.t("imports-to-people")),
        ListKind::Organisations => {
            (v.t1("imports-written-organisations", "n", written), v.t("imports-to-organisations"))
        }
    };
    v.show(&DonePage {
        v,
        crumbs: Crumbs::of(v, &list),
        written,
        others: others(v, &list.counts),
        found: (room(v, list.kind).0, found),
        again: address_of(list.kind),
        gone,
        list,
    })
}

/// What became of the rows that were not recorded.
fn others(v: &Visit, counts: &Counts) -> Vec<String> {
    let all = [
        (counts.known, "imports-was-known"),
        (counts.repeated, "imports-was-repeated"),
        (counts.bad, "imports-was-bad"),
    ];
    all.iter().filter(|(n, _)| *n > 0).map(|(n, key)| v.t1(key, "n", *n)).collect()
}
