//! One member: their role and last day, and letting them go.

use super::{role_and_last_day, role_choices};
use crate::{client::PageErrorKind, prelude::*};

operation!(OneMember, "src/pages/members/member.graphql");
operation!(MemberChange, "src/pages/members/member.graphql");
operation!(MemberEnd, "src/pages/members/member.graphql");
operation!(InvitationSend, "src/pages/members/member.graphql");

type Shown = one_member::OneMemberNodeOnMember;

#[derive(Template)]
#[template(path = "pages/members/member.html")]
struct MemberPage<'a> {
    v: &'a PageContext,
    member: Shown,
    form: Form,
    roles: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "pages/members/end.html")]
struct EndPage<'a> {
    v: &'a PageContext,
    member: Shown,
    form: Form,
    work: one_member::OneMemberMemberWork,
    /// Who can take over.
    others: Vec<Choice>,
}

impl EndPage<'_> {
    fn works(&self) -> bool {
        self.work.people + self.work.referrals > 0
    }
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/members/{id}", get(show).post(change))
        .route("/members/{id}/end", get(ask_end).post(end))
        .route("/members/{id}/invitation", post(invite_again))
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    page(&v, id, StatusCode::OK, None).await
}

async fn change(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    if let Some((role, ends_on)) = role_and_last_day(&mut form) {
        let input = member_change::MemberChangeInput {
            idempotency_key: v.once(),
            member_id: id.clone(),
            role,
            ends_on,
        };
        match v.mutate::<MemberChange>(member_change::Variables { input }).await? {
            Ok(_) => return Ok(v.done_at("/members", key::DONE_MEMBER_CHANGED)),
            Err(problems) => form.problems = problems,
        }
    }
    page(&v, id, StatusCode::UNPROCESSABLE_ENTITY, Some(form)).await
}

async fn page(
    v: &PageContext,
    id: String,
    status: StatusCode,
    sent: Option<Form>,
) -> Result<Response, PageError> {
    let found = v.query::<OneMember>(one_member::Variables { id }).await?;
    let member = of(v, found.node)?;
    let form = sent.unwrap_or_else(|| {
        let last = member.ends_on.map(|day| day.to_string()).unwrap_or_default();
        Form::filled(Fields::of([("role", member.role.code().to_owned()), ("endsOn", last)]))
    });
    let page = MemberPage { v, member, form, roles: role_choices(v, &found.member_roles) };
    Ok(v.show_as(status, &page))
}

fn of(v: &PageContext, node: Option<one_member::OneMemberNode>) -> Result<Shown, PageError> {
    match node {
        Some(one_member::OneMemberNode::Member(member)) => Ok(member),
        _ => Err(PageError::not_found(v)),
    }
}

async fn ask_end(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    end_page(&v, id, StatusCode::OK, Form::empty()).await
}

async fn end(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    let input = member_end::MemberEndInput {
        idempotency_key: v.once(),
        member_id: id.clone(),
        hand_over_to: form.fields.some("handOverTo"),
    };
    match v.mutate::<MemberEnd>(member_end::Variables { input }).await? {
        Ok(_) => Ok(v.done_at("/members", key::DONE_MEMBER_ENDED)),
        Err(problems) => {
            form.problems = problems;
            end_page(&v, id, StatusCode::UNPROCESSABLE_ENTITY, form).await
        }
    }
}

async fn end_page(
    v: &PageContext,
    id: String,
    status: StatusCode,
    form: Form,
) -> Result<Response, PageError> {
    let found = v.query::<OneMember>(one_member::Variables { id }).await?;
    let member = of(v, found.node)?;
    let others =
        found.colleagues.into_iter().filter(|one| one.id != member.id).filter(|one| one.role.answers());
    let others = others.map(|one| Choice::new(one.id, one.name).hint(v.word(one.role))).collect();
    Ok(v.show_as(status, &EndPage { v, member, form, work: found.member_work, others }))
}

async fn invite_again(v: PageContext, Path(id): Path<String>, _: Fields) -> Result<Response, PageError> {
    let input = invitation_send::InvitationSendInput { idempotency_key: v.once(), member_id: id };
    match v.mutate::<InvitationSend>(invitation_send::Variables { input }).await? {
        Ok(_) => Ok(v.done_at("/members", key::DONE_MEMBER_INVITED)),
        // They came in meanwhile: nothing that a user could mend.
        Err(_) => Err(PageError::new(&v, PageErrorKind::Conflict, None)),
    }
}
