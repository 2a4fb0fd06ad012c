//! Events of imports. They cause no notifications: the member who uploads a list waits for it.

use platform::{capability::SubjectKind, events};

pub const IMPORT: SubjectKind = SubjectKind::new("IMPORT");

events! {
    LIST_BROUGHT_IN: "A list was uploaded; nothing of it is recorded yet.", IMPORT;
    LIST_TAKEN: "The new rows of a list were imported.", IMPORT;
    LIST_THROWN_AWAY: "An import was deleted.", IMPORT;
}
