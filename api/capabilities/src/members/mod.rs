//! Members: who works in an organisation, and how they come in. They are invited and let go by those
//! who look after the organisation, come in by a link or a code from a mail, look at their own
//! sessions, and make tokens for programs.
//!
//! This room alone writes accounts, memberships, ways in, sessions and tokens. What a session or a
//! token is worth when somebody shows it is looked up by `identity`.

pub mod actions;
pub mod graphql;
pub mod model;
pub mod reads;

pub use actions::{
    FirstMember, LoginRefused, begin_session, create_first_member, create_login_link, end_session,
    make_token, request_login_link, try_code, try_link,
};
pub use model::{SESSION_SECONDS, is_address};
