//! Import of a file from the command line, which is not stored as an import.

use entities::codes::ImportKind;
use platform::{context::RequestContext, error::DomainError};
use spreadsheets::reading::{Row, Workbook};

use super::{
    super::{
        model::{Column, ImportRowStatus, ImportSummary},
        reads::reference_names,
        validation::{RowValidator, TOGETHER, record},
    },
    totals::Totals,
};
use crate::imports::visible::may_import;

/// A list and what its columns are taken for.
pub struct ImportRun<'a> {
    pub kind: ImportKind,
    pub list: &'a Workbook,
    pub columns: Vec<Column>,
}

/// Status of each row of a list. Writes nothing.
pub async fn validate_list(
    request: &RequestContext,
    bringing: ImportRun<'_>,
) -> Result<ImportSummary, DomainError> {
    go_through(request, bringing, None).await
}

/// Records the new rows of a list, as an import from a page would, some hundred in a transaction; returns how many.
/// Existing records are unchanged, so it may be interrupted and run again.
pub async fn run(
    request: &RequestContext,
    bringing: ImportRun<'_>,
) -> Result<(ImportSummary, u64), DomainError> {
    let mut imported = 0;
    let judgement = go_through(request, bringing, Some(&mut imported)).await?;
    Ok((judgement, imported))
}

async fn go_through(
    request: &RequestContext,
    bringing: ImportRun<'_>,
    mut imported: Option<&mut u64>,
) -> Result<ImportSummary, DomainError> {
    let ImportRun { kind, list, columns } = bringing;
    if !may_import(request.viewer()?, kind) {
        return Err(DomainError::Forbidden("your role may not import lists of this kind".to_owned()));
    }
    let around = reference_names(request).await?;
    let some: Vec<Row> = list.rows().take(TOGETHER).collect();
    let mut judge = RowValidator::new(kind, &columns, &around, &some);
    let mut totals = Totals::new();
    let mut result = Vec::new();
    let mut rows = list.rows();
    loop {
        let some: Vec<Row> = rows.by_ref().take(TOGETHER).collect();
        if some.is_empty() {
            break;
        }
        let mut outcomes = judge.validate(request, &some).await?;
        if let Some(imported) = imported.as_deref_mut()
            && outcomes.iter().any(|outcome| outcome.status == ImportRowStatus::New)
        {
            let tx = request.begin().await?;
            *imported += u64::from(record(request, &tx, &mut outcomes).await?);
            tx.commit(()).await?;
            totals.note(&request.app.db, kind, *imported).await?;
        }
        result.extend(some.iter().zip(outcomes).map(|(row, outcome)| outcome.of_row(row)));
    }
    drop(rows);
    Ok(ImportSummary { columns, rows: result })
}
