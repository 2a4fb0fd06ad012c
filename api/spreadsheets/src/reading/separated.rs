//! Text with a separator between the cells: CSV and its relatives.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::{Cell, Limits, Row, Unreadable};

const SEPARATORS: [char; 4] = [';', '\t', ',', '|'];
/// How much of the text tells the separator.
const SAMPLE: usize = 64 << 10;
/// A longer cell is a quotation mark that nobody closed.
const LONGEST: usize = 32_767;
/// The most bytes of a record: more is no list.
const RECORD: usize = 1 << 20;
/// The most cells of a record, empty ones too: as many as a spreadsheet program has columns.
const WIDEST: usize = 16_384;

/// A text, and how it is cut into cells.
#[derive(Debug)]
pub(super) struct Separated {
    text: String,
    /// Where the first record begins: behind a line that names the separator.
    start: usize,
    separator: char,
    quoted: bool,
}

impl Separated {
    /// Finds the separator and reads the text once: every limit is held here.
    pub(super) fn new(text: String, limits: &Limits) -> Result<Self, Unreadable> {
        if text.trim().is_empty() {
            return Err(Unreadable::Empty);
        }
        let (start, separator) = match named(&text) {
            Some((separator, start)) => (start, separator),
            None => (0, guess(&text)),
        };
        let mut separated = Self { text, start, separator, quoted: true };
        // A mark that is never closed swallows the rest of the file; then marks are only letters.
        separated.quoted = separated.check(limits)?;
        if !separated.quoted {
            separated.check(limits)?;
        }
        Ok(separated)
    }

    /// What stands between two cells.
    pub(super) fn separator(&self) -> char {
        self.separator
    }

    /// The records that have something in them.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        let mut records = self.records();
        std::iter::from_fn(move || {
            while records.next() == Next::Record {
                let cells: Vec<Cell> = records.cells().map(Cell::of_text).collect();
                if cells.iter().any(|cell| *cell != Cell::Empty) {
                    return Some(Row { number: records.number, cells });
                }
            }
            None
        })
    }

    /// Holds the limits; false where a cell is so long that its quotation mark was no such thing.
    fn check(&self, limits: &Limits) -> Result<bool, Unreadable> {
        let mut records = self.records();
        let mut rows = 0;
        loop {
            match records.next() {
                Next::Record => {}
                Next::End if rows == 0 => return Err(Unreadable::Empty),
                Next::End => return Ok(true),
                Next::TooWide => return Err(Unreadable::TooManyColumns),
                Next::TooLong if self.quoted => return Ok(false),
                Next::TooLong => return Err(Unreadable::NotASpreadsheet),
            }
            let mut last = 0;
            for (at, cell) in records.cells().enumerate() {
                if self.quoted && cell.len() > LONGEST && cell.contains(['\n', '\r']) {
                    return Ok(false);
                }
                if !cell.trim().is_empty() {
                    last = at + 1;
                }
            }
            if last > limits.columns {
                return Err(Unreadable::TooManyColumns);
            }
            rows += u32::from(last > 0);
            if rows > limits.rows {
                return Err(Unreadable::TooManyRows);
            }
        }
    }

    fn records(&self) -> Records<'_> {
        Records::new(&self.text[self.start..], self.separator, self.quoted)
    }
}

/// What comes next in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Record,
    End,
    TooWide,
    TooLong,
}

/// The records of a text, numbered as a grid shows them: blank lines count. Memory is made for one
/// record, and only so much: the reader below this one has no bounds of its own.
struct Records<'a> {
    text: &'a [u8],
    at: usize,
    reader: Reader,
    /// The text of the record, and where in it each cell ends.
    record: Vec<u8>,
    ends: Vec<usize>,
    width: usize,
    number: u32,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, separator: char, quoted: bool) -> Self {
        let separator = u8::try_from(separator).unwrap_or(b',');
        let reader = ReaderBuilder::new().delimiter(separator).quoting(quoted).build();
        let (record, ends) = (vec![0; 4096], vec![0; 64]);
        Self { text: text.as_bytes(), at: 0, reader, record, ends, width: 0, number: 0 }
    }

    fn next(&mut self) -> Next {
        let begun = self.at;
        let mut length = 0;
        self.width = 0;
        loop {
            let (result, read, written, ended) = self.reader.read_record(
                &self.text[self.at..],
                &mut self.record[length..],
                &mut self.ends[self.width..],
            );
            self.at += read;
            length += written;
            self.width += ended;
            match result {
                // All is there from the beginning: asked again, the reader ends the last record.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.record.len() >= RECORD => return Next::TooLong,
                ReadRecordResult::OutputFull => self.record.resize(self.record.len() * 2, 0),
                ReadRecordResult::OutputEndsFull if self.ends.len() >= WIDEST => return Next::TooWide,
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Next::End,
            }
        }
        self.number = self.number.saturating_add(1).saturating_add(blank_lines(self.text, begun));
        Next::Record
    }

    /// The cells of the record that was read.
    fn cells(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends[..self.width].iter().map(move |end| {
            let cell = self.record.get(start..*end).unwrap_or_default();
            start = *end;
            // Cut at signs of one byte, UTF-8 stays UTF-8.
            str::from_utf8(cell).unwrap_or_default()
        })
    }
}

/// How many blank lines stand at a place where a record could begin: the reader passes over them.
fn blank_lines(text: &[u8], mut at: usize) -> u32 {
    let mut blank = 0_u32;
    if at > 0 && text.get(at) == Some(&b'\n') && text.get(at - 1) == Some(&b'\r') {
        at += 1;
    }
    loop {
        match (text.get(at), text.get(at + 1)) {
            (Some(b'\r'), Some(b'\n')) => at += 2,
            (Some(b'\r' | b'\n'), _) => at += 1,
            _ => return blank,
        }
        blank = blank.saturating_add(1);
    }
}

/// The separator that Excel's first line names, and where the line after it begins.
fn named(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP="))?;
    let separator = rest.chars().next().filter(|c| c.is_ascii_punctuation() || *c == '\t' || *c == ' ')?;
    let rest = &rest[1..];
    let line = rest.find(['\r', '\n']).unwrap_or(rest.len());
    if !rest[..line].trim().is_empty() {
        return None;
    }
    let end = if rest[line..].starts_with("\r\n") { 2 } else { usize::from(line < rest.len()) };
    Some((separator, text.len() - rest.len() + line + end))
}

/// The separator that makes the most records equally wide.
fn guess(text: &str) -> char {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let whole = sample.len() == text.len();
    let tried = SEPARATORS.map(|separator| (separator, Evenness::of(sample, separator, whole)));
    // The header comes first: a separator that begins only below it, such as a decimal comma, is none.
    let header = tried.iter().filter(|(_, even)| even.share >= 0.5).map(|(_, even)| even.first).min();
    let mut best = (',', 0.0);
    for (separator, even) in tried {
        let late = header.is_some_and(|header| even.first > header);
        let likely = even.score() * if late { 0.2 } else { 1.0 };
        if likely > best.1 {
            best = (separator, likely);
        }
    }
    best.0
}

/// How even the records are, cut by one separator.
#[derive(Clone, Copy, Default)]
struct Evenness {
    /// The most frequent width; wide counts more than frequent, as titles are narrow.
    width: usize,
    /// The share of the records that have it.
    share: f64,
    /// The number of the first record with more than one cell.
    first: u32,
}

impl Evenness {
    fn of(sample: &str, separator: char, whole: bool) -> Self {
        let mut records = Records::new(sample, separator, true);
        let mut widths = Vec::new();
        let mut first = u32::MAX;
        while records.next() == Next::Record {
            if records.cells().any(|cell| !cell.trim().is_empty()) {
                widths.push(records.width);
                if records.width > 1 {
                    first = first.min(records.number);
                }
            }
        }
        if !whole && widths.len() > 1 {
            // The last one was cut by the end of the sample.
            widths.pop();
        }
        widths.sort_unstable();
        let (mut count, mut width) = (0, 0);
        for run in widths.chunk_by(|a, b| a == b) {
            if run[0] > 1 && run.len() * run[0].min(12) > count * width.min(12) {
                (count, width) = (run.len(), run[0]);
            }
        }
        let share = if count == 0 { 0.0 } else { count as f64 / widths.len() as f64 };
        Self { width, share, first }
    }

    fn score(&self) -> f64 {
        self.share * self.share * (1.0 + (self.width.clamp(1, 30) as f64).ln())
    }
}
