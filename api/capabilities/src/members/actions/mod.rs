//! Actions on memberships, sign-in, sessions and API tokens.

mod ending;
mod first_member;
mod inviting;
mod login_links;
mod sessions;
mod tokens;

pub use ending::{MemberEndErrorCode, member_end};
pub use first_member::{FirstMember, create_first_member};
pub use inviting::{
    InvitationSendErrorCode, MemberChangeErrorCode, MemberInviteErrorCode, NewMember, invitation_send,
    member_change, member_invite,
};
pub use login_links::{LoginRefused, create_login_link, request_login_link, try_code, try_link};
pub use sessions::{begin_session, end_session, session_end};
pub use tokens::{NewToken, Token, TokenCreateErrorCode, make_token, token_create, token_revoke};
