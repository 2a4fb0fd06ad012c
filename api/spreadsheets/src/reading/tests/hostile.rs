//! Files that cannot be read, and files that were made to do harm.

use std::io::Write;

use super::{Limits, OLD, PROTECTED, Unreadable, Workbook, open, texts::TEXTS, workbook};

pub(super) fn error(bytes: impl Into<Vec<u8>>) -> Unreadable {
    open(bytes).map(|book| book.form().clone()).unwrap_err()
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook whose one sheet is written by hand.
pub(super) fn by_hand(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    with(sheet, strings, &[])
}

/// The same with other parts, or parts in the place of its own.
pub(super) fn with(sheet: &[u8], strings: &[u8], others: &[(&str, &[u8])]) -> Vec<u8> {
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Target=\"{target}\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\"/></Relationships>"
        )
    };
    let book = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
                <sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
    let (package, target) =
        (relation("officeDocument", "xl/workbook.xml"), relation("worksheet", "worksheets/sheet1.xml"));
    let mut parts = vec![
        ("_rels/.rels", package.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", target.as_bytes()),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.retain(|part| others.iter().all(|other| other.0 != part.0));
    parts.extend_from_slice(others);
    archive(&parts)
}

pub(super) const SHEET: &[u8] =
    b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c></row>\
                       </sheetData></worksheet>";

#[test]
fn each_error_says_how_it_is_mended() {
    assert_eq!(error(""), Unreadable::Empty);
    assert_eq!(error(" \r\n\t"), Unreadable::Empty);
    assert_eq!(error(vec![b'a'; 40 << 20]), Unreadable::TooLarge);
    let names: Vec<String> = (0..10_000).map(|n| format!("Column {n}")).collect();
    assert_eq!(error(names.join(";") + "\n"), Unreadable::TooManyColumns);
    assert_eq!(error("a;b\n".to_owned() + &";".repeat(20 << 20)), Unreadable::TooManyColumns);
    assert_eq!(error("a".repeat(20 << 20)), Unreadable::NotASpreadsheet);
    assert_eq!(error("a;b\n".repeat(130_000)), Unreadable::TooManyRows);
    assert_eq!(error(PROTECTED), Unreadable::Protected);
    assert_eq!(error(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()), Unreadable::NotASpreadsheet);
    assert_eq!(error((0..=255).cycle().take(5_000).collect::<Vec<u8>>()), Unreadable::NotASpreadsheet);
    assert_eq!(error("<html><table>"), Unreadable::NotASpreadsheet);
    assert_eq!(error(archive(&[("word/document.xml", b"<a/>")])), Unreadable::NotASpreadsheet);
    let mut protected = OLD.to_vec();
    let page = protected.windows(4).position(|four| four == b"\x42\0\x02\0").unwrap();
    protected[page] = 0x2f;
    assert_eq!(error(protected), Unreadable::Protected);
    for reason in
        [Unreadable::Empty, Unreadable::Protected, Unreadable::DecompressedTooLarge, Unreadable::Damaged]
    {
        let sentence = reason.to_string();
        assert!(sentence.contains(": ") && sentence.ends_with('.'), "{sentence}");
    }
}

#[test]
fn what_swells_is_refused() {
    assert!(open(by_hand(SHEET, b"<sst/>")).is_ok());
    assert_eq!(
        open(by_hand(RICH, b"<sst><si><t>Town</t></si></sst>")).unwrap().header(),
        ["Name", "Town", "Sum"]
    );
    let bomb = [&b"<worksheet><sheetData>"[..], &b"<row></row>".repeat(45_000_000)].concat();
    let bomb = by_hand(&bomb, b"<sst/>");
    assert!(bomb.len() < 4 << 20);
    assert_eq!(error(bomb), Unreadable::DecompressedTooLarge);
    // One that lies: nothing in it is larger than its directory says, but for what is really there.
    let mut lies = by_hand(&[SHEET, &vec![b' '; 30 << 20]].concat(), b"<sst/>");
    let honest = ((SHEET.len() + (30 << 20)) as u32).to_le_bytes();
    while let Some(at) = lies.windows(4).position(|four| four == honest) {
        lies[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    let limits = Limits { unpacked: 1 << 20, ..Limits::default() };
    let refused = Workbook::open(lies, limits).err();
    assert!(matches!(refused, Some(Unreadable::DecompressedTooLarge | Unreadable::Damaged)), "{refused:?}");
    let one_text = [&b"<worksheet><sheetData><row><c t=\"str\"><v>"[..], &vec![b'a'; 9 << 20]].concat();
    assert_eq!(error(by_hand(&one_text, b"<sst/>")), Unreadable::DecompressedTooLarge);
    // A text in very many cells is one text in the file.
    let text = [&b"<sst><si><t>"[..], &vec![b'a'; 30_000], b"</t></si></sst>"].concat();
    let cells = [
        &b"<worksheet><sheetData>"[..],
        &b"<row><c t=\"s\"><v>0</v></c></row>".repeat(100_000),
        b"</sheetData></worksheet>",
    ];
    assert_eq!(error(by_hand(&cells.concat(), &text)), Unreadable::DecompressedTooLarge);
}

#[test]
fn room_is_never_made_for_what_a_file_only_says() {
    for count in ["999999999999999", "18446744073709551615", "00000000000099999999"] {
        let strings = format!("<sst uniqueCount = \"{count}\"></sst>");
        assert_eq!(error(by_hand(SHEET, strings.as_bytes())), Unreadable::Damaged);
    }
    let foreign = b"<?xml version=\"1.0\" encoding=\"utf-16\"?><sst></sst>";
    assert_eq!(error(by_hand(SHEET, foreign)), Unreadable::Damaged);
    assert!(open(by_hand(SHEET, b"<sst uniqueCount=\"3\"></sst>")).is_ok());
    let wide = b"<worksheet><sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>";
    assert_eq!(error(by_hand(wide, b"<sst/>")), Unreadable::TooManyColumns);
    let deep = b"<worksheet><sheetData><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row></sheetData></worksheet>";
    assert_eq!(open(by_hand(deep, b"<sst/>")).unwrap().header_row(), 1_048_576);
}

pub(super) fn samples() -> Vec<Vec<u8>> {
    let mut samples = vec![workbook(), OLD.to_vec(), PROTECTED.to_vec(), by_hand(SHEET, b"<sst/>")];
    for (_, text) in TEXTS {
        samples.push(text.as_bytes().to_vec());
        samples.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        samples.push(encoding_rs::WINDOWS_1257.encode(text).0.into_owned());
    }
    samples
}

/// The XML of a sheet with every kind of cell.
pub(super) const RICH: &[u8] = b"<worksheet><dimension ref=\"A1:D3\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t>\
    </is></c><c r=\"B1\" t=\"s\"><v>0</v></c><c t=\"str\"><f>A1</f><v>Sum</v></c></row><row r=\"2\"><c r=\"A2\" t=\"b\">\
    <v>1</v></c><c r=\"B2\"><v>45000.5</v></c><c r=\"C2\" t=\"d\"><v>2026-02-03T10:00:00</v></c><c r=\"D2\" t=\"e\">\
    <v>#N/A</v></c></row></sheetData></worksheet>";

#[test]
fn a_file_that_was_cut_is_refused() {
    for whole in [workbook(), OLD.to_vec()] {
        for part in 1..20 {
            let cut = whole[..whole.len() * part / 20].to_vec();
            assert!(open(cut).is_err() || whole == OLD, "{part}");
        }
    }
}
