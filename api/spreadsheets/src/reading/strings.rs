//! The texts of old Excel workbooks: in two widths, shared, and cut into pieces.

use std::ops::Range;

use encoding_rs::{Encoding, UTF_16LE};

use super::{
    compound::{u16_at, u32_at},
    encoding,
};

/// How texts are written: in Unicode since Excel 97, in the code page of a machine before.
#[derive(Default)]
pub(super) struct Words {
    /// Whether in Unicode.
    pub(super) wide: bool,
    page: Page,
}

#[derive(Clone, Copy, Default)]
enum Page {
    Known(&'static Encoding),
    #[default]
    Guessed,
}

impl Words {
    /// Takes the code page that a workbook names.
    pub(super) fn page(&mut self, number: u16) {
        self.page = match number {
            866 => Page::Known(encoding_rs::IBM866),
            1250 => Page::Known(encoding_rs::WINDOWS_1250),
            1251 => Page::Known(encoding_rs::WINDOWS_1251),
            1252 | 32769 => Page::Known(encoding_rs::WINDOWS_1252),
            1257 => Page::Known(encoding_rs::WINDOWS_1257),
            10000 | 32768 => Page::Known(encoding_rs::MACINTOSH),
            10007 => Page::Known(encoding_rs::X_MAC_CYRILLIC),
            _ => Page::Guessed,
        };
    }

    /// A text with its length before it, in one byte or in two.
    pub(super) fn text(&self, data: &[u8], long: bool) -> String {
        let (length, rest) = match (long, data) {
            (true, [low, high, rest @ ..]) => (usize::from(u16::from_le_bytes([*low, *high])), rest),
            (false, [length, rest @ ..]) => (usize::from(*length), rest),
            _ => return String::new(),
        };
        if !self.wide {
            let bytes = &rest[..length.min(rest.len())];
            return match self.page {
                Page::Known(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
                Page::Guessed => encoding::decode(bytes).0,
            };
        }
        let Some((flags, rest)) = rest.split_first() else { return String::new() };
        let mut text = String::new();
        push(&mut text, rest, length, flags & 1 == 1);
        text
    }

    /// A text of a cell.
    pub(super) fn long_text(&self, data: &[u8]) -> String {
        self.text(data, true)
    }
}

/// Appends letters of one byte or of two; how many letters and how many bytes those were.
fn push(text: &mut String, bytes: &[u8], letters: usize, wide: bool) -> (usize, usize) {
    if wide {
        let letters = letters.min(bytes.len() / 2);
        text.push_str(&UTF_16LE.decode_without_bom_handling(&bytes[..letters * 2]).0);
        (letters, letters * 2)
    } else {
        let letters = letters.min(bytes.len());
        text.extend(bytes[..letters].iter().map(|byte| char::from(*byte)));
        (letters, letters)
    }
}

/// The texts that cells share, in one piece of memory.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Reads them from the pieces of their record.
    pub(super) fn shared(pieces: &[&[u8]]) -> Self {
        let mut strings = Self::default();
        let mut pieces = Pieces { left: pieces, at: 8 };
        while strings.take(&mut pieces).is_some() {
            strings.ends.push(strings.text.len());
        }
        strings
    }

    /// The text of a number.
    pub(super) fn get(&self, number: u32) -> Option<&str> {
        let number = number as usize;
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(Range { start, end })
    }

    fn take(&mut self, pieces: &mut Pieces<'_>) -> Option<()> {
        let head = pieces.head(3)?;
        let mut letters = usize::from(u16_at(head, 0)?);
        let flags = *head.get(2)?;
        let mut wide = flags & 1 == 1;
        let mut tail = 0_usize;
        if flags & 8 != 0 {
            tail += usize::from(u16_at(pieces.head(2)?, 0)?) * 4;
        }
        if flags & 4 != 0 {
            tail += u32_at(pieces.head(4)?, 0)? as usize;
        }
        loop {
            let (read, bytes) = push(&mut self.text, pieces.rest(), letters, wide);
            pieces.at += bytes;
            letters -= read;
            if letters == 0 {
                break;
            }
            // The next piece says anew how wide its letters are.
            pieces.next()?;
            wide = pieces.head(1)?.first()? & 1 == 1;
        }
        pieces.skip(tail);
        Some(())
    }
}

/// A place in the pieces of a record.
struct Pieces<'a> {
    left: &'a [&'a [u8]],
    at: usize,
}

impl<'a> Pieces<'a> {
    fn rest(&self) -> &'a [u8] {
        self.left.first().and_then(|piece| piece.get(self.at..)).unwrap_or_default()
    }

    fn next(&mut self) -> Option<()> {
        self.left = self.left.get(1..)?;
        self.at = 0;
        (!self.left.is_empty()).then_some(())
    }

    /// The bytes of a head, which is never cut.
    fn head(&mut self, length: usize) -> Option<&'a [u8]> {
        while self.rest().is_empty() {
            self.next()?;
        }
        let head = self.rest().get(..length)?;
        self.at += length;
        Some(head)
    }

    fn skip(&mut self, mut length: usize) {
        while length > 0 {
            let here = self.rest().len().min(length);
            self.at += here;
            length -= here;
            if length > 0 && self.next().is_none() {
                return;
            }
        }
    }
}
