mod cells;
mod columns;
mod dates;
mod places;

use chrono::NaiveDate;

use super::*;
use crate::sheets::reading::Cell;

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

/// Whatever a cell holds, it is read or refused.
#[test]
fn no_text_is_too_odd() {
    const PIECES: &[&str] = &[
        "1",
        "22",
        "08",
        "1978",
        "28724",
        "99999999999999999999",
        ".",
        ",",
        "-",
        "−",
        "/",
        ":",
        " ",
        "\u{a0}",
        "T",
        "м",
        "г.",
        "августа",
        "rugpju\u{304}čio",
        "e\u{301}",
        "€",
        "(",
        ")",
        "и",
        "нет",
        "жильё",
        "Kaunas",
        "район",
        "ß",
        "İ",
        "𝟗",
        "№",
        "\n",
        "٣",
        "Ⅷ",
        "'",
        "+",
    ];
    let (gazetteer, _) = places::gazetteer();
    let mut chance = 7_u64;
    for _ in 0..1_000 {
        let mut text = String::new();
        for _ in 0..(chance >> 33) % 7 + 1 {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(PIECES[(chance >> 33) as usize % PIECES.len()]);
        }
        let odd = Cell::Text(text.clone());
        for order in [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst] {
            let _ = date(&odd, order);
        }
        let _ = (dates_of([&odd]), number(&odd), whole(&odd), sex(&text), organisation_kind(&text));
        let _ =
            (domain_of_service(&text), split_name(&text, NameOrder::of(&text)), gazetteer.find(&text, None));
        let (understood, others) = needs(&text);
        assert!(
            understood.iter().all(|need| text.contains(need.1.as_str()))
                || text.contains(char::is_whitespace)
        );
        assert!(others.iter().all(|other| !other.is_empty()));
        let header = std::slice::from_ref(&text);
        assert_eq!(guess(Kind::People, header, &[vec![odd]], today()).len(), 1);
    }
}
