//! Recording of the new rows of an import, part by part.

use entities::{codes::ImportState, import};
use platform::{db::AuditContext, error::DomainError};
use sea_orm::ActiveValue::Set;
use spreadsheets::reading::Row;

use super::{
    super::{steps::step, totals::Totals},
    Counts, ImportTask, keep, ordered, rows_of,
};
use crate::imports::{
    model::ImportRowStatus,
    reads::{opened, part, reference_names},
    validation::{RowValidator, record},
};

/// Writes what is new, part by part, from the one that was not written yet.
pub(super) async fn write(task: &ImportTask<'_>) -> Result<(), DomainError> {
    let ImportTask { app, list, .. } = task;
    let columns = ordered(task).await?;
    let around = reference_names(&task.request()).await?;
    let some = rows_of(task, 0).await?;
    let mut far = WriteProgress {
        counts: Counts([list.new, list.existing, list.duplicate, list.invalid]),
        done: list.done,
        imported: list.imported,
    };
    let mut totals = Totals::new();
    for number in list.next_part..list.parts {
        write_part(task, number, RowValidator::new(list.kind, &columns, &around, &some), &mut far).await?;
        totals.note(&app.db, list.kind, far.imported.unsigned_abs().into()).await?;
    }
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    task.hold(&tx).await?;
    let done = import::ActiveModel { state: Set(ImportState::Done), tries: Set(0), ..Default::default() };
    step(&tx, list, list.version, done).await?;
    Ok(tx.commit().await?)
}

/// Progress of the recording of an import.
struct WriteProgress {
    counts: Counts,
    done: i32,
    imported: i32,
}

/// Judges once more the rows of a part that were new, since they may be there by now, and writes those that
/// still are, with how far the list has come.
async fn write_part(
    task: &ImportTask<'_>,
    number: i32,
    mut judge: RowValidator<'_>,
    far: &mut WriteProgress,
) -> Result<(), DomainError> {
    let request = task.request();
    let stored = part(request.read(), task.list.id, number).await?;
    let (rows, mut result) = opened(&task.key, &stored)?;
    let was_new: Vec<usize> =
        (0..result.len()).filter(|at| result[*at].status == ImportRowStatus::New).collect();
    let again: Vec<Row> = was_new.iter().map(|at| rows[*at].clone()).collect();
    let mut outcomes = judge.validate(&request, &again).await?;
    let tx = request.begin().await?;
    task.hold(&tx).await?;
    far.imported += record(&request, &tx, &mut outcomes).await?.cast_signed();
    for (at, outcome) in was_new.into_iter().zip(outcomes) {
        result[at] = outcome.of_row(&rows[at]);
    }
    far.counts.add(&keep(task, &tx, number, &result).await?);
    far.counts.take([stored.new, stored.existing, stored.duplicate, stored.invalid]);
    far.done += rows.len() as i32;
    let mut change = far.counts.change();
    change.next_part = Set(number + 1);
    change.done = Set(far.done);
    change.imported = Set(far.imported);
    change.changed_at = Set(tx.now());
    // It goes on: what is counted are attempts in a row that came to nothing.
    change.tries = Set(1);
    task.note(&tx, change).await?;
    tx.commit(()).await
}
