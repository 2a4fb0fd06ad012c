//! Members, sessions and API tokens in the schema.

mod managing;
mod own;

pub use managing::{MembersMutation, MembersQuery};
pub use own::{OwnMutation, OwnQuery};
