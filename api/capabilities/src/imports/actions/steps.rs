//! Decisions of the member who uploaded an import.

use entities::{
    codes::{ImportFailure, ImportState},
    described_enum,
    ids::ImportId,
    import, import_mapping, import_part,
};
use platform::{
    context::RequestContext,
    db::{DomainEvent, Tx, update_at_version},
    error::{ActionError, DomainError, ValidationError},
    sealing,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};

use super::super::{
    model::{ChangedImportField, ColumnCorrection, CorrectionError, correct_at},
    reads::{self, cell},
    serialization,
};
use crate::imports::{
    events::{LIST_TAKEN, LIST_THROWN_AWAY},
    visible,
};

described_enum! {
    /// Error of changing the columns of an import.
    ImportColumnsChangeErrorCode {
        NotNow = "NOT_NOW": "The import is not waiting for a decision.",
        Twice = "TWICE": "Another column is mapped to the same field.",
        Unknown = "UNKNOWN": "The column or the field does not exist for this kind of import.",
    }
}
described_enum! {
    /// Error of applying an import.
    ImportApplyErrorCode {
        NotNow = "NOT_NOW": "The import is not waiting for a decision.",
        NothingNew = "NOTHING_NEW": "The import has no new row without errors.",
    }
}
described_enum! {
    /// Error of deleting an import.
    ImportDeleteErrorCode {
        NotNow = "NOT_NOW": "The import is being recorded. Delete it when that is done.",
    }
}

/// Changes the fields of columns, remembers them for the next list with the same header row, and validates the rows
/// again.
pub async fn import_columns_change(
    request: &RequestContext,
    id: ImportId,
    version: i32,
    said: Vec<ColumnCorrection>,
) -> Result<ImportId, ActionError<ImportColumnsChangeErrorCode>> {
    let list = reads::import(request, id).await?;
    if list.import.state != ImportState::Validated {
        let message = "wait until the import is VALIDATED; it can be changed and applied only then";
        return Err(ActionError::one("importId", ImportColumnsChangeErrorCode::NotNow, message));
    }
    let mut columns = list.columns;
    let wrong = correct_at(list.import.kind, &mut columns, &said).into_iter().map(|(n, why)| {
        let path = format!("columns.{n}.field");
        match why {
            CorrectionError::Unknown => {
                let message = "enter the position of a column and a field of this kind of import";
                ValidationError::at(&path, ImportColumnsChangeErrorCode::Unknown, message)
            }
            CorrectionError::Twice => {
                let message = "map only one column to this field";
                ValidationError::at(&path, ImportColumnsChangeErrorCode::Twice, message)
            }
        }
    });
    ActionError::unless_empty(wrong.collect())?;
    let tx = request.begin().await?;
    let key = reads::key(&request.app, tx.on(), &list.import).await?;
    let sealed = key.seal_bytes(cell("columns", 0), &serialization::columns_to(&columns)?);
    let judging = import::ActiveModel {
        state: Set(ImportState::Validating),
        failure: Set(None),
        columns: Set(Some(sealed)),
        done: Set(0),
        next_part: Set(0),
        tries: Set(0),
        ..Default::default()
    };
    step(&tx, &list.import, version, judging).await?;
    if let Some(header) = list.import.header {
        let memory = import_mapping::ActiveModel {
            organisation_id: Set(list.import.organisation_id),
            kind: Set(list.import.kind),
            header: Set(header),
            columns: Set(serialization::mapping_to(&columns)?),
            changed_at: Set(tx.now()),
        };
        use import_mapping::Column as Of;
        let replaced = OnConflict::columns([Of::OrganisationId, Of::Kind, Of::Header])
            .update_columns([Of::Columns, Of::ChangedAt])
            .to_owned();
        import_mapping::Entity::insert(memory).on_conflict(replaced).exec_without_returning(tx.on()).await?;
    }
    // The event wakes the worker at once.
    Ok(tx.commit(id).await?)
}

/// Has what is new in a list written.
pub async fn import_apply(
    request: &RequestContext,
    id: ImportId,
    version: i32,
) -> Result<ImportId, ActionError<ImportApplyErrorCode>> {
    let list = reads::import(request, id).await?.import;
    if list.state != ImportState::Validated {
        let message = "wait until the import is VALIDATED; it can be changed and applied only then";
        return Err(ActionError::one("importId", ImportApplyErrorCode::NotNow, message));
    }
    if list.new == 0 {
        let message = "correct the rows with errors, or change the field of a column";
        return Err(ActionError::one("importId", ImportApplyErrorCode::NothingNew, message));
    }
    let tx = request.begin().await?;
    let writing = import::ActiveModel {
        state: Set(ImportState::Applying),
        failure: Set(None),
        done: Set(0),
        next_part: Set(0),
        tries: Set(0),
        ..Default::default()
    };
    step(&tx, &list, version, writing).await?;
    let subjects = vec![(list.organisation_id, id.0)];
    tx.record(DomainEvent::new(LIST_TAKEN, subjects).fields([ChangedImportField::State]));
    Ok(tx.commit(id).await?)
}

/// Deletes an import with its contents; its row counts stay.
pub async fn import_delete(
    request: &RequestContext,
    id: ImportId,
    version: i32,
) -> Result<ImportId, ActionError<ImportDeleteErrorCode>> {
    let found =
        visible::imports(request.viewer()?).filter(import::Column::Id.eq(id)).one(request.read()).await?;
    let list = found.ok_or(DomainError::NotFound("import"))?;
    if list.state == ImportState::Applying {
        let message = "wait until the import is recorded, then delete it";
        return Err(ActionError::one("importId", ImportDeleteErrorCode::NotNow, message));
    }
    if list.version != version {
        return Err(DomainError::stale().into());
    }
    let tx = request.begin().await?;
    if list.state != ImportState::Deleted {
        delete_contents(&tx, &list).await?;
        tx.record(DomainEvent::new(LIST_THROWN_AWAY, vec![(list.organisation_id, id.0)]));
    }
    let given = tx.commit(id).await?;
    request.app.sealing.forget(list.key_id);
    Ok(given)
}

/// Deletes the contents of an import, and the key that encrypted them.
pub(super) async fn delete_contents(tx: &Tx, list: &import::Model) -> Result<(), DomainError> {
    let gone = import::ActiveModel {
        state: Set(ImportState::Deleted),
        name: Set(entities::sealed::Sealed(Vec::new())),
        digest: Set(None),
        columns: Set(None),
        sheets: Set(None),
        header: Set(None),
        parts: Set(0),
        ..Default::default()
    };
    step(tx, list, list.version, gone).await?;
    delete_parts(tx, list.id).await?;
    sealing::destroy(tx, list.key_id).await
}

pub(super) async fn delete_parts(tx: &Tx, id: ImportId) -> Result<(), DomainError> {
    let parts = import_part::Entity::delete_many().filter(import_part::Column::ImportId.eq(id));
    parts.exec(tx.on()).await?;
    Ok(())
}

/// Changes the state of an import, if it has not changed in between.
pub(super) async fn step(
    tx: &Tx,
    list: &import::Model,
    version: i32,
    mut change: import::ActiveModel,
) -> Result<(), DomainError> {
    change.changed_at = Set(tx.now());
    let change = import::Entity::update_many()
        .set(change)
        .filter(import::Column::Id.eq(list.id))
        .filter(import::Column::State.eq(list.state));
    update_at_version(tx, change, import::Column::Version, version).await
}

/// A list that cannot go on is parked, with why; nothing of a file that cannot be read is kept.
pub(super) async fn pause(tx: &Tx, list: &import::Model, failure: ImportFailure) -> Result<(), DomainError> {
    let state = match list.state {
        // The validated rows stay visible, and may be applied again.
        ImportState::Applying => ImportState::Validated,
        _ => ImportState::Unreadable,
    };
    let parked = import::ActiveModel {
        state: Set(state),
        failure: Set(Some(failure)),
        tries: Set(0),
        ..Default::default()
    };
    step(tx, list, list.version, parked).await?;
    if state == ImportState::Unreadable { delete_parts(tx, list.id).await } else { Ok(()) }
}
