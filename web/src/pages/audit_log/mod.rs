//! The journal: who did what and when, and who looked at whom; to read, and to take along as a table.

use crate::{pages::directory::next_address, prelude::*};

mod entry;
mod export;
mod list;

operation!(AuditLog, "src/pages/audit_log/list.graphql");
operation!(AuditLogColleagues, "src/pages/audit_log/list.graphql");

type SequencedEvent = audit_log::AuditLogAuditLog;
type Entry = audit_log::AuditLogAuditLogNodes;
type Thing = audit_log::Thing;
type Node = audit_log::ThingNode;

/// The names that a filter has in the address.
const FILTERS: [&str; 5] = ["kind", "member", "subject", "from", "to"];

pub fn routes() -> Router<AppState> {
    Router::new().merge(list::routes()).merge(export::routes())
}

/// Asks for a page of the journal as an address says. What is no code and no day is left out; a member, a thing or a
/// page that the journal does not know is said.
async fn query(
    v: &PageContext,
    asked: &Fields,
    first: i64,
    after: Option<String>,
) -> Result<SequencedEvent, PageError> {
    let kind = EventKind::parse(asked.get("kind"));
    let variables = audit_log::Variables {
        first,
        after,
        kinds: kind.map(|kind| vec![kind]),
        member: asked.some("member"),
        subject: asked.some("subject"),
        from: asked.date("from"),
        to: asked.date("to"),
    };
    match v.query::<AuditLog>(variables).await {
        Ok(told) => Ok(told.audit_log),
        Err(stop) if stop.why() == PageErrorKind::BadInput => {
            let back = ("/journal", key::JOURNAL_UNKNOWN_BACK);
            Err(PageError::unknown(v, key::JOURNAL_UNKNOWN_TITLE, key::JOURNAL_UNKNOWN_WORDS, back))
        }
        Err(stop) => Err(stop),
    }
}

/// The address of a page of the journal with the same filters.
fn address(path: &str, asked: &Fields) -> String {
    next_address(path, asked, &FILTERS, None)
}

#[cfg(test)]
mod tests;
