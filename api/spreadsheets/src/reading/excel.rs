//! Excel workbooks of today: XML in a ZIP archive.
//!
//! The parser trusts what an archive says of itself, and reads what it is pointed at. So everything
//! is unpacked once and thrown away before it may begin: what swells, lies or is not XML as Excel
//! writes it does not come so far.

use std::{
    io::{Cursor, Read},
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use chrono::NaiveDate;
use zip::{ZipArchive, read::ZipFile, result::ZipError};

use super::{Cell, Chosen, Limits, Unreadable, kept::Kept, markup::Markup};

/// The most files in an archive.
const PARTS: usize = 10_000;
/// The most sheets that are looked into for the first that has something in it.
const SHEETS: u64 = 64;
/// What one piece of XML may be long: Excel's cells have 32,767 characters at most.
const PIECE: u64 = 1 << 20;
/// Above this size a part has no business with comments, declarations and marks where Excel has none.
const PLAIN: u64 = 16 << 20;
/// The most texts that cells share: each costs room, though there be nothing in it.
const TEXTS: u64 = 1 << 22;
/// What a mark of the lists that the parser keeps costs beside its texts.
const KEPT: u64 = 256;
/// The most digits of the count of texts that a workbook says it has: room is made for them at once.
const COUNT_DIGITS: usize = 7;

/// The first sheet that can be a list, or has anything in it at all.
pub(super) fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Chosen, Unreadable> {
    let largest = inspect(&bytes, limits)?;
    // The parser has stumbled over hostile files before; a stumble costs the file, not the program.
    catch_unwind(AssertUnwindSafe(|| parse(bytes, largest, limits))).unwrap_or(Err(Unreadable::Damaged))
}

/// Unpacks every part and keeps none; the size of the largest.
fn inspect(bytes: &[u8], limits: &Limits) -> Result<u64, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > PARTS {
        return Err(Unreadable::DecompressedTooLarge);
    }
    let book = |name: &str| slashed(name).eq_ignore_ascii_case("xl/workbook.xml");
    if !archive.file_names().any(|name| name.is_ok_and(|name| book(&name))) {
        return Err(Unreadable::NotASpreadsheet);
    }
    let mut declared = 0_u64;
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(damaged)?;
        declared = declared.saturating_add(part.size());
    }
    if declared > limits.unpacked {
        return Err(Unreadable::DecompressedTooLarge);
    }
    let package = package(&mut archive, limits)?;
    let (mut left, mut largest) = (limits.unpacked, 0);
    // Marks without content cost nothing but time: so many take seconds, and are millions of cells.
    let mut marks = limits.unpacked / 12;
    let (mut listed, mut longest) = (0, 0);
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(refused)?;
        let name = name_of(&part)?;
        let file = name.rsplit('/').next().unwrap_or_default();
        // What the archive points at is its book, whatever its name; the book and the styles are lists.
        let list = file == "styles.xml" || package.contains(file.trim_end_matches(".rels"));
        let most = match file {
            "sharedstrings.xml" => limits.unpacked / 2,
            _ if list || file == "theme1.xml" || file.ends_with(".rels") => limits.unpacked / 25,
            _ if is_read(&name) => limits.unpacked,
            _ => limits.unpacked / 4,
        };
        let markup = unpack(&mut part, most.min(left), marks, &name)?;
        marks = marks.saturating_sub(markup.marks);
        left = left.saturating_sub(markup.size);
        largest = largest.max(markup.size);
        if list {
            listed += markup.marks;
            longest = longest.max(markup.longest);
        }
        // A sheet copies the target it points at, a style its font and format: one long text is many.
        if listed.saturating_mul(longest + KEPT) > limits.unpacked / 2 {
            return Err(Unreadable::DecompressedTooLarge);
        }
    }
    Ok(largest)
}

/// What the archive says of itself, in small letters: which of its parts is the book.
fn package(archive: &mut ZipArchive<Cursor<&[u8]>>, limits: &Limits) -> Result<String, Unreadable> {
    let mut said = String::new();
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(damaged)?;
        if name_of(&part)? != "_rels/.rels" {
            continue;
        }
        drop(part);
        let part = archive.by_index(at).map_err(refused)?;
        let mut bytes = Vec::new();
        let most = limits.unpacked / 100;
        part.take(most + 1).read_to_end(&mut bytes).map_err(damaged)?;
        said.push_str(&String::from_utf8_lossy(&bytes).to_ascii_lowercase());
        if said.len() as u64 > most {
            return Err(Unreadable::DecompressedTooLarge);
        }
    }
    // A name that is written in code could be any.
    if said.contains('&') { Err(Unreadable::Damaged) } else { Ok(said) }
}

/// Whatever a part of the file is stumbled over by, the file is damaged. What a parser says of it goes nowhere: it
/// may quote what stands in the list.
fn damaged<E>(_: E) -> Unreadable {
    Unreadable::Damaged
}

fn refused(error: ZipError) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Unreadable::Protected,
        _ => Unreadable::Damaged,
    }
}

fn name_of<R: Read>(part: &ZipFile<'_, R>) -> Result<String, Unreadable> {
    Ok(slashed(&part.name().map_err(damaged)?).to_ascii_lowercase())
}

fn slashed(name: &str) -> String {
    name.replace('\\', "/")
}

/// Whether a part may be one that the parser reads; pictures and the properties of others are not.
fn is_read(name: &str) -> bool {
    let xml = name.ends_with(".xml") || name.ends_with(".rels");
    xml && (!name.starts_with("customxml/") || name.ends_with("sharedstrings.xml"))
}

/// Unpacks one part; what it is made of. A part that is read must be plain XML in UTF-8.
fn unpack(part: &mut impl Read, most: u64, marks: u64, name: &str) -> Result<Markup, Unreadable> {
    let mut buffer = vec![0_u8; 64 << 10];
    let mut markup = Markup::new();
    let mut count = Count::default();
    let (read_later, shared) = (is_read(name), name.ends_with("sharedstrings.xml"));
    loop {
        let read = part.read(&mut buffer).map_err(damaged)?;
        if read == 0 {
            return Ok(markup);
        }
        if markup.size.saturating_add(read as u64) > most {
            return Err(Unreadable::DecompressedTooLarge);
        }
        if !read_later {
            markup.size += read as u64;
            continue;
        }
        if markup.size == 0 && !is_plain_xml(&buffer[..read]) {
            return Err(Unreadable::Damaged);
        }
        for &byte in &buffer[..read] {
            markup.take(byte);
            if shared && count.is_too_high(byte) {
                return Err(Unreadable::Damaged);
            }
        }
        let many = markup.marks > marks || markup.texts > TEXTS;
        if many || markup.piece() > PIECE || (markup.odd && markup.size > PLAIN) {
            return Err(Unreadable::DecompressedTooLarge);
        }
    }
}

/// Whether a part begins as XML in UTF-8 does.
fn is_plain_xml(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let head = String::from_utf8_lossy(&start[..start.len().min(200)]).to_ascii_lowercase();
    let declared = head.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>"));
    let utf8 = declared.is_none_or(|(declared, _)| {
        !declared.contains("encoding") || declared.contains("utf-8") || declared.contains("us-ascii")
    });
    head.trim_start().starts_with('<') && !head.contains('\0') && utf8
}

/// Watches for a count of texts that is too high to be true.
#[derive(Default)]
struct Count {
    matched: usize,
    digits: usize,
}

impl Count {
    fn is_too_high(&mut self, byte: u8) -> bool {
        const NAME: &[u8] = b"uniqueCount";
        if self.matched < NAME.len() {
            self.matched = match byte {
                _ if byte == NAME[self.matched] => self.matched + 1,
                _ if byte == NAME[0] => 1,
                _ => 0,
            };
            return false;
        }
        match byte {
            b'0' if self.digits == 0 => {}
            b'0'..=b'9' => self.digits += 1,
            b'=' | b'"' | b'\'' | b'+' | b' ' | b'\t' | b'\r' | b'\n' if self.digits == 0 => {}
            _ => *self = Self::default(),
        }
        self.digits > COUNT_DIGITS
    }
}

fn parse(bytes: Vec<u8>, largest: u64, limits: &Limits) -> Result<Chosen, Unreadable> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsxError::Password => Unreadable::Protected,
        _ => Unreadable::Damaged,
    })?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let (seen, hidden): (Vec<_>, Vec<_>) =
        sheets.cloned().partition(|sheet| sheet.visible == SheetVisible::Visible);
    // Many names may stand for one part: what is read in all stays bounded.
    let tries = (limits.unpacked / largest.max(1)).clamp(1, SHEETS);
    let tries = usize::try_from(tries).unwrap_or(1);
    let mut chosen: Option<Chosen> = None;
    for sheet in seen.into_iter().chain(hidden).take(tries) {
        match &mut chosen {
            Some(_) if sheet.visible != SheetVisible::Visible => break,
            Some(chosen) if chosen.kept.is_table() => {
                if has_something(&mut book, &sheet.name) {
                    chosen.others.push(sheet.name);
                }
                continue;
            }
            _ => {}
        }
        let mut kept = Kept::new(limits);
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(damaged)?;
        while let Some(found) = cells.next_cell().map_err(damaged)? {
            let (row, column) = found.get_position();
            let (value, column) = (found.get_value(), column as usize);
            match value {
                DataRef::String(text) => kept.put_text(row, column, text)?,
                DataRef::SharedString(text) => kept.put_text(row, column, text)?,
                value => kept.put(row, column, cell(value))?,
            }
        }
        if kept.finish()? {
            chosen = Some(Chosen::or(chosen, sheet.name, kept));
        }
    }
    chosen.ok_or(Unreadable::Empty)
}

/// Whether anything stands in a sheet that is not read; one that is damaged is none that somebody misses.
fn has_something(book: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str) -> bool {
    let Ok(mut cells) = book.worksheet_cells_reader(sheet) else { return false };
    while let Ok(Some(found)) = cells.next_cell() {
        if !cell(found.get_value()).is_empty() {
            return true;
        }
    }
    false
}

fn cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::of_text(text),
        DataRef::SharedString(text) => Cell::of_text(text),
        DataRef::Bool(flag) => Cell::Flag(*flag),
        DataRef::DateTime(moment) => moment_of(moment),
        DataRef::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
            day.map_or_else(|| Cell::of_text(text), Cell::Date)
        }
        DataRef::DurationIso(text) => Cell::of_text(text),
        DataRef::Error(error) => Cell::Text(error.to_string()),
    }
}

/// A day; a time of day without a day stays a text.
fn moment_of(moment: &ExcelDateTime) -> Cell {
    let value = moment.as_f64();
    if !(0.0..2_958_466.0).contains(&value) {
        return Cell::Number(value);
    }
    if value < 1.0 || moment.is_duration() {
        return time_of(value);
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
        .map_or(Cell::Number(value), Cell::Date)
}

/// A time or a length of time, written as hours and minutes.
pub(super) fn time_of(value: f64) -> Cell {
    let minutes = (value * 24.0 * 60.0).round() as u64;
    Cell::Text(format!("{:02}:{:02}", minutes / 60, minutes % 60))
}
