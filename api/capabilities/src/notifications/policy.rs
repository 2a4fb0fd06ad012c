//! Who may do what of this capability.

use platform::{
    access::policy::{ADMINS, Kinds},
    actions,
};

actions! {
    EMAIL_READ: "See which emails to members of one's organisation were sent, and send them again; not their contents.", ADMINS, Kinds::Every, Manage;
}
