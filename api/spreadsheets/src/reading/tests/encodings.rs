//! Every encoding with every language that it can write.

use super::{super::encoding::decode, open, read, rows, texts::TEXTS};
use crate::reading::encoding::one_byte;

/// A text in an encoding with one byte a letter; `None` where it cannot be written in it.
fn encode(text: &str, letters: &[char]) -> Option<Vec<u8>> {
    text.chars().map(|c| letters.iter().position(|letter| *letter == c).map(|at| at as u8)).collect()
}

#[test]
fn every_encoding_is_told_in_every_language() {
    let mut told = 0;
    let mut wrong = Vec::new();
    for (language, text) in TEXTS {
        for (name, letters) in one_byte() {
            // Some encodings have the letters of a language, but not its signs.
            let simple = text.replace('№', "N").replace(['„', '“'], "\"").replace('–', "-");
            let Some((text, bytes)) =
                [text, &simple].into_iter().find_map(|t| Some((t, encode(t, &letters)?)))
            else {
                continue;
            };
            told += 1;
            let (read, as_what) = decode(&bytes);
            if read != text {
                wrong.push(format!(
                    "{language} in {name} was read as {as_what}: {}",
                    &read.lines().nth(1).unwrap()
                ));
            }
        }
        let units = || text.encode_utf16();
        let mut wide: Vec<(&str, Vec<u8>)> = vec![
            ("UTF-8", text.as_bytes().to_vec()),
            ("UTF-16LE", units().flat_map(u16::to_le_bytes).collect()),
            ("UTF-16BE", units().flat_map(u16::to_be_bytes).collect()),
        ];
        for (name, mark) in
            [("UTF-8", &b"\xef\xbb\xbf"[..]), ("UTF-16LE", b"\xff\xfe"), ("UTF-16BE", b"\xfe\xff")]
        {
            let plain = wide.iter().find(|(n, _)| *n == name).unwrap().1.clone();
            wide.push((name, [mark, &plain].concat()));
        }
        for (name, bytes) in wide {
            told += 1;
            assert_eq!(decode(&bytes), (text.to_owned(), name), "{language}");
            assert_eq!(rows(&open(bytes).unwrap()).len(), 5, "{language} {name}");
        }
    }
    assert!(wrong.is_empty(), "{} of {told}:\n{}", wrong.len(), wrong.join("\n"));
    println!("{told} files");
    assert!(told >= 100, "{told}");
}

#[test]
fn shorter_files_are_told_mostly() {
    let (mut told, mut wrong) = (0, Vec::new());
    for (language, text) in TEXTS {
        for lines in 1..=3 {
            let short: String = text.replace('№', "N").split_inclusive('\n').take(lines).collect();
            for (name, letters) in one_byte() {
                let Some(bytes) = encode(&short, &letters) else { continue };
                told += 1;
                if decode(&bytes).0 != short {
                    wrong.push(format!(
                        "{language} in {name}, {lines} lines: {}",
                        decode(&bytes).0.lines().last().unwrap()
                    ));
                }
            }
        }
    }
    assert!(wrong.len() * 20 <= told, "{} of {told}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_text_that_is_read_may_be_cut() {
    let (text, name) = decode("Pavardė;Žukauskas;šąė\n".repeat(9).as_bytes().split_last().unwrap().1);
    assert_eq!(name, "UTF-8");
    assert!(text.starts_with("Pavardė"));
    let cut = "Žalias kelias šalia ąžuolų, įmonė ".repeat(5);
    let (text, name) = decode(&cut.as_bytes()[..cut.len() - 3]);
    assert_eq!((name, text.starts_with("Žalias")), ("UTF-8", true));
    assert_eq!(decode(b"a\0b").0, "ab");
    assert_eq!(decode(b"").0, "");
}

#[test]
fn a_file_is_told_by_what_stands_behind_its_plain_beginning() {
    let plain = "Name,Town\n".to_owned() + &"Jonas,Vilnius\n".repeat(10_000);
    let letters = &one_byte().into_iter().find(|(name, _)| *name == "windows-1257").unwrap().1;
    let bytes = encode(&(plain + TEXTS[0].1), letters).unwrap();
    assert!(decode(&bytes).0.ends_with(TEXTS[0].1));
}

#[test]
fn cells_of_a_decoded_file_are_whole() {
    let (_, text) = TEXTS[0];
    let letters = &one_byte().into_iter().find(|(name, _)| *name == "windows-1257").unwrap().1;
    let book = open(encode(text, letters).unwrap()).unwrap();
    assert_eq!(book.header()[1], "Pavardė");
    assert_eq!(read(&rows(&book)[3])[..2], ["Živilė", "Jankūnienė"]);
}
