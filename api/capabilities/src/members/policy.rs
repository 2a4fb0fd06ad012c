//! Who may do what of this capability.

use platform::{
    access::policy::{Kinds, LEADERS},
    actions,
};

actions! {
    MEMBER_MANAGE: "Invite members of one's organisation, change their roles, end memberships.", LEADERS, Kinds::Every, Manage;
}
