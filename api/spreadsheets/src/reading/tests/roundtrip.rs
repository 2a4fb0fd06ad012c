//! Property tests: what the exports and other programs write is read again cell for cell. Failing cases are saved in
//! `proptest-regressions`, which is committed, and run first.

use chrono::{Datelike, NaiveDate};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{Index, select},
};
use rust_xlsxwriter::{ExcelDateTime, Format};
use web::{TableCell, table_as_csv, table_as_xlsx};

use super::{Cell, Row, open, rows, texts::TEXTS};
use crate::{
    column_inference::{DateOrder, date, whole},
    reading::{Form, encoding},
};

/// Pieces of generated texts, beside arbitrary printable characters.
const PIECES: [&str; 38] = [
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
    "＝",
    "＋",
    "－",
    "＠",
    "<b>",
    "&amp;",
    "]]>",
    "_x000D_",
    "\\",
    "№ 5",
    "0",
    "1,5",
];
/// A spreadsheet program may run a text that begins with one of these as a formula.
const FORMULAS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A text. None begins with an apostrophe before a formula: that apostrophe is added by whoever writes the file, and
/// removed by the reader.
fn text() -> impl Strategy<Value = String> + Clone {
    let piece = prop_oneof![4 => select(PIECES.to_vec()).prop_map(str::to_owned), 1 => "\\PC{1,6}"];
    let long = vec(select(PIECES.to_vec()).prop_map(str::to_owned), 2_000..3_000);
    prop_oneof![40 => vec(piece, 1..9), 1 => long].prop_map(|pieces| {
        let text = pieces.concat();
        let added = text.trim_start().strip_prefix('\'').is_some_and(|rest| rest.starts_with(FORMULAS));
        if added { format!("x{}", text.trim_start()) } else { text }
    })
}

fn day(years: std::ops::Range<i32>) -> impl Strategy<Value = NaiveDate> {
    (years, 1..=366_u32).prop_map(|(year, day)| {
        NaiveDate::from_yo_opt(year, day).or(NaiveDate::from_yo_opt(year, 365)).unwrap()
    })
}

/// Rows of equal width. No cell of the first is empty, since the reader finds the header by the row that follows.
fn table<C: Strategy<Value = T> + Clone, T: std::fmt::Debug + Clone>(
    full: impl Strategy<Value = T> + Clone,
    any: C,
) -> impl Strategy<Value = Vec<Vec<T>>> {
    (2..8_usize).prop_flat_map(move |width| {
        (vec(full.clone(), width), vec(vec(any.clone(), width), 0..12)).prop_map(|(first, mut rows)| {
            rows.insert(0, first);
            rows
        })
    })
}

fn header(width: usize) -> Vec<String> {
    (b'A'..).take(width).map(|letter| format!("Column {}", char::from(letter))).collect()
}

/// A text as it is read: without white space around it, except white space that could begin a formula.
fn read_from(text: &str) -> Cell {
    let read = if text.starts_with(FORMULAS) { text.trim_end() } else { text.trim() };
    if read.is_empty() { Cell::Empty } else { Cell::Text(read.to_owned()) }
}

/// The rows below a header as they are read: numbered, without empty ones.
fn numbered(rows: Vec<Vec<Cell>>) -> Vec<Row> {
    let numbered = (2..).zip(rows).map(|(number, cells)| Row { number, cells });
    numbered.filter(|row| row.cells.iter().any(|cell| *cell != Cell::Empty)).collect()
}

/// A cell of an export.
fn exported() -> impl Strategy<Value = TableCell> + Clone {
    prop_oneof![
        5 => text().prop_map(TableCell::Text).boxed(),
        1 => day(1..10_000).prop_map(TableCell::Date).boxed(),
        1 => (-999_999_999_999_999..=999_999_999_999_999_i64).prop_map(TableCell::Number).boxed(),
    ]
}

/// A cell of another program's workbook.
fn typed() -> impl Strategy<Value = Cell> + Clone {
    prop_oneof![
        4 => text().prop_map(|text| read_from(&text)).boxed(),
        1 => any::<i32>().prop_map(|number| Cell::Number(number.into())).boxed(),
        1 => (-500.0..500.0).prop_map(Cell::Number).boxed(),
        1 => (0..10_000_000_u32).prop_map(|cents| Cell::Number(f64::from(cents) / 100.0)).boxed(),
        1 => day(1900..10_000).prop_map(Cell::Date).boxed(),
        1 => any::<bool>().prop_map(Cell::Flag).boxed(),
    ]
}

/// A cell of a separated file, in quotation marks where they are needed, or always.
fn quoted(text: &str, separator: char, always: bool) -> String {
    let text = if text.starts_with(FORMULAS) { format!("'{text}") } else { text.to_owned() };
    if always || text.contains(['"', '\n', '\r', separator]) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// A text in UTF-8 or UTF-16 with a byte order mark.
fn in_unicode(text: &str, encoding: &str) -> Vec<u8> {
    let units = || text.encode_utf16();
    match encoding {
        "UTF-16LE" => b"\xff\xfe".iter().copied().chain(units().flat_map(u16::to_le_bytes)).collect(),
        "UTF-16BE" => b"\xfe\xff".iter().copied().chain(units().flat_map(u16::to_be_bytes)).collect(),
        _ => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn an_exported_csv_is_read_unchanged(
        rows_of in table(exported().prop_filter("full", |cell| !blank(cell)), option::weighted(0.8, exported())
            .prop_map(|cell| cell.unwrap_or(TableCell::Empty))),
        (language, separator) in select(vec![("en", ','), ("lt", ';'), ("ru", ';')]),
    ) {
        let header = header(rows_of[0].len());
        let written = table_as_csv(language, header.clone(), rows_of.clone()).unwrap();
        let book = open(written).unwrap();
        prop_assert_eq!(book.form(), &Form::Separated { encoding: "UTF-8", separator });
        prop_assert_eq!((book.header(), book.header_row()), (header.as_slice(), 1));
        let wanted = numbered(rows_of.iter().map(|row| row.iter().map(as_text).collect()).collect());
        prop_assert_eq!(rows(&book), wanted);
        // CSV knows only texts, but they still mean the same dates and numbers.
        for cell in rows_of.iter().flatten() {
            match cell {
                TableCell::Date(day) if day.year() >= 1000 && day.year() < 3000 => {
                    prop_assert_eq!(date(&as_text(cell), DateOrder::DayFirst), Ok(Some(*day)));
                }
                TableCell::Number(number) => prop_assert_eq!(whole(&as_text(cell)), Ok(Some(*number))),
                _ => {}
            }
        }
    }

    #[test]
    fn an_exported_xlsx_is_read_unchanged(
        rows_of in table(exported().prop_filter("full", |cell| !blank(cell)), option::weighted(0.8, exported())
            .prop_map(|cell| cell.unwrap_or(TableCell::Empty))),
    ) {
        let header = header(rows_of[0].len());
        let book = open(table_as_xlsx(header.clone(), &rows_of).unwrap()).unwrap();
        prop_assert_eq!((book.header(), book.header_row()), (header.as_slice(), 1));
        let wanted = numbered(rows_of.iter().map(|row| row.iter().map(as_typed).collect()).collect());
        prop_assert_eq!(rows(&book), wanted);
    }

    #[test]
    fn a_workbook_of_another_program_is_read_unchanged(
        rows_of in table(typed().prop_filter("full", |cell| *cell != Cell::Empty),
            option::weighted(0.8, typed()).prop_map(Option::unwrap_or_default)),
    ) {
        let header = header(rows_of[0].len());
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let day = Format::new().set_num_format("dd.mm.yyyy");
        sheet.write_row(0, 0, &header).unwrap();
        for (row, cells) in (1..).zip(&rows_of) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Cell::Empty => continue,
                    Cell::Text(text) if text.starts_with(FORMULAS) => {
                        sheet.write_string(row, column, format!("'{text}"))
                    }
                    Cell::Text(text) => sheet.write_string(row, column, text),
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
        prop_assert_eq!((book.header(), book.header_row()), (header.as_slice(), 1));
        prop_assert_eq!(rows(&book), numbered(rows_of));
    }

    #[test]
    fn a_separated_file_is_read_unchanged(
        rows_of in table(text().prop_filter("full", |text| read_from(text) != Cell::Empty),
            option::weighted(0.8, text()).prop_map(Option::unwrap_or_default)),
        separator in select(vec![',', ';', '\t', '|']),
        end in select(vec!["\r\n", "\n", "\r"]),
        encoding in select(vec!["UTF-8", "UTF-16LE", "UTF-16BE"]),
        always in any::<bool>(),
        named in any::<bool>(),
    ) {
        let header = header(rows_of[0].len());
        let mut written = if named { format!("sep={separator}{end}") } else { String::new() };
        for row in std::iter::once(&header).chain(&rows_of) {
            let cells: Vec<String> = row.iter().map(|cell| quoted(cell, separator, always)).collect();
            written += &cells.join(&separator.to_string());
            written += end;
        }
        let book = open(in_unicode(&written, encoding)).unwrap();
        prop_assert_eq!(book.form(), &Form::Separated { encoding, separator }, "{}", written);
        prop_assert_eq!((book.header(), book.header_row()), (header.as_slice(), 1), "{}", written);
        let wanted = numbered(rows_of.iter().map(|row| row.iter().map(|text| read_from(text)).collect()).collect());
        prop_assert_eq!(rows(&book), wanted, "{}", written);
    }

    /// The rows of each sample in another order, some of them repeated.
    #[test]
    fn an_old_encoding_is_recognised_in_any_order_of_rows(
        (_, text) in select(TEXTS.to_vec()),
        encoding in any::<Index>(),
        order in vec(any::<Index>(), 0..20),
    ) {
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let rows = lines.len() - 1;
        for at in &order {
            let line = lines.remove(1 + at.index(rows));
            lines.insert(1, line);
            if lines.len() < 40 {
                lines.push(line);
            }
        }
        let text = lines.concat().replace('№', "N").replace(['„', '“'], "\"").replace('–', "-");
        let fitting: Vec<_> = encoding::one_byte()
            .into_iter()
            .filter_map(|(name, letters)| {
                let place = |letter: char| letters.iter().position(|other| *other == letter).map(|at| at as u8);
                text.chars().map(place).collect::<Option<Vec<u8>>>().map(|bytes| (name, bytes))
            })
            .collect();
        let (name, bytes) = &fitting[encoding.index(fitting.len())];
        let (read, as_what) = encoding::decode(bytes);
        prop_assert_eq!(read, text, "{} was read as {}", name, as_what);
    }
}

fn blank(cell: &TableCell) -> bool {
    matches!(cell, TableCell::Text(text) if text.trim().is_empty())
}

/// An exported cell as it is read from CSV.
fn as_text(cell: &TableCell) -> Cell {
    match cell {
        TableCell::Empty => Cell::Empty,
        TableCell::Text(text) => read_from(text),
        TableCell::Date(day) => Cell::Text(day.to_string()),
        TableCell::Number(number) => Cell::Text(number.to_string()),
    }
}

/// An exported cell as it is read from XLSX, which has no dates before 1900.
fn as_typed(cell: &TableCell) -> Cell {
    match cell {
        TableCell::Text(text) if text.trim().is_empty() => Cell::Empty,
        TableCell::Text(text) => Cell::Text(text.trim().to_owned()),
        TableCell::Date(day) if day.year() >= 1900 => Cell::Date(*day),
        TableCell::Number(number) => Cell::Number(*number as f64),
        _ => as_text(cell),
    }
}
