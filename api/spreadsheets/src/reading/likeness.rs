//! How much a text looks like one of the languages that our partners write.
//!
//! Plain letters say nothing: every encoding reads them alike. What counts is the rest, and above
//! all whether it is the rest of one language.

/// A language: its letters beyond the plain ones, and what is frequent in its words.
struct Language {
    letters: &'static str,
    frequent: &'static [&'static str],
}

const LANGUAGES: [Language; 9] = [
    // Lithuanian
    Language {
        letters: "ąčęėįšųūž",
        frequent: &["ių", "ės", "ybė", "tė ", "šk", "aš", "čia", "žin", "mė", "ūr", "ų ", "įst", "įg", "dž"],
    },
    // Latvian
    Language {
        letters: "āčēģīķļņšūž",
        frequent: &["šan", "īb", "ā ", "ās", "vār", "uzv", "tāl", "ēj", "ību", "ņ", "ļ", "pilsē", "īt"],
    },
    // Polish
    Language {
        letters: "ąćęłńóśźż",
        frequent: &[
            "ść", "ię", "ów", "ła", "ał", "ość", "żą", "ńs", "dź", "ąc", "wó", "ło", "ły", "łu", "cję",
        ],
    },
    // Hungarian
    Language {
        letters: "áéíóöőúüű",
        frequent: &["ség", "ság", "tá", "szá", "né", "és", "kö", "ő ", "elő", "ítv", "él", "ül", "cím", "ú "],
    },
    // Serbian, Croatian and Bosnian in Latin letters
    Language {
        letters: "čćđšž",
        frequent: &[
            "ić", "eđ", "ođ", "anđ", "rođ", "uć", "će", "ći", "šta", "čk", "žb", "đe", "đa", "šk", "ač",
        ],
    },
    // German
    Language {
        letters: "äöüß",
        frequent: &["ür", "ße", "för", "tät", "äch", "ück", "übe", "grö", "mä", "gebü", "äu", "ön", "ünd"],
    },
    // Russian
    Language {
        letters: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", frequent: &RUSSIAN
    },
    // Belarusian
    Language {
        letters: "абвгдеёжзійклмнопрстуўфхцчшыьэюя’", frequent: &BELARUSIAN
    },
    // Serbian in Cyrillic letters
    Language { letters: "абвгдђежзијклљмнњопрстћуфхцчџш", frequent: &SERBIAN },
];

const RUSSIAN: [&str; 30] = [
    "ст", "но", "то", "на", "ен", "ов", "ни", "ра", "во", "ко", "ро", "пр", "та", "ре", "ка", "ия", "ие",
    "по", "ть", "го", "ер", "ан", "ин", "от", "ла", "ол", "ль", "ро", "да", "мя",
];
const BELARUSIAN: [&str; 24] = [
    "на", "ра", "пр", "ка", "ав", "ад", "ва", "ні", "не", "да", "ст", "ар", "ан", "ьн", "ка", "аў", "ць",
    "сц", "дз", "ія", "зв", "ім", "оў", "то",
];
const SERBIAN: [&str; 24] = [
    "на", "ра", "пр", "је", "ни", "ко", "ро", "по", "ст", "ка", "та", "ић", "ме", "ан", "ов", "ва", "ње",
    "ре", "ти", "им", "да", "ац", "ја", "те",
];

const UNREADABLE: i64 = -100;
const SYMBOL: i64 = -40;
const CROOKED: i64 = -40;
const FOREIGN: i64 = -20;
const RELATED: i64 = -10;
const OWN: i64 = 20;
const FREQUENT: i64 = 8;

/// How much a text looks like a language; only worth comparing with another reading of the same bytes.
pub(super) fn score(text: &str) -> i64 {
    let letters: Vec<char> = text.chars().collect();
    let form: i64 = (0..letters.len()).map(|at| form(&letters, at)).sum();
    let lower = text.to_lowercase();
    let mut foreign: Vec<char> = lower.chars().filter(|c| !c.is_ascii() && is_letter(*c)).collect();
    foreign.sort_unstable();
    let foreign: Vec<(char, i64)> =
        foreign.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() as i64)).collect();
    let language = LANGUAGES.iter().map(|language| spoken(language, &lower, &foreign)).max().unwrap_or(0);
    form + language
}

/// How well the letters and the frequent parts are those of one language.
fn spoken(language: &Language, lower: &str, foreign: &[(char, i64)]) -> i64 {
    let worth = |c: char| match c {
        c if language.letters.contains(c) => OWN,
        // Names and words from elsewhere are in every list.
        'é' | 'ö' | 'ü' | 'ä' | 'á' | 'ó' | 'č' | 'š' | 'ž' => RELATED,
        _ => FOREIGN,
    };
    let letters: i64 = foreign.iter().map(|(c, times)| worth(*c) * times).sum();
    if letters <= 0 {
        // Not this language: its words need not be looked for.
        return letters;
    }
    let frequent: usize = language.frequent.iter().map(|part| lower.matches(part).count()).sum();
    letters + frequent as i64 * FREQUENT
}

/// What one character says by its place among the others, whatever the language.
fn form(letters: &[char], at: usize) -> i64 {
    let here = letters[at];
    let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or(' ');
    let after = letters.get(at + 1).copied().unwrap_or(' ');
    let plain = here.is_ascii();
    if plain && before.is_ascii() {
        return 0;
    }
    if is_letter(here) {
        let mut sum = 0;
        if is_letter(before) {
            if is_cyrillic(here) != is_cyrillic(before) {
                sum += CROOKED;
            }
            if here.is_uppercase() && before.is_lowercase() {
                sum += CROOKED;
            }
        }
        return sum;
    }
    if plain {
        return 0;
    }
    let glued = is_letter(before) && is_letter(after);
    match here {
        '\u{fffd}' | '\u{80}'..='\u{9f}' => UNREADABLE,
        '’' | '‘' | '\u{a0}' => 0,
        '„' | '«' if !is_letter(before) && is_letter(after) => OWN / 2,
        '“' | '”' | '»' if is_letter(before) && !is_letter(after) => OWN / 2,
        '–' | '—' | '…' | '•' | '·' if !glued => 0,
        '№' | '§' | '€' if !is_letter(before) => 0,
        '°' | '²' | '³' | '±' | '½' if before.is_ascii_digit() || before == ' ' => 0,
        '„' | '«' | '“' | '”' | '»' | '–' | '—' | '€' | '‚' | '´' if !glued => -5,
        _ if is_letter(before) || is_letter(after) => SYMBOL * 3 / 2,
        _ => SYMBOL,
    }
}

/// A letter of a word; signs that only count as letters are none.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'ª' | 'º' | 'ƒ' | 'µ' | 'Ω' | 'π' | 'ˆ' | 'ˇ')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}
