use chrono::{Datelike, Days};

use super::*;

#[test]
fn dates_are_read_as_people_write_them() {
    for text in [
        "22.08.1978",
        "22.8.78",
        " 22. 8. 1978. ",
        "1978-08-22",
        "1978.08.22",
        "1978.08.22.",
        "1978/8/22",
        "1978 m. rugpjūčio 22 d.",
        "1978 m. rugpjūčio mėn. 22 d.",
        "22 августа 1978 г.",
        "22\u{a0}августа\u{a0}1978\u{a0}года",
        "22 авг. 1978г.",
        "22. avgust 1978.",
        "22. август 1978.",
        "1978. augusztus 22.",
        "1978. aug. 22-én",
        "22. August 1978",
        "Aug 22, 1978",
        "August 22nd, 1978",
        "22nd of August 1978",
        "22-Aug-1978",
        "22-Aug-78",
        "22 жніўня 1978 г.",
        "1978-08-22 00:00:00",
        "1978-08-22T00:00:00",
        "22.08.1978 0:00",
        "22.08.1978 г.",
        "1978 08 22",
        "19780822",
        "28724",
        "28724.0",
        "22. VIII 1978.",
        "22.08.1978 г.р.",
        "1978-08-22 d.",
    ] {
        let read = date(&cell(text), DateOrder::DayFirst);
        assert_eq!(read, Ok(Some(day("1978-08-22"))), "{text}");
    }
    assert_eq!(date(&Cell::Number(28724.0), DateOrder::MonthFirst), Ok(Some(day("1978-08-22"))));
    assert_eq!(date(&Cell::Number(28724.75), DateOrder::DayFirst), Ok(Some(day("1978-08-22"))));
    assert_eq!(date(&Cell::Date(today()), DateOrder::DayFirst), Ok(Some(today())));
    assert_eq!(date(&cell("06.01.27"), DateOrder::DayFirst), Ok(Some(day("2027-01-06"))));
    assert_eq!(date(&cell("15 мая 1980"), DateOrder::DayFirst), Ok(Some(day("1980-05-15"))));
    for text in ["", "  ", "-", "—", "\u{a0}"] {
        assert_eq!(date(&Cell::Text(text.to_owned()), DateOrder::DayFirst), Ok(None), "{text:?}");
    }
    assert_eq!(date(&Cell::Empty, DateOrder::DayFirst), Ok(None));
    for text in [
        "31.02.2027",
        "скоро",
        "?",
        "1978",
        "78",
        "22.08",
        "32.01.1990",
        "08.22.1978",
        "1978-22-08",
        "22.08.19781",
        "22.08.1978 и 23.08.1978",
        "весна 2027",
        "0.0.0",
        "00.00.0000",
        "август 1978",
        "12345678901234567890",
        "5",
        "22.08.978",
    ] {
        assert_eq!(date(&cell(text), DateOrder::DayFirst), Err(CellFormatError::NotADate), "{text}");
    }
    for text in ["8/22/1978 12:00:00 AM", "1978 m. rugpju\u{304}c\u{30c}io 22 d."] {
        assert_eq!(date(&cell(text), DateOrder::MonthFirst), Ok(Some(day("1978-08-22"))), "{text}");
    }
    assert_eq!(date(&Cell::Flag(true), DateOrder::DayFirst), Err(CellFormatError::NotADate));
    assert_eq!(date(&Cell::Number(1978.0), DateOrder::DayFirst), Err(CellFormatError::NotADate));
    assert_eq!(date(&Cell::Number(f64::NAN), DateOrder::DayFirst), Err(CellFormatError::NotADate));
}

#[test]
fn every_day_comes_back_in_every_form_and_order() {
    const LITHUANIAN: [&str; 12] = [
        "sausio",
        "vasario",
        "kovo",
        "balandžio",
        "gegužės",
        "birželio",
        "liepos",
        "rugpjūčio",
        "rugsėjo",
        "spalio",
        "lapkričio",
        "gruodžio",
    ];
    const RUSSIAN: [&str; 12] = [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ];
    const BELARUSIAN: [&str; 12] = [
        "студзеня",
        "лютага",
        "сакавіка",
        "красавіка",
        "мая",
        "чэрвеня",
        "ліпеня",
        "жніўня",
        "верасня",
        "кастрычніка",
        "лістапада",
        "снежня",
    ];
    const SERBIAN: [&str; 12] = [
        "januar",
        "februar",
        "mart",
        "april",
        "maj",
        "jun",
        "jul",
        "avgust",
        "septembar",
        "oktobar",
        "novembar",
        "decembar",
    ];
    const CYRILLIC: [&str; 12] = [
        "јануар",
        "фебруар",
        "март",
        "април",
        "мај",
        "јун",
        "јул",
        "август",
        "септембар",
        "октобар",
        "новембар",
        "децембар",
    ];
    const HUNGARIAN: [&str; 12] = [
        "január",
        "február",
        "március",
        "április",
        "május",
        "június",
        "július",
        "augusztus",
        "szeptember",
        "október",
        "november",
        "december",
    ];
    const GERMAN: [&str; 12] = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    let start = day("1940-01-01");
    for date_ in (0..36_500).step_by(31).map(|days| start.checked_add_days(Days::new(days)).unwrap()) {
        let (y, m, d, short) = (date_.year(), date_.month(), date_.day(), date_.year() % 100);
        let at = m as usize - 1;
        let of_any_order = [
            format!("{y}-{m:02}-{d:02}"),
            format!("{y}. {m}. {d}."),
            format!("{d:02}.{m:02}.{y}"),
            format!("{y} m. {} {d} d.", LITHUANIAN[at]),
            format!("{d} {} {y} г.", RUSSIAN[at]),
            format!("{d} {} {y} г.", BELARUSIAN[at]),
            format!("{d}. {} {y}.", SERBIAN[at]),
            format!("{d}. {} {y}.", CYRILLIC[at]),
            format!("{y}. {} {d}.", HUNGARIAN[at]),
            format!("{d}. {} {y}", GERMAN[at]),
            date_.format("%b %-d, %Y").to_string(),
            date_.format("%d %B %Y").to_string(),
            format!("{y}{m:02}{d:02}"),
        ];
        for order in [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst] {
            for text in &of_any_order {
                assert_eq!(date(&cell(text), order), Ok(Some(date_)), "{text} {order:?}");
            }
        }
        let by_order = [
            (DateOrder::DayFirst, format!("{d}/{m}/{y}")),
            (DateOrder::DayFirst, format!("{d:02}-{m:02}-{short:02}")),
            (DateOrder::DayFirst, format!("{d}.{m}.{short:02}")),
            (DateOrder::MonthFirst, format!("{m}/{d}/{y}")),
            (DateOrder::MonthFirst, format!("{m}-{d}-{short:02}")),
            (DateOrder::YearFirst, format!("{y}/{m}/{d}")),
        ];
        for (order, text) in by_order.iter().filter(|(_, text)| (1940..2040).contains(&y) && !text.is_empty())
        {
            assert_eq!(date(&cell(text), *order), Ok(Some(date_)), "{text} {order:?}");
        }
        // What is found of one value never contradicts what it was.
        for (written, text) in &by_order {
            match dates_of([&cell(text)]) {
                Some(Dates::Ordered(found)) => {
                    assert_eq!(date(&cell(text), found), Ok(Some(date_)), "{text} {written:?}")
                }
                found => assert!(found == Some(Dates::Open) && d <= 12, "{text}"),
            }
        }
    }
}

#[test]
fn the_order_of_dates_is_judged_over_the_column() {
    let of = |values: &[&str]| {
        let cells: Vec<Cell> = values.iter().map(|value| cell(value)).collect();
        dates_of(&cells)
    };
    let ordered = |order| Some(Dates::Ordered(order));
    assert_eq!(of(&["01/02/1980", "03/04/1981"]), Some(Dates::Open));
    assert_eq!(of(&["01-02-1980"]), Some(Dates::Open));
    assert_eq!(of(&["01/02/1980", "22/04/1981"]), ordered(DateOrder::DayFirst));
    assert_eq!(of(&["01/02/1980", "04/22/1981"]), ordered(DateOrder::MonthFirst));
    assert_eq!(of(&["22/04/1981", "04/22/1981"]), Some(Dates::Open));
    assert_eq!(of(&["22/04/1981", "04/22/1981", "04/23/1981", "1/1/1981"]), ordered(DateOrder::MonthFirst));
    assert_eq!(of(&["01.02.1980", "03.04.1981"]), ordered(DateOrder::DayFirst));
    assert_eq!(of(&["1980.01.02", "1981-03-04"]), ordered(DateOrder::YearFirst));
    assert_eq!(of(&["78/05/06", "05/06/07"]), Some(Dates::Open));
    assert_eq!(of(&["78.05.06"]), ordered(DateOrder::YearFirst));
    assert_eq!(of(&["скоро", ""]), None);
    assert_eq!(of(&["05/05/1980", "скоро"]), ordered(DateOrder::DayFirst));
    assert_eq!(date(&cell("04/22/1981"), DateOrder::DayFirst), Err(CellFormatError::NotADate));
    assert_eq!(date(&cell("22/04/1981"), DateOrder::MonthFirst), Err(CellFormatError::NotADate));
}

#[test]
fn a_short_year_in_a_column_of_long_ones_is_asked_for() {
    let cells = ["1975-05-06", "1980-11-30", "05.06.25"].map(cell);
    assert_eq!(dates_of(&cells), Some(Dates::Open));
    let long = ["1975-05-06", "1980-11-30", "05.06.1925"].map(cell);
    assert_eq!(dates_of(&long), Some(Dates::Ordered(DateOrder::YearFirst)));
}

#[test]
fn in_a_column_without_an_order_what_is_plain_is_read() {
    let day = |text: &str| Ok(Some(text.parse().unwrap()));
    for (text, read) in [
        ("25/03/1981", day("1981-03-25")),
        ("03/25/1981", day("1981-03-25")),
        ("12-May-2027", day("2027-05-12")),
        ("1981-03-04", day("1981-03-04")),
        ("05/05/1981", day("1981-05-05")),
        ("", Ok(None)),
        ("03/04/1981", Err(CellFormatError::DateOrderUnknown)),
        ("05/06/25", Err(CellFormatError::DateOrderUnknown)),
        ("32/13/1981", Err(CellFormatError::NotADate)),
        ("soon", Err(CellFormatError::NotADate)),
    ] {
        assert_eq!(date_in_any_order(&cell(text)), read, "{text}");
    }
}
