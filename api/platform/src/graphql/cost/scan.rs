//! Scans the text of a document before it is parsed, so that parsing itself is bounded.
//!
//! One pass over the bytes, no recursion, no allocation. It recognises the same strings and comments as the grammar,
//! so that a bracket counts if and only if the parser would see it.

use super::{CostExceeded, Limits};

/// Counts bytes, tokens and open brackets.
///
/// # Errors
/// [`CostExceeded::TooComplex`] above a limit, [`CostExceeded::Invalid`] for a string that never ends.
pub fn scan(text: &str, limits: &Limits) -> Result<(), CostExceeded> {
    let bytes = text.as_bytes();
    if bytes.len() > limits.bytes {
        return Err(CostExceeded::too_complex(
            "bytes of query text",
            bytes.len() as u64,
            limits.bytes as u64,
            "Send values as variables.",
        ));
    }
    let (mut at, mut tokens, mut open) = (0, 0_usize, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' | b',' => {
                at += 1;
                continue;
            }
            b'#' => {
                at = past(bytes, at, |byte| byte != b'\n' && byte != b'\r');
                continue;
            }
            b'"' => at = past_string(bytes, at)?,
            b'{' | b'[' | b'(' => {
                open += 1;
                at += 1;
            }
            b'}' | b']' | b')' => {
                open = open.saturating_sub(1);
                at += 1;
            }
            byte if is_word(byte) => at = past(bytes, at, is_word),
            _ => at += 1,
        }
        tokens += 1;
        if open > limits.brackets {
            return Err(CostExceeded::too_complex(
                "brackets open at once",
                open as u64,
                limits.brackets as u64,
                "Nest less deeply.",
            ));
        }
        if tokens > limits.tokens {
            return Err(CostExceeded::too_complex(
                "words and signs in the query text, or more",
                tokens as u64,
                limits.tokens as u64,
                "Ask in several requests, and send values as variables.",
            ));
        }
    }
    Ok(())
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn past(bytes: &[u8], from: usize, while_true: impl Fn(u8) -> bool) -> usize {
    let length = bytes[from..].iter().position(|&byte| !while_true(byte));
    length.map_or(bytes.len(), |length| from + length)
}

/// Where the string ends that opens at `from`. A plain string also ends at the end of its line,
/// where the parser will refuse it. A block string without an end is refused here: the parser
/// would read its quotes in another way, and see brackets that this scan took for text.
fn past_string(bytes: &[u8], from: usize) -> Result<usize, CostExceeded> {
    let mut at = from;
    if bytes[at..].starts_with(b"\"\"\"") {
        at += 3;
        while at < bytes.len() {
            match bytes[at] {
                b'"' if bytes[at..].starts_with(b"\"\"\"") => return Ok(at + 3),
                b'\\' if bytes[at..].starts_with(b"\\\"\"\"") => at += 4,
                _ => at += 1,
            }
        }
        return Err(CostExceeded::Invalid(
            "A block string is opened with \"\"\" and never closed.".to_owned(),
        ));
    }
    at += 1;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => return Ok(at + 1),
            b'\n' | b'\r' => return Ok(at),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    Ok(bytes.len())
}
