mod cells;
mod columns;
mod dates;
mod places;
mod properties;

use chrono::NaiveDate;
use entities::codes::ImportKind;

use super::*;
use crate::reading::Cell;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-24")
}

fn cell(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

#[test]
fn folding_is_that_of_names_of_people() {
    assert_eq!(folded_words("Žydrūnė Łukasz-Šimkienė"), ["zydrune", "lukasz", "simkiene"]);
    assert_eq!(folded_words("Ёлкин"), ["елкин"]);
    assert_eq!(folded_words("№ дела"), ["no", "дела"]);
}

/// A cell and a header may be as long as a file.
#[test]
fn no_text_is_too_long() {
    for piece in ["1.", "1 ", "st ", "a, ", "a i ", "\u{fdfa} ", "(", "+1 ", ":", "нет ", "жильё, "] {
        let long = piece.repeat(200_000) + "1";
        let odd = Cell::Text(long.clone());
        assert_eq!(date(&odd, DateOrder::DayFirst), Err(CellFormatError::NotADate), "{piece}");
        assert_eq!(
            (number(&odd), whole(&odd)),
            (Err(CellFormatError::NotANumber), Err(CellFormatError::NotANumber)),
            "{piece}"
        );
        assert_eq!(dates_of([&odd]), None, "{piece}");
        assert_eq!(needs(&long), (Vec::new(), vec![long.clone()]), "{piece}");
        assert_eq!((sex(&long), organisation_kind(&long)), (None, None), "{piece}");
        let _ = (domain_of_service(&long), split_name(&long, NameOrder::of(&long)));
        for kind in [ImportKind::People, ImportKind::Organisations] {
            let sample = vec![vec![odd.clone(); 3]; 3];
            let found = guess(kind, &["".to_owned(), long.clone(), "Name".to_owned()], &sample, today());
            assert!(found[..2].iter().all(|guess| guess.certainty < Certainty::Certain), "{piece}");
        }
    }
    assert_eq!(number(&cell("1 234 567,5")), Ok(Some(1_234_567.5)));
    assert_eq!(number(&cell("1.234 567")), Err(CellFormatError::NotANumber));
}
