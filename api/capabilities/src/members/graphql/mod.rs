//! Members in the schema: inviting and letting go; sessions; tokens.

mod managing;
mod own;

pub use managing::{MembersMutation, MembersQuery};
pub use own::{OwnMutation, OwnQuery};
