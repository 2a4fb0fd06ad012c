//! Separators, headers, kinds of cells.

use chrono::NaiveDate;

use super::{Cell, OLD, Unreadable, open, read, rows, workbook};
use crate::reading::Form;

fn separator(text: &str) -> char {
    match open(text).unwrap().form() {
        Form::Separated { separator, .. } => *separator,
        form => panic!("{form:?}"),
    }
}

#[test]
fn the_separator_is_found() {
    assert_eq!(separator("a,b,c\n1,2,3\n4,5,6\n"), ',');
    assert_eq!(separator("a\tb\tc\n1\t2,5\t3,5\n4\t5,5\t6,5\n"), '\t');
    assert_eq!(separator("a|b|c\n1|2|3\n"), '|');
    let decimals = "Name;Hours;Rate\n".to_owned() + &"Ann, Mary;1,5;2,5\nBob, Jon;7,25;9,75\n".repeat(50);
    assert_eq!(separator(&decimals), ';');
    let many = "Name;Sums\n".to_owned() + &"Ann;1,5 2,5 3,5 4,5\n".repeat(300);
    assert_eq!(separator(&many), ';');
    assert_eq!(separator("Name,Remark\nAnn,\"a; b; c\"\nBob,\"d; e; f\"\n"), ',');
    assert_eq!(separator("List of persons, 2026\n\na;b;c\n1;2;3\n4;5;6\n"), ';');
    assert_eq!(separator("sep=|\r\na,b|c,d\r\n1,2|3,4\r\n"), '|');
    let book = open("sep=;\r\nName;Town\r\nAnn;Riga\r\n").unwrap();
    assert_eq!((book.header(), book.header_row()), (&["Name".to_owned(), "Town".to_owned()][..], 1));
    let book = open("Name\nAnn\nBob\n").unwrap();
    assert_eq!((book.header().len(), rows(&book).len()), (1, 2));
}

#[test]
fn quotation_marks_are_respected() {
    let book =
        open("Name;Address;Town\n\"Ann \"\"A\"\" B\";\"Street 1\nFlat; 2\";Riga\nBob;x;Riga\n").unwrap();
    let rows = rows(&book);
    assert_eq!(read(&rows[0]), ["Ann \"A\" B", "Street 1\nFlat; 2", "Riga"]);
    assert_eq!(rows[1].number, 3);
    // One that nobody closed does not swallow the file.
    let open_mark = "Name;Town\n\"Ann;Riga\n".to_owned() + &"Bob;Vilnius\n".repeat(5_000);
    let book = open(open_mark).unwrap();
    assert_eq!(super::rows(&book).len(), 5_001);
}

#[test]
fn every_line_end_works() {
    for text in ["a;b\r1;2\r3;4\r", "a;b\n1;2\n3;4", "a;b\r\n1;2\r\n3;4\r\n", "a;b\r\n1;2\n3;4\r"] {
        let book = open(text).unwrap();
        let numbers: Vec<u32> = rows(&book).iter().map(|row| row.number).collect();
        assert_eq!(numbers, [2, 3], "{text:?}");
    }
    for end in ["\n", "\r\n", "\r"] {
        let text = ["", "a;b", "", "1;2", "", "", ";;", "3;4"].join(end);
        let book = open(text).unwrap();
        let numbers: Vec<u32> = rows(&book).iter().map(|row| row.number).collect();
        assert_eq!((book.header_row(), numbers), (2, vec![4, 8]), "{end:?}");
    }
}

#[test]
fn the_header_is_found_below_titles() {
    let book =
        open("List of persons, 2026;;;\n\nDate:;2026-01-01;;\nName;Town;Phone;Mail\nAnn;Riga;+371 2;a@b.c\n");
    let book = book.unwrap();
    assert_eq!((book.header_row(), book.header()[3].as_str()), (4, "Mail"));
    assert_eq!(rows(&book).len(), 1);
    let book = open("Name;Name;;Town\n").unwrap();
    assert_eq!((book.header(), rows(&book).len()), (&["Name", "Name", "", "Town"].map(str::to_owned)[..], 0));
    let book = open("Name;Town\nAnn\nBob;Riga;more\n").unwrap();
    assert_eq!(rows(&book).iter().map(|row| row.cells.len()).collect::<Vec<_>>(), [2, 2]);
}

#[test]
fn a_workbook_of_today_is_read() {
    let book = open(workbook()).unwrap();
    assert_eq!(book.form(), &Form::Excel { sheet: "Asmenys".to_owned(), others: Vec::new() });
    assert_eq!((book.header_row(), book.header()[5].as_str()), (3, "Город"));
    let rows = rows(&book);
    assert_eq!((rows.len(), rows[0].number), (20, 4));
    assert_eq!(rows[0].cells[1], Cell::Date(NaiveDate::from_ymd_opt(1990, 2, 1).unwrap()));
    assert_eq!(rows[0].cells[3], Cell::Flag(true));
    assert_eq!(read(&rows[1]), ["Šarūnė 1", "1990-02-02", "31", "FALSE", "#N/A", "Минск"]);
    assert_eq!(read(&rows[2])[4], "2.5");
    assert_eq!(super::rows(&book), rows);
}

#[test]
fn the_first_sheet_that_can_be_a_list_is_read_and_the_others_are_named() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("About").unwrap().write(0, 0, "People to be released").unwrap();
    for name in ["Kaunas", "Vilnius"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (column, text) in ["Name", "Town"].into_iter().enumerate() {
            sheet.write(0, column as u16, text).unwrap();
            sheet.write(1, column as u16, name).unwrap();
        }
    }
    book.add_worksheet().set_name("Empty").unwrap();
    book.add_worksheet().set_name("Hidden").unwrap().set_hidden(true).write(0, 0, "x").unwrap();
    let book = open(book.save_to_buffer().unwrap()).unwrap();
    let others = vec!["About".to_owned(), "Vilnius".to_owned()];
    assert_eq!(book.form(), &Form::Excel { sheet: "Kaunas".to_owned(), others });
    assert_eq!(rows(&book).len(), 1);
}

#[test]
fn a_workbook_of_long_ago_is_read() {
    let book = open(OLD).unwrap();
    assert_eq!(book.form(), &Form::Excel { sheet: "Asmenys".to_owned(), others: Vec::new() });
    assert_eq!((book.header_row(), book.header()[1].as_str()), (3, "Pavardė"));
    let rows = rows(&book);
    assert_eq!(rows.len(), 300);
    assert_eq!(
        read(&rows[299]),
        ["Jonas 299", "Žukauskas ž ų ė 299 Петров", "1990-10-27", "329", "Минск", "FALSE", "300.25"]
    );
}

#[test]
fn numbers_are_written_as_people_do() {
    for (number, text) in [(3.0, "3"), (0.1 + 0.2, "0.3"), (-2.5, "-2.5"), (37_060_000_001.0, "37060000001")]
    {
        assert_eq!(Cell::Number(number).text(), text);
    }
    assert_eq!(Cell::Number(f64::NAN).text(), "");
    assert_eq!(open("\n \n").err(), Some(Unreadable::Empty));
}

#[test]
fn an_apostrophe_that_keeps_a_formula_from_running_is_not_read() {
    for (written, wanted) in [
        ("'=1+1", "=1+1"),
        ("'＝1+1", "＝1+1"),
        ("'＠SUM(A1)", "＠SUM(A1)"),
        ("'\t=1", "\t=1"),
        ("'\t", ""),
        ("'Ann'", "'Ann'"),
        ("'", "'"),
    ] {
        let book = open(format!("Name;Remark;Town\nAnn;{written};Riga\n")).unwrap();
        assert_eq!(read(&rows(&book)[0])[1], wanted, "{written:?}");
    }
}
