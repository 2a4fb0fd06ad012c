//! Policy of this capability: which roles may take its actions.

use platform::{
    access::policy::{Kinds, WATCHERS},
    actions,
};

actions! {
    AUDIT_LOG_READ: "Read the audit log of the organisation: who did what and when, and who saw whose identity.", WATCHERS, Kinds::Every, Read;
}
