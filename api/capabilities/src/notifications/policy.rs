//! Policy of this capability: which roles may take its actions.

use platform::{
    access::policy::{ADMINS, Kinds},
    actions,
};

actions! {
    EMAIL_READ: "See the status of emails to members of the organisation, not their contents, and send emails again.", ADMINS, Kinds::Every, Manage;
}
