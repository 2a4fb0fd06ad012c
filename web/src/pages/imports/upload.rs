//! Bringing a list in: the form for its file, and one's earlier lists.

use axum::extract::RawQuery;

use super::{named, room, state_tag};
use crate::{
    components::{Pager, Row, Tone},
    form::words_of,
    pages::directory::pager,
    prelude::*,
};

operation!(ImportUploadCreate, "src/pages/imports/upload.graphql");
operation!(MyImports, "src/pages/imports/upload.graphql");

/// Earlier lists on a page.
const LISTS: i64 = 25;
const MEGABYTE: i64 = 1024 * 1024;

type Ticket = import_upload_create::ImportUploadCreateImportUploadCreateTicket;
type Mine = my_imports::MyImportsImportsNodes;

#[derive(Template)]
#[template(path = "pages/imports/upload.html")]
struct UploadPage<'a> {
    v: &'a PageContext,
    title: String,
    room: (&'static str, String),
    /// None where one has too many lists already.
    ticket: Option<Ticket>,
    /// What is wrong with the file that was sent.
    error: Option<String>,
    rows: Vec<Row>,
    pager: Pager<'a>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/imports/new", get(show))
}

async fn show(v: PageContext, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let asked = Fields::of_query(&query.unwrap_or_default());
    let kind = match asked.get("kind") {
        "organisations" => ImportKind::Organisations,
        "people" => ImportKind::People,
        _ if v.may(Action::PersonRecord) => ImportKind::People,
        _ => ImportKind::Organisations,
    };
    let needed = match kind {
        ImportKind::People => Action::PersonRecord,
        ImportKind::Organisations => Action::OrganisationRecord,
    };
    if !v.may(needed) {
        return Err(PageError::new(&v, PageErrorKind::Forbidden, None));
    }
    let input = import_upload_create::ImportUploadCreateInput { kind, idempotency_key: v.once() };
    // The one thing that can be wrong is that there are too many lists; the page says so in the form's place.
    let ticket = v.mutate::<ImportUploadCreate>(import_upload_create::Variables { input }).await?;
    let ticket = ticket.ok().and_then(|told| told.import_upload_create.ticket);
    let variables = my_imports::Variables { first: LISTS, after: asked.some("after") };
    let mine = v.query::<MyImports>(variables).await?.imports;
    let more = (mine.page_info.has_next_page, mine.page_info.end_cursor.as_deref());
    let failed = match asked.get("failed") {
        "file" => Some("NO_FILE"),
        "ticket" => Some("FORM_TOO_OLD"),
        _ => None,
    };
    let failed = failed.filter(|_| ticket.is_some());
    Ok(v.show(&UploadPage {
        v: &v,
        title: match kind {
            ImportKind::People => v.t(key::IMPORTS_BRING_PEOPLE),
            ImportKind::Organisations => v.t(key::IMPORTS_BRING_ORGANISATIONS),
        },
        room: room(&v, kind),
        pager: pager(&v, "/imports/new", &asked, &["kind"], more),
        rows: mine.nodes.iter().map(|one| row(&v, one)).collect(),
        ticket,
        error: failed.map(|code| words_of(&v, code)),
    }))
}

impl UploadPage<'_> {
    fn summary(&self) -> Option<Html> {
        let words = self.error.as_ref()?;
        let words = self.v.t2(key::PROBLEM_OF_FIELD, "field", self.v.t(key::FIELD_FILE), "problem", words);
        Some(components::summary(self.v, &[(Some("f-file".to_owned()), words)]))
    }

    fn megabytes(ticket: &Ticket) -> i64 {
        ticket.most_bytes / MEGABYTE
    }
}

fn row(v: &PageContext, one: &Mine) -> Row {
    let gone = one.state == ImportState::Deleted;
    Row {
        icon: "file-text",
        tone: if one.state == ImportState::Validated { Tone::Soon } else { Tone::Calm },
        href: format!("/imports/{}", one.id),
        // What it was called went with it.
        title: if gone { v.t(key::IMPORTS_GONE_TITLE) } else { named(v, &one.file_name) },
        under: v.h2(key::IMPORTS_BROUGHT, "kind", v.word(one.kind), "when", v.at(one.created_at)),
        middle: state_tag(v, one.state),
        middle_under: components::plain(&counts(v, one)),
        last: if gone {
            Html::default()
        } else {
            v.h1(key::IMPORTS_KEPT_UNTIL, "day", v.bare(one.expires_on))
        },
    }
}

/// `150 recorded, 4 existing, 3 to mend`: those that there are.
fn counts(v: &PageContext, one: &Mine) -> String {
    let counts = &one.counts;
    let imported = matches!(one.state, ImportState::Applying | ImportState::Done | ImportState::Deleted);
    let first = if imported {
        (counts.imported, key::IMPORTS_COUNT_WRITTEN)
    } else {
        (counts.new, key::IMPORTS_COUNT_NEW)
    };
    let all = [
        first,
        (counts.existing, key::IMPORTS_COUNT_KNOWN),
        (counts.duplicate, key::IMPORTS_COUNT_REPEATED),
        (counts.invalid, key::IMPORTS_COUNT_BAD),
    ];
    let told = all.iter().filter(|(n, _)| *n > 0).map(|(n, key)| v.t1(key, "n", *n));
    told.collect::<Vec<_>>().join(", ")
}
