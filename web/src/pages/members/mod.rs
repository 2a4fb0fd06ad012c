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

/// The role and the last day that a form gives a member; what is wrong with them is noted in it.
fn role_and_last_day(form: &mut Form) -> Option<(Role, Option<chrono::NaiveDate>)> {
    let ends_on = form.fields.date("endsOn");
    if ends_on.is_none() && !form.fields.get("endsOn").is_empty() {
        form.problem("DATE", "endsOn");
    }
    let role = Role::parse(form.fields.get("role"));
    if role.is_none() {
        form.problem("REQUIRED", "role");
    }
    role.filter(|_| form.problems.is_empty()).map(|role| (role, ends_on))
}

#[cfg(test)]
mod tests;
