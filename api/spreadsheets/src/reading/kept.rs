//! Rows of a workbook, kept in one piece of memory: a cell costs its text and a few bytes.

use chrono::{Datelike, NaiveDate};

use super::{Cell, Limits, Row, Unreadable};

const EMPTY: u8 = 0;
const TEXT: u8 = 1;
const NUMBER: u8 = 2;
const DATE: u8 = 3;
const YES: u8 = 4;
const NO: u8 = 5;

/// The rows that have something in them, one after the other.
#[derive(Debug)]
pub(super) struct Kept {
    bytes: Vec<u8>,
    most_bytes: usize,
    /// How many bytes of texts were looked at, kept or not.
    looked_at: usize,
    rows: u32,
    most_rows: u32,
    columns: usize,
    number: u32,
    cells: Vec<Cell>,
    /// Cells of the longest row.
    widest: usize,
}

/// More rows than a sheet has that only says a few words about the others.
const WORDS: u32 = 20;

impl Kept {
    /// No rows yet.
    pub(super) fn new(limits: &Limits) -> Self {
        // A text that stands in very many cells is one text in the file and many here.
        let most_bytes = usize::try_from(limits.unpacked / 2).unwrap_or(usize::MAX);
        Self {
            bytes: Vec::new(),
            most_bytes,
            looked_at: 0,
            rows: 0,
            most_rows: limits.rows,
            columns: limits.columns,
            number: 0,
            cells: Vec::new(),
            widest: 0,
        }
    }

    /// Whether it can be a list, and not only a few words about one.
    pub(super) fn is_table(&self) -> bool {
        self.rows > WORDS || self.rows > 1 && self.widest > 1
    }

    /// One text more. Blanks count, and so does what another text takes the place of: a file may show one
    /// long text in one cell a million times.
    pub(super) fn put_text(&mut self, row: u32, column: usize, text: &str) -> Result<(), Unreadable> {
        self.looked_at = self.looked_at.saturating_add(text.len());
        if self.looked_at > self.most_bytes {
            return Err(Unreadable::DecompressedTooLarge);
        }
        self.put(row, column, Cell::of_text(text))
    }

    /// One cell more. Cells come row by row; `row` and `column` begin at 0.
    pub(super) fn put(&mut self, row: u32, column: usize, cell: Cell) -> Result<(), Unreadable> {
        if cell.is_empty() {
            return Ok(());
        }
        if column >= self.columns {
            return Err(Unreadable::TooManyColumns);
        }
        let number = row.checked_add(1).ok_or(Unreadable::Damaged)?;
        if number != self.number {
            self.end_row()?;
            self.number = number;
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, Cell::Empty);
        }
        self.cells[column] = cell;
        Ok(())
    }

    /// Ends the last row; whether there is anything at all.
    pub(super) fn finish(&mut self) -> Result<bool, Unreadable> {
        self.end_row()?;
        self.bytes.shrink_to_fit();
        Ok(self.rows > 0)
    }

    fn end_row(&mut self) -> Result<(), Unreadable> {
        if self.cells.is_empty() {
            return Ok(());
        }
        if self.rows >= self.most_rows {
            return Err(Unreadable::TooManyRows);
        }
        self.rows += 1;
        self.widest = self.widest.max(self.cells.len());
        self.bytes.extend_from_slice(&self.number.to_le_bytes());
        self.bytes.extend_from_slice(&(self.cells.len() as u32).to_le_bytes());
        for cell in self.cells.drain(..) {
            match cell {
                Cell::Empty => self.bytes.push(EMPTY),
                Cell::Text(text) => {
                    self.bytes.push(TEXT);
                    self.bytes.extend_from_slice(&(text.len() as u32).to_le_bytes());
                    self.bytes.extend_from_slice(text.as_bytes());
                }
                Cell::Number(number) => {
                    self.bytes.push(NUMBER);
                    self.bytes.extend_from_slice(&number.to_le_bytes());
                }
                Cell::Date(date) => {
                    self.bytes.push(DATE);
                    self.bytes.extend_from_slice(&date.num_days_from_ce().to_le_bytes());
                }
                Cell::Flag(flag) => self.bytes.push(if flag { YES } else { NO }),
            }
            if self.bytes.len() > self.most_bytes {
                return Err(Unreadable::DecompressedTooLarge);
            }
        }
        Ok(())
    }

    /// The rows, in the order they came.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        let mut rest = self.bytes.as_slice();
        std::iter::from_fn(move || row(&mut rest))
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, left) = rest.split_first_chunk::<N>()?;
    *rest = left;
    Some(*taken)
}

fn row(rest: &mut &[u8]) -> Option<Row> {
    let number = u32::from_le_bytes(take(rest)?);
    let width = u32::from_le_bytes(take(rest)?);
    let cells = (0..width).map(|_| cell(rest)).collect::<Option<Vec<_>>>()?;
    Some(Row { number, cells })
}

fn cell(rest: &mut &[u8]) -> Option<Cell> {
    Some(match take::<1>(rest)?[0] {
        TEXT => {
            let length = u32::from_le_bytes(take(rest)?) as usize;
            let (text, left) = rest.split_at_checked(length)?;
            *rest = left;
            Cell::Text(String::from_utf8_lossy(text).into_owned())
        }
        NUMBER => Cell::Number(f64::from_le_bytes(take(rest)?)),
        DATE => Cell::Date(NaiveDate::from_num_days_from_ce_opt(i32::from_le_bytes(take(rest)?))?),
        YES => Cell::Flag(true),
        NO => Cell::Flag(false),
        _ => Cell::Empty,
    })
}
