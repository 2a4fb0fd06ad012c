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
use zip::{ZipArchive, result::ZipError};

use super::{Cell, Limits, Unreadable, kept::Kept};

/// The most files in an archive.
const PARTS: usize = 10_000;
/// The most sheets that are looked into for the first that has something in it.
const SHEETS: u64 = 64;
/// What one piece of XML may be long: Excel's cells have 32,767 characters at most.
const PIECE: u64 = 1 << 20;
/// Above this size a part has no business with comments and declarations.
const PLAIN: u64 = 16 << 20;
/// The most digits of the count of texts that a workbook says it has: room is made for them at once.
const COUNT_DIGITS: usize = 7;

/// The name of the first sheet that has anything in it, and its rows.
pub(super) fn read(bytes: Vec<u8>, limits: &Limits) -> Result<(String, Kept), Unreadable> {
    let largest = inspect(&bytes, limits)?;
    // The parser has stumbled over hostile files before; a stumble costs the file, not the program.
    catch_unwind(AssertUnwindSafe(|| parse(bytes, largest, limits))).unwrap_or(Err(Unreadable::Damaged))
}

/// Unpacks every part and keeps none; the size of the largest.
fn inspect(bytes: &[u8], limits: &Limits) -> Result<u64, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    if archive.len() > PARTS {
        return Err(Unreadable::SwellsTooMuch);
    }
    let book = |name: &str| slashed(name).eq_ignore_ascii_case("xl/workbook.xml");
    if !archive.file_names().any(|name| name.is_ok_and(|name| book(&name))) {
        return Err(Unreadable::NotASpreadsheet);
    }
    let mut declared = 0_u64;
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(|_| Unreadable::Damaged)?;
        declared = declared.saturating_add(part.size());
    }
    if declared > limits.unpacked {
        return Err(Unreadable::SwellsTooMuch);
    }
    let (mut left, mut largest) = (limits.unpacked, 0);
    // Marks without content cost time only: real sheets have more than ten bytes for each.
    let mut marks = limits.unpacked / 10;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Unreadable::Protected,
            _ => Unreadable::Damaged,
        })?;
        let name = slashed(&part.name().map_err(|_| Unreadable::Damaged)?).to_ascii_lowercase();
        let most = match name.rsplit('/').next().unwrap_or_default() {
            "sharedstrings.xml" => limits.unpacked / 4,
            "styles.xml" | "workbook.xml" | "theme1.xml" => limits.unpacked / 50,
            last if last.ends_with(".rels") => limits.unpacked / 50,
            _ if is_read(&name) => limits.unpacked,
            _ => limits.unpacked / 8,
        };
        let size = unpack(&mut part, most.min(left), &mut marks, &name)?;
        left = left.saturating_sub(size);
        largest = largest.max(size);
    }
    Ok(largest)
}

fn slashed(name: &str) -> String {
    name.replace('\\', "/")
}

/// Whether a part may be one that the parser reads; pictures and the properties of others are not.
fn is_read(name: &str) -> bool {
    let xml = name.ends_with(".xml") || name.ends_with(".rels");
    xml && (!name.starts_with("customxml/") || name.ends_with("sharedstrings.xml"))
}

/// Unpacks one part; how large it is. A part that is read must be plain XML in UTF-8.
fn unpack(part: &mut impl Read, most: u64, marks: &mut u64, name: &str) -> Result<u64, Unreadable> {
    let mut buffer = vec![0_u8; 64 << 10];
    let (mut size, mut opened, mut closed, mut declarations) = (0_u64, 0_u64, 0_u64, false);
    let mut count = Count::default();
    let (read_later, shared) = (is_read(name), name.ends_with("sharedstrings.xml"));
    loop {
        let read = part.read(&mut buffer).map_err(|_| Unreadable::Damaged)?;
        if read == 0 {
            return Ok(size);
        }
        if size.saturating_add(read as u64) > most {
            return Err(Unreadable::SwellsTooMuch);
        }
        if !read_later {
            size += read as u64;
            continue;
        }
        if size == 0 && !is_plain_xml(&buffer[..read]) {
            return Err(Unreadable::Damaged);
        }
        let mut before = 0;
        for &byte in &buffer[..read] {
            size += 1;
            match byte {
                b'<' => {
                    opened = size;
                    *marks = marks.checked_sub(1).ok_or(Unreadable::SwellsTooMuch)?;
                }
                b'>' => closed = size,
                b'!' if before == b'<' => declarations = true,
                _ => {}
            }
            before = byte;
            if shared && count.is_too_high(byte) {
                return Err(Unreadable::Damaged);
            }
        }
        let long = size - opened > PIECE || size - closed > PIECE;
        if long || (declarations && size > PLAIN) {
            return Err(Unreadable::SwellsTooMuch);
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

fn parse(bytes: Vec<u8>, largest: u64, limits: &Limits) -> Result<(String, Kept), Unreadable> {
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
    for sheet in seen.into_iter().chain(hidden).take(tries) {
        let mut kept = Kept::new(limits);
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(|_| Unreadable::Damaged)?;
        while let Some(found) = cells.next_cell().map_err(|_| Unreadable::Damaged)? {
            let (row, column) = found.get_position();
            kept.put(row, column as usize, cell(found.get_value()))?;
        }
        if kept.finish()? {
            return Ok((sheet.name, kept));
        }
    }
    Err(Unreadable::Empty)
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
