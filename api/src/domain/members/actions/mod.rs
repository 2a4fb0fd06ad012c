//! What changes who works here and how they come in.

mod entering;
mod founding;
mod inviting;
mod leaving;
mod sessions;
mod tokens;

pub use entering::{Refused, ask_way_in, hand_way_in, try_code, try_link};
pub use founding::{Founder, found};
pub use inviting::{
    InvitationSendErrorCode, MemberChangeErrorCode, MemberInviteErrorCode, NewMember, invitation_send,
    member_change, member_invite,
};
pub use leaving::{MemberEndErrorCode, member_end};
pub use sessions::{SessionEndErrorCode, begin_session, end_session, session_end};
pub use tokens::{
    NewToken, Token, TokenCreateErrorCode, TokenRevokeErrorCode, make_token, token_create, token_revoke,
};
