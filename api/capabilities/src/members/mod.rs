//! Members: who works in an organisation, and how they come in. They are invited and let go by those
//! who look after the organisation, come in by a link or a code from a mail, look at their own
//! sessions, and make tokens for programs.
//!
//! This room alone writes accounts, memberships, ways in, sessions and tokens. What a session or a
//! token is worth when somebody shows it is looked up by `identity`.

pub mod actions;
pub mod events;
pub mod graphql;
pub mod model;
pub mod policy;
pub mod reads;

use entities::ids::MemberId;
use platform::{
    capability::{Capability, PlainSubject},
    graphql::PublicId,
};

pub use actions::{
    FirstMember, LoginRefused, begin_session, create_first_member, create_login_link, end_session,
    make_token, request_login_link, try_code, try_link,
};
pub use model::{SESSION_SECONDS, is_address};
pub use policy::MEMBER_MANAGE;

/// What this capability contributes.
pub const CAPABILITY: Capability = Capability {
    actions: policy::ACTIONS,
    events: events::EVENTS,
    subjects: &[&PlainSubject {
        kind: events::MEMBER,
        says: "A member of the organisation.",
        id_type: MemberId::TYPE,
    }],
    ..Capability::new("members")
};
