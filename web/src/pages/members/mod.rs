//! Who works in the organisation, for those who look after its members: invited, given a role, let go.

mod export;
mod invite;
mod list;
mod member;

use axum::Router;

use crate::{AppState, components::Choice, prelude::*};

pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(list::routes())
        .merge(export::routes())
        .merge(invite::routes())
        .merge(member::routes())
}

/// Roles to choose from, each with what one does with it.
fn role_choices(v: &PageContext, roles: &[Role]) -> Vec<Choice> {
    roles.iter().map(|role| Choice::new(role.code(), v.word(role)).hint(v.t(role.here()))).collect()
}

fn role(v: &PageContext) -> Field {
    Field::radios("role", key::MEMBER_ROLE, role_choices(v, Role::ALL))
}

fn last_day() -> Field {
    Field::date("endsOn", key::MEMBER_ENDS_ON).hint(key::MEMBER_ENDS_ON_HINT).optional()
}

#[cfg(test)]
mod tests;
