//! Rules about how faults are passed on.

use crate::repository::File;

/// Ways to put one error in the place of another without a look at it: a database that does not answer would read as
/// something that a user did wrong, and nobody would hear of it.
const BLIND: [&str; 2] = ["or(Err(DomainError::", "or(Err(ActionError::"];

/// What stands between an error and what is made of it is named, and used.
pub fn swallowed(file: &File) -> Vec<String> {
    if !file.has_ending(&["rs"]) || file.path.starts_with("tests/") {
        return Vec::new();
    }
    let code: String = file.code().split_whitespace().collect();
    let unnamed = code.match_indices("map_err(|").filter(|(at, found)| {
        let argument = code[at + found.len()..].trim_start_matches(['&', '(']);
        argument.starts_with('_')
    });
    let blind = BLIND.iter().flat_map(|way| code.match_indices(way));
    let complaint = |at: usize| {
        let around: String = code[at..].chars().take(60).collect();
        format!("an error is thrown away unseen: {around}")
    };
    unnamed.chain(blind).map(|(at, _)| complaint(at)).collect()
}
