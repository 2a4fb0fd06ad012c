//! Words in cells: needs, services, sex, kinds of organisations, names.

use std::sync::LazyLock;

use entities::codes::{Code, NeedDomain, OrganisationKind, Sex};

use super::{
    folding::{beginning, folded_words, is_blank},
    phrases::Phrases,
};

static NEEDS: LazyLock<Phrases<NeedDomain>> =
    LazyLock::new(|| Phrases::read(include_str!("words/needs.txt"), NeedDomain::from_code));
static SERVICES: LazyLock<Phrases<NeedDomain>> =
    LazyLock::new(|| Phrases::read(include_str!("words/services.txt"), NeedDomain::from_code));
static KINDS: LazyLock<Phrases<OrganisationKind>> =
    LazyLock::new(|| Phrases::read(include_str!("words/kinds.txt"), OrganisationKind::from_code));
static SEXES: LazyLock<Phrases<Sex>> =
    LazyLock::new(|| Phrases::read(include_str!("words/sex.txt"), Sex::from_code));

/// "And" and "or" in our languages.
const AND: &[&str] = &[
    "and", "or", "и", "или", "ir", "arba", "i", "ili", "és", "es", "vagy", "und", "oder", "і", "й", "ды",
    "або",
];

/// Words that turn the others into their contrary. What they are part of is understood only where the list
/// has it as it stands: "no debts" is no need, and "no passport" is one.
const NOT: &[&str] = &[
    "не",
    "нет",
    "няма",
    "нема",
    "nem",
    "nincs",
    "nera",
    "kein",
    "keine",
    "keinen",
    "nicht",
    "no",
    "not",
    "none",
    "ne",
    "nema",
    "nereikia",
    "нічога",
    "ничего",
    "nista",
    "ништа",
];

/// A longer text is a story, and not a list of needs.
const LONGEST: usize = 4_000;

/// How much is read of one need, service or kind.
const PHRASE: usize = 1_000;

/// How much is read of a header of names, or of a cell in a column of sexes.
const SHORT: usize = 200;

/// The needs in a cell, each with the text it was read from, and the pieces that were not understood.
///
/// Several stand between commas, semicolons, slashes, plus signs, line breaks, or the word for "and".
pub fn needs(text: &str) -> (Vec<(NeedDomain, String)>, Vec<String>) {
    let (mut understood, mut others) = (Vec::new(), Vec::new());
    if text.len() > LONGEST {
        return (understood, vec![text.trim().to_owned()]);
    }
    for piece in text.split([',', ';', '/', '+', '&', '|', '•', '·', '\n', '\r']) {
        let piece = piece.trim().trim_matches(['-', '–', '—', '.', '*']).trim();
        if is_blank(piece) {
            continue;
        }
        let parts = at_and(piece);
        if parts.is_empty() {
            continue;
        }
        match NEEDS.exactly(&folded_words(piece)) {
            Some(domain) => understood.push((domain, piece.to_owned())),
            // Where no part is understood, the words between "and" may belong together.
            None if parts.iter().all(|part| need(part).is_none()) => others.push(piece.to_owned()),
            None => {
                for part in parts {
                    match need(&part) {
                        Some(domain) => understood.push((domain, part)),
                        None => others.push(part),
                    }
                }
            }
        }
    }
    (understood, others)
}

fn at_and(piece: &str) -> Vec<String> {
    let mut parts = vec![Vec::new()];
    for word in piece.split_whitespace() {
        match parts.last_mut() {
            Some(last) if !AND.contains(&word.to_lowercase().as_str()) => last.push(word),
            _ => parts.push(Vec::new()),
        }
    }
    parts.into_iter().map(|words| words.join(" ")).filter(|part| !part.is_empty()).collect()
}

fn need(text: &str) -> Option<NeedDomain> {
    meant(&NEEDS, &said(text)).or_else(|| of_code(text))
}

/// The words of a text that says one thing.
fn said(text: &str) -> Vec<String> {
    folded_words(beginning(text, PHRASE))
}

/// What words mean: as a whole, or by the longest phrase in them where that says one thing only.
fn meant<T: Copy + PartialEq>(phrases: &Phrases<T>, words: &[String]) -> Option<T> {
    if let Some(means) = phrases.exactly(words) {
        return Some(means);
    }
    if words.iter().any(|word| NOT.contains(&word.as_str())) {
        return None;
    }
    match phrases.within(words).as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Our own code, as in a sheet that was downloaded here.
fn of_code<T: Code>(text: &str) -> Option<T> {
    T::from_code(&beginning(text.trim(), SHORT).to_uppercase())
}

/// The domain of needs that a service meets.
pub fn domain_of_service(text: &str) -> Option<NeedDomain> {
    let words = said(text);
    SERVICES
        .exactly(&words)
        .or_else(|| NEEDS.exactly(&words))
        .or_else(|| meant(&SERVICES, &words))
        .or_else(|| need(text))
}

/// What an organisation is.
pub fn organisation_kind(text: &str) -> Option<OrganisationKind> {
    of_code(text).or_else(|| meant(&KINDS, &said(text)))
}

/// Which sex the letters m and f stand for. Lithuanian has v and m, Hungarian f and n: one letter alone
/// means the contrary in another language, so it is read by its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// m is male: m and f, m and ž, m and w.
    MaleM,
    /// v is male and m is female: Lithuanian.
    FemaleM,
    /// f is male and n is female: Hungarian.
    MaleF,
}

impl Letters {
    /// What the letters of a column stand for: by the letters beside them, else by the header's language.
    pub fn of<'a>(header: &str, values: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let (mut letters, mut words) = (Vec::new(), 0_usize);
        for value in values.into_iter().filter(|value| !is_blank(value)) {
            match folded_words(beginning(value, SHORT)).as_slice() {
                [one] if one.chars().count() == 1 => letters.push(one.clone()),
                _ => words += 1,
            }
        }
        let has = |letter: &str| letters.iter().any(|each| each == letter);
        // A column of names or texts has a lone letter too.
        let are_letters = letters.len() > words;
        match (has("v"), has("m"), has("f"), has("n")) {
            (true, _, false, false) if are_letters => return Some(Self::FemaleM),
            (false, false, true, true) if are_letters => return Some(Self::MaleF),
            (false, true, true, false) if are_letters => return Some(Self::MaleM),
            (false, true, false, false) if are_letters && (has("z") || has("w")) => return Some(Self::MaleM),
            (false, false, false, false) | (_, true, _, false) | (false, false, _, _) => {}
            _ => return None,
        }
        let header = folded_words(header);
        let says = |words: &[&str]| header.iter().any(|word| words.contains(&word.as_str()));
        if says(&["lytis"]) {
            Some(Self::FemaleM)
        } else if says(&["nem", "neme"]) {
            Some(Self::MaleF)
        } else if says(&["sex", "gender", "geschlecht", "pol", "spol", "пол", "пал"]) {
            Some(Self::MaleM)
        } else {
            None
        }
    }
}

/// The sex in a cell, where one is written: none within where the cell is empty, none at all where it is
/// not understood. A lone m or f is not understood: see [`sex_in`].
pub fn sex(text: &str) -> Option<Option<Sex>> {
    sex_in(text, None)
}

/// The same in a column whose letters are known.
pub fn sex_in(text: &str, letters: Option<Letters>) -> Option<Option<Sex>> {
    if is_blank(text) {
        return Some(None);
    }
    if text.len() > SHORT {
        return None;
    }
    let words = folded_words(text);
    let word = words.first().filter(|_| words.len() == 1).map_or("", String::as_str);
    let sex = match (letters, word) {
        (Some(Letters::MaleM), "m") | (Some(Letters::MaleF), "f") => Some(Sex::Male),
        (Some(Letters::FemaleM), "m") | (Some(Letters::MaleM), "f") | (Some(Letters::MaleF), "n") => {
            Some(Sex::Female)
        }
        (_, "m" | "f" | "n") => None,
        _ => SEXES.exactly(&words).or_else(|| of_code(text)),
    };
    sex.map(Some)
}

/// Which part of a full name stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameOrder {
    /// Гончар Дмитрий Викторович
    FamilyFirst,
    /// Jonas Kazlauskas
    GivenFirst,
}

impl NameOrder {
    /// What a header says: "Vardas, pavardė" names the given name first, "ФИО" the family name. Where it
    /// says neither, Russian, Belarusian and Hungarian put the family name first, the others last.
    pub fn of(header: &str) -> Self {
        const FAMILY: &[&str] = &[
            "фамилия",
            "прозвішча",
            "pavarde",
            "prezime",
            "презиме",
            "surname",
            "last",
            "family",
            "nachname",
            "фио",
            "піб",
            "ф",
            "nev",
        ];
        const GIVEN: &[&str] =
            &["имя", "імя", "vardas", "ime", "име", "given", "first", "vorname", "vor", "name"];
        let header = beginning(header, SHORT);
        let words = folded_words(header);
        let at = |known: &[&str]| {
            let known: Vec<String> = known.iter().map(|each| folded_words(each).concat()).collect();
            words.iter().position(|word| known.contains(word))
        };
        let cyrillic = header.chars().any(|c| ('а'..='я').contains(&c) || ('А'..='Я').contains(&c));
        let family_first = match (at(FAMILY), at(GIVEN)) {
            (Some(family), Some(given)) => family < given,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => cyrillic || words.iter().any(|word| word == "neve"),
        };
        if family_first { Self::FamilyFirst } else { Self::GivenFirst }
    }
}

/// The family name and the given names, patronymic included, of a full name.
///
/// What is written says more than the order: before a comma stands the family name; one word in capitals
/// is the family name; a patronymic at the end leaves the family name at the beginning, one in the middle
/// leaves it at the end. Otherwise the family name is the first or the last word, by the order.
pub fn split_name(full: &str, order: NameOrder) -> (String, String) {
    if let Some((family, given)) = full.split_once(',') {
        return (joined(&words_of(family)), joined(&words_of(given)));
    }
    let words = words_of(full);
    let capitals: Vec<usize> = (0..words.len()).filter(|at| is_in_capitals(words[*at])).collect();
    let family = match (words.as_slice(), capitals.as_slice()) {
        ([] | [_], _) => 0,
        (_, [one]) => *one,
        ([_, middle, last], _) if is_patronymic(last) && !is_patronymic(middle) => 0,
        ([_, middle, last], _) if is_patronymic(middle) && !is_patronymic(last) => 2,
        _ if order == NameOrder::FamilyFirst => 0,
        (words, _) => words.len() - 1,
    };
    let given: Vec<&str> =
        words.iter().enumerate().filter(|(at, _)| *at != family).map(|(_, word)| *word).collect();
    (words.get(family).map_or_else(String::new, |word| (*word).to_owned()), joined(&given))
}

fn words_of(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn joined(words: &[&str]) -> String {
    words.join(" ")
}

fn is_in_capitals(word: &str) -> bool {
    // "J." is an initial.
    word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase)
}

fn is_patronymic(word: &str) -> bool {
    let word = word.to_lowercase();
    ["ович", "евич", "ьич", "овна", "евна", "ична", "авіч", "евіч", "аўна", "еўна", "ёўна", "евич", "авна"]
        .iter()
        .any(|end| word.ends_with(end))
}
