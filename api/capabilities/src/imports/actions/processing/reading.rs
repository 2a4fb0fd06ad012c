//! A file, read into rows, which take its place.

use entities::{
    codes::{ImportFailure, ImportState},
    import, import_mapping,
};
use platform::{db::AuditContext, error::DomainError, sealing::proof};
use sea_orm::{ActiveValue::Set, EntityTrait};
use spreadsheets::reading::{Form, Limits, Row, Unreadable, Workbook};

use super::{
    super::{
        steps::{delete_parts, pause, step},
        uploading::add_part,
    },
    ImportTask,
};
use crate::imports::{
    model::{Column, columns},
    reads::{cell, part},
    serialization,
    validation::TOGETHER,
};

/// A file that was read: what its columns seem to be, and its rows, some hundred in a part.
struct Understood {
    columns: Vec<Column>,
    /// The sheets of the workbook that are not read.
    others: Vec<String>,
    header: String,
    parts: Vec<Vec<u8>>,
    total: i32,
}

/// Reads the file, and puts its rows in its place.
pub(super) async fn read(task: &ImportTask<'_>) -> Result<(), DomainError> {
    let ImportTask { app, list, .. } = task;
    let mut bytes = Vec::new();
    for number in 0..list.parts {
        let piece = part(app.db.read(), list.id, number).await?;
        bytes.extend(task.key.open_bytes(cell("content", number), &piece.content)?);
    }
    let (kind, today) = (list.kind, task.request().today());
    // A file can be made to use seconds of the processor, which other requests need.
    let reading = move || -> Result<Result<Understood, DomainError>, Unreadable> {
        let book = Workbook::open(bytes, Limits::default())?;
        Ok(understood(columns(kind, &book, today), &book))
    };
    let understood = tokio::task::spawn_blocking(reading)
        .await
        .map_err(|broke| DomainError::Internal(format!("reading an import was interrupted: {broke}")))?;
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    task.hold(&tx).await?;
    let mut understood = match understood {
        Ok(understood) => understood?,
        Err(why) => {
            pause(&tx, list, failure_of(why)).await?;
            return Ok(tx.commit().await?);
        }
    };
    let purpose = format!("header row of {}", list.organisation_id.0);
    let header = proof(&app.sealing.proof_key(&purpose), &understood.header);
    let memory = (list.organisation_id, list.kind, header.clone());
    if let Some(said) = import_mapping::Entity::find_by_id(memory).one(tx.on()).await? {
        serialization::remember(&mut understood.columns, &said.columns)?;
    }
    delete_parts(&tx, list.id).await?;
    let parts = i32::try_from(understood.parts.len()).unwrap_or(i32::MAX);
    for (number, content) in (0_i32..).zip(&understood.parts) {
        add_part(&tx, &task.key, list.id, number, content).await?;
    }
    let columns = task.key.seal_bytes(cell("columns", 0), &serialization::columns_to(&understood.columns)?);
    let sheets = task.key.seal_bytes(cell("sheets", 0), &serialization::names_to(&understood.others)?);
    let judging = import::ActiveModel {
        state: Set(ImportState::Validating),
        sheets: Set(Some(sheets)),
        columns: Set(Some(columns)),
        header: Set(Some(header)),
        parts: Set(parts),
        total: Set(understood.total),
        tries: Set(0),
        ..Default::default()
    };
    step(&tx, list, list.version, judging).await?;
    Ok(tx.commit().await?)
}

fn understood(columns: Vec<Column>, book: &Workbook) -> Result<Understood, DomainError> {
    let (mut parts, mut total) = (Vec::new(), 0);
    let mut rows = book.rows();
    loop {
        let some: Vec<Row> = rows.by_ref().take(TOGETHER).collect();
        if some.is_empty() {
            break;
        }
        total += some.len();
        parts.push(serialization::rows_to(&some)?);
    }
    let total = i32::try_from(total).unwrap_or(i32::MAX);
    let others = match book.form() {
        Form::Excel { others, .. } => others.clone(),
        Form::Separated { .. } => Vec::new(),
    };
    Ok(Understood { columns, others, header: book.header().join("\u{1f}"), parts, total })
}

fn failure_of(why: Unreadable) -> ImportFailure {
    match why {
        Unreadable::Empty => ImportFailure::Empty,
        Unreadable::TooLarge => ImportFailure::TooLarge,
        Unreadable::TooManyColumns => ImportFailure::TooManyColumns,
        Unreadable::TooManyRows => ImportFailure::TooManyRows,
        Unreadable::Protected => ImportFailure::Protected,
        Unreadable::NotASpreadsheet => ImportFailure::NotASpreadsheet,
        Unreadable::Damaged => ImportFailure::Damaged,
        Unreadable::DecompressedTooLarge => ImportFailure::DecompressedTooLarge,
    }
}
