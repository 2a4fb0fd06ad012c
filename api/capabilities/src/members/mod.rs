//! Members: memberships and sign-in. Members are invited and removed by those who manage the organisation, sign in by
//! a link or a code from an email, see their own sessions, and create API tokens.
//!
//! Only this capability writes accounts, memberships, login links, sessions and tokens. The `identity` module looks
//! up the viewer of a session or token.

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

/// Contributions of this capability to the application.
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
