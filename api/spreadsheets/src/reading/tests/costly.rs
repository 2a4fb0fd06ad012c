//! Small files that cost much: one text or mark that is copied, kept or looked at millions of times.

use super::{
    Cell, Limits, OLD, Unreadable, Workbook,
    hostile::{SHEET, by_hand, error, with},
    open, read, rows,
};
use crate::reading::{kept::Kept, markup::Markup};

/// Limits that small files reach.
const NARROW: Limits = Limits { bytes: 32 << 20, columns: 200, rows: 120_000, unpacked: 4 << 20 };

fn refused(bytes: Vec<u8>) -> Option<Unreadable> {
    Workbook::open(bytes, NARROW).err()
}

fn styles(font: usize, formats: usize) -> Vec<u8> {
    let styles = format!(
        "<styleSheet><fonts><font><name val=\"{}\"/></font></fonts><cellXfs>{}</cellXfs></styleSheet>",
        "a".repeat(font),
        "<xf fontId=\"0\"/>".repeat(formats)
    );
    with(SHEET, b"<sst/>", &[("xl/styles.xml", styles.as_bytes())])
}

#[test]
fn what_the_parser_copies_for_each_style_and_sheet_is_bounded() {
    assert_eq!(refused(styles(20, 1_000)), None);
    assert_eq!(refused(styles(20_000, 20)), None);
    assert_eq!(refused(styles(20_000, 1_000)), Some(Unreadable::DecompressedTooLarge));
    assert_eq!(refused(styles(0, 10_000)), Some(Unreadable::DecompressedTooLarge));
    let book = |target: usize, sheets: usize| {
        let target = format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"/worksheet\" Target=\"{}\"/></Relationships>",
            "a".repeat(target)
        );
        let book = format!("<workbook><sheets>{}</sheets></workbook>", "<sheet r:id=\"r1\"/>".repeat(sheets));
        let parts = [("xl/_rels/workbook.xml.rels", target.as_bytes()), ("xl/workbook.xml", book.as_bytes())];
        with(SHEET, b"<sst/>", &parts)
    };
    // There is no such sheet.
    assert_eq!(refused(book(10_000, 10)), Some(Unreadable::Damaged));
    assert_eq!(refused(book(10_000, 1_000)), Some(Unreadable::DecompressedTooLarge));
}

#[test]
fn the_book_is_bounded_whatever_its_name() {
    let elsewhere = |target: &str| {
        let package = format!(
            "<Relationships><Relationship Type=\"/relationships/officeDocument\" Target=\"{target}\"/></Relationships>"
        );
        let book = format!("<workbook><sheets>{}</sheets></workbook>", "<sheet r:id=\"r1\"/>".repeat(12_000));
        let parts = [("_rels/.rels", package.as_bytes()), ("xl/worksheets/Other.xml", book.as_bytes())];
        with(SHEET, b"<sst/>", &parts)
    };
    assert_eq!(refused(elsewhere("xl/workbook.xml")), None);
    assert_eq!(refused(elsewhere("xl/worksheets/other.xml")), Some(Unreadable::DecompressedTooLarge));
    assert_eq!(refused(elsewhere("xl\\worksheets\\OTHER.xml")), Some(Unreadable::DecompressedTooLarge));
    assert_eq!(refused(elsewhere("xl/worksheets/&#111;ther.xml")), Some(Unreadable::Damaged));
}

#[test]
fn a_text_that_is_shown_again_and_again_is_counted_each_time() {
    for text in ["a", " "] {
        let strings = format!("<sst><si><t xml:space=\"preserve\">{}</t></si></sst>", text.repeat(10_000));
        let cells = |times: usize| {
            let cells = "<c r=\"A1\" t=\"s\"><v>0</v></c>".repeat(times);
            format!("<worksheet><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>")
        };
        let refused = |times| refused(by_hand(cells(times).as_bytes(), strings.as_bytes()));
        assert_eq!(refused(100), (text == " ").then_some(Unreadable::Empty));
        assert_eq!(refused(1_000), Some(Unreadable::DecompressedTooLarge));
        let mut kept = Kept::new(&NARROW);
        let long = text.repeat(65_535);
        assert!((0..100).any(|_| kept.put_text(0, 0, &long) == Err(Unreadable::DecompressedTooLarge)));
    }
    let few = Limits { unpacked: 8 << 10, ..NARROW };
    assert_eq!(Workbook::open(OLD.to_vec(), few).err(), Some(Unreadable::DecompressedTooLarge));
}

#[test]
fn a_text_is_not_made_longer_by_marks_within_it() {
    let piece = "a".repeat(1_000_000) + "<b/>";
    let long = |times: usize| {
        let text = piece.repeat(times);
        format!("<worksheet><sheetData><row><c t=\"str\"><v>{text}</v></c></row></sheetData></worksheet>")
    };
    assert!(open(by_hand(long(1).as_bytes(), b"<sst/>")).is_ok());
    assert_eq!(error(by_hand(long(18).as_bytes(), b"<sst/>")), Unreadable::DecompressedTooLarge);
    let texts = "<sst>".to_owned() + &"<si/>".repeat(4_200_000);
    assert_eq!(error(by_hand(SHEET, texts.as_bytes())), Unreadable::DecompressedTooLarge);
}

#[test]
fn marks_are_counted_as_the_parser_sees_them() {
    let counted = |xml: &str| {
        let mut markup = Markup::new();
        xml.bytes().for_each(|byte| markup.take(byte));
        markup
    };
    for plain in [
        "<?xml version=\"1.0\"?><a><t>a > b &amp; c</t><v>1</v></a>",
        "<x:t a='>'>a</x:t><t/><b/><t xml:space=\"preserve\"/><b></b>",
        "<t\n>\n</t\n><b c=\"/\"></b>",
    ] {
        assert!(!counted(plain).odd, "{plain}");
    }
    for odd in [
        "<a/><!-- b -->",
        "<a/><?b?>",
        "<t>a<b/>c</t>",
        "<t>a</b>c</t>",
        "<t>a</x:t>",
        "<x:v>a<x:v>b</x:v>",
        "<t a=\"/>\">b</c>",
        "<a b=\"<t>\"/>",
        &format!("<{}>", "a".repeat(100)),
    ] {
        assert!(counted(odd).odd, "{odd}");
    }
    let markup = counted("<sst><si/><x:si></x:si><si a='b'><t>c</t></si></sst>");
    assert_eq!((markup.marks, markup.texts, markup.longest), (9, 3, 9));
}

#[test]
fn a_header_is_as_wide_as_a_sheet_may_be() {
    let book = open("Name;Town".to_owned() + &";".repeat(16_000) + "\nAnn;Riga\n").unwrap();
    assert_eq!(book.header().len(), 200);
    assert_eq!((rows(&book)[0].cells.len(), &rows(&book)[0].cells[2]), (200, &Cell::Empty));
    assert_eq!(read(&rows(&book)[0])[..2], ["Ann", "Riga"]);
}
