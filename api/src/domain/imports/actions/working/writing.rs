//! What is new in a list, written part by part.

use entities::{codes::ImportState, import};
use sea_orm::ActiveValue::Set;

use super::{
    super::{deciding::step, growing::Growth},
    Counts, Working, keep, ordered, rows_of,
};
use crate::{
    db::Stamp,
    domain::imports::{
        judging::{Judge, record},
        model::Verdict,
        reads::{opened, part, surroundings},
    },
    refusal::Refusal,
    sheets::reading::Row,
};

/// Writes what is new, part by part, from the one that was not written yet.
pub(super) async fn write(working: &Working<'_>) -> Result<(), Refusal> {
    let Working { house, lease, list, .. } = working;
    let columns = ordered(working).await?;
    let around = surroundings(&working.call()).await?;
    let some = rows_of(working, 0).await?;
    let mut far = Far {
        counts: Counts([list.new, list.known, list.repeated, list.bad]),
        done: list.done,
        written: list.written,
    };
    let mut growth = Growth::new();
    for number in list.next_part..list.parts {
        write_part(working, number, Judge::new(list.kind, &columns, &around, &some), &mut far).await?;
        growth.note(&house.db, list.kind, far.written.unsigned_abs().into()).await?;
    }
    let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
    lease.fence(&tx).await?;
    let done = import::ActiveModel { state: Set(ImportState::Done), tries: Set(0), ..Default::default() };
    step(&tx, list, list.version, done).await?;
    Ok(tx.commit().await?)
}

/// How far the writing of a list has come.
struct Far {
    counts: Counts,
    done: i32,
    written: i32,
}

/// Judges once more the rows of a part that were new, since they may be there by now, and writes those that
/// still are, with how far the list has come.
async fn write_part(
    working: &Working<'_>,
    number: i32,
    mut judge: Judge<'_>,
    far: &mut Far,
) -> Result<(), Refusal> {
    let call = working.call();
    let stored = part(call.read(), working.list.id, number).await?;
    let (rows, mut judged) = opened(&working.key, &stored)?;
    let was_new: Vec<usize> = (0..judged.len()).filter(|at| judged[*at].verdict == Verdict::New).collect();
    let again: Vec<Row> = was_new.iter().map(|at| rows[*at].clone()).collect();
    let mut outcomes = judge.judge(&call, &again).await?;
    let tx = call.begin().await?;
    working.lease.fence(&tx).await?;
    far.written += record(&call, &tx, &mut outcomes).await?.cast_signed();
    for (at, outcome) in was_new.into_iter().zip(outcomes) {
        judged[at] = outcome.of_row(&rows[at]);
    }
    far.counts.add(&keep(working, &tx, number, &judged).await?);
    far.counts.take([stored.new, stored.known, stored.repeated, stored.bad]);
    far.done += rows.len() as i32;
    let mut change = far.counts.change();
    change.next_part = Set(number + 1);
    change.done = Set(far.done);
    change.written = Set(far.written);
    change.changed_at = Set(tx.now());
    // It goes on: what is counted are attempts in a row that came to nothing.
    change.tries = Set(1);
    working.note(&tx, change).await?;
    tx.commit(()).await
}
