//! What programs write comes back cell for cell.

use chrono::{Datelike, Days, NaiveDate};
use fastrand::Rng;
use rust_xlsxwriter::{ExcelDateTime, Format};

use super::{Cell, Row, open, rows};
use crate::spreadsheets::reading::Form;

/// What a text may be made of.
const PIECES: [&str; 34] = [
    "a",
    "Ann",
    " ",
    "ž",
    "Ш",
    "й",
    "é",
    "e\u{301}",
    "\u{a0}",
    "\u{200b}",
    "😀",
    "𝔘",
    "\u{10fffd}",
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\r\n",
    "'",
    "=",
    "+",
    "-",
    "@",
    "<b>",
    "&amp;",
    "]]>",
    "_x000D_",
    "\\",
    "№ 5",
    "0",
    "1,5",
];
/// What keeps programs from running a text that begins so.
const FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text that is not blank, as it will be read: without blanks around it.
fn text(chance: &mut Rng) -> String {
    let length = if chance.u8(..40) == 0 { 3_000 } else { chance.usize(1..9) };
    let mut text = String::new();
    if chance.u8(..6) == 0 {
        text.push(chance.choice(FORMULAS).unwrap());
        text.push('1');
    }
    text.extend((0..length).map(|_| *chance.choice(&PIECES).unwrap()));
    let text = text.trim_end();
    let text = if text.starts_with(FORMULAS) { text } else { text.trim_start() };
    // An apostrophe before a formula is what is added when it is written, and no text of its own.
    let added = text.strip_prefix('\'').is_some_and(|rest| rest.trim_start().len() < rest.len());
    let added = added || text.strip_prefix('\'').is_some_and(|rest| rest.starts_with(FORMULAS));
    if added || text.trim().is_empty() { format!("x{text}") } else { text.to_owned() }
}

/// A cell; texts only where the file knows nothing else.
fn cell(chance: &mut Rng, typed: bool) -> Cell {
    let number = match chance.u8(..3) {
        0 => f64::from(chance.i32(..)),
        1 => chance.f64() * 1_000.0 - 500.0,
        _ => f64::from(chance.u32(..100_000)) / 100.0,
    };
    let date = NaiveDate::from_ymd_opt(1901, 1, 1).unwrap() + Days::new(chance.u64(..80_000));
    let cell = match chance.u8(..10) {
        0 | 1 => Cell::Empty,
        2 => Cell::Number(number),
        3 => Cell::Date(date),
        4 => Cell::Flag(chance.bool()),
        _ => Cell::Text(text(chance)),
    };
    match cell {
        Cell::Empty | Cell::Text(_) => cell,
        _ if typed => cell,
        other => Cell::Text(other.text().into_owned()),
    }
}

/// Rows as they are read: those without anything are missing. The first is full, as a header is followed.
fn table(chance: &mut Rng, typed: bool) -> (Vec<String>, Vec<Row>) {
    let width = chance.usize(2..8);
    let header = (0..width).map(|at| format!("Column {}", char::from(b'A' + at as u8))).collect();
    let rows = (2..chance.u32(3..14)).map(|number| {
        let mut filled = || loop {
            let cell = cell(chance, typed);
            if number > 2 || cell != Cell::Empty {
                return cell;
            }
        };
        Row { number, cells: (0..width).map(|_| filled()).collect() }
    });
    (header, rows.collect())
}

/// The rows that have something in them.
fn filled(rows: Vec<Row>) -> Vec<Row> {
    rows.into_iter().filter(|row| row.cells.iter().any(|cell| *cell != Cell::Empty)).collect()
}

/// A text as it is written where a program might take it for a formula.
fn tamed(text: &str) -> String {
    if text.starts_with(FORMULAS) { format!("'{text}") } else { text.to_owned() }
}

/// A cell in a separated file, in quotation marks where it must be and sometimes elsewhere.
fn quoted(text: &str, separator: char, chance: &mut Rng) -> String {
    let text = tamed(text);
    if text.contains(['"', '\n', '\r', separator]) || chance.u8(..4) == 0 {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[test]
fn separated_files_come_back() {
    let mut chance = Rng::with_seed(20_261_127);
    for case in 0..300 {
        let (header, table) = table(&mut chance, false);
        let separator = if chance.bool() { ',' } else { ';' };
        let end = if chance.bool() { "\r\n" } else { "\n" };
        let mut written = if chance.bool() { String::from('\u{feff}') } else { String::new() };
        let titles = header.iter().map(|name| Cell::Text(name.clone())).collect();
        for row in std::iter::once(&titles).chain(table.iter().map(|row| &row.cells)) {
            let cells: Vec<String> =
                row.iter().map(|cell| quoted(&cell.text(), separator, &mut chance)).collect();
            written += &cells.join(&separator.to_string());
            written += end;
        }
        let book = open(written.as_bytes()).unwrap();
        assert_eq!(book.form(), &Form::Separated { encoding: "UTF-8", separator }, "{case}: {written}");
        assert_eq!((book.header(), book.header_row()), (header.as_slice(), 1), "{case}: {written}");
        assert_eq!(rows(&book), filled(table), "{case}: {written}");
    }
}

#[test]
fn workbooks_come_back() {
    let mut chance = Rng::with_seed(20_261_128);
    let day = Format::new().set_num_format("dd.mm.yyyy");
    for case in 0..100 {
        let (header, table) = table(&mut chance, true);
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (at, name) in header.iter().enumerate() {
            sheet.write(0, at as u16, name).unwrap();
        }
        for row in &table {
            for (at, cell) in row.cells.iter().enumerate() {
                let (row, column) = (row.number - 1, at as u16);
                match cell {
                    Cell::Empty => continue,
                    Cell::Text(text) => sheet.write_string(row, column, tamed(text)),
                    Cell::Number(number) => sheet.write_number(row, column, *number),
                    Cell::Flag(flag) => sheet.write_boolean(row, column, *flag),
                    Cell::Date(date) => {
                        let (year, month, of_month) = (date.year() as u16, date.month(), date.day());
                        let date = ExcelDateTime::from_ymd(year, month as u8, of_month as u8).unwrap();
                        sheet.write_with_format(row, column, &date, &day)
                    }
                }
                .unwrap();
            }
        }
        let book = open(book.save_to_buffer().unwrap()).unwrap();
        assert_eq!((book.header(), book.header_row()), (header.as_slice(), 1), "{case}");
        for (found, wanted) in rows(&book).iter().zip(&filled(table.clone())) {
            assert_eq!(found, wanted, "{case}");
        }
        assert_eq!(rows(&book).len(), filled(table).len(), "{case}");
    }
}
