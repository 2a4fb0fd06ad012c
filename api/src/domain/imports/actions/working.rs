//! What the worker does with lists: it reads a file, judges its rows, writes what is new in it, and throws away
//! what has waited too long. Each step can be broken off at any moment and is gone on with: a part of a list and
//! how far the list has come are written in one transaction, behind the lease of the duty.

mod reading;
mod writing;

use std::sync::Arc;

use entities::{
    codes::{EventKind, ImportFault, ImportState, Origin},
    import, import_part,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use super::{
    super::{
        judging::Judge,
        model::{Column, Judged, Verdict},
        reads::{cell, key, opened, part, surroundings},
        stored,
    },
    deciding::{park, step, throw_away},
    uploading::must_bring_in,
};
use crate::{
    access::Viewer,
    db::{Happened, Stamp, Tx},
    events::{Lease, Progress},
    house::{Call, House},
    refusal::Refusal,
    sealing::DataKey,
    sheets::{meaning::dates_of, reading::Row},
};

/// The name of the duty and its lease.
pub const DUTY: &str = "lists";

/// A step that was begun so often and never ended is given up: the next attempt would end like these.
const TRIES: i32 = 3;
/// After how many seconds without a byte a file has stopped coming.
const STALLED: i64 = 3_600;

/// Goes on with the list that waits longest.
pub async fn work(house: &Arc<House>, lease: &Lease) -> Result<Progress, Refusal> {
    if let Some(list) = over(house).await? {
        return clear(house, lease, &list).await;
    }
    let waiting = [ImportState::Reading, ImportState::Judging, ImportState::Writing];
    let next = import::Entity::find()
        .filter(import::Column::State.is_in(waiting))
        .order_by_asc(import::Column::Tries)
        .order_by_asc(import::Column::ChangedAt)
        .one(house.db.read())
        .await?;
    let Some(list) = next else { return Ok(Progress::Idle) };
    match begin(house, lease, &list).await? {
        None => {}
        Some(working) => {
            let done = match list.state {
                ImportState::Reading => reading::read(&working).await,
                ImportState::Judging => judge(&working).await,
                _ => writing::write(&working).await,
            };
            match done {
                Ok(()) | Err(Refusal::Conflict { .. } | Refusal::NotFound(_)) => {}
                Err(refusal) => return Err(refusal),
            }
        }
    }
    Ok(Progress::More)
}

/// A list that somebody works on, in the name of whoever brought it in.
struct Working<'a> {
    house: &'a Arc<House>,
    lease: &'a Lease,
    list: import::Model,
    key: Arc<DataKey>,
    viewer: Viewer,
}

impl Working<'_> {
    /// A call at this moment.
    fn call(&self) -> Call {
        Call::new(self.house.clone(), Some(self.viewer.clone()))
    }

    /// What changes while the state stays: nothing of it where somebody else has moved the list.
    async fn note(&self, tx: &Tx, change: import::ActiveModel) -> Result<(), Refusal> {
        let moved = import::Entity::update_many()
            .set(change)
            .filter(import::Column::Id.eq(self.list.id))
            .filter(import::Column::Version.eq(self.list.version))
            .filter(import::Column::State.eq(self.list.state))
            .exec(tx.on())
            .await?;
        if moved.rows_affected == 0 { Err(Refusal::stale()) } else { Ok(()) }
    }
}

/// A list whose time is over, or whose file stopped coming.
async fn over(house: &House) -> Result<Option<import::Model>, Refusal> {
    let now = house.world.clock.now();
    let stalled = Condition::all()
        .add(import::Column::State.eq(ImportState::Uploading))
        .add(import::Column::ChangedAt.lt(now.plus_seconds(-STALLED)));
    let kept_long = Condition::all()
        .add(import::Column::State.ne(ImportState::Gone))
        .add(import::Column::GoneAt.lte(now));
    let found = import::Entity::find().filter(Condition::any().add(stalled).add(kept_long));
    Ok(found.one(house.db.read()).await?)
}

async fn clear(house: &House, lease: &Lease, list: &import::Model) -> Result<Progress, Refusal> {
    let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
    lease.fence(&tx).await?;
    if list.gone_at <= tx.now() {
        throw_away(&tx, list).await?;
        tx.record(
            Happened::new(EventKind::ListThrownAway, vec![(list.organisation_id, list.id.0)]).by_itself(),
        );
    } else {
        park(&tx, list, ImportFault::BrokenOff).await?;
    }
    tx.commit().await?;
    house.sealing.forget(list.key_id);
    Ok(Progress::More)
}

/// Begins a step: counts the attempt before it is made, since one that kills the process is an attempt too.
/// Nothing where the list cannot go on; it is parked then.
async fn begin<'a>(
    house: &'a Arc<House>,
    lease: &'a Lease,
    list: &import::Model,
) -> Result<Option<Working<'a>>, Refusal> {
    let now = house.world.clock.now();
    let viewer = Viewer::of_member(house.db.read(), list.member_id, Origin::System, now).await?;
    let viewer = viewer.filter(|viewer| must_bring_in(viewer, list.kind).is_ok());
    let fault = match &viewer {
        None => Some(ImportFault::NotAllowed),
        Some(_) if list.tries >= TRIES => Some(ImportFault::BrokenOff),
        Some(_) => None,
    };
    let tx = house.db.begin(Stamp::system(now)).await?;
    lease.fence(&tx).await?;
    let Some(viewer) = viewer.filter(|_| fault.is_none()) else {
        let fault = fault.unwrap_or(ImportFault::BrokenOff);
        tracing::warn!(list = %list.id.0, ?fault, "a list cannot go on");
        park(&tx, list, fault).await?;
        tx.commit().await?;
        return Ok(None);
    };
    let key = key(house, tx.on(), list).await?;
    let working = Working { house, lease, list: list.clone(), key, viewer };
    let begun =
        import::ActiveModel { tries: Set(list.tries + 1), changed_at: Set(tx.now()), ..Default::default() };
    working.note(&tx, begun).await?;
    tx.commit().await?;
    Ok(Some(working))
}

/// Judges every row, from the first on: what an earlier row says counts for the later ones.
async fn judge(working: &Working<'_>) -> Result<(), Refusal> {
    let columns = ordered(working).await?;
    let around = surroundings(&working.call()).await?;
    let some = rows_of(working, 0).await?;
    let mut judge = Judge::new(working.list.kind, &columns, &around, &some);
    let mut counts = Counts::default();
    for number in 0..working.list.parts {
        let rows = rows_of(working, number).await?;
        let outcomes = judge.judge(&working.call(), &rows).await?;
        let judged: Vec<_> = rows.iter().zip(outcomes).map(|(row, outcome)| outcome.of_row(row)).collect();
        let tx = working.house.db.begin(Stamp::system(working.house.world.clock.now())).await?;
        working.lease.fence(&tx).await?;
        let of_part = keep(working, &tx, number, &judged).await?;
        counts.add(&of_part);
        let mut change = counts.change();
        change.done = Set(counts.all());
        if number + 1 < working.list.parts {
            working.note(&tx, change).await?;
        } else {
            change.state = Set(ImportState::Judged);
            change.tries = Set(0);
            change.columns =
                Set(Some(working.key.seal_bytes(cell("columns", 0), &stored::columns_to(&columns)?)));
            step(&tx, &working.list, working.list.version, change).await?;
        }
        tx.commit().await?;
    }
    if working.list.parts == 0 {
        let tx = working.house.db.begin(Stamp::system(working.house.world.clock.now())).await?;
        park(&tx, &working.list, ImportFault::Empty).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The list's columns; of those whose order of dates nobody has said, the one that all of its dates tell.
async fn ordered(working: &Working<'_>) -> Result<Vec<Column>, Refusal> {
    let sealed = working.list.columns.as_ref().ok_or_else(Refusal::stale)?;
    let mut columns = stored::columns_from(&working.key.open_bytes(cell("columns", 0), sealed)?)?;
    let is_open =
        |column: &Column| column.dates.is_none() && column.field.is_some_and(|field| field.is_date());
    let open: Vec<usize> = (0..columns.len()).filter(|at| is_open(&columns[*at])).collect();
    if open.is_empty() {
        return Ok(columns);
    }
    let mut cells = vec![Vec::new(); open.len()];
    for number in 0..working.list.parts {
        for mut row in rows_of(working, number).await? {
            for (at, cells) in open.iter().zip(&mut cells) {
                cells.extend(row.cells.get_mut(*at).map(std::mem::take));
            }
        }
    }
    for (at, cells) in open.into_iter().zip(&cells) {
        columns[at].dates = dates_of(cells);
    }
    Ok(columns)
}

async fn rows_of(working: &Working<'_>, number: i32) -> Result<Vec<Row>, Refusal> {
    if working.list.parts == 0 {
        return Ok(Vec::new());
    }
    let part = part(working.house.db.read(), working.list.id, number).await?;
    Ok(opened(&working.key, &part)?.0)
}

/// How many rows are what.
#[derive(Clone, Default)]
struct Counts([i32; 4]);

impl Counts {
    fn of(judged: &[Judged]) -> Self {
        let count = |verdict| judged.iter().filter(|row| row.verdict == verdict).count() as i32;
        Self([Verdict::New, Verdict::Known, Verdict::Repeated, Verdict::Bad].map(count))
    }

    fn add(&mut self, other: &Self) {
        for (all, some) in self.0.iter_mut().zip(other.0) {
            *all += some;
        }
    }

    fn take(&mut self, other: [i32; 4]) {
        for (all, some) in self.0.iter_mut().zip(other) {
            *all -= some;
        }
    }

    fn all(&self) -> i32 {
        self.0.iter().sum()
    }

    fn change(&self) -> import::ActiveModel {
        let [new, known, repeated, bad] = self.0.map(Set);
        import::ActiveModel { new, known, repeated, bad, ..Default::default() }
    }
}

/// Keeps what the rows of a part were found to be.
async fn keep(working: &Working<'_>, tx: &Tx, number: i32, judged: &[Judged]) -> Result<Counts, Refusal> {
    let counts = Counts::of(judged);
    let [new, known, repeated, bad] = counts.0.map(Set);
    let sealed = working.key.seal_bytes(cell("verdicts", number), &stored::verdicts_to(judged)?);
    import_part::Entity::update_many()
        .set(import_part::ActiveModel {
            verdicts: Set(Some(sealed)),
            new,
            known,
            repeated,
            bad,
            ..Default::default()
        })
        .filter(import_part::Column::ImportId.eq(working.list.id))
        .filter(import_part::Column::Number.eq(number))
        .exec(tx.on())
        .await?;
    Ok(counts)
}
