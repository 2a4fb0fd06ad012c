//! Inviting a member.

use super::{last_day, role, role_choices};
use crate::{prelude::*, text::Language};

operation!(MemberRoles, "src/pages/members/invite.graphql");
operation!(MemberInvite, "src/pages/members/invite.graphql");

pub fn routes() -> Router<AppState> {
    Router::new().route("/members/new", get(show).post(invite))
}

fn invitation(v: &PageContext) -> Form {
    let languages = Language::ALL.iter().map(|language| Choice::new(language.tag(), language.name()));
    Form::of(
        "MemberInviteInput",
        vec![
            Field::text("name", key::MEMBER_NAME).required().limit(200),
            Field::email("email", key::MEMBER_EMAIL).hint(key::MEMBER_EMAIL_HINT).required().limit(200),
            Field::select("language", key::MEMBER_LANGUAGE, languages.collect())
                .hint(key::MEMBER_LANGUAGE_HINT),
            role(v),
            last_day().least(v.today),
        ],
    )
}

async fn show(v: PageContext) -> Result<Response, PageError> {
    page(&v, invitation(&v).filled(Fields::of([("language", v.language.tag())]))).await
}

async fn invite(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    let mut form = invitation(&v).filled(fields);
    match v.submit::<MemberInvite>(&mut form, json!({})).await? {
        Some(_) => Ok(v.done_at("/members", key::DONE_MEMBER_INVITED)),
        None => page(&v, form).await,
    }
}

async fn page(v: &PageContext, mut form: Form) -> Result<Response, PageError> {
    let roles = v.query::<MemberRoles>(member_roles::Variables).await?.member_roles;
    form.offer("role", role_choices(v, &roles));
    let page =
        FormPage::new(v.t(key::MEMBERS_INVITE), "/members/new".to_owned(), form, key::MEMBERS_INVITE_DO)
            .lead(v.t(key::MEMBERS_INVITE_LEAD))
            .below("/members", v.t(key::MEMBERS_TITLE));
    Ok(page.show(v))
}
