//! Inviting a member.

use super::role_choices;
use crate::{prelude::*, text::Language};

operation!(MemberRoles, "src/pages/members/invite.graphql");
operation!(MemberInvite, "src/pages/members/invite.graphql");

#[derive(Template)]
#[template(path = "pages/members/invite.html")]
struct InvitePage<'a> {
    v: &'a Visit,
    form: Form,
    roles: Vec<Choice>,
    languages: Vec<Choice>,
}

pub fn routes() -> Router<House> {
    Router::new().route("/members/new", get(show).post(invite))
}

async fn show(v: Visit) -> Result<Response, Stop> {
    let fields = Fields::of([("language", v.language.tag())]);
    page(&v, StatusCode::OK, Form::filled(fields)).await
}

async fn invite(v: Visit, fields: Fields) -> Result<Response, Stop> {
    let mut form = Form::filled(fields);
    let ends_on = form.fields.date("endsOn");
    if ends_on.is_none() && !form.fields.get("endsOn").is_empty() {
        form.problem("DATE", "endsOn");
    }
    let role = Role::parse(form.fields.get("role"));
    if role.is_none() {
        form.problem("REQUIRED", "role");
    }
    if let (Some(role), true) = (role, form.problems.is_empty()) {
        let input = member_invite::MemberInviteInput {
            idempotency_key: v.once(),
            email: form.fields.get("email").to_owned(),
            name: form.fields.get("name").to_owned(),
            language: form.fields.some("language"),
            role,
            ends_on,
        };
        match v.tell::<MemberInvite>(member_invite::Variables { input }).await? {
            Ok(_) => return Ok(Redirect::to("/members?done=member-invited").into_response()),
            Err(problems) => form.problems = problems,
        }
    }
    page(&v, StatusCode::UNPROCESSABLE_ENTITY, form).await
}

async fn page(v: &Visit, status: StatusCode, form: Form) -> Result<Response, Stop> {
    let roles = v.ask::<MemberRoles>(member_roles::Variables).await?.member_roles;
    let languages = Language::ALL.iter().map(|language| Choice::new(language.tag(), language.name()));
    let page = InvitePage { v, form, roles: role_choices(v, &roles), languages: languages.collect() };
    Ok(v.show_as(status, &page))
}
