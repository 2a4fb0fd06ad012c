//! The bytes of a spreadsheet, as partners really send them, into rows of cells.
//!
//! What a file is, is found by its content, never by its name. Nothing here knows of people or
//! organisations. Everything is bounded: what a file can cost is said by [`Limits`].

mod compound;
mod encoding;
mod excel;
mod heading;
mod kept;
mod legacy;
mod likeness;
mod markup;
mod separated;
mod strings;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub use encoding::decode;

use kept::Kept;
use separated::Separated;

/// One cell, with the type the file gave it. A separated file knows only texts.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Cell {
    /// Nothing, or blanks only.
    #[default]
    #[serde(rename = "e")]
    Empty,
    /// A text; an error such as `#N/A` too.
    #[serde(rename = "t")]
    Text(String),
    /// A number.
    #[serde(rename = "n")]
    Number(f64),
    /// A day; the time of it was dropped.
    #[serde(rename = "d")]
    Date(chrono::NaiveDate),
    /// Yes or no.
    #[serde(rename = "f")]
    Flag(bool),
}

impl Cell {
    /// The cell as a person would read it: whole numbers without `.0`, days as `2026-02-01`.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::Number(number) => Cow::Owned(written(*number)),
            Cell::Date(date) => Cow::Owned(date.to_string()),
            Cell::Flag(true) => Cow::Borrowed("TRUE"),
            Cell::Flag(false) => Cow::Borrowed("FALSE"),
        }
    }

    /// A text as it stands in a file; blanks around it say nothing. An apostrophe before what would begin a
    /// formula keeps spreadsheet programs from running it, and is no part of the text.
    fn of_text(text: &str) -> Self {
        const FORMULAS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
        let text = text.trim_start();
        let text =
            text.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULAS)).unwrap_or(text).trim_end();
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// A number as a spreadsheet program shows it: 15 digits that count, as the rest is noise.
fn written(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    if number.abs() < 1e-9 || number.abs() >= 1e15 {
        return format!("{number:e}");
    }
    let before = number.abs().log10().floor() as i32 + 1;
    let after = usize::try_from(15 - before.max(0)).unwrap_or(0);
    let long = format!("{number:.after$}");
    let short = long.trim_end_matches('0').trim_end_matches('.');
    short.to_owned()
}

/// One row.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Row {
    /// Its number as a spreadsheet program shows it; the first is 1.
    pub number: u32,
    /// Its cells, as many as the header has.
    pub cells: Vec<Cell>,
}

/// What the file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Text with a separator between the cells.
    Separated {
        /// The encoding's name.
        encoding: &'static str,
        /// What stands between two cells.
        separator: char,
    },
    /// An Excel workbook, new or old.
    Excel {
        /// The name of the sheet that was read: the first that can be a list.
        sheet: String,
        /// The other visible sheets that hold something.
        others: Vec<String>,
    },
}

/// Why a file cannot be read, and how that is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing, or blanks only.
    #[error("The file is empty: choose the file that holds the list, or save it again.")]
    Empty,
    /// More bytes than allowed.
    #[error("The file is too large: split the list into several files, or remove pictures from it.")]
    TooLarge,
    /// More columns than allowed.
    #[error("The sheet has too many columns: keep only the columns that are needed and save it again.")]
    TooManyColumns,
    /// More rows than allowed.
    #[error("The sheet has too many rows: split the list into several files.")]
    TooManyRows,
    /// Encrypted.
    #[error("The file is protected by a password: save a copy of it without a password.")]
    Protected,
    /// Something else.
    #[error(
        "The file is not a spreadsheet that can be read: save the list as Excel workbook (.xlsx) or CSV."
    )]
    NotASpreadsheet,
    /// Broken.
    #[error(
        "The file is damaged: open it in a spreadsheet program and save it again, or ask the sender for it again."
    )]
    Damaged,
    /// Unpacks to far more than it should.
    #[error("The file unpacks to too much data: copy the list into a new workbook and save that.")]
    DecompressedTooLarge,
}

/// How much a file may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The most bytes of the file.
    pub bytes: usize,
    /// The most columns with something in them.
    pub columns: usize,
    /// The most rows with something in them.
    pub rows: u32,
    /// The most bytes that a packed file may unpack to.
    pub unpacked: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 32 << 20, columns: 200, rows: 120_000, unpacked: 200 << 20 }
    }
}

/// The sheet of a workbook that is read.
struct Chosen {
    sheet: String,
    others: Vec<String>,
    kept: Kept,
}

impl Chosen {
    /// After another sheet that holds something: the first that can be a list is read.
    fn or(before: Option<Self>, sheet: String, kept: Kept) -> Self {
        let Some(mut before) = before else { return Self { sheet, others: Vec::new(), kept } };
        if kept.is_table() && !before.kept.is_table() {
            before.others.push(std::mem::replace(&mut before.sheet, sheet));
            before.kept = kept;
        } else {
            before.others.push(sheet);
        }
        before
    }
}

/// A sheet whose header was found and whose rows can be read, more than once.
#[derive(Debug)]
pub struct Workbook {
    form: Form,
    header: Vec<String>,
    header_row: u32,
    body: Body,
}

#[derive(Debug)]
enum Body {
    Separated(Separated),
    Kept(Kept),
}

impl Workbook {
    /// Reads the file once, from end to end: what cannot be read is refused here.
    pub fn open(bytes: Vec<u8>, limits: Limits) -> Result<Self, Unreadable> {
        if bytes.len() > limits.bytes {
            return Err(Unreadable::TooLarge);
        }
        let (form, body) = match kind(&bytes)? {
            Kind::Zip => {
                let Chosen { sheet, others, kept } = excel::read(bytes, &limits)?;
                (Form::Excel { sheet, others }, Body::Kept(kept))
            }
            Kind::Compound => {
                let Chosen { sheet, others, kept } = legacy::read(&bytes, &limits)?;
                (Form::Excel { sheet, others }, Body::Kept(kept))
            }
            Kind::Text => {
                let (text, encoding) = decode(&bytes);
                drop(bytes);
                let separated = Separated::new(text, &limits)?;
                (Form::Separated { encoding, separator: separated.separator() }, Body::Separated(separated))
            }
        };
        let mut book = Self { form, header: Vec::new(), header_row: 0, body };
        let first: Vec<Row> = book.all().take(heading::LOOKED_AT).collect();
        let header =
            heading::find(&first).and_then(|at| first.into_iter().nth(at)).ok_or(Unreadable::Empty)?;
        book.header_row = header.number;
        // Nothing stands further right, though a file may go on with thousands of empty cells in each row.
        let header = header.cells.iter().take(limits.columns);
        book.header = header.map(|cell| cell.text().trim().to_owned()).collect();
        Ok(book)
    }

    /// What the file turned out to be.
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// The cells of the header, as they are: some may be empty, some may be there twice.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The number of the header's row.
    pub fn header_row(&self) -> u32 {
        self.header_row
    }

    /// The rows after the header that have something in them, each as wide as the header.
    pub fn rows(&self) -> impl Iterator<Item = Row> + Send {
        let width = self.header.len();
        let header_row = self.header_row;
        self.all().filter(move |row| row.number > header_row).filter_map(move |mut row| {
            row.cells.resize(width, Cell::Empty);
            (!row.cells.iter().all(Cell::is_empty)).then_some(row)
        })
    }

    /// Every row that has something in it, as wide as it is.
    fn all(&self) -> Box<dyn Iterator<Item = Row> + Send + '_> {
        match &self.body {
            Body::Separated(separated) => Box::new(separated.rows()),
            Body::Kept(kept) => Box::new(kept.rows()),
        }
    }
}

/// What kind of file it is, by its first bytes.
enum Kind {
    Zip,
    Compound,
    Text,
}

fn kind(bytes: &[u8]) -> Result<Kind, Unreadable> {
    const OTHERS: [&[u8]; 11] = [
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"%PDF",
        b"{\\rtf",
        b"\x1f\x8b",
        b"Rar!",
        b"7z\xbc\xaf",
        b"BM\0",
        b"II*\0",
        b"RIFF",
    ];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    if bytes.starts_with(&compound::SIGNATURE) {
        return Ok(Kind::Compound);
    }
    if OTHERS.iter().any(|other| bytes.starts_with(other)) {
        return Err(Unreadable::NotASpreadsheet);
    }
    let start: String =
        bytes.iter().take(200).map(|byte| byte.to_ascii_lowercase() as char).filter(|c| *c != '\0').collect();
    let start = start.trim_start_matches(['\u{ef}', '\u{bb}', '\u{bf}', '\u{ff}', '\u{fe}']).trim_start();
    if ["<!doctype", "<html", "<?xml", "<table"].iter().any(|mark| start.starts_with(mark)) {
        return Err(Unreadable::NotASpreadsheet);
    }
    if bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
        return Err(Unreadable::Empty);
    }
    if encoding::is_binary(bytes) { Err(Unreadable::NotASpreadsheet) } else { Ok(Kind::Text) }
}
