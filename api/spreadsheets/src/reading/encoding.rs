//! Bytes into text, whatever program wrote them.
//!
//! Unicode tells itself. For the rest a sample is read by every encoding that partners' programs
//! write, and the reading that looks most like a language wins.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::likeness;

/// How much of a file is read to tell its encoding.
const SAMPLE: usize = 64 << 10;
/// How much of the lines with more than plain letters is read by every encoding.
const FOREIGN: usize = 32 << 10;
/// The name of the one encoding that the library does not know.
const MAC_CENTRAL_EUROPEAN: &str = "x-mac-ce";

/// The upper half of Mac OS Central European, by the mapping that Unicode publishes.
const MAC_CENTRAL_EUROPEAN_LETTERS: &str = concat!(
    "ÄĀāÉĄÖÜáąČäčĆćéŹźĎíďĒēĖóėôöõúĚěü",
    "†°Ę£§•¶ß®©™ę¨≠ģĮįĪ≤≥īĶ∂∑łĻļĽľĹĺŅ",
    "ņŃ¬√ńŇ∆«»…\u{a0}ňŐÕőŌ–—“”‘’÷◊ōŔŕŘ‹›řŖ",
    "ŗŠ‚„šŚśÁŤťÍŽžŪÓÔūŮÚůŰűŲųÝýķŻŁżĢˇ",
);

/// An encoding with one byte a letter. Of two that read a file alike, the first is taken.
#[derive(Clone, Copy)]
enum Candidate {
    Known(&'static Encoding),
    MacCentralEuropean,
}

const CANDIDATES: [Candidate; 11] = [
    Candidate::Known(encoding_rs::WINDOWS_1252),
    Candidate::Known(encoding_rs::WINDOWS_1257),
    Candidate::Known(encoding_rs::WINDOWS_1250),
    Candidate::Known(encoding_rs::WINDOWS_1251),
    Candidate::Known(encoding_rs::ISO_8859_2),
    Candidate::Known(encoding_rs::ISO_8859_13),
    Candidate::Known(encoding_rs::MACINTOSH),
    Candidate::MacCentralEuropean,
    Candidate::Known(encoding_rs::X_MAC_CYRILLIC),
    Candidate::Known(encoding_rs::KOI8_R),
    Candidate::Known(encoding_rs::IBM866),
];

impl Candidate {
    fn name(self) -> &'static str {
        match self {
            Candidate::Known(encoding) => encoding.name(),
            Candidate::MacCentralEuropean => MAC_CENTRAL_EUROPEAN,
        }
    }

    fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Candidate::Known(encoding) => encoding.decode_without_bom_handling(bytes).0,
            Candidate::MacCentralEuropean => {
                let letters: Vec<char> = MAC_CENTRAL_EUROPEAN_LETTERS.chars().collect();
                let letter = |byte: &u8| match byte.checked_sub(128) {
                    None => char::from(*byte),
                    Some(place) => letters.get(usize::from(place)).copied().unwrap_or('\u{fffd}'),
                };
                Cow::Owned(bytes.iter().map(letter).collect())
            }
        }
    }
}

/// The text of a file and the name of its encoding. Never fails: what cannot be read becomes the
/// replacement character. The mark at the beginning and NUL characters are dropped.
pub fn decode(bytes: &[u8]) -> (String, &'static str) {
    let (text, name) = read(bytes);
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if text.contains('\0') { (text.replace('\0', ""), name) } else { (text, name) }
}

fn read(bytes: &[u8]) -> (String, &'static str) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = encoding.decode_without_bom_handling(&bytes[mark..]).0;
        return (text.into_owned(), encoding.name());
    }
    if let Some(encoding) = wide(bytes) {
        return (encoding.decode_without_bom_handling(bytes).0.into_owned(), encoding.name());
    }
    if is_mostly_utf8(bytes) {
        return (String::from_utf8_lossy(bytes).into_owned(), UTF_8.name());
    }
    let candidate = guess(bytes);
    (candidate.decode(bytes).into_owned(), candidate.name())
}

/// UTF-8, though somebody may have cut it in the middle of a letter or pasted a foreign one.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || letters > broken * 20
}

/// UTF-16 without a mark: read so, nearly all of it is letters and signs of our alphabets.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if sample.len() < 4 || (!bytes.len().is_multiple_of(2) && bytes.len() < SAMPLE) {
        return None;
    }
    let plausible = |unit: fn([u8; 2]) -> u16| {
        let (mut fits, mut ascii) = (0_usize, 0_usize);
        for pair in sample.chunks_exact(2) {
            match unit([pair[0], pair[1]]) {
                9 | 10 | 13 | 0x20..=0x7e => {
                    fits += 1;
                    ascii += 1;
                }
                0xa0..=0x17f | 0x218..=0x21b | 0x400..=0x45f | 0x490..=0x491 => fits += 1,
                0x2010..=0x203a | 0x20ac | 0x2116 | 0x2122 => fits += 1,
                _ => {}
            }
        }
        let units = sample.len() / 2;
        fits * 100 >= units * 97 && ascii * 50 >= units
    };
    if plausible(u16::from_le_bytes) {
        Some(UTF_16LE)
    } else if plausible(u16::from_be_bytes) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding whose reading of the beginning looks most like a language.
fn guess(bytes: &[u8]) -> Candidate {
    let sample = foreign(bytes);
    let vote = {
        let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
        detector.feed(&sample, true);
        detector.guess(None, chardetng::Utf8Detection::Deny)
    };
    let mut best = (CANDIDATES[0], i64::MIN);
    for candidate in CANDIDATES {
        let voted = matches!(candidate, Candidate::Known(encoding) if encoding == vote);
        // A vote decides only between readings that are nearly as good.
        let score = likeness::score(&candidate.decode(&sample)) + i64::from(voted) * 3;
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

/// The first lines that have more than plain letters: a list may begin with thousands of rows that
/// say nothing about the encoding.
fn foreign(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::with_capacity(FOREIGN.min(bytes.len()));
    for line in bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')) {
        if line.is_ascii() {
            continue;
        }
        let room = FOREIGN - sample.len();
        if line.len() > room {
            if sample.is_empty() {
                sample.extend_from_slice(&line[..room]);
            }
            break;
        }
        sample.extend_from_slice(line);
    }
    sample
}

/// Whether this is no text at all: control characters that no list has, and not UTF-16 either.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    if Encoding::for_bom(bytes).is_some_and(|(encoding, _)| encoding != UTF_8) || wide(bytes).is_some() {
        return false;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let control = |byte: &&u8| matches!(byte, 1..=8 | 14..=25 | 27..=31 | 127);
    let controls = sample.iter().filter(control).count();
    let nothing = sample.iter().filter(|byte| **byte == 0).count();
    controls * 100 > sample.len() || nothing * 10 > sample.len()
}

/// The 256 letters of every encoding with one byte a letter.
#[cfg(test)]
pub(super) fn one_byte() -> Vec<(&'static str, Vec<char>)> {
    let all: Vec<u8> = (0..=255).collect();
    CANDIDATES.iter().map(|candidate| (candidate.name(), candidate.decode(&all).chars().collect())).collect()
}
