//! Who works in the organisation, for those who look after its members: invited, given a role, let go.

mod invite;
mod list;
mod member;

use axum::Router;

use crate::{House, components::Choice, prelude::*};

pub fn routes() -> Router<House> {
    Router::new().merge(list::routes()).merge(invite::routes()).merge(member::routes())
}

/// Roles to choose from, each with what one does with it.
fn role_choices(v: &Visit, roles: &[Role]) -> Vec<Choice> {
    roles.iter().map(|role| Choice::new(role.code(), v.word(role)).hint(v.word_as("here", role))).collect()
}

#[cfg(test)]
mod tests;
