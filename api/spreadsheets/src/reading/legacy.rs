//! Excel workbooks of before 2007: records in a stream of a compound file.
//!
//! They are read here and not by a library: the ones there are make room for whatever a file says
//! of itself. Only values are read, never formulas.

use chrono::{Days, NaiveDate};

use super::{
    Cell, Chosen, Limits, Unreadable,
    compound::{Compound, f64_at, u16_at, u32_at},
    excel::time_of,
    kept::Kept,
    strings::{Strings, Words},
};

/// The most sheets that are looked into for the first that has something in it.
const SHEETS: usize = 64;

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;

/// The name of the first sheet that has anything in it, and its rows.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Chosen, Unreadable> {
    let file = Compound::open(bytes)?;
    if file.has("EncryptedPackage") {
        return Err(Unreadable::Protected);
    }
    let stream = file.stream("Workbook").or_else(|| file.stream("Book"));
    let stream = stream.ok_or(Unreadable::NotASpreadsheet)?;
    drop(file);
    let book = Book::open(&stream)?;
    let (seen, hidden): (Vec<_>, Vec<_>) = book.sheets.iter().partition(|sheet| sheet.visible);
    let mut looked_at = Vec::new();
    let mut chosen: Option<Chosen> = None;
    for sheet in seen.into_iter().chain(hidden).take(SHEETS) {
        // Many names may stand for one sheet.
        if looked_at.contains(&sheet.start) {
            continue;
        }
        looked_at.push(sheet.start);
        if chosen.is_some() && !sheet.visible {
            break;
        }
        let mut kept = Kept::new(limits);
        let came = book.cells(&stream, sheet.start, &mut kept).and_then(|()| kept.finish());
        match came {
            Ok(true) => chosen = Some(Chosen::or(chosen, sheet.name.clone(), kept)),
            Ok(false) => {}
            // One that is damaged behind the list is none that somebody misses.
            Err(_) if chosen.as_ref().is_some_and(|chosen| chosen.kept.is_table()) => {}
            Err(why) => return Err(why),
        }
    }
    chosen.ok_or(Unreadable::Empty)
}

/// One record after the other, from a place on.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = start;
    std::iter::from_fn(move || {
        let kind = u16_at(stream, at)?;
        let length = usize::from(u16_at(stream, at + 2)?);
        let data = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        Some((kind, data))
    })
}

struct Sheet {
    name: String,
    start: usize,
    visible: bool,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Meaning {
    #[default]
    Number,
    Day,
    Time,
}

/// What stands before the sheets.
#[derive(Default)]
struct Book {
    words: Words,
    sheets: Vec<Sheet>,
    strings: Strings,
    /// What the numbers of a cell mean, by the cell's format.
    meanings: Vec<Meaning>,
    since_1904: bool,
}

impl Book {
    fn open(stream: &[u8]) -> Result<Self, Unreadable> {
        let mut book = Self::default();
        let mut formats: Vec<(u16, Meaning)> = Vec::new();
        let mut used: Vec<u16> = Vec::new();
        let mut shared: Vec<&[u8]> = Vec::new();
        let (mut begun, mut in_shared) = (false, false);
        for (kind, data) in records(stream, 0) {
            match kind {
                BOF => {
                    begun = true;
                    book.words.wide = u16_at(data, 0) == Some(0x0600);
                }
                EOF => break,
                0x002f => return Err(Unreadable::Protected),
                0x0042 => book.words.page(u16_at(data, 0).unwrap_or(0)),
                0x0022 => book.since_1904 = u16_at(data, 0) == Some(1),
                0x00e0 if used.len() < 0x1_0000 => used.push(u16_at(data, 2).unwrap_or(0)),
                0x041e if formats.len() < 0x1000 => {
                    if let Some(id) = u16_at(data, 0) {
                        let code = book.words.text(&data[2..], book.words.wide);
                        formats.push((id, meaning_of(&code)));
                    }
                }
                0x0085 if data.get(5) == Some(&0) && book.sheets.len() < 0x1000 => {
                    let start = u32_at(data, 0).unwrap_or(u32::MAX) as usize;
                    let name = book.words.text(&data[6..], false);
                    book.sheets.push(Sheet { name, start, visible: data[4] & 3 == 0 });
                }
                0x00fc => shared.push(data),
                CONTINUE if in_shared => shared.push(data),
                _ => {}
            }
            in_shared = kind == 0x00fc || (kind == CONTINUE && in_shared);
        }
        if !begun {
            return Err(Unreadable::Damaged);
        }
        book.strings = Strings::shared(&shared);
        formats.sort_by_key(|(id, _)| *id);
        let meaning = |id: u16| match formats.binary_search_by_key(&id, |(id, _)| *id) {
            Ok(at) => formats[at].1,
            Err(_) => built_in(id),
        };
        book.meanings = used.into_iter().map(meaning).collect();
        Ok(book)
    }

    /// The cells of one sheet.
    fn cells(&self, stream: &[u8], start: usize, kept: &mut Kept) -> Result<(), Unreadable> {
        let mut depth = 0_u32;
        let mut awaited = None;
        for (kind, data) in records(stream, start) {
            match kind {
                BOF => depth += 1,
                EOF if depth <= 1 => return Ok(()),
                EOF => depth -= 1,
                // Charts within a sheet have records of the same kinds.
                _ if depth != 1 => {}
                0x0207 => {
                    if let Some((row, column)) = awaited.take() {
                        let text = self.words.long_text(data);
                        kept.put_text(row, column, &text)?;
                    }
                }
                0x00bd => self.numbers(data, kept)?,
                0x0203 | 0x027e | 0x00fd | 0x0204 | 0x00d6 | 0x0205 | 0x0006 => {
                    let (Some(row), Some(column), Some(format)) =
                        (u16_at(data, 0), u16_at(data, 2), u16_at(data, 4))
                    else {
                        return Err(Unreadable::Damaged);
                    };
                    let (row, column) = (u32::from(row), usize::from(column));
                    let rest = &data[6..];
                    if kind == 0x0006 && rest.get(6..8) == Some(&[0xff, 0xff]) && rest[0] == 0 {
                        awaited = Some((row, column));
                        continue;
                    }
                    if kind == 0x00fd {
                        let text = u32_at(rest, 0).and_then(|number| self.strings.get(number));
                        kept.put_text(row, column, text.ok_or(Unreadable::Damaged)?)?;
                        continue;
                    }
                    let cell = self.cell(kind, rest, format).ok_or(Unreadable::Damaged)?;
                    kept.put(row, column, cell)?;
                }
                _ => {}
            }
        }
        // A sheet ends with a record that says so: this one was cut off.
        Err(Unreadable::Damaged)
    }

    fn cell(&self, kind: u16, rest: &[u8], format: u16) -> Option<Cell> {
        Some(match kind {
            0x0203 => self.number(f64_at(rest, 0)?, format),
            0x027e => self.number(packed(u32_at(rest, 0)?), format),
            0x0204 | 0x00d6 => Cell::of_text(&self.words.long_text(rest)),
            0x0205 if *rest.get(1)? == 0 => Cell::Flag(rest[0] != 0),
            0x0205 => Cell::Text(error(rest[0]).to_owned()),
            _ if rest.get(6..8)? != [0xff, 0xff] => self.number(f64_at(rest, 0)?, format),
            _ => match rest[0] {
                1 => Cell::Flag(rest[2] != 0),
                2 => Cell::Text(error(rest[2]).to_owned()),
                _ => Cell::Empty,
            },
        })
    }

    /// A run of numbers in one row.
    fn numbers(&self, data: &[u8], kept: &mut Kept) -> Result<(), Unreadable> {
        let (Some(row), Some(first)) = (u16_at(data, 0), u16_at(data, 2)) else {
            return Err(Unreadable::Damaged);
        };
        for (place, piece) in data[4..].chunks_exact(6).enumerate() {
            if let (Some(format), Some(number)) = (u16_at(piece, 0), u32_at(piece, 2)) {
                let cell = self.number(packed(number), format);
                kept.put(u32::from(row), usize::from(first) + place, cell)?;
            }
        }
        Ok(())
    }

    fn number(&self, number: f64, format: u16) -> Cell {
        let meaning = self.meanings.get(usize::from(format)).copied().unwrap_or_default();
        if meaning == Meaning::Number || !(0.0..2_958_466.0).contains(&number) {
            return Cell::Number(number);
        }
        if meaning == Meaning::Time || number < 1.0 {
            return time_of(number);
        }
        let day = number.trunc() as u64;
        // Excel believes that 1900 had a 29th of February.
        let (year, month, first, days) = match (self.since_1904, day) {
            (true, _) => (1904, 1, 1, day),
            (false, ..60) => (1899, 12, 31, day),
            (false, _) => (1899, 12, 30, day),
        };
        NaiveDate::from_ymd_opt(year, month, first)
            .and_then(|first| first.checked_add_days(Days::new(days)))
            .map_or(Cell::Number(number), Cell::Date)
    }
}

/// A number in 30 bits: the upper part of a fraction or a whole one, perhaps in hundredths.
fn packed(bits: u32) -> f64 {
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & 0xffff_fffc) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

fn built_in(id: u16) -> Meaning {
    match id {
        14..=17 | 22 | 27..=36 | 50..=58 => Meaning::Day,
        18..=21 | 45..=47 => Meaning::Time,
        _ => Meaning::Number,
    }
}

/// What a format of one's own makes of a number.
fn meaning_of(code: &str) -> Meaning {
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    let mut letters = String::new();
    for c in code.split(';').next().unwrap_or_default().chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' if !quoted => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            _ if quoted || bracketed => {}
            _ => letters.push(c.to_ascii_lowercase()),
        }
    }
    let has = |wanted: &str| letters.contains(|c| wanted.contains(c));
    match () {
        () if letters.contains("general") || has("#?@%") => Meaning::Number,
        () if has("yd") => Meaning::Day,
        () if has("hs") => Meaning::Time,
        () if has("m") => Meaning::Day,
        () => Meaning::Number,
    }
}
