//! Limits of documents, and the messages that explain them.

use std::fmt;

/// How much one request may ask.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Bytes of query text.
    pub bytes: usize,
    /// Words, signs and strings in the text.
    pub tokens: usize,
    /// Brackets open at once in the text.
    pub brackets: usize,
    /// Operations and fragments in one document.
    pub definitions: usize,
    /// Fields, fragments and directives with every fragment spread out.
    pub nodes: u64,
    /// Fields inside fields.
    pub depth: u32,
    /// Selection sets inside selection sets, fragments included. The library stops at 32.
    pub nesting: u32,
    /// Points of one operation.
    pub points: u64,
    /// Fields asked about each type of the schema by introspection.
    pub introspection: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 * 1024,
            tokens: 4_000,
            brackets: 50,
            definitions: 100,
            nodes: 2_500,
            depth: 15,
            nesting: 30,
            points: 50_000,
            introspection: 4_000,
        }
    }
}

/// Why a document is not run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CostExceeded {
    TooComplex(String),
    Invalid(String),
}

impl CostExceeded {
    pub(super) fn too_complex(counted: &str, count: u64, limit: u64, mend: &str) -> Self {
        Self::TooComplex(format!("The query is too complex: {count} {counted}; the limit is {limit}. {mend}"))
    }
}

impl fmt::Display for CostExceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::TooComplex(message) | Self::Invalid(message)) = self;
        f.write_str(message)
    }
}
