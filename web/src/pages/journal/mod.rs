//! The journal: who did what and when, and who looked at whom; to read, and to take along as a table.

use crate::{pages::directory::next_address, prelude::*};

mod entry;
mod export;
mod list;

operation!(Journal, "src/pages/journal/list.graphql");
operation!(JournalColleagues, "src/pages/journal/list.graphql");

type Told = journal::JournalJournal;
type Entry = journal::JournalJournalNodes;
type Thing = journal::Thing;

/// The names that a filter has in the address.
const FILTERS: [&str; 5] = ["kind", "member", "subject", "from", "to"];

pub fn routes() -> Router<House> {
    Router::new().merge(list::routes()).merge(export::routes())
}

/// Asks for a page of the journal as an address says. What is no code and no day is left out.
async fn ask(v: &Visit, asked: &Fields, first: i64, after: Option<String>) -> Result<Told, Stop> {
    let kind = EventKind::parse(asked.get("kind"));
    let variables = journal::Variables {
        first,
        after,
        kinds: kind.map(|kind| vec![kind]),
        member: asked.some("member"),
        subject: asked.some("subject"),
        from: asked.date("from"),
        to: asked.date("to"),
    };
    Ok(v.ask::<Journal>(variables).await?.journal)
}

/// The address of a page of the journal with the same filters.
fn address(path: &str, asked: &Fields) -> String {
    next_address(path, asked, &FILTERS, None)
}

#[cfg(test)]
mod tests;
