//! Events of memberships, sessions and API tokens.

use platform::{capability::SubjectKind, events};

pub const MEMBER: SubjectKind = SubjectKind::new("MEMBER");

events! {
    MEMBER_INVITED: "A member was invited.", MEMBER;
    MEMBER_CHANGED: "A member's role or last day was changed.", MEMBER;
    MEMBER_LEFT: "A membership was ended.", MEMBER;
    SIGNED_IN: "A member signed in.", MEMBER;
    SIGNED_OUT_ELSEWHERE: "A member was signed out of another browser.", MEMBER;
    TOKEN_CREATED: "An API token was created.", MEMBER;
    TOKEN_REVOKED: "An API token was revoked.", MEMBER;
}
