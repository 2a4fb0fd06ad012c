//! A file, read into rows, which take its place.

use entities::{
    codes::{ImportFault, ImportState},
    import, import_memory,
};
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{
    super::{
        deciding::{forget_parts, park, step},
        uploading::add_part,
    },
    Working,
};
use crate::{
    db::Stamp,
    domain::imports::{
        judging::TOGETHER,
        model::{Column, columns},
        reads::{cell, part},
        stored,
    },
    refusal::Refusal,
    sealing::proof,
    sheets::reading::{Form, Limits, Row, Unreadable, Workbook},
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
pub(super) async fn read(working: &Working<'_>) -> Result<(), Refusal> {
    let Working { house, lease, list, .. } = working;
    let mut bytes = Vec::new();
    for number in 0..list.parts {
        let piece = part(house.db.read(), list.id, number).await?;
        bytes.extend(working.key.open_bytes(cell("content", number), &piece.content)?);
    }
    let (kind, today) = (list.kind, working.call().today());
    // A file can be made to cost seconds of the processor, which others need meanwhile.
    let reading = move || -> Result<Result<Understood, Refusal>, Unreadable> {
        let book = Workbook::open(bytes, Limits::default())?;
        Ok(understood(columns(kind, &book, today), &book))
    };
    let understood = tokio::task::spawn_blocking(reading)
        .await
        .map_err(|broke| Refusal::Internal(format!("reading a list broke off: {broke}")))?;
    let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
    lease.fence(&tx).await?;
    let mut understood = match understood {
        Ok(understood) => understood?,
        Err(why) => {
            park(&tx, list, fault_of(why)).await?;
            return Ok(tx.commit().await?);
        }
    };
    let purpose = format!("header row of {}", list.organisation_id.0);
    let header = proof(&house.sealing.proof_key(&purpose), &understood.header);
    let memory = (list.organisation_id, list.kind, header.clone());
    if let Some(said) = import_memory::Entity::find_by_id(memory).one(tx.on()).await? {
        stored::remember(&mut understood.columns, &said.meaning)?;
    }
    forget_parts(&tx, list.id).await?;
    let parts = i32::try_from(understood.parts.len()).unwrap_or(i32::MAX);
    for (number, content) in (0_i32..).zip(&understood.parts) {
        add_part(&tx, &working.key, list.id, number, content).await?;
    }
    let columns = working.key.seal_bytes(cell("columns", 0), &stored::columns_to(&understood.columns)?);
    let sheets = working.key.seal_bytes(cell("sheets", 0), &stored::names_to(&understood.others)?);
    let judging = import::ActiveModel {
        state: Set(ImportState::Judging),
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

fn understood(columns: Vec<Column>, book: &Workbook) -> Result<Understood, Refusal> {
    let (mut parts, mut total) = (Vec::new(), 0);
    let mut rows = book.rows();
    loop {
        let some: Vec<Row> = rows.by_ref().take(TOGETHER).collect();
        if some.is_empty() {
            break;
        }
        total += some.len();
        parts.push(stored::rows_to(&some)?);
    }
    let total = i32::try_from(total).unwrap_or(i32::MAX);
    let others = match book.form() {
        Form::Excel { others, .. } => others.clone(),
        Form::Separated { .. } => Vec::new(),
    };
    Ok(Understood { columns, others, header: book.header().join("\u{1f}"), parts, total })
}

fn fault_of(why: Unreadable) -> ImportFault {
    match why {
        Unreadable::Empty => ImportFault::Empty,
        Unreadable::TooLarge => ImportFault::TooLarge,
        Unreadable::TooManyColumns => ImportFault::TooManyColumns,
        Unreadable::TooManyRows => ImportFault::TooManyRows,
        Unreadable::Protected => ImportFault::Protected,
        Unreadable::NotASpreadsheet => ImportFault::NotASpreadsheet,
        Unreadable::Damaged => ImportFault::Damaged,
        Unreadable::SwellsTooMuch => ImportFault::SwellsTooMuch,
    }
}
