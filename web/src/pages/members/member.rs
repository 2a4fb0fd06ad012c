//! One member: their role and last day, and letting them go.

use super::{role_and_last_day, role_choices};
use crate::{client::Why, prelude::*};

operation!(OneMember, "src/pages/members/member.graphql");
operation!(MemberChange, "src/pages/members/member.graphql");
operation!(MemberEnd, "src/pages/members/member.graphql");
operation!(InvitationSend, "src/pages/members/member.graphql");

type Shown = one_member::OneMemberNodeOnMember;

#[derive(Template)]
#[template(path = "pages/members/member.html")]
struct MemberPage<'a> {
    v: &'a Visit,
    member: Shown,
    form: Form,
    roles: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "pages/members/end.html")]
struct EndPage<'a> {
    v: &'a Visit,
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

pub fn routes() -> Router<House> {
    Router::new()
        .route("/members/{id}", get(show).post(change))
        .route("/members/{id}/end", get(ask_end).post(end))
        .route("/members/{id}/invitation", post(invite_again))
}

async fn show(v: Visit, Path(id): Path<String>) -> Result<Response, Stop> {
    page(&v, id, StatusCode::OK, None).await
}

async fn change(v: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response, Stop> {
    let mut form = Form::filled(fields);
    if let Some((role, ends_on)) = role_and_last_day(&mut form) {
        let input = member_change::MemberChangeInput {
            idempotency_key: v.once(),
            member_id: id.clone(),
            role,
            ends_on,
        };
        match v.tell::<MemberChange>(member_change::Variables { input }).await? {
            Ok(_) => return Ok(Redirect::to("/members?done=member-changed").into_response()),
            Err(problems) => form.problems = problems,
        }
    }
    page(&v, id, StatusCode::UNPROCESSABLE_ENTITY, Some(form)).await
}

async fn page(v: &Visit, id: String, status: StatusCode, sent: Option<Form>) -> Result<Response, Stop> {
    let found = v.ask::<OneMember>(one_member::Variables { id }).await?;
    let member = of(v, found.node)?;
    let form = sent.unwrap_or_else(|| {
        let last = member.ends_on.map(|day| day.to_string()).unwrap_or_default();
        Form::filled(Fields::of([("role", member.role.code().to_owned()), ("endsOn", last)]))
    });
    let page = MemberPage { v, member, form, roles: role_choices(v, &found.member_roles) };
    Ok(v.show_as(status, &page))
}

fn of(v: &Visit, node: Option<one_member::OneMemberNode>) -> Result<Shown, Stop> {
    match node {
        Some(one_member::OneMemberNode::Member(member)) => Ok(member),
        _ => Err(Stop::not_found(v)),
    }
}

async fn ask_end(v: Visit, Path(id): Path<String>) -> Result<Response, Stop> {
    end_page(&v, id, StatusCode::OK, Form::empty()).await
}

async fn end(v: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response, Stop> {
    let mut form = Form::filled(fields);
    let input = member_end::MemberEndInput {
        idempotency_key: v.once(),
        member_id: id.clone(),
        hand_over_to: form.fields.some("handOverTo"),
    };
    match v.tell::<MemberEnd>(member_end::Variables { input }).await? {
        Ok(_) => Ok(Redirect::to("/members?done=member-ended").into_response()),
        Err(problems) => {
            form.problems = problems;
            end_page(&v, id, StatusCode::UNPROCESSABLE_ENTITY, form).await
        }
    }
}

async fn end_page(v: &Visit, id: String, status: StatusCode, form: Form) -> Result<Response, Stop> {
    let found = v.ask::<OneMember>(one_member::Variables { id }).await?;
    let member = of(v, found.node)?;
    let others =
        found.colleagues.into_iter().filter(|one| one.id != member.id).filter(|one| one.role.answers());
    let others = others.map(|one| Choice::new(one.id, one.name).hint(v.word(one.role))).collect();
    Ok(v.show_as(status, &EndPage { v, member, form, work: found.member_work, others }))
}

async fn invite_again(v: Visit, Path(id): Path<String>, _: Fields) -> Result<Response, Stop> {
    let input = invitation_send::InvitationSendInput { idempotency_key: v.once(), member_id: id };
    match v.tell::<InvitationSend>(invitation_send::Variables { input }).await? {
        Ok(_) => Ok(Redirect::to("/members?done=member-invited").into_response()),
        // They came in meanwhile: nothing that a user could mend.
        Err(_) => Err(Stop::new(&v, Why::Conflict, None)),
    }
}
