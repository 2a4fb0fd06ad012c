//! A list that is at hand and waits nowhere, as the command line brings it.

use entities::codes::ListKind;

use super::{
    super::{
        judging::{Judge, TOGETHER, record},
        model::{Column, Judgement, Verdict},
        reads::surroundings,
    },
    growing::Growth,
};
use crate::{
    access::visible::may_bring_in,
    house::Call,
    refusal::Refusal,
    sheets::reading::{Row, Workbook},
};

/// A list and what its columns are taken for.
pub struct Bringing<'a> {
    pub kind: ListKind,
    pub list: &'a Workbook,
    pub columns: Vec<Column>,
}

/// What each row of a list is. Writes nothing.
pub async fn judge_list(call: &Call, bringing: Bringing<'_>) -> Result<Judgement, Refusal> {
    go_through(call, bringing, None).await
}

/// Writes whatever is new in a list, as a page would, some hundred rows in a transaction; says how many were.
/// What is there by then is left alone, so it may be broken off and done again.
pub async fn bring_in(call: &Call, bringing: Bringing<'_>) -> Result<(Judgement, u64), Refusal> {
    let mut written = 0;
    let judgement = go_through(call, bringing, Some(&mut written)).await?;
    Ok((judgement, written))
}

async fn go_through(
    call: &Call,
    bringing: Bringing<'_>,
    mut written: Option<&mut u64>,
) -> Result<Judgement, Refusal> {
    let Bringing { kind, list, columns } = bringing;
    if !may_bring_in(call.viewer()?, kind) {
        return Err(Refusal::Forbidden("your role does not bring in lists of this kind".to_owned()));
    }
    let around = surroundings(call).await?;
    let some: Vec<Row> = list.rows().take(TOGETHER).collect();
    let mut judge = Judge::new(kind, &columns, &around, &some);
    let mut growth = Growth::new();
    let mut judged = Vec::new();
    let mut rows = list.rows();
    loop {
        let some: Vec<Row> = rows.by_ref().take(TOGETHER).collect();
        if some.is_empty() {
            break;
        }
        let mut outcomes = judge.judge(call, &some).await?;
        if let Some(written) = written.as_deref_mut()
            && outcomes.iter().any(|outcome| outcome.verdict == Verdict::New)
        {
            let tx = call.begin().await?;
            *written += u64::from(record(call, &tx, &mut outcomes).await?);
            tx.commit(()).await?;
            growth.note(&call.house.db, kind, *written).await?;
        }
        judged.extend(some.iter().zip(outcomes).map(|(row, outcome)| outcome.of_row(row)));
    }
    drop(rows);
    Ok(Judgement { columns, rows: judged })
}
