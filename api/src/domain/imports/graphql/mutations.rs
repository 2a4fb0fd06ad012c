//! What is done with lists.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use entities::{codes::ListKind, ids::ImportId};

use super::{
    super::{
        actions::{
            self, ImportCorrectErrorCode, ImportDiscardErrorCode, ImportTakeErrorCode, ImportTicketErrorCode,
            MOST_BYTES, Ticket,
        },
        model::Said,
    },
    lists::Import,
};
use crate::{
    graphql::{Coded, DateTime, Fault, PublicId, call, once, payload, public},
    sheets::meaning::{DateOrder, ListField},
};

/// The right to bring up one file.
#[derive(SimpleObject)]
pub struct ImportTicket {
    /// The `id` that the list will have. Another file sent by the same ticket becomes a list of its own, and the answer
    /// to it says its `id`.
    import_id: ID,
    /// Where the file is sent: its bytes by POST or PUT, its name as `?name=`; or a form of a browser with the
    /// file in the field `file`.
    path: String,
    /// Until when that can be begun.
    expires_at: DateTime,
    /// How large the file may be.
    most_bytes: i32,
}

/// A ticket to be given.
#[derive(InputObject)]
pub struct ImportTicketInput {
    /// What the rows of the list are.
    kind: Coded<ListKind>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// What somebody says of a column.
#[derive(InputObject)]
pub struct ImportColumnInput {
    /// Its place, from 0.
    position: i32,
    /// What it is; null where it is not to be read.
    field: Option<Coded<ListField>>,
    /// The order of its dates; null where the dates themselves tell it.
    date_order: Option<Coded<DateOrder>>,
}

/// Columns to be taken for something else.
#[derive(InputObject)]
pub struct ImportCorrectInput {
    /// The `id` of the list.
    import_id: ID,
    /// The `version` that was read.
    version: i32,
    /// At most 200; those that are not named stay what they are.
    columns: Vec<ImportColumnInput>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A list to be taken.
#[derive(InputObject)]
pub struct ImportTakeInput {
    /// The `id` of the list.
    import_id: ID,
    /// The `version` that was read.
    version: i32,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A list to be thrown away.
#[derive(InputObject)]
pub struct ImportDiscardInput {
    /// The `id` of the list.
    import_id: ID,
    /// The `version` that was read.
    version: i32,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

payload!(ImportTicketPayload, /// The ticket.
    ticket: ImportTicket, ImportTicketErrorCode);
payload!(ImportCorrectPayload, /// The list, whose rows are judged anew.
    import: Import, ImportCorrectErrorCode);
payload!(ImportTakePayload, /// The list, which is being written.
    import: Import, ImportTakeErrorCode);
payload!(ImportDiscardPayload, /// What is left of the list.
    import: Import, ImportDiscardErrorCode);

/// What is done with lists.
#[derive(Default)]
pub struct ImportsMutation;

#[Object]
impl ImportsMutation {
    /// Gives a ticket by which one file is brought up within an hour. Nothing is kept of it.
    async fn import_ticket(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "For what kind of list")] input: ImportTicketInput,
    ) -> Result<ImportTicketPayload, Fault> {
        let (id, errors) = once(ctx, actions::import_ticket(call(ctx), input.kind.0)).await?;
        let ticket = match id {
            None => None,
            Some(id) => {
                let ticket = Ticket::of(call(ctx), id, input.kind.0)?;
                Some(ImportTicket {
                    import_id: public(id),
                    path: format!("/uploads/{}", ticket.text(&call(ctx).house.sealing)),
                    expires_at: DateTime(ticket.expires_at),
                    most_bytes: MOST_BYTES as i32,
                })
            }
        };
        Ok(ImportTicketPayload { ticket, errors })
    }

    /// Takes columns for something else; the rows are judged anew. It is remembered for the next list of the
    /// viewer's organisation with the same header row.
    async fn import_correct(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which columns, and for what")] input: ImportCorrectInput,
    ) -> Result<ImportCorrectPayload, Fault> {
        let said = input.columns.into_iter().take(1_000).map(|column| Said {
            // A negative place is none, like one that is too large.
            position: usize::try_from(column.position).unwrap_or(usize::MAX),
            field: column.field.map(|field| field.0),
            order: column.date_order.map(|order| order.0),
        });
        let id = ImportId::parse(&input.import_id)?;
        let corrected = actions::import_correct(call(ctx), id, input.version, said.collect());
        let (id, errors) = once(ctx, corrected).await?;
        Ok(ImportCorrectPayload { import: shown(ctx, id).await?, errors })
    }

    /// Has what is new in a list written, through the same rules as the pages'. It goes on by itself.
    async fn import_take(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which list")] input: ImportTakeInput,
    ) -> Result<ImportTakePayload, Fault> {
        let id = ImportId::parse(&input.import_id)?;
        let (id, errors) = once(ctx, actions::import_take(call(ctx), id, input.version)).await?;
        Ok(ImportTakePayload { import: shown(ctx, id).await?, errors })
    }

    /// Throws a list away, with all that is in it. What was written of it stays.
    async fn import_discard(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which list")] input: ImportDiscardInput,
    ) -> Result<ImportDiscardPayload, Fault> {
        let id = ImportId::parse(&input.import_id)?;
        let (id, errors) = once(ctx, actions::import_discard(call(ctx), id, input.version)).await?;
        Ok(ImportDiscardPayload { import: shown(ctx, id).await?, errors })
    }
}

async fn shown(ctx: &Context<'_>, id: Option<ImportId>) -> Result<Option<Import>, Fault> {
    match id {
        Some(id) => Import::load(ctx, id).await.map(Some),
        None => Ok(None),
    }
}
