//! How the journal is asked for.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use entities::{codes::EventKind, ids::MemberId};
use uuid::Uuid;

use super::{
    super::reads::{self, EntryRow, Filter},
    entries::{AuditLogEntry, EventPage},
    gathered::Gathered,
};
use platform::{
    capability::Capabilities,
    error::DomainError,
    graphql::{Date, GraphqlError, Listing, Open, PublicId, SequenceNumber, ids, listing, page, request},
    paging::Page,
};

/// The journal.
#[derive(Default)]
pub struct AuditLogQuery;

#[Object]
impl AuditLogQuery {
    /// The journal of the viewer's organisation, newest first: what it and others did that it may
    /// know of, and who looked at whom.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list are its filters")]
    async fn audit_log(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list")] after: Option<String>,
        #[graphql(desc = "Only of these kinds: IDENTITY_LOOKED_AT for who looked at whom")] kinds: Option<
            Vec<Open<EventKind>>,
        >,
        #[graphql(desc = "Only what this colleague did")] member: Option<ID>,
        #[graphql(desc = "Only what is about this: the id of any subject, or of what an entry is about \
                          beside it")]
        subject: Option<ID>,
        #[graphql(desc = "From this day on, where the viewer's organisation is")] from: Option<Date>,
        #[graphql(desc = "Until this day and on it, where the viewer's organisation is")] to: Option<Date>,
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

    /// What came into the journal of the viewer's organisation behind a position, oldest first: for
    /// programs that cannot be called and ask from time to time. Who always asks on from
    /// `nextSequenceNumber` misses nothing and is told nothing twice.
    async fn events_since(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "The `nextSequenceNumber` of the answer before; from the beginning where not given"
        )]
        sequence_number: Option<SequenceNumber>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
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

/// The id of a thing that an entry may be about, of whatever kind.
fn thing(capabilities: Capabilities, id: &str) -> Result<Uuid, DomainError> {
    let known = || capabilities.subjects().map(|subject| subject.id_type());
    ids::parts(id).filter(|(of_type, _)| known().any(|kind| kind == of_type)).map(|(_, id)| id).ok_or_else(
        || {
            let known = known().map(|kind| format!("{kind}_…")).collect::<Vec<_>>().join(", ");
            DomainError::BadInput(format!(
                "subject: this is not the id of anything that entries are about; ids begin with {known}"
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
