//! Which row is the header: people put a title and blank lines above it.

use std::collections::HashSet;

use super::{Cell, Row};

/// How many rows with something in them are looked at.
pub(super) const LOOKED_AT: usize = 40;
/// The header is among so many.
const AMONG: usize = 20;
/// Longer texts are remarks. Forms make headers out of whole questions, so it is generous.
const SHORT: usize = 250;

/// The place of the header in the first rows.
pub(super) fn find(first: &[Row]) -> Option<usize> {
    let among = &first[..first.len().min(AMONG)];
    let names: Vec<usize> = among.iter().map(|row| names(&row.cells)).collect();
    let most = names.iter().copied().max()?;
    if most < 2 {
        // One column: a title above it cannot be told from its header.
        return (!first.is_empty()).then_some(0);
    }
    // One row that is wider than the others makes no header of itself.
    let usual = most.min(usual(first)).max(most / 2);
    let enough = (usual * 3).div_ceil(4).max(2);
    let fits = |at: usize| {
        let filled = filled(&among[at].cells);
        names[at] >= enough && names[at] * 10 >= filled * 6
    };
    let followed = |at: usize| {
        let after = &first[at + 1..];
        after.is_empty() || after.iter().take(3).any(|row| filled(&row.cells) * 2 >= names[at])
    };
    (0..among.len())
        .find(|at| fits(*at) && followed(*at))
        .or_else(|| (0..among.len()).find(|at| fits(*at)))
        .or_else(|| names.iter().position(|names| *names == most))
}

/// How many cells of a row have something in them, as a rule.
fn usual(first: &[Row]) -> usize {
    let mut widths: Vec<usize> = first.iter().map(|row| filled(&row.cells)).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0)
}

fn filled(cells: &[Cell]) -> usize {
    cells.iter().filter(|cell| !cell.is_empty()).count()
}

/// How many cells look like the name of a column, each name counted once.
fn names(cells: &[Cell]) -> usize {
    let mut seen = HashSet::new();
    cells
        .iter()
        .filter_map(|cell| match cell {
            Cell::Text(text) => Some(text.trim()),
            _ => None,
        })
        .filter(|text| text.len() <= SHORT && !text.contains('@') && !mostly_digits(text))
        .filter(|text| text.chars().any(|c| c.is_alphabetic()) || *text == "№" || *text == "#")
        .filter(|text| seen.insert(text.to_lowercase()))
        .count()
}

fn mostly_digits(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits * 2 > text.chars().count()
}
