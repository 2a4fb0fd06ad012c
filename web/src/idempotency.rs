//! What makes a form that is sent twice do its work once: an impatient finger, a page that is loaded again,
//! the way back and forth again.

use std::{
    fmt::Write as _,
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Arc, OnceLock},
};

/// The key of the form that this request sent, once it is read; shared by whatever reads the request.
#[derive(Clone, Debug, Default)]
pub struct IdempotencyToken(Arc<OnceLock<String>>);

impl IdempotencyToken {
    /// A value for one form on one page.
    pub fn new_value() -> String {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).expect("the operating system gives randomness");
        bytes.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// Notes what a form sent. What is in the form is part of the key: somebody who goes back, writes
    /// something else and sends it means something else, and is not told that they had done it already.
    pub fn sent(&self, path: &str, value: &str, body: &[u8]) {
        if value.len() != 32 || !value.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return;
        }
        let mut hasher = DefaultHasher::new();
        (path, body).hash(&mut hasher);
        let _ = self.0.set(format!("{value}-{:016x}", hasher.finish()));
    }

    pub fn key(&self) -> Option<String> {
        self.0.get().cloned()
    }
}
