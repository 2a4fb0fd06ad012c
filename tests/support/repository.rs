//! The repository's own text files, without what is generated, installed or built.

use std::fs;
use std::path::{Path, PathBuf};

/// A text file: its path from the repository's root, with `/` on every system, and its text.
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    pub fn new(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    pub fn has_ending(&self, endings: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
    }

    /// A Rust file's text without its comments; strings stay, for a path in one counts as well.
    pub fn code(&self) -> String {
        let lines = self.text.lines().map(without_comment);
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// `//` inside a string is an address nearly always, and follows a colon.
fn without_comment(line: &str) -> &str {
    let mut from = 0;
    while let Some(at) = line[from..].find("//").map(|at| at + from) {
        if at == 0 || !line[..at].ends_with(':') {
            return &line[..at];
        }
        from = at + 2;
    }
    line
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the tests are a folder of the repository")
        .to_owned()
}

const NOT_OURS: [&str; 6] = [".git", "target", "data", "node_modules", "dist", ".vscode"];
const TEXTS: [&str; 17] = [
    "css", "csv", "ftl", "graphql", "html", "js", "json", "lock", "md", "mjs", "rs", "sh", "snap", "svg",
    "toml", "txt", "yml",
];

/// Every text file of the repository, in the order of their paths.
pub fn repository() -> Vec<File> {
    let root = root();
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("a folder of the repository can be listed") {
        let path = entry.expect("an entry can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            // The rooms' reviewed data lie in folders named data too; only the program's own goes.
            let is_theirs = name == "data" && path.parent() != Some(root);
            if is_theirs || !NOT_OURS.contains(&name.as_str()) {
                walk(root, &path, found);
            }
            continue;
        }
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let is_text = TEXTS.contains(&ending) || ["Makefile", "run"].contains(&name.as_str());
        if is_text && let Ok(text) = fs::read_to_string(&path) {
            let relative = path.strip_prefix(root).expect("it was found below the root");
            found.push(File { path: relative.to_string_lossy().replace('\\', "/"), text });
        }
    }
}
