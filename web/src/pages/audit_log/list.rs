//! The journal, newest first, filtered by an address that can be kept.

use axum::extract::RawQuery;

use super::{AuditLogColleagues, FILTERS, address, audit_log_colleagues, entry, query};
use crate::{
    codes::Code,
    components::{EventLine, Pager},
    pages::{
        directory::pager,
        export::{ExportForm, export_form},
    },
    prelude::*,
};

const ROWS: i64 = 25;

/// The list of accesses to identities.
const LOOKS: &str = "/journal?kind=IDENTITY_LOOKED_AT";

#[derive(Template)]
#[template(path = "pages/audit_log/list.html")]
struct ListPage<'a> {
    v: &'a PageContext,
    form: Form,
    /// Who looked at whom, and nothing else.
    looks: bool,
    filtered: bool,
    subject: Option<Subject>,
    rows: Vec<EventLine>,
    pager: Pager<'a>,
    export: String,
    take: ExportForm<'a>,
}

/// The one thing that all entries of the list are about.
struct Subject {
    id: String,
    called: String,
    /// Where it can be opened, by whoever may.
    page: Option<String>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/journal", get(show))
}

async fn show(v: PageContext, RawQuery(search): RawQuery) -> Result<Response, PageError> {
    let asked = Fields::of_query(&search.unwrap_or_default());
    let told = query(&v, &asked, ROWS, asked.some("after")).await?;
    let more = (told.page_info.has_next_page, told.page_info.end_cursor.as_deref());
    let looks = EventKind::parse(asked.get("kind")) == Some(EventKind::IdentityLookedAt);
    // The kind of the looks is their tab.
    let filtered = FILTERS.iter().any(|name| asked.some(name).is_some() && !(looks && *name == "kind"));
    let kinds = components::choices(&v, EventKind::ALL);
    let form = Form::own(vec![
        Field::select("kind", key::JOURNAL_KIND, kinds).or_empty(key::LIST_ANY),
        Field::select("member", key::JOURNAL_MEMBER, colleagues(&v).await?).or_empty(key::JOURNAL_ANYBODY),
        Field::date("from", key::JOURNAL_FROM),
        Field::date("to", key::JOURNAL_TO),
    ]);
    Ok(v.show(&ListPage {
        v: &v,
        looks,
        filtered,
        subject: asked.some("subject").map(|id| subject(&v, id, &told)),
        rows: told.nodes.iter().map(|one| entry::happened(&v, one)).collect(),
        pager: pager(&v, "/journal", &asked, &FILTERS, more),
        export: address("/journal.csv", &asked),
        take: export_form(&v, "/journal", &asked, &FILTERS),
        form: checked(form, asked),
    }))
}

/// The form as it was filled in, with what is no day.
fn checked(form: Form, asked: Fields) -> Form {
    let wrong =
        ["from", "to"].into_iter().filter(|name| asked.some(name).is_some() && asked.date(name).is_none());
    let wrong: Vec<_> = wrong.collect();
    let mut form = form.filled(asked);
    for name in wrong {
        form.problem("DATE", name);
    }
    form
}

/// Those who are here, and under a heading of their own those who have left.
async fn colleagues(v: &PageContext) -> Result<Vec<Choice>, PageError> {
    let known = v.query::<AuditLogColleagues>(audit_log_colleagues::Variables).await?;
    let words = |name: &str, role: Role| v.t2(key::PERSON_COLLEAGUE, "name", name, "role", v.word(role));
    let (here, gone) = (v.t(key::JOURNAL_COLLEAGUES), v.t(key::JOURNAL_FORMER_COLLEAGUES));
    let all = known.here.iter().map(|one| Choice::new(&one.id, words(&one.name, one.role)).within(&here));
    let left = known.gone.iter().map(|one| Choice::new(&one.id, words(&one.name, one.role)).within(&gone));
    Ok(all.chain(left).collect())
}

/// The thing that was asked about, by its name where an entry tells it.
fn subject(v: &PageContext, id: String, told: &super::SequencedEvent) -> Subject {
    let mut things = told.nodes.iter().flat_map(|one| {
        one.subjects.iter().chain(&one.about).filter(|thing| thing.id == id).map(move |thing| (one, thing))
    });
    match things.next() {
        Some((one, thing)) => {
            let (called, page) = (entry::called(v, one, thing), entry::page_of(thing));
            Subject { id, called, page }
        }
        None => Subject { called: v.t(key::JOURNAL_SOMETHING), id, page: None },
    }
}
