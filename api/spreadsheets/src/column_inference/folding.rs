//! Words without what people write differently: case, accents, punctuation, and the alphabet where a
//! language has two.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text without case, accents and what is not a letter or digit, in words. `№` becomes `no`, ё becomes
/// е and й becomes и, on both sides of every comparison.
pub fn folded_words(text: &str) -> Vec<String> {
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ł' => 'l',
            'đ' => 'd',
            'ø' => 'o',
            'ё' => 'е',
            other => other,
        })
        .collect();
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The same words as one text, to compare whole names.
pub fn folded(text: &str) -> String {
    folded_words(text).join(" ")
}

/// The beginning of a text: a cell may be as long as a file, and what a header or a value is stands in its
/// first words.
pub fn beginning(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

/// Whether a cell says nothing: blank, or only a dash, which many write into every empty cell.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '\u{feff}' | '\u{200b}'))
}

/// A folded text of Serbian in the Latin alphabet. Serbia writes both, often in one sheet.
pub fn serbian_latin(folded: &str) -> String {
    letters(folded, |c| match c {
        'ђ' => "d",
        'ж' => "z",
        'и' => "i",
        'ј' => "j",
        'љ' => "lj",
        'њ' => "nj",
        'х' => "h",
        'ц' => "c",
        'ћ' | 'ч' => "c",
        'џ' => "dz",
        'ш' => "s",
        other => common(other),
    })
}

/// A folded text of Russian in the letters that English uses for it. `ye` and `yo` are `e`, since both are
/// written for both: see [`english_key`].
pub fn russian_latin(folded: &str) -> String {
    letters(folded, |c| match c {
        'ж' => "zh",
        'и' => "i",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ы' => "y",
        'э' => "e",
        'ю' => "yu",
        'я' => "ya",
        other => common(other),
    })
}

/// A folded English name of a place in Belarus, as [`russian_latin`] would write it.
pub fn english_key(folded: &str) -> String {
    folded.replace("ye", "e").replace("yo", "e")
}

fn letters(text: &str, latin: impl Fn(char) -> &'static str) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        match latin(c) {
            "?" => written.push(c),
            known => written.push_str(known),
        }
    }
    written
}

/// The letters that every Cyrillic alphabet shares; `?` for what stays as it is.
fn common(c: char) -> &'static str {
    match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' => "e",
        'з' => "z",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        _ => "?",
    }
}
