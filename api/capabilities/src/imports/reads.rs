//! Imports, as the member who uploaded them reads them.

use std::{collections::HashMap, sync::Arc};

use entities::{
    codes::{LegalStatus, OrganisationKind},
    ids::ImportId,
    import, import_part, organisation,
};
use platform::{
    context::{AppState, RequestContext},
    error::DomainError,
    paging::{Page, Paged, bad_cursor},
    sealing::{Cell, DataKey},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use spreadsheets::{
    column_inference::{Gazetteer, Place, folded_words},
    reading::Row,
};
use uuid::Uuid;

use super::{
    cells::ReferenceNames,
    model::{Column, ImportRowStatus, RowResult},
    serialization,
};
use crate::imports::visible;

/// Cell of an import's contents, for their encryption. The key belongs to the import, so the part's number is enough.
pub fn cell(column: &'static str, part: i32) -> Cell {
    Cell::new("import", column, Uuid::from_u128(part.unsigned_abs().into()))
}

/// An import with its decrypted contents.
#[derive(Clone, Debug)]
pub struct ImportRow {
    pub import: import::Model,
    /// Empty if the import was deleted.
    pub name: String,
    pub columns: Vec<Column>,
    /// The other sheets of the workbook that hold something.
    pub sheets: Vec<String>,
}

/// A row of a list, with what it was found to be.
#[derive(Clone, Debug)]
pub struct ListRow {
    pub row: Row,
    pub result: RowResult,
}

/// The viewer's lists, newest first.
pub async fn imports(request: &RequestContext, page: &Page) -> Result<Paged<ImportRow>, DomainError> {
    let found = visible::imports(request.viewer()?);
    let total = if page.total { Some(found.clone().count(request.read()).await?) } else { None };
    let skip = page.skip()?;
    let rows = found
        .order_by_desc(import::Column::CreatedAt)
        .order_by_desc(import::Column::Id)
        .offset(skip)
        .limit(page.first + 1)
        .all(request.read())
        .await?;
    request.app.sealing.fetch(request.read(), rows.iter().map(|row| row.key_id)).await?;
    let mut opened = Vec::with_capacity(rows.len());
    for row in rows {
        opened.push(open(&request.app, request.read(), row).await?);
    }
    Ok(Paged::at(page, skip, opened, total))
}

/// An import of the viewer.
pub async fn import(request: &RequestContext, id: ImportId) -> Result<ImportRow, DomainError> {
    let row =
        visible::imports(request.viewer()?).filter(import::Column::Id.eq(id)).one(request.read()).await?;
    open(&request.app, request.read(), row.ok_or(DomainError::NotFound("import"))?).await
}

async fn open(
    app: &AppState,
    on: &impl ConnectionTrait,
    import: import::Model,
) -> Result<ImportRow, DomainError> {
    let name = app.sealing.open_if_there(on, cell("name", 0), &import.name).await?.unwrap_or_default();
    let (mut columns, mut sheets) = (Vec::new(), Vec::new());
    if let Some(sealed) = &import.columns {
        let key = app.sealing.key(on, import.key_id).await?;
        columns = serialization::columns_from(&key.open_bytes(cell("columns", 0), sealed)?)?;
        if let Some(sealed) = &import.sheets {
            sheets = serialization::names_from(&key.open_bytes(cell("sheets", 0), sealed)?)?;
        }
    }
    Ok(ImportRow { import, name, columns, sheets })
}

/// The key of a list.
pub async fn key(
    app: &AppState,
    on: &impl ConnectionTrait,
    import: &import::Model,
) -> Result<Arc<DataKey>, DomainError> {
    app.sealing.key(on, import.key_id).await
}

/// A part of an import: its rows, with their validation if there is one.
pub fn opened(key: &DataKey, part: &import_part::Model) -> Result<(Vec<Row>, Vec<RowResult>), DomainError> {
    let rows = serialization::rows_from(&key.open_bytes(cell("content", part.number), &part.content)?)?;
    let result = match &part.row_statuses {
        None => Vec::new(),
        Some(sealed) => {
            serialization::statuses_from(&key.open_bytes(cell("verdicts", part.number), sealed)?, &rows)?
        }
    };
    Ok((rows, result))
}

/// A part of an import.
pub async fn part(
    on: &impl ConnectionTrait,
    import: ImportId,
    number: i32,
) -> Result<import_part::Model, DomainError> {
    let found = import_part::Entity::find_by_id((import, number)).one(on).await?;
    found.ok_or_else(|| DomainError::Internal("a part of an import is missing".to_owned()))
}

/// Validated rows of one of the viewer's imports, with one status if given.
pub async fn rows(
    request: &RequestContext,
    list: &ImportRow,
    status: Option<ImportRowStatus>,
    page: &Page,
) -> Result<Paged<ListRow>, DomainError> {
    let (mut number, mut within) = match &page.after {
        None => (0, 0),
        Some(cursor) => after(cursor).ok_or_else(bad_cursor)?,
    };
    let import = &list.import;
    let total = status.map_or(import.total, |status| match status {
        ImportRowStatus::New => import.new,
        ImportRowStatus::Existing => import.existing,
        ImportRowStatus::Duplicate => import.duplicate,
        ImportRowStatus::Invalid => import.invalid,
    });
    let mut found: Vec<(String, ListRow)> = Vec::new();
    if list.columns.is_empty() {
        return Ok(Paged { rows: found, has_next: false, has_previous: false, total: Some(0) });
    }
    let key = key(&request.app, request.read(), import).await?;
    while found.len() as u64 <= page.first {
        let Some(part) = next_part(request, import.id, number, status).await? else { break };
        let (rows, result) = opened(&key, &part)?;
        let skipped = if part.number == number { within } else { 0 };
        for (at, (row, result)) in rows.into_iter().zip(result).enumerate().skip(skipped) {
            if status.is_none_or(|status| result.status == status) {
                found.push((format!("r{}-{at}", part.number), ListRow { row, result }));
            }
        }
        (number, within) = (part.number + 1, 0);
    }
    let has_next = found.len() as u64 > page.first;
    found.truncate(page.first as usize);
    Ok(Paged { rows: found, has_next, has_previous: page.after.is_some(), total: u64::try_from(total).ok() })
}

/// The part and the row behind a cursor.
fn after(cursor: &str) -> Option<(i32, usize)> {
    let (part, row) = cursor.strip_prefix('r')?.split_once('-')?;
    Some((part.parse().ok()?, row.parse::<usize>().ok()?.checked_add(1)?))
}

/// First validated part from a number on that has rows of a status.
async fn next_part(
    request: &RequestContext,
    import: ImportId,
    from: i32,
    status: Option<ImportRowStatus>,
) -> Result<Option<import_part::Model>, DomainError> {
    let mut found = import_part::Entity::find()
        .filter(import_part::Column::ImportId.eq(import))
        .filter(import_part::Column::Number.gte(from))
        .filter(import_part::Column::RowStatuses.is_not_null());
    if let Some(status) = status {
        let count = match status {
            ImportRowStatus::New => import_part::Column::New,
            ImportRowStatus::Existing => import_part::Column::Existing,
            ImportRowStatus::Duplicate => import_part::Column::Duplicate,
            ImportRowStatus::Invalid => import_part::Column::Invalid,
        };
        found = found.filter(count.gt(0));
    }
    Ok(found.order_by_asc(import_part::Column::Number).one(request.read()).await?)
}

/// Names and defaults that a list does not contain, as the viewer's organisation knows them.
pub async fn reference_names(request: &RequestContext) -> Result<ReferenceNames, DomainError> {
    let viewer = request.viewer()?;
    let holder = crate::network::visible::organisations(viewer)
        .filter(organisation::Column::Id.eq(viewer.organisation))
        .one(request.read())
        .await?
        .ok_or_else(|| DomainError::Internal("the viewer's organisation is missing".to_owned()))?;
    let reference_data = &request.app.reference_data;
    let places: Vec<_> = reference_data
        .provinces()
        .iter()
        .flat_map(|province| reference_data.municipalities_of(&province.code))
        .collect();
    let gazetteer = Gazetteer::new(places.iter().enumerate().map(|(id, place)| Place {
        id,
        province: &place.province,
        name: &place.name,
        name_local: &place.name_local,
    }));
    let prisons = crate::network::visible::organisations(viewer)
        .filter(organisation::Column::Kind.eq(OrganisationKind::Prison))
        .all(request.read())
        .await?;
    let prisons: HashMap<_, _> =
        prisons.into_iter().map(|row| (folded_words(&row.name).join(" "), row.id)).collect();
    let in_custody = holder.kind == OrganisationKind::Prison;
    Ok(ReferenceNames {
        gazetteer,
        municipalities: places.iter().map(|place| place.id).collect(),
        prisons,
        language: holder.language,
        legal_status: if in_custody { LegalStatus::InCustody } else { LegalStatus::Unknown },
    })
}
