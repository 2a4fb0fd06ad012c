//! Whose a received referral is: several handed to a colleague at once; one taken on, or not.

use axum::extract::RawQuery;

use crate::prelude::*;

operation!(ToAssign, "src/pages/referrals/assign.graphql");
operation!(ReferralsAssign, "src/pages/referrals/assign.graphql");
operation!(AssignmentAccept, "src/pages/referrals/assign.graphql");
operation!(AssignmentDecline, "src/pages/referrals/assign.graphql");

/// Instead of a colleague: gives back to everybody.
const EVERYBODY: &str = "everybody";

#[derive(Template)]
#[template(path = "pages/referrals/assign.html")]
struct AssignPage<'a> {
    v: &'a PageContext,
    page: FormPage,
    is_empty: bool,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/referrals/assign", get(show).post(assign))
        .route("/referrals/{id}/take", post(take))
        .route("/referrals/{id}/decline", post(decline))
}

fn assignment() -> Form {
    Form::of(
        "ReferralsAssignInput",
        vec![
            Field::checks("referralIds", key::ASSIGN_WHICH, Vec::new()),
            Field::radios("memberId", key::ASSIGN_TO, Vec::new()),
        ],
    )
}

async fn show(v: PageContext, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let asked = Fields::of_query(&query.unwrap_or_default());
    let chosen = asked.all("referral").into_iter().map(|id| ("referralIds", id));
    page(&v, assignment().filled(Fields::of(chosen))).await
}

async fn assign(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    let mut form = assignment().filled(fields);
    let own = v.viewer.as_ref().map_or("", |viewer| &viewer.member.id);
    let (to, done) = match form.fields.get("memberId") {
        "" => {
            form.problem("REQUIRED", "memberId");
            return page(&v, form).await;
        }
        EVERYBODY => (None, key::DONE_GIVEN_BACK),
        to if to == own => (Some(to.to_owned()), key::DONE_TAKEN),
        to => (Some(to.to_owned()), key::DONE_ASSIGNED),
    };
    match v.submit::<ReferralsAssign>(&mut form, json!({ "memberId": to })).await? {
        Some(_) => Ok(v.done_at("/referrals?side=RECEIVED", done)),
        None => page(&v, form).await,
    }
}

async fn page(v: &PageContext, mut form: Form) -> Result<Response, PageError> {
    if !v.may(Action::ReferralAnswer) {
        return Err(PageError::new(v, PageErrorKind::Forbidden, None));
    }
    let told = v.query::<ToAssign>(to_assign::Variables).await?;
    let own = told.viewer.map(|viewer| viewer.member.id);
    let open = told.referrals.nodes.into_iter();
    let open = open.filter(|one| one.assignment.as_ref().is_some_and(|assignment| assignment.may_assign));
    let referrals = open.map(|one| {
        let words = v.t2(key::ASSIGN_REFERRAL, "service", &one.service.name, "who", &one.pseudonym);
        let owner = one.assignment.as_ref().map(|it| (it.to.as_ref(), it.offered_to.as_ref()));
        let hint = match owner {
            Some((_, Some(offered))) => v.t1(key::ASSIGN_OFFERED, "name", &offered.name),
            Some((Some(to), None)) => v.t1(key::ASSIGN_OF, "name", &to.name),
            _ => v.t(key::ASSIGN_EVERYBODYS),
        };
        Choice::new(one.id, format!("{words} ({})", one.reference)).hint(hint)
    });
    let mut colleagues: Vec<Choice> = told
        .colleagues
        .into_iter()
        .filter(|one| one.role.answers())
        .map(|one| {
            let words = if Some(&one.id) == own.as_ref() { v.t(key::ASSIGN_ME) } else { one.name };
            Choice::new(one.id, words).hint(v.word(one.role))
        })
        .collect();
    colleagues.push(Choice::new(EVERYBODY, v.t(key::ASSIGN_BACK)).hint(v.t(key::ASSIGN_BACK_WORDS)));
    let referrals: Vec<_> = referrals.collect();
    let is_empty = referrals.is_empty();
    form.offer("referralIds", referrals);
    form.offer("memberId", colleagues);
    let page = FormPage::new(v.t(key::ASSIGN_TITLE), "/referrals/assign".to_owned(), form, key::ASSIGN_DO)
        .lead(v.t(key::ASSIGN_LEAD))
        .below("/referrals", v.t(key::FRAME_REFERRALS))
        .below("/referrals?side=RECEIVED", v.word(Side::Received));
    Ok(page.show_in(v, |page| AssignPage { v, page, is_empty }))
}

async fn take(v: PageContext, Path(id): Path<String>, _: Fields) -> Result<Response, PageError> {
    let input = assignment_accept::ReferralsAssignmentInput {
        idempotency_key: v.once(),
        referral_ids: vec![id.clone()],
    };
    match v.mutate::<AssignmentAccept>(assignment_accept::Variables { input }).await? {
        Ok(_) => Ok(v.done_at(&format!("/referrals/{id}"), key::DONE_TAKEN)),
        // Somebody else was quicker: nothing that a user could mend.
        Err(_) => Err(PageError::new(&v, PageErrorKind::Conflict, None)),
    }
}

async fn decline(v: PageContext, Path(id): Path<String>, _: Fields) -> Result<Response, PageError> {
    let input =
        assignment_decline::ReferralsAssignmentInput { idempotency_key: v.once(), referral_ids: vec![id] };
    match v.mutate::<AssignmentDecline>(assignment_decline::Variables { input }).await? {
        Ok(_) => Ok(v.done_at("/referrals?side=RECEIVED", key::DONE_DECLINED)),
        Err(_) => Err(PageError::new(&v, PageErrorKind::Conflict, None)),
    }
}
