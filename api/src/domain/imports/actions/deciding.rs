//! What whoever brought a list in decides about it.

use entities::{
    codes::{EventKind, ImportFault, ImportState},
    ids::ImportId,
    import, import_memory, import_part,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};

use super::super::{
    model::{NotSo, Said, correct_at},
    reads::{self, cell},
    stored,
};
use crate::{
    access::visible,
    db::{Happened, Tx},
    house::Call,
    refusal::{Failure, Problem, Refusal},
    sealing,
    words::words,
};

words! {
    /// Why columns cannot be corrected like this.
    ImportCorrectErrorCode {
        NotNow = "NOT_NOW": "The list is not waiting for a decision.",
        Twice = "TWICE": "Another column is taken for the same.",
        Unknown = "UNKNOWN": "There is no such column, or no such field in this kind of list.",
    }
}
words! {
    /// Why a list cannot be taken.
    ImportTakeErrorCode {
        NotNow = "NOT_NOW": "The list is not waiting for a decision.",
        NothingNew = "NOTHING_NEW": "There is no good row in it that is not there already.",
    }
}
words! {
    /// Why a list cannot be thrown away.
    ImportDiscardErrorCode {
        NotNow = "NOT_NOW": "It is being written; throw it away when that is done.",
    }
}

/// Takes columns for what somebody says of them, remembers it for the next list with the same header row, and
/// has the rows judged anew.
pub async fn import_correct(
    call: &Call,
    id: ImportId,
    version: i32,
    said: Vec<Said>,
) -> Result<ImportId, Failure<ImportCorrectErrorCode>> {
    let list = reads::import(call, id).await?;
    if list.import.state != ImportState::Judged {
        let message = "it must be judged and not taken yet";
        return Err(Failure::one("importId", ImportCorrectErrorCode::NotNow, message));
    }
    let mut columns = list.columns;
    let wrong = correct_at(list.import.kind, &mut columns, &said).into_iter().map(|(n, why)| {
        let path = format!("columns.{n}.field");
        match why {
            NotSo::Unknown => {
                let message = "name a column of the list and a field of this kind of list";
                Problem::at(&path, ImportCorrectErrorCode::Unknown, message)
            }
            NotSo::Twice => {
                let message = "only one column can be this";
                Problem::at(&path, ImportCorrectErrorCode::Twice, message)
            }
        }
    });
    Failure::unless_empty(wrong.collect())?;
    let tx = call.begin().await?;
    let key = reads::key(&call.house, tx.on(), &list.import).await?;
    let sealed = key.seal_bytes(cell("columns", 0), &stored::columns_to(&columns)?);
    let judging = import::ActiveModel {
        state: Set(ImportState::Judging),
        fault: Set(None),
        columns: Set(Some(sealed)),
        done: Set(0),
        next_part: Set(0),
        tries: Set(0),
        ..Default::default()
    };
    step(&tx, &list.import, version, judging).await?;
    if let Some(header) = list.import.header {
        let memory = import_memory::ActiveModel {
            organisation_id: Set(list.import.organisation_id),
            kind: Set(list.import.kind),
            header: Set(header),
            meaning: Set(stored::meaning_to(&columns)?),
            changed_at: Set(tx.now()),
        };
        use import_memory::Column as Of;
        let replaced = OnConflict::columns([Of::OrganisationId, Of::Kind, Of::Header])
            .update_columns([Of::Meaning, Of::ChangedAt])
            .to_owned();
        import_memory::Entity::insert(memory).on_conflict(replaced).exec_without_returning(tx.on()).await?;
    }
    // The worker looks at once where something happened.
    Ok(tx.commit(id).await?)
}

/// Has what is new in a list written.
pub async fn import_take(
    call: &Call,
    id: ImportId,
    version: i32,
) -> Result<ImportId, Failure<ImportTakeErrorCode>> {
    let list = reads::import(call, id).await?.import;
    if list.state != ImportState::Judged {
        let message = "it must be judged and not taken yet";
        return Err(Failure::one("importId", ImportTakeErrorCode::NotNow, message));
    }
    if list.new == 0 {
        let message = "mend the bad rows, or correct what a column is";
        return Err(Failure::one("importId", ImportTakeErrorCode::NothingNew, message));
    }
    let tx = call.begin().await?;
    let writing = import::ActiveModel {
        state: Set(ImportState::Writing),
        fault: Set(None),
        done: Set(0),
        next_part: Set(0),
        tries: Set(0),
        ..Default::default()
    };
    step(&tx, &list, version, writing).await?;
    tx.record(Happened::new(EventKind::ListTaken, vec![(list.organisation_id, id.0)]));
    Ok(tx.commit(id).await?)
}

/// Throws a list away, with all that is in it; its numbers stay.
pub async fn import_discard(
    call: &Call,
    id: ImportId,
    version: i32,
) -> Result<ImportId, Failure<ImportDiscardErrorCode>> {
    let found = visible::imports(call.viewer()?).filter(import::Column::Id.eq(id)).one(call.read()).await?;
    let list = found.ok_or(Refusal::NotFound("list"))?;
    if list.state == ImportState::Writing {
        let message = "wait until it is written";
        return Err(Failure::one("importId", ImportDiscardErrorCode::NotNow, message));
    }
    if list.version != version {
        return Err(Refusal::stale().into());
    }
    let tx = call.begin().await?;
    if list.state != ImportState::Gone {
        throw_away(&tx, &list).await?;
        tx.record(Happened::new(EventKind::ListThrownAway, vec![(list.organisation_id, id.0)]));
    }
    let given = tx.commit(id).await?;
    call.house.sealing.forget(list.key_id);
    Ok(given)
}

/// What is in a list goes, and the key that sealed it.
pub(super) async fn throw_away(tx: &Tx, list: &import::Model) -> Result<(), Refusal> {
    let gone = import::ActiveModel {
        state: Set(ImportState::Gone),
        name: Set(entities::sealed::Sealed(Vec::new())),
        digest: Set(None),
        columns: Set(None),
        sheets: Set(None),
        header: Set(None),
        parts: Set(0),
        ..Default::default()
    };
    step(tx, list, list.version, gone).await?;
    forget_parts(tx, list.id).await?;
    sealing::destroy(tx, list.key_id).await
}

pub(super) async fn forget_parts(tx: &Tx, id: ImportId) -> Result<(), Refusal> {
    let parts = import_part::Entity::delete_many().filter(import_part::Column::ImportId.eq(id));
    parts.exec(tx.on()).await?;
    Ok(())
}

/// Changes where a list stands, if nobody else has.
pub(super) async fn step(
    tx: &Tx,
    list: &import::Model,
    version: i32,
    mut change: import::ActiveModel,
) -> Result<(), Refusal> {
    change.version = Set(version + 1);
    change.changed_at = Set(tx.now());
    let moved = import::Entity::update_many()
        .set(change)
        .filter(import::Column::Id.eq(list.id))
        .filter(import::Column::Version.eq(version))
        .filter(import::Column::State.eq(list.state))
        .exec(tx.on())
        .await?;
    if moved.rows_affected == 0 { Err(Refusal::stale()) } else { Ok(()) }
}

/// A list that cannot go on is parked, with why; nothing of a file that cannot be read is kept.
pub(super) async fn park(tx: &Tx, list: &import::Model, fault: ImportFault) -> Result<(), Refusal> {
    let state = match list.state {
        // What was judged stays to be looked at, and may be tried again.
        ImportState::Writing => ImportState::Judged,
        _ => ImportState::Unreadable,
    };
    let parked = import::ActiveModel {
        state: Set(state),
        fault: Set(Some(fault)),
        tries: Set(0),
        ..Default::default()
    };
    step(tx, list, list.version, parked).await?;
    if state == ImportState::Unreadable { forget_parts(tx, list.id).await } else { Ok(()) }
}
