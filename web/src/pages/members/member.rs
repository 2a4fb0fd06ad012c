//! One member: their role and last day, and letting them go.

use super::{last_day, role, role_choices};
use crate::prelude::*;

operation!(OneMember, "src/pages/members/member.graphql", form);
operation!(MemberChange, "src/pages/members/member.graphql");
operation!(MemberEnd, "src/pages/members/member.graphql");
operation!(InvitationSend, "src/pages/members/member.graphql");

type Shown = one_member::OneMemberNodeOnMember;

#[derive(Template)]
#[template(path = "pages/members/member.html")]
struct MemberPage<'a> {
    v: &'a PageContext,
    page: FormPage,
    member: Shown,
}

#[derive(Template)]
#[template(path = "pages/members/end.html")]
struct EndPage<'a> {
    v: &'a PageContext,
    page: FormPage,
    work: one_member::OneMemberMemberWork,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/members/{id}", get(show).post(change))
        .route("/members/{id}/end", get(ask_end).post(end))
        .route("/members/{id}/invitation", post(invite_again))
}

fn changed_member(v: &PageContext) -> Form {
    Form::of("MemberChangeInput", vec![role(v), last_day()])
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    page(&v, id, None).await
}

async fn change(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = changed_member(&v).filled(fields);
    match v.submit::<MemberChange>(&mut form, json!({ "memberId": id })).await? {
        Some(_) => Ok(v.done_at("/members", key::DONE_MEMBER_CHANGED)),
        None => page(&v, id, Some(form)).await,
    }
}

async fn page(v: &PageContext, id: String, sent: Option<Form>) -> Result<Response, PageError> {
    let found = v.query::<OneMember>(one_member::Variables { id }).await?;
    let member = of(v, found.node)?;
    let mut form = match sent {
        Some(form) => form,
        None => changed_member(v).filled_from(v, &member)?,
    };
    form.offer("role", role_choices(v, &found.member_roles));
    let action = format!("/members/{}", member.id);
    let page = FormPage::new(member.name.clone(), action, form, key::MEMBER_KEEP)
        .lead(member.email.clone())
        .below("/members", v.t(key::MEMBERS_TITLE));
    Ok(page.show_in(v, |page| MemberPage { v, page, member }))
}

fn of(v: &PageContext, node: Option<one_member::OneMemberNode>) -> Result<Shown, PageError> {
    match node {
        Some(one_member::OneMemberNode::Member(member)) => Ok(member),
        _ => Err(PageError::not_found(v)),
    }
}

fn hand_over() -> Form {
    let to = Field::radios("handOverTo", key::MEMBER_HAND_OVER, Vec::new()).hint(key::MEMBER_HAND_OVER_HINT);
    Form::of("MemberEndInput", vec![to])
}

async fn ask_end(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    end_page(&v, id, hand_over()).await
}

async fn end(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = hand_over().filled(fields);
    match v.submit::<MemberEnd>(&mut form, json!({ "memberId": id })).await? {
        Some(_) => Ok(v.done_at("/members", key::DONE_MEMBER_ENDED)),
        None => end_page(&v, id, form).await,
    }
}

async fn end_page(v: &PageContext, id: String, mut form: Form) -> Result<Response, PageError> {
    let found = v.query::<OneMember>(one_member::Variables { id }).await?;
    let member = of(v, found.node)?;
    let others = found.colleagues.into_iter().filter(|one| one.id != member.id && one.role.answers());
    let others = others.map(|one| Choice::new(one.id, one.name).hint(v.word(one.role)));
    form.offer("handOverTo", others.collect());
    let title = v.t1(key::MEMBER_END_ASKS, "name", &member.name);
    let back = format!("/members/{}", member.id);
    let page = FormPage::new(title, format!("{back}/end"), form, key::MEMBER_END)
        .danger()
        .below("/members", v.t(key::MEMBERS_TITLE))
        .below(back, member.name);
    Ok(page.show_in(v, |page| EndPage { v, page, work: found.member_work }))
}

async fn invite_again(v: PageContext, Path(id): Path<String>, _: Fields) -> Result<Response, PageError> {
    let input = invitation_send::InvitationSendInput { idempotency_key: v.once(), member_id: id };
    match v.mutate::<InvitationSend>(invitation_send::Variables { input }).await? {
        Ok(_) => Ok(v.done_at("/members", key::DONE_MEMBER_INVITED)),
        // They came in meanwhile: nothing that a user could mend.
        Err(_) => Err(PageError::new(&v, PageErrorKind::Conflict, None)),
    }
}
