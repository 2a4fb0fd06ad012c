//! A text looked for in a column of names, whatever the case, taken literally.

use sea_orm::{
    Condition,
    sea_query::{Expr, ExprTrait, Func, LikeExpr},
};

/// Whether a column holds the text.
pub fn contains(column: Expr, text: &str) -> Condition {
    let lowered = Expr::expr(Func::lower(column));
    spellings(text.trim()).into_iter().fold(Condition::any(), |any, spelling| {
        let literal = spelling.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        any.add(lowered.clone().like(LikeExpr::new(format!("%{literal}%")).escape('\\')))
    })
}

/// Possible spellings of the text after `lower`: SQLite's folds only English letters, so that a `Š` stays one, at the
/// beginning of a word or in a name in capitals.
fn spellings(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    if lower.is_ascii() {
        return vec![lower];
    }
    let raise = |letter: char, wanted: bool| {
        let raised = if wanted && !letter.is_ascii() { letter.to_uppercase().next() } else { None };
        raised.unwrap_or(letter)
    };
    let mut before = ' ';
    let mut initials = String::with_capacity(lower.len());
    for letter in lower.chars() {
        initials.push(raise(letter, !before.is_alphanumeric()));
        before = letter;
    }
    let capitals = lower.chars().map(|letter| raise(letter, true)).collect();
    let mut all = vec![lower, initials, capitals];
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_its_letters_are_written() {
        assert_eq!(spellings("Namai"), ["namai"]);
        assert_eq!(spellings("šeimos žingsnis"), ["šeimos žingsnis", "Šeimos Žingsnis"]);
        assert_eq!(spellings("ŠIŠKA"), ["šiška", "Šiška", "ŠiŠka"]);
    }
}
