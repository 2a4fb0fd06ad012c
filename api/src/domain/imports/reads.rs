//! Lists that are brought in, read by whoever brought them.

use std::{collections::HashMap, sync::Arc};

use entities::{
    codes::{LegalStatus, OrganisationKind},
    ids::ImportId,
    import, import_part, organisation,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{
    cells::Surroundings,
    model::{Column, Judged, Verdict},
    stored,
};
use crate::{
    access::visible,
    house::{Call, House},
    paging::{Page, Paged, bad_cursor},
    refusal::Refusal,
    sealing::{Cell, DataKey},
    sheets::{
        meaning::{Gazetteer, Place, folded_words},
        reading::Row,
    },
};

/// Where what is in a list stands, for its seal. The key is the list's own, so the number of the part is enough.
pub fn cell(column: &'static str, part: i32) -> Cell {
    Cell::new("import", column, Uuid::from_u128(part.unsigned_abs().into()))
}

/// A list, with what it says opened.
#[derive(Clone, Debug)]
pub struct ImportRow {
    pub import: import::Model,
    /// Empty where it was thrown away.
    pub name: String,
    pub columns: Vec<Column>,
    /// The other sheets of the workbook that hold something.
    pub sheets: Vec<String>,
}

/// A row of a list, with what it was found to be.
#[derive(Clone, Debug)]
pub struct ListRow {
    pub row: Row,
    pub judged: Judged,
}

/// The viewer's lists, newest first.
pub async fn imports(call: &Call, page: &Page) -> Result<Paged<ImportRow>, Refusal> {
    let found = visible::imports(call.viewer()?);
    let total = if page.total { Some(found.clone().count(call.read()).await?) } else { None };
    let skip = page.skip()?;
    let rows = found
        .order_by_desc(import::Column::CreatedAt)
        .order_by_desc(import::Column::Id)
        .offset(skip)
        .limit(page.first + 1)
        .all(call.read())
        .await?;
    call.house.sealing.fetch(call.read(), rows.iter().map(|row| row.key_id)).await?;
    let mut opened = Vec::with_capacity(rows.len());
    for row in rows {
        opened.push(open(&call.house, call.read(), row).await?);
    }
    Ok(Paged::at(page, skip, opened, total))
}

/// One of the viewer's lists.
pub async fn import(call: &Call, id: ImportId) -> Result<ImportRow, Refusal> {
    let row = visible::imports(call.viewer()?).filter(import::Column::Id.eq(id)).one(call.read()).await?;
    open(&call.house, call.read(), row.ok_or(Refusal::NotFound("list"))?).await
}

async fn open(house: &House, on: &impl ConnectionTrait, import: import::Model) -> Result<ImportRow, Refusal> {
    let name = house.sealing.open_if_there(on, cell("name", 0), &import.name).await?.unwrap_or_default();
    let (mut columns, mut sheets) = (Vec::new(), Vec::new());
    if let Some(sealed) = &import.columns {
        let key = house.sealing.key(on, import.key_id).await?;
        columns = stored::columns_from(&key.open_bytes(cell("columns", 0), sealed)?)?;
        if let Some(sealed) = &import.sheets {
            sheets = stored::names_from(&key.open_bytes(cell("sheets", 0), sealed)?)?;
        }
    }
    Ok(ImportRow { import, name, columns, sheets })
}

/// The key of a list.
pub async fn key(
    house: &House,
    on: &impl ConnectionTrait,
    import: &import::Model,
) -> Result<Arc<DataKey>, Refusal> {
    house.sealing.key(on, import.key_id).await
}

/// A part of a list: its rows, and what they were found to be, where they were judged.
pub fn opened(key: &DataKey, part: &import_part::Model) -> Result<(Vec<Row>, Vec<Judged>), Refusal> {
    let rows = stored::rows_from(&key.open_bytes(cell("content", part.number), &part.content)?)?;
    let judged = match &part.verdicts {
        None => Vec::new(),
        Some(sealed) => {
            stored::verdicts_from(&key.open_bytes(cell("verdicts", part.number), sealed)?, &rows)?
        }
    };
    Ok((rows, judged))
}

/// One part of a list.
pub async fn part(
    on: &impl ConnectionTrait,
    import: ImportId,
    number: i32,
) -> Result<import_part::Model, Refusal> {
    let found = import_part::Entity::find_by_id((import, number)).one(on).await?;
    found.ok_or_else(|| Refusal::Internal("a part of a list is missing".to_owned()))
}

/// Rows of one of the viewer's lists, as far as they are judged; of one verdict, where it is named.
pub async fn rows(
    call: &Call,
    list: &ImportRow,
    verdict: Option<Verdict>,
    page: &Page,
) -> Result<Paged<ListRow>, Refusal> {
    let (mut number, mut within) = match &page.after {
        None => (0, 0),
        Some(cursor) => after(cursor).ok_or_else(bad_cursor)?,
    };
    let import = &list.import;
    let total = verdict.map_or(import.total, |verdict| match verdict {
        Verdict::New => import.new,
        Verdict::Known => import.known,
        Verdict::Repeated => import.repeated,
        Verdict::Bad => import.bad,
    });
    let mut found: Vec<(String, ListRow)> = Vec::new();
    if list.columns.is_empty() {
        return Ok(Paged { rows: found, has_next: false, has_previous: false, total: Some(0) });
    }
    let key = key(&call.house, call.read(), import).await?;
    while found.len() as u64 <= page.first {
        let Some(part) = next_part(call, import.id, number, verdict).await? else { break };
        let (rows, judged) = opened(&key, &part)?;
        let skipped = if part.number == number { within } else { 0 };
        for (at, (row, judged)) in rows.into_iter().zip(judged).enumerate().skip(skipped) {
            if verdict.is_none_or(|verdict| judged.verdict == verdict) {
                found.push((format!("r{}-{at}", part.number), ListRow { row, judged }));
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

/// The first judged part from a number on that has rows of a verdict.
async fn next_part(
    call: &Call,
    import: ImportId,
    from: i32,
    verdict: Option<Verdict>,
) -> Result<Option<import_part::Model>, Refusal> {
    let mut found = import_part::Entity::find()
        .filter(import_part::Column::ImportId.eq(import))
        .filter(import_part::Column::Number.gte(from))
        .filter(import_part::Column::Verdicts.is_not_null());
    if let Some(verdict) = verdict {
        let count = match verdict {
            Verdict::New => import_part::Column::New,
            Verdict::Known => import_part::Column::Known,
            Verdict::Repeated => import_part::Column::Repeated,
            Verdict::Bad => import_part::Column::Bad,
        };
        found = found.filter(count.gt(0));
    }
    Ok(found.order_by_asc(import_part::Column::Number).one(call.read()).await?)
}

/// What a list says by itself of nobody, as the viewer's organisation knows it.
pub async fn surroundings(call: &Call) -> Result<Surroundings, Refusal> {
    let viewer = call.viewer()?;
    let holder = visible::organisations(viewer)
        .filter(organisation::Column::Id.eq(viewer.organisation))
        .one(call.read())
        .await?
        .ok_or_else(|| Refusal::Internal("the viewer's organisation is missing".to_owned()))?;
    let atlas = &call.house.atlas;
    let places: Vec<_> =
        atlas.provinces().iter().flat_map(|province| atlas.municipalities_of(&province.code)).collect();
    let gazetteer = Gazetteer::new(places.iter().enumerate().map(|(id, place)| Place {
        id,
        province: &place.province,
        name: &place.name,
        name_local: &place.name_local,
    }));
    let prisons = visible::organisations(viewer)
        .filter(organisation::Column::Kind.eq(OrganisationKind::Prison))
        .all(call.read())
        .await?;
    let prisons: HashMap<_, _> =
        prisons.into_iter().map(|row| (folded_words(&row.name).join(" "), row.id)).collect();
    let in_custody = holder.kind == OrganisationKind::Prison;
    Ok(Surroundings {
        gazetteer,
        municipalities: places.iter().map(|place| place.id).collect(),
        prisons,
        language: holder.language,
        legal_status: if in_custody { LegalStatus::InCustody } else { LegalStatus::Unknown },
    })
}
