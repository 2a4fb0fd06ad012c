//! Files as partners send them, and files as nobody should.

mod costly;
mod encodings;
mod hostile;
mod properties;
mod roundtrip;
mod sheets;
mod texts;

use super::{Cell, Limits, Row, Unreadable, Workbook};

fn open(bytes: impl Into<Vec<u8>>) -> Result<Workbook, Unreadable> {
    Workbook::open(bytes.into(), Limits::default())
}

fn rows(book: &Workbook) -> Vec<Row> {
    book.rows().collect()
}

/// The cells of a row as a person reads them.
fn read(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| cell.text().into_owned()).collect()
}

/// The workbook, made with xlwt 1.3: an empty sheet, then 300 people under a title.
const OLD: &[u8] = include_bytes!("../fixtures/people.xls");
/// A small workbook, encrypted by msoffcrypto-tool with the password "secret".
const PROTECTED: &[u8] = include_bytes!("../fixtures/protected.xlsx");

/// A workbook of today with a title, a header and some rows.
fn workbook() -> Vec<u8> {
    use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
    let mut book = Workbook::new();
    book.add_worksheet();
    let sheet = book.add_worksheet().set_name("Asmenys").unwrap();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write(0, 0, "Asmenų sąrašas, 2026").unwrap();
    for (column, name) in ["Vardas", "Gimimo data", "Amžius", "Aktyvus", "Suma", "Город"].iter().enumerate()
    {
        sheet.write(2, column as u16, *name).unwrap();
    }
    for row in 0..20_u32 {
        let at = 3 + row;
        sheet.write(at, 0, format!("Šarūnė {row}")).unwrap();
        let date = ExcelDateTime::from_ymd(1990, 2, 1 + row as u8).unwrap().and_hms(13, 5, 0).unwrap();
        sheet.write_with_format(at, 1, &date, &day).unwrap();
        sheet.write(at, 2, 30.0 + f64::from(row)).unwrap();
        sheet.write(at, 3, row % 2 == 0).unwrap();
        sheet.write(at, 4, Formula::new("=1/0").set_result(if row == 1 { "#N/A" } else { "2.5" })).unwrap();
        sheet.write(at, 5, "Минск").unwrap();
    }
    book.save_to_buffer().unwrap()
}
