//! Model of an import: columns with their fields, and validated rows.

use entities::{
    codes::{Code, ImportKind},
    described_enum,
};
use platform::error::DomainError;
use spreadsheets::{
    column_inference::{Certainty, DateOrder, Dates, Guess, ImportField, dates_of, guess},
    reading::{Cell, Workbook},
};

described_enum! {
    /// Status of a row of an import.
    ImportRowStatus {
        New = "NEW": "New; can be recorded.",
        Existing = "EXISTING": "Already recorded.",
        Duplicate = "DUPLICATE": "Repeats an earlier row of the same list.",
        Invalid = "INVALID": "With errors that must be corrected first.",
    }
}

described_enum! {
    /// Error of a cell.
    CellErrorCode {
        Missing = "MISSING": "The value is missing.",
        TooLong = "TOO_LONG": "The text is too long.",
        NotADate = "NOT_A_DATE": "The value is not a date in the order of this column.",
        NotANumber = "NOT_A_NUMBER": "The value is not a whole number.",
        NotPossible = "NOT_POSSIBLE": "The date or number is not possible.",
        DateOrderUnknown = "DATE_ORDER_UNKNOWN": "Day and month could be exchanged. Choose the date order.",
        Unrecognised = "UNRECOGNISED": "The value is not recognised.",
        UnknownPlace = "UNKNOWN_PLACE": "The municipality does not exist.",
        SeveralPlaces = "SEVERAL_PLACES": "Several municipalities have this name. Add the province.",
        NoNeeds = "NO_NEEDS": "The row has notes but no need. Notes are stored with a need.",
    }
}

described_enum! {
    /// Field of an import that a change may concern.
    ChangedImportField {
        State = "state": "State of the import.",
    }
}

/// Something wrong in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellError {
    /// Position of the column, from 0; `None` if no column holds the field.
    pub column: Option<usize>,
    pub field: ImportField,
    pub code: CellErrorCode,
    /// Value in the list; personal data.
    pub value: String,
}

/// A validated row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowResult {
    /// Row number as in a spreadsheet program.
    pub number: u32,
    pub status: ImportRowStatus,
    /// Errors of the row; empty unless it is invalid.
    pub errors: Vec<CellError>,
}

/// A column, and what it is taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub header: String,
    /// Examples of the values in the list; personal data.
    pub examples: Vec<String>,
    pub field: Option<ImportField>,
    pub certainty: Certainty,
    /// Order of its dates.
    pub dates: Option<Dates>,
    /// Whether a member confirmed it for an earlier list with the same header row.
    pub remembered: bool,
}

/// Inferred columns and counts of a list before anything is recorded.
#[derive(Clone, Debug)]
pub struct ImportSummary {
    pub columns: Vec<Column>,
    pub rows: Vec<RowResult>,
}

impl ImportSummary {
    /// Number of rows with this status.
    pub fn count(&self, status: ImportRowStatus) -> usize {
        self.rows.iter().filter(|row| row.status == status).count()
    }
}

/// Rows by which the meaning of columns is guessed.
const SAMPLE: usize = 200;
/// Examples that are shown of a column.
const EXAMPLES: usize = 3;

/// Inferred field of each column of a list.
pub fn columns(kind: ImportKind, list: &Workbook, today: chrono::NaiveDate) -> Vec<Column> {
    let cells: Vec<Vec<Cell>> = list.rows().take(SAMPLE).map(|row| row.cells).collect();
    let mut guesses = guess(kind, list.header(), &cells, today);
    // The date order is inferred from all dates: the last one may decide it.
    let of_dates: Vec<usize> = (0..guesses.len()).filter(|at| guesses[*at].dates.is_some()).collect();
    let mut dates: Vec<Vec<Cell>> = vec![Vec::new(); of_dates.len()];
    if !of_dates.is_empty() {
        for mut row in list.rows() {
            for (at, found) in of_dates.iter().zip(&mut dates) {
                found.push(std::mem::replace(&mut row.cells[*at], Cell::Empty));
            }
        }
    }
    for (at, found) in of_dates.into_iter().zip(&dates) {
        guesses[at].dates = dates_of(found);
    }
    let columns = list.header().iter().zip(guesses).enumerate();
    columns.map(|(at, (header, guess))| column(header, guess, &cells, at)).collect()
}

fn column(header: &str, guess: Guess, sample: &[Vec<Cell>], at: usize) -> Column {
    let mut examples = Vec::new();
    for cell in sample.iter().filter_map(|cells| cells.get(at)).filter(|cell| !cell.is_empty()) {
        let text = cell.text().trim().to_owned();
        if !examples.contains(&text) {
            examples.push(text);
        }
        if examples.len() == EXAMPLES {
            break;
        }
    }
    Column {
        header: header.to_owned(),
        examples,
        field: guess.field,
        certainty: guess.certainty,
        dates: guess.dates,
        remembered: false,
    }
}

/// Corrects what columns are taken for: a line a column, its header, `=`, and a field's code or `-`
/// for nothing; the order of dates behind it, where it is not to be guessed: `DAY_FIRST`,
/// `MONTH_FIRST`, `YEAR_FIRST`.
pub fn correct(kind: ImportKind, columns: &mut [Column], said: &str) -> Result<(), DomainError> {
    let wrong = |line: &str, what: &str| DomainError::BadInput(format!("{line:?}: {what}"));
    for line in said.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (header, means) = line.rsplit_once('=').ok_or_else(|| wrong(line, "write HEADER = FIELD"))?;
        let column = columns.iter_mut().find(|column| column.header == header.trim());
        let column =
            column.ok_or_else(|| wrong(line, "the list has no such column; enter one of its headers"))?;
        let mut words = means.split_whitespace();
        let code = words.next().ok_or_else(|| wrong(line, "enter a field, or - to ignore the column"))?;
        column.field = match code {
            "-" => None,
            code => Some(
                ImportField::from_code(code)
                    .filter(|field| ImportField::of(kind).contains(field))
                    .ok_or_else(|| wrong(line, "this kind of import has no such field"))?,
            ),
        };
        column.certainty = Certainty::Certain;
        if let Some(order) = words.next() {
            let order = DateOrder::from_code(order)
                .ok_or_else(|| wrong(line, "enter the date order DAY_FIRST, MONTH_FIRST or YEAR_FIRST"))?;
            column.dates = Some(Dates::Ordered(order));
        }
    }
    let taken = |field: ImportField| columns.iter().filter(|column| column.field == Some(field)).count();
    match ImportField::of(kind).iter().find(|field| !field.is_repeatable() && taken(**field) > 1) {
        Some(twice) => Err(DomainError::BadInput(format!(
            "two columns are mapped to {}; keep one of them",
            twice.code()
        ))),
        None => Ok(()),
    }
}

/// Correction of a column by a member: its position, and its field from now on; `None` to ignore it.
#[derive(Clone)]
pub struct ColumnCorrection {
    pub position: usize,
    pub field: Option<ImportField>,
    /// Order of its dates; inferred from the dates if absent.
    pub order: Option<DateOrder>,
}

/// Applies corrections to columns; returns the positions in `said` that are not possible, and why.
pub fn correct_at(
    kind: ImportKind,
    columns: &mut [Column],
    said: &[ColumnCorrection],
) -> Vec<(usize, CorrectionError)> {
    let mut wrong = Vec::new();
    for (n, each) in said.iter().enumerate() {
        let is_of_kind = each.field.is_none_or(|field| ImportField::of(kind).contains(&field));
        let Some(column) = columns.get_mut(each.position).filter(|_| is_of_kind) else {
            wrong.push((n, CorrectionError::Unknown));
            continue;
        };
        let same = column.field == each.field;
        column.field = each.field;
        column.dates = match each.order {
            Some(order) => Some(Dates::Ordered(order)),
            None if same => column.dates,
            None => None,
        };
        column.certainty = Certainty::Certain;
        column.remembered = false;
    }
    for (n, each) in said.iter().enumerate() {
        let holds = |field| columns.iter().filter(|column| column.field == Some(field)).count();
        if each.field.is_some_and(|field| !field.is_repeatable() && holds(field) > 1) {
            wrong.push((n, CorrectionError::Twice));
        }
    }
    wrong
}

/// Reason why a correction is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrectionError {
    /// There is no such column, or no such field in this kind of list.
    Unknown,
    /// Another column is taken for the same.
    Twice,
}

/// Fields without which no row is good and that no column holds.
pub fn missing(kind: ImportKind, columns: &[Column]) -> Vec<ImportField> {
    let has = |field| columns.iter().any(|column| column.field == Some(field));
    let has_any = |fields: &[ImportField]| fields.iter().any(|field| has(*field));
    use ImportField as F;
    let needed: &[(F, &[F])] = match kind {
        ImportKind::People => &[
            (F::FamilyName, &[F::FamilyName, F::FullName]),
            (F::GivenName, &[F::GivenName, F::FullName]),
            (F::DateOfBirth, &[F::DateOfBirth, F::YearOfBirth, F::CaseNumber, F::DocumentNumber]),
        ],
        ImportKind::Organisations => &[
            (F::Name, &[F::Name]),
            (F::OrganisationKind, &[F::OrganisationKind]),
            (F::Municipality, &[F::Municipality]),
        ],
    };
    needed.iter().filter(|(_, any)| !has_any(any)).map(|(field, _)| *field).collect()
}

/// The counts of a judgement in one line.
pub fn counts(judgement: &ImportSummary) -> String {
    let each = ImportRowStatus::all().map(|status| format!("{} {}", judgement.count(status), status.code()));
    each.collect::<Vec<_>>().join(", ")
}
