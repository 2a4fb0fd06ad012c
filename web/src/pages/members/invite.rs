//! Inviting a member.

use super::{role_and_last_day, role_choices};
use crate::{prelude::*, text::Language};

operation!(MemberRoles, "src/pages/members/invite.graphql");
operation!(MemberInvite, "src/pages/members/invite.graphql");

#[derive(Template)]
#[template(path = "pages/members/invite.html")]
struct InvitePage<'a> {
    v: &'a PageContext,
    form: Form,
    roles: Vec<Choice>,
    languages: Vec<Choice>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/members/new", get(show).post(invite))
}

async fn show(v: PageContext) -> Result<Response, PageError> {
    let fields = Fields::of([("language", v.language.tag())]);
    page(&v, StatusCode::OK, Form::filled(fields)).await
}

async fn invite(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    if let Some((role, ends_on)) = role_and_last_day(&mut form) {
        let input = member_invite::MemberInviteInput {
            idempotency_key: v.once(),
            email: form.fields.get("email").to_owned(),
            name: form.fields.get("name").to_owned(),
            language: form.fields.some("language"),
            role,
            ends_on,
        };
        match v.mutate::<MemberInvite>(member_invite::Variables { input }).await? {
            Ok(_) => return Ok(v.done_at("/members", key::DONE_MEMBER_INVITED)),
            Err(problems) => form.problems = problems,
        }
    }
    page(&v, StatusCode::UNPROCESSABLE_ENTITY, form).await
}

async fn page(v: &PageContext, status: StatusCode, form: Form) -> Result<Response, PageError> {
    let roles = v.query::<MemberRoles>(member_roles::Variables).await?.member_roles;
    let languages = Language::ALL.iter().map(|language| Choice::new(language.tag(), language.name()));
    let page = InvitePage { v, form, roles: role_choices(v, &roles), languages: languages.collect() };
    Ok(v.show_as(status, &page))
}
