//! How thorough a run is. The usual run looks at enough to find a fault; `make test-all` leaves nothing out, by setting
//! `THROUGHGATE_TEST_ALL=1`, which nothing else reads (`tests/pages.mjs` reads it for the pages).

use std::sync::LazyLock;

use crate::browser::{DESK, PHONE, Scheme};

/// Whether this run leaves nothing out.
pub fn is_whole() -> bool {
    static WHOLE: LazyLock<bool> =
        LazyLock::new(|| std::env::var_os("THROUGHGATE_TEST_ALL").is_some_and(|value| value == "1"));
    *WHOLE
}

/// How often something is done: in the usual run, and in one that leaves nothing out.
pub fn rounds(usual: usize, whole: usize) -> usize {
    if is_whole() { whole } else { usual }
}

/// In which ways each page is looked at: at both widths and in both schemes, of which the usual run tries each once.
pub fn looks() -> &'static [(u32, Scheme)] {
    const ALL: [(u32, Scheme); 4] =
        [(DESK, Scheme::Light), (PHONE, Scheme::Dark), (DESK, Scheme::Dark), (PHONE, Scheme::Light)];
    if is_whole() { &ALL } else { &ALL[..2] }
}
