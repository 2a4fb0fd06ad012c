//! Numbers as people write them.

use super::{
    CellFormatError,
    folding::{folded, is_blank},
};
use crate::reading::Cell;

/// What may stand before or behind an amount: money, pieces, places and people.
const UNITS: &[&str] = &[
    "vietos",
    "vietu",
    "vieta",
    "lovos",
    "lovu",
    "места",
    "мест",
    "место",
    "чел",
    "человек",
    "месцау",
    "mesta",
    "osoba",
    "places",
    "beds",
    "people",
    "ferohely",
    "fo",
    "platze",
    "betten",
    "personen",
    "asm",
    "asmenys",
    "asmenu",
    "eur",
    "euro",
    "eurai",
    "euru",
    "usd",
    "byn",
    "br",
    "rsd",
    "din",
    "дин",
    "huf",
    "ft",
    "руб",
    "бел руб",
    "р",
    "lt",
    "ltl",
    "rub",
    "chf",
    "gbp",
    "pln",
    "zl",
    "vnt",
    "шт",
    "kom",
    "db",
    "stk",
];

/// A longer text is no number.
const LONGEST: usize = 200;

/// The number in a cell; none where it is empty.
///
/// One point or comma with three digits behind it parts thousands: nobody counts places or money to three
/// digits behind the comma.
pub fn number(cell: &Cell) -> Result<Option<f64>, CellFormatError> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Number(number) if number.is_finite() => Ok(Some(*number)),
        Cell::Text(text) if is_blank(text) => Ok(None),
        Cell::Text(text) => read(text).map(Some).ok_or(CellFormatError::NotANumber),
        Cell::Number(_) | Cell::Date(_) | Cell::Flag(_) => Err(CellFormatError::NotANumber),
    }
}

/// The whole number in a cell; none where it is empty.
pub fn whole(cell: &Cell) -> Result<Option<i64>, CellFormatError> {
    /// Up to here every whole number has its own floating one.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match number(cell)? {
        None => Ok(None),
        Some(number) if number.fract() == 0.0 && number.abs() <= EXACT => Ok(Some(number as i64)),
        Some(_) => Err(CellFormatError::NotWhole),
    }
}

fn read(text: &str) -> Option<f64> {
    if text.len() > LONGEST {
        return None;
    }
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '+');
    let start = text.find(is_part)?;
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (before, digits, after) = (&text[..start], text.get(start..end)?, &text[end..]);
    if !is_unit(before) || !is_unit(after) || !(before.trim().is_empty() || after.trim().is_empty()) {
        return None;
    }
    let (sign, digits) = match digits.strip_prefix(['-', '−']) {
        Some(digits) => (-1.0, digits),
        None => (1.0, digits.strip_prefix('+').unwrap_or(digits)),
    };
    let plain = plain(digits.trim_start())?;
    plain.parse::<f64>().ok().map(|number| sign * number)
}

/// Nothing, a sign of money or a known unit; a dash behind the amount stands for no cents.
fn is_unit(text: &str) -> bool {
    let rest: String = text.chars().filter(|c| !matches!(c, '€' | '$' | '£')).collect();
    let rest = rest.trim().trim_end_matches('.').trim();
    rest.is_empty()
        || matches!(rest, ",-" | ",–" | ",—")
        || (rest.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '.')
            && UNITS.contains(&folded(rest).as_str()))
}

/// The digits with a point before the decimals and nothing else between them.
fn plain(digits: &str) -> Option<String> {
    let is_space = |c: char| c.is_whitespace() || matches!(c, '\'' | '’');
    let mark = |c: char| matches!(c, '.' | ',');
    if !digits.chars().all(|c| c.is_ascii_digit() || is_space(c) || mark(c)) {
        return None;
    }
    let marks: Vec<char> = digits.chars().filter(|c| mark(*c)).collect();
    let (grouped, decimals) = match marks.as_slice() {
        [] => (digits, None),
        [one] => {
            let (left, right) = digits.split_once(*one)?;
            let parts_thousands = right.len() == 3
                && (1..=3).contains(&left.len())
                && !left.starts_with('0')
                && !left.contains(is_space);
            if parts_thousands { (digits, None) } else { (left, Some(right)) }
        }
        [first, .., last] if first != last => {
            let (left, right) = digits.rsplit_once(*last)?;
            (left, Some(right))
        }
        _ => (digits, None),
    };
    let separators: Vec<char> = grouped.chars().filter(|c| !c.is_ascii_digit()).collect();
    if separators.iter().any(|c| mark(*c)) && separators.windows(2).any(|pair| pair[0] != pair[1]) {
        return None;
    }
    let mut groups = grouped.split(|c: char| !c.is_ascii_digit());
    let first = groups.next()?;
    let mut plain = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        plain.push_str(group);
    }
    if let Some(decimals) = decimals {
        if decimals.is_empty() || !decimals.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        plain.push('.');
        plain.push_str(decimals);
    }
    (!plain.is_empty() && !plain.starts_with('.')).then_some(plain)
}
