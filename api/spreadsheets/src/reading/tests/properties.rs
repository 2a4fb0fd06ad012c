//! Property tests of the reader: any file is read within its limits or refused. Failing cases are saved in
//! `proptest-regressions`, which is committed, and run first.

use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
};

use super::{
    Limits, Unreadable, Workbook,
    hostile::{RICH, by_hand, samples},
};

/// Small enough that generated files exceed them.
const LIMITS: Limits = Limits { bytes: 64 << 10, columns: 6, rows: 12, unpacked: 256 << 10 };

/// A change of some bytes; its position is relative to the file's length.
#[derive(Clone, Debug)]
enum Change {
    Write(Index, u8),
    Flip(Index, u8),
    Insert(Index, u8),
    Fill(Index, u8),
    Cut(Index),
}

impl Change {
    fn make(&self, bytes: &mut Vec<u8>) {
        let length = bytes.len();
        let at = |place: &Index| place.index(length.max(1)).min(length);
        match self {
            Change::Insert(place, byte) => bytes.insert(at(place), *byte),
            Change::Cut(place) => bytes.truncate(at(place)),
            _ if bytes.is_empty() => {}
            Change::Write(place, byte) => bytes[at(place)] = *byte,
            Change::Flip(place, bit) => bytes[at(place)] ^= 1 << (bit % 8),
            Change::Fill(place, byte) => bytes[at(place)..(at(place) + 4).min(length)].fill(*byte),
        }
    }
}

fn change() -> impl Strategy<Value = Change> {
    let byte = || prop_oneof![any::<u8>(), select(b"\0\xff\";\n\r<&0".to_vec())];
    prop_oneof![
        (any::<Index>(), byte()).prop_map(|(at, byte)| Change::Write(at, byte)),
        (any::<Index>(), any::<u8>()).prop_map(|(at, bit)| Change::Flip(at, bit)),
        (any::<Index>(), byte()).prop_map(|(at, byte)| Change::Insert(at, byte)),
        (any::<Index>(), byte()).prop_map(|(at, byte)| Change::Fill(at, byte)),
        any::<Index>().prop_map(Change::Cut),
    ]
}

fn changed(file: impl Strategy<Value = Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    (file, vec(change(), 1..12)).prop_map(|(mut file, changes)| {
        changes.iter().for_each(|change| change.make(&mut file));
        file
    })
}

/// Random bytes, random bytes behind the signature of a known format, damaged files, and workbooks whose XML was
/// damaged before it was packed, since a damaged archive fails its checksums.
fn file() -> impl Strategy<Value = Vec<u8>> {
    let begun =
        select(vec![&b"PK\x03\x04"[..], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"sep=;\n", b""]);
    let noise = (begun, vec(any::<u8>(), 0..2_000)).prop_map(|(begun, noise)| [begun, &noise].concat());
    let signs = vec(select(b"ab1 ;,\t|\"'\n\r=\xc4\x97\xe0".to_vec()), 0..600);
    let strings = &b"<sst><si><t>Town</t></si></sst>"[..];
    prop_oneof![
        noise,
        signs,
        changed(select(samples())),
        changed(Just(RICH.to_vec())).prop_map(|sheet| by_hand(&sheet, strings)),
        changed(Just(strings.to_vec())).prop_map(|strings| by_hand(RICH, &strings)),
    ]
}

/// A file that is read is a table within the limits, and its rows are the same each time they are read.
fn check_limits(bytes: Vec<u8>, limits: Limits) -> Result<(), TestCaseError> {
    let length = bytes.len();
    match Workbook::open(bytes, limits) {
        Err(Unreadable::TooLarge) => prop_assert!(length > limits.bytes),
        Err(_) => {}
        Ok(book) => {
            prop_assert!(length <= limits.bytes);
            prop_assert!(book.header().len() <= limits.columns, "{:?}", book.header());
            let rows: Vec<_> = book.rows().collect();
            prop_assert!(rows.len() <= limits.rows as usize, "{} rows", rows.len());
            for row in &rows {
                prop_assert_eq!(row.cells.len(), book.header().len());
                prop_assert!(row.number > book.header_row());
                prop_assert!(row.cells.iter().any(|cell| !cell.is_empty()));
            }
            prop_assert_eq!(book.rows().collect::<Vec<_>>(), rows);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_file_is_read_within_limits_or_refused(bytes in file()) {
        check_limits(bytes.clone(), LIMITS)?;
        check_limits(bytes, Limits::default())?;
    }
}
