//! Policy of this capability: which roles may take its actions.

use platform::{
    access::policy::{Kinds, LEADERS},
    actions,
};

actions! {
    MEMBER_MANAGE: "Invite members of the organisation, change their roles and end memberships.", LEADERS, Kinds::Every, Manage;
}
