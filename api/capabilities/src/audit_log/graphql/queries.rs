//! Queries of the audit log.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use entities::{codes::EventKind, ids::MemberId};
use platform::{
    capability::Capabilities,
    error::DomainError,
    graphql::{Date, GraphqlError, Listing, Open, PublicId, SequenceNumber, ids, listing, page, request},
    paging::Page,
};
use uuid::Uuid;

use super::{
    super::reads::{self, EntryRow, Filter},
    entries::{AuditLogEntry, EventPage},
    gathered::Gathered,
};

/// Queries of the audit log.
#[derive(Default)]
pub struct AuditLogQuery;

#[Object]
impl AuditLogQuery {
    /// Audit log of the viewer's organisation, newest first: its own actions, those of others that it may know of,
    /// and accesses to identities.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list are its filters")]
    async fn audit_log(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
        #[graphql(desc = "Cursor of the item before the page; null for the first")] after: Option<String>,
        #[graphql(desc = "Only these kinds of event")] kinds: Option<Vec<Open<EventKind>>>,
        #[graphql(desc = "Only events caused by this colleague")] member: Option<ID>,
        #[graphql(desc = "Only entries about this object: the id of a subject, or of the further \
                          object of an event")]
        subject: Option<ID>,
        #[graphql(desc = "From this day on, in the organisation's time zone")] from: Option<Date>,
        #[graphql(desc = "Until the end of this day, in the organisation's time zone")] to: Option<Date>,
    ) -> Result<Listing<AuditLogEntry>, GraphqlError> {
        let filter = Filter {
            kinds: kinds.unwrap_or_default().into_iter().map(|kind| kind.0).collect(),
            member: member.map(|id| MemberId::parse(&id)).transpose()?,
            subject: subject.map(|id| thing(request(ctx).app.capabilities, &id)).transpose()?,
            from: from.map(|day| day.0),
            to: to.map(|day| day.0),
        };
        let rows = reads::audit_log(request(ctx), &filter, &page(ctx, first, after)?).await?;
        let entries: Vec<EntryRow> = rows.rows.iter().map(|row| row.1.clone()).collect();
        let gathered = Arc::new(Gathered::of(ctx, &entries, &[&["nodes"], &["edges", "node"]]).await?);
        Ok(listing(rows, |row| AuditLogEntry { row, gathered: gathered.clone() }))
    }

    /// Events of the viewer's organisation after a sequence number, oldest first, for programs that poll. A program
    /// that always continues from `nextSequenceNumber` receives every event exactly once.
    async fn events_since(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "`nextSequenceNumber` of the previous answer; from the beginning if null")]
        sequence_number: Option<SequenceNumber>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
    ) -> Result<EventPage, GraphqlError> {
        let since = sequence_number.map_or(0, |sequence_number| sequence_number.0);
        let first = Page::ask(first, None, false)?.first;
        let (rows, has_more) = reads::events_since(request(ctx), since, first).await?;
        let gathered = Arc::new(Gathered::of(ctx, &rows, &[&["events"]]).await?);
        Ok(EventPage {
            next_sequence_number: SequenceNumber(rows.last().map_or(since, |row| row.sequence_number)),
            events: rows.into_iter().map(|row| AuditLogEntry { row, gathered: gathered.clone() }).collect(),
            has_more,
        })
    }
}

/// The id of a subject of any kind.
fn thing(capabilities: Capabilities, id: &str) -> Result<Uuid, DomainError> {
    let known = || capabilities.subjects().map(|subject| subject.id_type());
    ids::parts(id).filter(|(of_type, _)| known().any(|kind| kind == of_type)).map(|(_, id)| id).ok_or_else(
        || {
            let known = known().map(|kind| format!("{kind}_…")).collect::<Vec<_>>().join(", ");
            DomainError::BadInput(format!(
                "subject: enter the id of an object in the audit log; such ids begin with {known}"
            ))
        },
    )
}

#[cfg(test)]
mod tests {
    use platform::graphql::ids::of_type;

    use super::*;
    use crate::ALL;

    #[test]
    fn whatever_entries_are_about_can_be_asked_for() {
        for subject in ALL.subjects() {
            let id = Uuid::from_u128(7);
            assert_eq!(thing(ALL, &of_type(subject.id_type(), id)).ok(), Some(id), "{:?}", subject.kind());
        }
        for other in ["municipality", "event", "token"] {
            let refused = thing(ALL, &of_type(other, Uuid::from_u128(7))).expect_err(other);
            let says = refused.says().unwrap_or_default();
            assert!(says.contains("organisation_") && says.contains("import_"), "{says}");
        }
        assert!(thing(ALL, "x").is_err());
    }
}
