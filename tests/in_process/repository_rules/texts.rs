//! Rules about what files say and how long they are.

use crate::repository::File;

/// A file is read in one go: about 400 lines, so 450 at most.
const LINES: usize = 450;

pub fn length(file: &File) -> Vec<String> {
    let ours = ["api/", "entities/", "migration/", "web/", "tests/"]
        .iter()
        .any(|folder| file.path.starts_with(folder));
    if !ours || !file.has_ending(&["rs", "html", "css", "mjs", "js", "sh"]) {
        return Vec::new();
    }
    let lines = file.text.lines().count();
    if lines > LINES { vec![format!("{lines} lines, more than {LINES}: split it")] } else { Vec::new() }
}

/// Things a reader of this repository can't look up, and work left undone. Written in two parts
/// each, so that this list doesn't find itself.
const WORDS: [(&str, &str); 9] = [
    ("/wo", "rk/"),
    ("/tm", "p/"),
    ("/ho", "me/"),
    ("/ro", "ot/"),
    ("TO", "DO"),
    ("FIX", "ME"),
    ("tod", "o!("),
    ("unimplement", "ed!("),
    ("issu", "es show"),
];

pub fn words(file: &File) -> Vec<String> {
    if file.has_ending(&["lock"]) || file.path.ends_with("package-lock.json") {
        return Vec::new();
    }
    let mut complaints = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        for (start, end) in WORDS {
            if says(line, &format!("{start}{end}")) {
                complaints.push(format!("line {}: says {start}{end}", number + 1));
            }
        }
        if names_an_issue(line) {
            complaints.push(format!("line {}: names an issue by its number", number + 1));
        }
    }
    complaints
}

/// A folder inside another is no path of a machine, and a word inside another is another word.
fn says(line: &str, word: &str) -> bool {
    let goes_on = |letter: char| letter.is_alphanumeric() || "_.-".contains(letter);
    line.match_indices(word).any(|(at, _)| !line[..at].ends_with(goes_on))
}

fn names_an_issue(line: &str) -> bool {
    let line = line.to_lowercase();
    line.match_indices("issue ").any(|(at, found)| {
        line[at + found.len()..].trim_start_matches('#').starts_with(|next: char| next.is_ascii_digit())
    })
}
