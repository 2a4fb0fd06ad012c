//! Mutations of imports.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use entities::{codes::ImportKind, ids::ImportId};
use platform::graphql::{Coded, DateTime, GraphqlError, PublicId, idempotent, payload, public, request};
use spreadsheets::column_inference::{DateOrder, ImportField};

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

/// Permission to upload one file.
#[derive(SimpleObject)]
pub struct ImportUpload {
    /// Id that the import will have. A second file under the same permission becomes an import of its own, whose id
    /// is in the answer to the upload.
    import_id: ID,
    /// Path of the upload: the bytes by POST or PUT with the file name in `?name=`, or a browser form with the file
    /// in the field `file`.
    path: String,
    /// Time until which the upload can begin.
    expires_at: DateTime,
    /// Largest size of the file in bytes.
    most_bytes: i32,
}

/// Upload to permit.
#[derive(InputObject)]
pub struct ImportUploadCreateInput {
    /// Kind of records in the rows.
    kind: Coded<ImportKind>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Field of a column.
#[derive(InputObject)]
pub struct ImportColumnInput {
    /// Position of the column, from 0.
    position: i32,
    /// Field that the column holds; null to ignore the column.
    field: Option<Coded<ImportField>>,
    /// Order of day, month and year; null to infer it from the dates.
    date_order: Option<Coded<DateOrder>>,
}

/// Columns of an import to change.
#[derive(InputObject)]
pub struct ImportColumnsChangeInput {
    /// Id of the import.
    import_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Columns to change, at most 200; the others keep their fields.
    columns: Vec<ImportColumnInput>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Import to apply.
#[derive(InputObject)]
pub struct ImportApplyInput {
    /// Id of the import.
    import_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Import to delete.
#[derive(InputObject)]
pub struct ImportDeleteInput {
    /// Id of the import.
    import_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

payload!(ImportUploadCreatePayload, /// Permission to upload one file.
    ticket: ImportUpload, ImportUploadCreateErrorCode);
payload!(ImportColumnsChangePayload, /// Import, whose rows are validated again.
    import: Import, ImportColumnsChangeErrorCode);
payload!(ImportApplyPayload, /// Import, whose new rows are being recorded.
    import: Import, ImportApplyErrorCode);
payload!(ImportDeletePayload, /// Deleted import, of which only the row counts are kept.
    import: Import, ImportDeleteErrorCode);

/// Mutations of imports.
#[derive(Default)]
pub struct ImportsMutation;

#[Object]
impl ImportsMutation {
    /// Permits the upload of one file within an hour. The permission itself is not stored.
    async fn import_upload_create(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Kind of list")] input: ImportUploadCreateInput,
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

    /// Changes the fields of columns and validates the rows again. The choice is remembered for the next list of the
    /// viewer's organisation with the same header row.
    async fn import_columns_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Import and columns")] input: ImportColumnsChangeInput,
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

    /// Records the new rows of an import, under the same rules as the pages. It runs in the background.
    async fn import_apply(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Import to apply")] input: ImportApplyInput,
    ) -> Result<ImportApplyPayload, GraphqlError> {
        let id = ImportId::parse(&input.import_id)?;
        let (id, errors) = idempotent(ctx, || actions::import_apply(request(ctx), id, input.version)).await?;
        Ok(ImportApplyPayload { import: shown(ctx, id).await?, errors })
    }

    /// Deletes an import with all its rows. Records that were made from it stay.
    async fn import_delete(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Import to delete")] input: ImportDeleteInput,
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
