//! `throughgate import`: brings a list in from the command line. The same judgement as everywhere, printed
//! as a table or as JSON.

use std::path::{Path, PathBuf};

use entities::codes::{Code, ListKind};
use serde_json::json;

use crate::{
    App,
    access::Action,
    acting::viewer_of,
    domain::imports::{
        Bringing, bring_in, judge_list,
        model::{CellFaultCode, Column, Judged, Judgement, Verdict, columns, correct, counts},
    },
    house::Call,
    sheets::{
        meaning::Dates,
        reading::{Limits, Workbook},
    },
    start::{StartError, stop},
};

/// What is brought in, for whom, and how it is said.
pub struct Import {
    pub kind: ListKind,
    pub file: PathBuf,
    /// The name of the organisation whose list it is.
    pub organisation: String,
    /// The e-mail address of whoever brings it in and works with those people.
    pub member: Option<String>,
    /// Judges only.
    pub dry_run: bool,
    /// What columns are taken for, where the guess is wrong.
    pub map: Option<PathBuf>,
    /// JSON instead of a table.
    pub json: bool,
}

/// Whether every row was good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    AllGood,
    SomeBad,
}

/// Most bad rows that a table shows; JSON has all of them.
const SHOWN: usize = 200;

/// Brings in a list.
pub async fn import(app: &App, import: Import, print: fn(&str)) -> Result<Ended, StartError> {
    let call = call_of(app, &import).await?;
    let list = read(&import.file)?;
    let mut columns = columns(import.kind, &list, call.today());
    if let Some(map) = &import.map {
        let said = std::fs::read_to_string(map)
            .map_err(|error| stop(format!("{} cannot be read ({error})", map.display())))?;
        correct(import.kind, &mut columns, &said)?;
    }
    let bringing = Bringing { kind: import.kind, list: &list, columns };
    let (judgement, written) = if import.dry_run {
        (judge_list(&call, bringing).await?, None)
    } else {
        let (judgement, written) = bring_in(&call, bringing).await?;
        (judgement, Some(written))
    };
    if import.json {
        print(&as_json(&judgement, written))
    } else {
        print(&as_table(&judgement, written))
    }
    Ok(if judgement.count(Verdict::Bad) == 0 { Ended::AllGood } else { Ended::SomeBad })
}

fn read(file: &Path) -> Result<Workbook, StartError> {
    let fault = |error: std::io::Error| stop(format!("{} cannot be read ({error})", file.display()));
    let limits = Limits::default();
    // Not read into memory before it is known to be small enough.
    if std::fs::metadata(file).map_err(fault)?.len() > limits.bytes as u64 {
        return Err(stop(crate::sheets::reading::Unreadable::TooLarge.to_string()));
    }
    let bytes = std::fs::read(file).map_err(fault)?;
    Workbook::open(bytes, limits).map_err(|why| stop(format!("{}: {why}", file.display())))
}

/// The call in whose name it is done.
async fn call_of(app: &App, import: &Import) -> Result<Call, StartError> {
    let action = match import.kind {
        ListKind::People => Action::PersonRecord,
        ListKind::Organisations => Action::OrganisationRecord,
    };
    let viewer = viewer_of(app, &import.organisation, import.member.as_deref(), action).await?;
    Ok(Call::new(app.house().clone(), Some(viewer)))
}

fn order_of(dates: Dates) -> &'static str {
    match dates {
        Dates::Ordered(order) => order.code(),
        Dates::Open => "NOT_SAID",
    }
}

fn as_json(judgement: &Judgement, written: Option<u64>) -> String {
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
    let bad = judgement.rows.iter().filter(|row| row.verdict == Verdict::Bad);
    let bad: Vec<_> = bad.map(|row| json!({ "row": row.number, "faults": faults(judgement, row) })).collect();
    let counts: serde_json::Map<_, _> =
        Verdict::all().map(|verdict| (verdict.code().to_owned(), json!(judgement.count(verdict)))).collect();
    format!("{:#}", json!({ "columns": columns, "counts": counts, "bad": bad, "written": written }))
}

fn faults(judgement: &Judgement, row: &Judged) -> Vec<serde_json::Value> {
    let header = |at: usize| judgement.columns.get(at).map(|column| column.header.clone());
    let faults = row.faults.iter().map(|fault| {
        json!({
            "column": fault.column.and_then(header), "field": fault.field.code(), "code": fault.code.code(),
            "value": fault.value,
        })
    });
    faults.collect()
}

fn as_table(judgement: &Judgement, written: Option<u64>) -> String {
    let mut lines = vec!["Columns:".to_owned()];
    lines.extend(judgement.columns.iter().map(column_line));
    let bad: Vec<&Judged> = judgement.rows.iter().filter(|row| row.verdict == Verdict::Bad).collect();
    if !bad.is_empty() {
        lines.push("Bad rows:".to_owned());
    }
    for row in bad.iter().take(SHOWN) {
        for fault in &row.faults {
            let header = fault.column.and_then(|at| judgement.columns.get(at));
            let header = header.map_or_else(|| fault.field.code(), |column| column.header.as_str());
            let says =
                CellFaultCode::ITEMS.iter().find(|item| item.0 == fault.code).map_or("", |item| item.1);
            lines.push(format!("  row {}, {header}: {:?}. {says}", row.number, fault.value));
        }
    }
    if bad.len() > SHOWN {
        lines.push(format!("  and {} more; --json lists all", bad.len() - SHOWN));
    }
    lines.push(format!("Rows: {}.", counts(judgement)));
    lines.push(match written {
        None => "Nothing was written.".to_owned(),
        Some(written) => format!("Written: {written}."),
    });
    lines.join("\n")
}

fn column_line(column: &Column) -> String {
    let field = column.field.map_or("-", |field| field.code());
    let dates = column.dates.map(order_of).unwrap_or_default();
    let sure = column.certainty.code();
    format!("  {} = {field} {dates} ({sure}), as {}", column.header, column.examples.join(" | "))
}
