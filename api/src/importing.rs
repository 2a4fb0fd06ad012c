//! `throughgate import`: imports a list from the command line. The validation is the same as on the pages; the result
//! is printed as a table or as JSON.

use std::path::{Path, PathBuf};

use capabilities::{
    imports::{
        ImportRun,
        model::{CellErrorCode, Column, ImportRowStatus, ImportSummary, RowResult, columns, correct, counts},
        run, validate_list,
    },
    network::ORGANISATION_RECORD,
    people::PERSON_RECORD,
};
use entities::codes::{Code, ImportKind};
use platform::context::RequestContext;
use serde_json::json;
use spreadsheets::{
    column_inference::Dates,
    reading::{Limits, Workbook},
};

use crate::{
    App,
    cli_actor::viewer_of,
    start::{StartError, stop},
};

/// Import with its options.
pub struct Import {
    pub kind: ImportKind,
    pub file: PathBuf,
    /// The name of the organisation whose list it is.
    pub organisation: String,
    /// Email address of the member who imports the list and joins the case teams.
    pub member: Option<String>,
    /// Whether to validate only.
    pub dry_run: bool,
    /// File with the fields of columns whose inference is wrong.
    pub map: Option<PathBuf>,
    /// Whether to print JSON instead of a table.
    pub json: bool,
}

/// Whether all rows are without errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportExit {
    AllGood,
    SomeInvalid,
}

/// Greatest number of rows with errors in the table; JSON has all of them.
const SHOWN: usize = 200;

/// Imports a list.
pub async fn import(app: &App, import: Import, print: fn(&str)) -> Result<ImportExit, StartError> {
    let request = context_of(app, &import).await?;
    let list = read(&import.file)?;
    let mut columns = columns(import.kind, &list, request.today());
    if let Some(map) = &import.map {
        let said = std::fs::read_to_string(map)
            .map_err(|error| stop(format!("{} cannot be read ({error})", map.display())))?;
        correct(import.kind, &mut columns, &said)?;
    }
    let bringing = ImportRun { kind: import.kind, list: &list, columns };
    let (judgement, imported) = if import.dry_run {
        (validate_list(&request, bringing).await?, None)
    } else {
        let (judgement, imported) = run(&request, bringing).await?;
        (judgement, Some(imported))
    };
    if import.json {
        print(&as_json(&judgement, imported))
    } else {
        print(&as_table(&judgement, imported))
    }
    Ok(if judgement.count(ImportRowStatus::Invalid) == 0 {
        ImportExit::AllGood
    } else {
        ImportExit::SomeInvalid
    })
}

fn read(file: &Path) -> Result<Workbook, StartError> {
    let failure = |error: std::io::Error| stop(format!("{} cannot be read ({error})", file.display()));
    let limits = Limits::default();
    // Not read into memory before it is known to be small enough.
    if std::fs::metadata(file).map_err(failure)?.len() > limits.bytes as u64 {
        return Err(stop(spreadsheets::reading::Unreadable::TooLarge.to_string()));
    }
    let bytes = std::fs::read(file).map_err(failure)?;
    Workbook::open(bytes, limits).map_err(|why| stop(format!("{}: {why}", file.display())))
}

/// Request context of the member in whose name the command acts.
async fn context_of(app: &App, import: &Import) -> Result<RequestContext, StartError> {
    let action = match import.kind {
        ImportKind::People => PERSON_RECORD,
        ImportKind::Organisations => ORGANISATION_RECORD,
    };
    let viewer = viewer_of(app, &import.organisation, import.member.as_deref(), action).await?;
    Ok(RequestContext::new(app.state().clone(), Some(viewer)))
}

fn order_of(dates: Dates) -> &'static str {
    match dates {
        Dates::Ordered(order) => order.code(),
        Dates::Open => "NOT_SAID",
    }
}

fn as_json(judgement: &ImportSummary, imported: Option<u64>) -> String {
    let columns: Vec<_> = judgement
        .columns
        .iter()
        .map(|column| {
            json!({
                "header": column.header, "field": column.field.map(|field| field.code()),
                "certainty": column.certainty.code(), "dates": column.dates.map(order_of),
                "examples": column.examples,
            })
        })
        .collect();
    let invalid = judgement.rows.iter().filter(|row| row.status == ImportRowStatus::Invalid);
    let invalid: Vec<_> =
        invalid.map(|row| json!({ "row": row.number, "errors": errors(judgement, row) })).collect();
    let counts: serde_json::Map<_, _> = ImportRowStatus::all()
        .map(|status| (status.code().to_owned(), json!(judgement.count(status))))
        .collect();
    format!("{:#}", json!({ "columns": columns, "counts": counts, "invalid": invalid, "imported": imported }))
}

fn errors(judgement: &ImportSummary, row: &RowResult) -> Vec<serde_json::Value> {
    let header = |at: usize| judgement.columns.get(at).map(|column| column.header.clone());
    let errors = row.errors.iter().map(|failure| {
        json!({
            "column": failure.column.and_then(header), "field": failure.field.code(), "code": failure.code.code(),
            "value": failure.value,
        })
    });
    errors.collect()
}

fn as_table(judgement: &ImportSummary, imported: Option<u64>) -> String {
    let mut lines = vec!["Columns:".to_owned()];
    lines.extend(judgement.columns.iter().map(column_line));
    let invalid: Vec<&RowResult> =
        judgement.rows.iter().filter(|row| row.status == ImportRowStatus::Invalid).collect();
    if !invalid.is_empty() {
        lines.push("Rows with errors:".to_owned());
    }
    for row in invalid.iter().take(SHOWN) {
        for failure in &row.errors {
            let header = failure.column.and_then(|at| judgement.columns.get(at));
            let header = header.map_or_else(|| failure.field.code(), |column| column.header.as_str());
            let says =
                CellErrorCode::ITEMS.iter().find(|item| item.0 == failure.code).map_or("", |item| item.1);
            lines.push(format!("  row {}, {header}: {:?}. {says}", row.number, failure.value));
        }
    }
    if invalid.len() > SHOWN {
        lines.push(format!("  and {} more; --json lists all", invalid.len() - SHOWN));
    }
    lines.push(format!("Rows: {}.", counts(judgement)));
    lines.push(match imported {
        None => "Nothing was imported.".to_owned(),
        Some(imported) => format!("Rows imported: {imported}."),
    });
    lines.join("\n")
}

fn column_line(column: &Column) -> String {
    let field = column.field.map_or("-", |field| field.code());
    let dates = column.dates.map(order_of).unwrap_or_default();
    let sure = column.certainty.code();
    format!("  {} = {field} {dates} ({sure}), as {}", column.header, column.examples.join(" | "))
}
