//! The file within the file: OLE compound files, in which old Excel and protected new Excel keep
//! their streams.

use super::Unreadable;

/// The first bytes of every compound file.
pub(super) const SIGNATURE: [u8; 8] = *b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

const END: u32 = 0xffff_fffa;
const MINI: usize = 64;

/// A compound file, with what is needed to follow its chains.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    entries: Vec<Entry>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    /// Streams below this size are in the mini stream.
    cutoff: usize,
}

struct Entry {
    name: String,
    kind: u8,
    start: u32,
    size: usize,
}

impl<'a> Compound<'a> {
    /// Reads the tables. Every chain is as long as the file at most.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let sector = match u16_at(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4096,
            _ => return Err(Unreadable::Damaged),
        };
        let long = |at| u32_at(bytes, at).ok_or(Unreadable::Damaged);
        let mut file = Self {
            bytes,
            sector,
            table: Vec::new(),
            entries: Vec::new(),
            mini_table: Vec::new(),
            mini_stream: Vec::new(),
            cutoff: long(56)? as usize,
        };
        let mut sectors: Vec<u32> = (0..109).filter_map(|at| u32_at(bytes, 76 + at * 4)).collect();
        let mut next = long(68)?;
        let most = bytes.len() / sector + 1;
        for _ in 0..most {
            if next >= END {
                break;
            }
            let Some(more) = file.sector(next) else { break };
            let mut more = words(more);
            next = more.pop().unwrap_or(END);
            sectors.extend(more);
        }
        for at in sectors.into_iter().filter(|at| *at < END).take(most) {
            if let Some(words_of) = file.sector(at) {
                let words_of = words(words_of);
                file.table.extend(words_of);
            }
        }
        let directory = file.chain(long(48)?, usize::MAX);
        file.entries = directory.chunks_exact(128).filter_map(entry).collect();
        file.mini_table = words(&file.chain(long(60)?, usize::MAX));
        if let Some(root) = file.entries.iter().find(|entry| entry.kind == 5) {
            file.mini_stream = file.chain(root.start, root.size);
        }
        Ok(file)
    }

    /// Whether there is a stream of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.kind == 2 && entry.name.eq_ignore_ascii_case(name))
    }

    /// A stream by its name.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry =
            self.entries.iter().find(|entry| entry.kind == 2 && entry.name.eq_ignore_ascii_case(name))?;
        if entry.size >= self.cutoff {
            return Some(self.chain(entry.start, entry.size));
        }
        let size = entry.size.min(self.bytes.len());
        let mut stream = Vec::new();
        let mut at = entry.start;
        while at < END && stream.len() < size {
            let start = (at as usize).checked_mul(MINI)?;
            let Some(piece) = self.mini_stream.get(start..start + MINI) else { break };
            stream.extend_from_slice(piece);
            at = self.mini_table.get(at as usize).copied().unwrap_or(END);
        }
        stream.truncate(size);
        Some(stream)
    }

    fn sector(&self, at: u32) -> Option<&'a [u8]> {
        let start = (at as usize).checked_add(1)?.checked_mul(self.sector)?;
        // The last sector of a file may be cut short.
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// What a chain of sectors holds: never more than the file itself, even where it goes in circles.
    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        let most = size.min(self.bytes.len());
        let mut found = Vec::new();
        let mut at = start;
        while at < END && found.len() < most {
            let Some(sector) = self.sector(at) else { break };
            found.extend_from_slice(sector);
            at = self.table.get(at as usize).copied().unwrap_or(END);
        }
        found.truncate(most);
        found
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let name: Vec<u16> = bytes[..64]
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .take_while(|unit| *unit != 0)
        .collect();
    Some(Entry {
        name: String::from_utf16_lossy(&name),
        kind: *bytes.get(66)?,
        start: u32_at(bytes, 116)?,
        size: u32_at(bytes, 120)? as usize,
    })
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]])).collect()
}

/// Two bytes at a place, the lower first.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|pair| u16::from_le_bytes(*pair))
}

/// Four bytes at a place, the lowest first.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|word| u32::from_le_bytes(*word))
}

/// A number with a fraction at a place.
pub(super) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    bytes.get(at..)?.first_chunk().map(|word| f64::from_le_bytes(*word))
}
