//! What an import is made of: columns that are taken for something, and rows that are judged.

use entities::codes::Code;

use crate::{
    refusal::Refusal,
    sheets::{
        meaning::{Certainty, DateOrder, Dates, Field, Guess, Kind, dates_of, guess},
        reading::{Cell, Workbook},
    },
    words::words,
};

words! {
    /// What a row of a list is.
    Verdict {
        New = "NEW": "It can be written.",
        Known = "KNOWN": "It is there already.",
        Repeated = "REPEATED": "An earlier row of the same list says it.",
        Bad = "BAD": "Something in it must be mended first.",
    }
}

words! {
    /// What is wrong with a cell.
    CellFaultCode {
        Missing = "MISSING": "Something must stand here.",
        TooLong = "TOO_LONG": "The text is too long.",
        NotADate = "NOT_A_DATE": "This is no date, or none in the order of this column.",
        NotPossible = "NOT_POSSIBLE": "This date or number cannot be true.",
        OrderNotSaid = "ORDER_NOT_SAID": "Day and month could be exchanged: say which stands first.",
        NotUnderstood = "NOT_UNDERSTOOD": "This word is not known.",
        UnknownPlace = "UNKNOWN_PLACE": "There is no such place.",
        SeveralPlaces = "SEVERAL_PLACES": "Several places are called like this: add the province.",
        NoNeed = "NO_NEED": "A remark is kept with a need, and this row has none.",
    }
}

/// Something wrong in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    /// Which column, from 0; none where no column holds the field.
    pub column: Option<usize>,
    pub field: Field,
    pub code: CellFaultCode,
    /// As it stands in the list; personal data.
    pub value: String,
}

/// A row, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// As a spreadsheet program shows it.
    pub number: u32,
    pub verdict: Verdict,
    /// All that is wrong with it; empty unless it is bad.
    pub faults: Vec<CellFault>,
}

/// A column, and what it is taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub header: String,
    /// Some values of it, as they stand in the list; personal data.
    pub examples: Vec<String>,
    pub field: Option<Field>,
    pub certainty: Certainty,
    /// In which order its dates are written.
    pub dates: Option<Dates>,
}

/// What is made of a list before anything is written.
#[derive(Clone, Debug)]
pub struct Judgement {
    pub columns: Vec<Column>,
    pub rows: Vec<Judged>,
}

impl Judgement {
    /// How many rows are this.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.rows.iter().filter(|row| row.verdict == verdict).count()
    }
}

/// Rows by which the meaning of columns is guessed.
const SAMPLE: usize = 200;
/// Examples that are shown of a column.
const EXAMPLES: usize = 3;

/// What each column of a list is taken for, where nobody has said.
pub fn columns(kind: Kind, list: &Workbook, today: chrono::NaiveDate) -> Vec<Column> {
    let cells: Vec<Vec<Cell>> = list.rows().take(SAMPLE).map(|row| row.cells).collect();
    let mut guesses = guess(kind, list.header(), &cells, today);
    // The order of dates is judged by all of them: the one that settles it may stand last.
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
    }
}

/// Corrects what columns are taken for: a line a column, its header, `=`, and a field's code or `-`
/// for nothing; the order of dates behind it, where it is not to be guessed: `DAY_FIRST`,
/// `MONTH_FIRST`, `YEAR_FIRST`.
pub fn correct(kind: Kind, columns: &mut [Column], said: &str) -> Result<(), Refusal> {
    let wrong = |line: &str, what: &str| Refusal::BadInput(format!("{line:?}: {what}"));
    for line in said.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (header, means) = line.rsplit_once('=').ok_or_else(|| wrong(line, "write HEADER = FIELD"))?;
        let column = columns.iter_mut().find(|column| column.header == header.trim());
        let column = column.ok_or_else(|| wrong(line, "the list has no such column"))?;
        let mut words = means.split_whitespace();
        let code = words.next().ok_or_else(|| wrong(line, "name a field, or - for none"))?;
        column.field = match code {
            "-" => None,
            code => Some(
                Field::from_code(code)
                    .filter(|field| Field::of(kind).contains(field))
                    .ok_or_else(|| wrong(line, "there is no such field in this kind of list"))?,
            ),
        };
        column.certainty = Certainty::Certain;
        if let Some(order) = words.next() {
            let order = DateOrder::from_code(order)
                .ok_or_else(|| wrong(line, "the order is DAY_FIRST, MONTH_FIRST or YEAR_FIRST"))?;
            column.dates = Some(Dates::Ordered(order));
        }
    }
    let taken = |field: Field| columns.iter().filter(|column| column.field == Some(field)).count();
    match Field::of(kind).iter().find(|field| !field.is_repeatable() && taken(**field) > 1) {
        Some(twice) => Err(Refusal::BadInput(format!("two columns are taken for {}", twice.code()))),
        None => Ok(()),
    }
}

/// The counts of a judgement in one line.
pub fn counts(judgement: &Judgement) -> String {
    let each = Verdict::all().map(|verdict| format!("{} {}", judgement.count(verdict), verdict.code()));
    each.collect::<Vec<_>>().join(", ")
}
