//! What a part of a workbook is made of, counted while its bytes go by.
//!
//! The parser keeps what it is told to: a style for every record of a style, a text until its mark is
//! closed. So the marks are counted as the parser will see them. Declarations and comments are not
//! understood here, which is why a large part may have none.

/// Longer names of marks are none that Excel writes.
const NAME: usize = 64;

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Text,
    Name,
    Mark,
    Quote(u8),
}

/// The marks of one part so far.
pub(super) struct Markup {
    pub(super) size: u64,
    pub(super) marks: u64,
    /// The length of the longest mark.
    pub(super) longest: u64,
    /// How many texts there are for cells to share.
    pub(super) texts: u64,
    /// Whether there is something that a large part never has: declarations, comments, marks within the
    /// text of a cell, or marks within marks.
    pub(super) odd: bool,
    opened: u64,
    closed: u64,
    place: Place,
    before: u8,
    name: Vec<u8>,
    /// The name of the mark whose text is being read.
    within: Vec<u8>,
}

impl Markup {
    pub(super) fn new() -> Self {
        Self {
            size: 0,
            marks: 0,
            longest: 0,
            texts: 0,
            odd: false,
            opened: 0,
            closed: 0,
            place: Place::Text,
            before: 0,
            name: Vec::with_capacity(NAME),
            within: Vec::with_capacity(NAME),
        }
    }

    pub(super) fn take(&mut self, byte: u8) {
        self.size += 1;
        if self.place == Place::Text && byte != b'<' && byte != b'>' {
            return;
        }
        match (self.place, byte) {
            (place, b'<') => {
                self.odd |= place != Place::Text;
                self.marks += 1;
                self.opened = self.size;
                self.name.clear();
                self.place = Place::Name;
            }
            (Place::Text, _) => self.closed = self.size,
            (Place::Quote(mark), _) if byte == mark => self.place = Place::Mark,
            (Place::Quote(_), _) => {}
            (_, b'>') => self.close(),
            (Place::Mark, b'"' | b'\'') => self.place = Place::Quote(byte),
            (Place::Mark, _) => {}
            (Place::Name, b' ' | b'\t' | b'\r' | b'\n') => self.place = Place::Mark,
            (Place::Name, _) => {
                // The first line alone says of itself that it is XML.
                let declares = byte == b'!' || (byte == b'?' && self.marks > 1);
                self.odd |= (declares && self.name.is_empty()) || self.name.len() >= NAME;
                if self.name.len() < NAME {
                    self.name.push(byte);
                }
            }
        }
        self.before = byte;
    }

    /// How much came since the last mark began or ended, whichever is longer ago.
    pub(super) fn piece(&self) -> u64 {
        self.size - self.opened.min(self.closed)
    }

    fn close(&mut self) {
        self.place = Place::Text;
        self.closed = self.size;
        self.longest = self.longest.max(self.size - self.opened);
        let name = self.name.as_slice();
        let ends = name.starts_with(b"/");
        let local = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
        self.texts += u64::from(!ends && matches!(local, b"si" | b"si/"));
        if !self.within.is_empty() {
            // The parser gathers whatever comes before the end of a text.
            self.odd |= name.strip_prefix(b"/") != Some(self.within.as_slice());
            self.within.clear();
        }
        if !ends && matches!(local, b"t" | b"v") && self.before != b'/' {
            self.within.extend_from_slice(name);
        }
    }
}
