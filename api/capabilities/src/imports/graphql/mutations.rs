//! What is done with lists.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use entities::{codes::ImportKind, ids::ImportId};

use super::{
    super::{
        actions::{
            self, ImportApplyErrorCode, ImportColumnsChangeErrorCode, ImportDeleteErrorCode,
            ImportUploadCreateErrorCode, MOST_BYTES, UploadTicket,
        },
        model::ColumnCorrection,
    },
    lists::Import,
};
use platform::graphql::{Coded, DateTime, GraphqlError, PublicId, idempotent, payload, public, request};
use spreadsheets::column_inference::{DateOrder, ImportField};

/// The right to bring up one file.
#[derive(SimpleObject)]
pub struct ImportUpload {
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
pub struct ImportUploadCreateInput {
    /// What the rows of the list are.
    kind: Coded<ImportKind>,
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
    field: Option<Coded<ImportField>>,
    /// The order of its dates; null where the dates themselves tell it.
    date_order: Option<Coded<DateOrder>>,
}

/// Columns to be taken for something else.
#[derive(InputObject)]
pub struct ImportColumnsChangeInput {
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
pub struct ImportApplyInput {
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
pub struct ImportDeleteInput {
    /// The `id` of the list.
    import_id: ID,
    /// The `version` that was read.
    version: i32,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

payload!(ImportUploadCreatePayload, /// The ticket.
    ticket: ImportUpload, ImportUploadCreateErrorCode);
payload!(ImportColumnsChangePayload, /// The list, whose rows are judged anew.
    import: Import, ImportColumnsChangeErrorCode);
payload!(ImportApplyPayload, /// The list, which is being written.
    import: Import, ImportApplyErrorCode);
payload!(ImportDeletePayload, /// What is left of the list.
    import: Import, ImportDeleteErrorCode);

/// What is done with lists.
#[derive(Default)]
pub struct ImportsMutation;

#[Object]
impl ImportsMutation {
    /// Gives a ticket by which one file is brought up within an hour. Nothing is kept of it.
    async fn import_upload_create(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "For what kind of list")] input: ImportUploadCreateInput,
    ) -> Result<ImportUploadCreatePayload, GraphqlError> {
        let (id, errors) =
            idempotent(ctx, || actions::import_upload_create(request(ctx), input.kind.0)).await?;
        let ticket = match id {
            None => None,
            Some(id) => {
                let ticket = UploadTicket::of(request(ctx), id, input.kind.0)?;
                Some(ImportUpload {
                    import_id: public(id),
                    path: format!("/uploads/{}", ticket.text(&request(ctx).app.sealing)),
                    expires_at: DateTime(ticket.expires_at),
                    most_bytes: MOST_BYTES as i32,
                })
            }
        };
        Ok(ImportUploadCreatePayload { ticket, errors })
    }

    /// Takes columns for something else; the rows are judged anew. It is remembered for the next list of the
    /// viewer's organisation with the same header row.
    async fn import_columns_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which columns, and for what")] input: ImportColumnsChangeInput,
    ) -> Result<ImportColumnsChangePayload, GraphqlError> {
        let said = input.columns.into_iter().take(1_000).map(|column| ColumnCorrection {
            // A negative place is none, like one that is too large.
            position: usize::try_from(column.position).unwrap_or(usize::MAX),
            field: column.field.map(|field| field.0),
            order: column.date_order.map(|order| order.0),
        });
        let said: Vec<ColumnCorrection> = said.collect();
        let id = ImportId::parse(&input.import_id)?;
        let corrected = || actions::import_columns_change(request(ctx), id, input.version, said.clone());
        let (id, errors) = idempotent(ctx, corrected).await?;
        Ok(ImportColumnsChangePayload { import: shown(ctx, id).await?, errors })
    }

    /// Has what is new in a list written, through the same rules as the pages'. It goes on by itself.
    async fn import_apply(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which list")] input: ImportApplyInput,
    ) -> Result<ImportApplyPayload, GraphqlError> {
        let id = ImportId::parse(&input.import_id)?;
        let (id, errors) = idempotent(ctx, || actions::import_apply(request(ctx), id, input.version)).await?;
        Ok(ImportApplyPayload { import: shown(ctx, id).await?, errors })
    }

    /// Throws a list away, with all that is in it. What was written of it stays.
    async fn import_delete(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which list")] input: ImportDeleteInput,
    ) -> Result<ImportDeletePayload, GraphqlError> {
        let id = ImportId::parse(&input.import_id)?;
        let (id, errors) =
            idempotent(ctx, || actions::import_delete(request(ctx), id, input.version)).await?;
        Ok(ImportDeletePayload { import: shown(ctx, id).await?, errors })
    }
}

async fn shown(ctx: &Context<'_>, id: Option<ImportId>) -> Result<Option<Import>, GraphqlError> {
    match id {
        Some(id) => Import::load(ctx, id).await.map(Some),
        None => Ok(None),
    }
}
