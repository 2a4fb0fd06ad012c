//! Background job of imports: it reads a file, validates its rows, records the new ones, and deletes expired imports.
//! Each step can be interrupted at any moment and is continued: a part of a list and the progress of the import are
//! written in one transaction, fenced by the lease of the job.

mod reading;
mod writing;

use std::sync::Arc;

use entities::{
    codes::{ImportFailure, ImportState, Origin},
    import, import_part,
};
use platform::{
    access::Viewer,
    context::{AppState, RequestContext},
    db::{AuditContext, DomainEvent, Tx, locks},
    error::DomainError,
    events::{Lease, Progress},
    sealing::DataKey,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use spreadsheets::{column_inference::dates_of, reading::Row};

use super::{
    super::{
        model::{Column, ImportRowStatus, RowResult},
        reads::{cell, key, opened, part, reference_names},
        serialization,
        validation::RowValidator,
    },
    steps::{delete_contents, pause, step},
    uploading::must_bring_in,
};
use crate::imports::events::LIST_THROWN_AWAY;

/// Name of the job and its lease.
pub const JOB: &str = "imports";

/// A step that was begun so often and never ended is given up: the next attempt would end like these.
const TRIES: i32 = 3;
/// After how many seconds without a byte a file has stopped coming.
const STALLED: i64 = 3_600;

/// Goes on with the list that waits longest.
pub async fn process(app: &Arc<AppState>, lease: &Lease) -> Result<Progress, DomainError> {
    if let Some(list) = over(app).await? {
        return clear(app, lease, &list).await;
    }
    let waiting = [ImportState::Reading, ImportState::Validating, ImportState::Applying];
    let next = import::Entity::find()
        .filter(import::Column::State.is_in(waiting))
        .order_by_asc(import::Column::Tries)
        .order_by_asc(import::Column::ChangedAt)
        .one(app.db.read())
        .await?;
    let Some(list) = next else { return Ok(Progress::Idle) };
    match begin(app, lease, &list).await? {
        None => {}
        Some(task) => {
            let done = match list.state {
                ImportState::Reading => reading::read(&task).await,
                ImportState::Validating => validate(&task).await,
                _ => writing::write(&task).await,
            };
            match done {
                Ok(()) | Err(DomainError::Conflict { .. } | DomainError::NotFound(_)) => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(Progress::More)
}

/// An import in progress, in the name of the member who uploaded it.
struct ImportTask<'a> {
    app: &'a Arc<AppState>,
    lease: &'a Lease,
    list: import::Model,
    key: Arc<DataKey>,
    viewer: Viewer,
}

impl ImportTask<'_> {
    /// A call at this moment.
    fn request(&self) -> RequestContext {
        RequestContext::new(self.app.clone(), Some(self.viewer.clone()))
    }

    /// Checks that the import may be processed, and locks it: a deletion, for example, changes its parts. It must
    /// come first in a transaction.
    async fn hold(&self, tx: &Tx) -> Result<(), DomainError> {
        self.lease.fence(tx).await?;
        Ok(locks::import(tx, self.list.id).await?)
    }

    /// A change within the state; nothing is changed if the import has another state by now.
    async fn note(&self, tx: &Tx, change: import::ActiveModel) -> Result<(), DomainError> {
        let moved = import::Entity::update_many()
            .set(change)
            .filter(import::Column::Id.eq(self.list.id))
            .filter(import::Column::Version.eq(self.list.version))
            .filter(import::Column::State.eq(self.list.state))
            .exec(tx.on())
            .await?;
        if moved.rows_affected == 0 { Err(DomainError::stale()) } else { Ok(()) }
    }
}

/// A list whose time is over, or whose file stopped coming.
async fn over(app: &AppState) -> Result<Option<import::Model>, DomainError> {
    let now = app.env.clock.now();
    let stalled = Condition::all()
        .add(import::Column::State.eq(ImportState::Uploading))
        .add(import::Column::ChangedAt.lt(now.plus_seconds(-STALLED)));
    let kept_long = Condition::all()
        .add(import::Column::State.ne(ImportState::Deleted))
        .add(import::Column::ExpiresAt.lte(now));
    let found = import::Entity::find().filter(Condition::any().add(stalled).add(kept_long));
    Ok(found.one(app.db.read()).await?)
}

async fn clear(app: &AppState, lease: &Lease, list: &import::Model) -> Result<Progress, DomainError> {
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    lease.fence(&tx).await?;
    if list.expires_at <= tx.now() {
        delete_contents(&tx, list).await?;
        tx.record(DomainEvent::new(LIST_THROWN_AWAY, vec![(list.organisation_id, list.id.0)]).by_itself());
    } else {
        pause(&tx, list, ImportFailure::Interrupted).await?;
    }
    tx.commit().await?;
    app.sealing.forget(list.key_id);
    Ok(Progress::More)
}

/// Begins a step: counts the attempt before it is made, because one that kills the process counts too. `None` if the
/// import cannot continue; its processing stops then.
async fn begin<'a>(
    app: &'a Arc<AppState>,
    lease: &'a Lease,
    list: &import::Model,
) -> Result<Option<ImportTask<'a>>, DomainError> {
    let now = app.env.clock.now();
    let viewer = Viewer::of_member(app.db.read(), list.member_id, Origin::System, now).await?;
    let viewer = viewer.filter(|viewer| must_bring_in(viewer, list.kind).is_ok());
    let failure = match &viewer {
        None => Some(ImportFailure::NotAllowed),
        Some(_) if list.tries >= TRIES => Some(ImportFailure::Interrupted),
        Some(_) => None,
    };
    let tx = app.db.begin(AuditContext::system(now)).await?;
    lease.fence(&tx).await?;
    let Some(viewer) = viewer.filter(|_| failure.is_none()) else {
        let failure = failure.unwrap_or(ImportFailure::Interrupted);
        tracing::warn!(list = %list.id.0, ?failure, "an import has failed");
        pause(&tx, list, failure).await?;
        tx.commit().await?;
        return Ok(None);
    };
    let key = key(app, tx.on(), list).await?;
    let task = ImportTask { app, lease, list: list.clone(), key, viewer };
    let begun =
        import::ActiveModel { tries: Set(list.tries + 1), changed_at: Set(tx.now()), ..Default::default() };
    task.note(&tx, begun).await?;
    tx.commit().await?;
    Ok(Some(task))
}

/// Validates every row from the first on, because earlier rows count for duplicates.
async fn validate(task: &ImportTask<'_>) -> Result<(), DomainError> {
    let columns = ordered(task).await?;
    let around = reference_names(&task.request()).await?;
    let some = rows_of(task, 0).await?;
    let mut judge = RowValidator::new(task.list.kind, &columns, &around, &some);
    let mut counts = Counts::default();
    for number in 0..task.list.parts {
        let rows = rows_of(task, number).await?;
        let outcomes = judge.validate(&task.request(), &rows).await?;
        let result: Vec<_> = rows.iter().zip(outcomes).map(|(row, outcome)| outcome.of_row(row)).collect();
        let tx = task.app.db.begin(AuditContext::system(task.app.env.clock.now())).await?;
        task.hold(&tx).await?;
        let of_part = keep(task, &tx, number, &result).await?;
        counts.add(&of_part);
        let mut change = counts.change();
        change.done = Set(counts.all());
        if number + 1 < task.list.parts {
            task.note(&tx, change).await?;
        } else {
            change.state = Set(ImportState::Validated);
            change.tries = Set(0);
            change.columns =
                Set(Some(task.key.seal_bytes(cell("columns", 0), &serialization::columns_to(&columns)?)));
            step(&tx, &task.list, task.list.version, change).await?;
        }
        tx.commit().await?;
    }
    if task.list.parts == 0 {
        let tx = task.app.db.begin(AuditContext::system(task.app.env.clock.now())).await?;
        task.hold(&tx).await?;
        pause(&tx, &task.list, ImportFailure::Empty).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Columns of the import, each with the date order that was chosen or that all of its dates imply.
async fn ordered(task: &ImportTask<'_>) -> Result<Vec<Column>, DomainError> {
    let sealed = task.list.columns.as_ref().ok_or_else(DomainError::stale)?;
    let mut columns = serialization::columns_from(&task.key.open_bytes(cell("columns", 0), sealed)?)?;
    let is_open =
        |column: &Column| column.dates.is_none() && column.field.is_some_and(|field| field.is_date());
    let open: Vec<usize> = (0..columns.len()).filter(|at| is_open(&columns[*at])).collect();
    if open.is_empty() {
        return Ok(columns);
    }
    let mut cells = vec![Vec::new(); open.len()];
    for number in 0..task.list.parts {
        for mut row in rows_of(task, number).await? {
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

async fn rows_of(task: &ImportTask<'_>, number: i32) -> Result<Vec<Row>, DomainError> {
    if task.list.parts == 0 {
        return Ok(Vec::new());
    }
    let part = part(task.app.db.read(), task.list.id, number).await?;
    Ok(opened(&task.key, &part)?.0)
}

/// Row counts by status.
#[derive(Clone, Default)]
struct Counts([i32; 4]);

impl Counts {
    fn of(result: &[RowResult]) -> Self {
        let count = |status| result.iter().filter(|row| row.status == status).count() as i32;
        Self(
            [
                ImportRowStatus::New,
                ImportRowStatus::Existing,
                ImportRowStatus::Duplicate,
                ImportRowStatus::Invalid,
            ]
            .map(count),
        )
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
        let [new, existing, duplicate, invalid] = self.0.map(Set);
        import::ActiveModel { new, existing, duplicate, invalid, ..Default::default() }
    }
}

/// Keeps what the rows of a part were found to be.
async fn keep(
    task: &ImportTask<'_>,
    tx: &Tx,
    number: i32,
    result: &[RowResult],
) -> Result<Counts, DomainError> {
    let counts = Counts::of(result);
    let [new, existing, duplicate, invalid] = counts.0.map(Set);
    let sealed = task.key.seal_bytes(cell("verdicts", number), &serialization::statuses_to(result)?);
    import_part::Entity::update_many()
        .set(import_part::ActiveModel {
            row_statuses: Set(Some(sealed)),
            new,
            existing,
            duplicate,
            invalid,
            ..Default::default()
        })
        .filter(import_part::Column::ImportId.eq(task.list.id))
        .filter(import_part::Column::Number.eq(number))
        .exec(tx.on())
        .await?;
    Ok(counts)
}
