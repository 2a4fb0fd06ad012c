//! The members of the organisation.

use crate::{
    components::{Row, Tone},
    pages::export::{ExportForm, export_form},
    prelude::*,
};

operation!(Members, "src/pages/members/list.graphql");

#[derive(Template)]
#[template(path = "pages/members/list.html")]
struct MembersPage<'a> {
    v: &'a PageContext,
    rows: Vec<Row>,
    take: ExportForm<'a>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/members", get(show))
}

async fn show(v: PageContext) -> Result<Response, PageError> {
    if !v.may(Action::MemberManage) {
        return Err(PageError::new(&v, PageErrorKind::Forbidden, None));
    }
    let found = v.query::<Members>(members::Variables).await?.colleagues;
    Ok(v.show(&MembersPage {
        v: &v,
        rows: found.iter().map(|one| row(&v, one)).collect(),
        take: export_form(&v, "/members", &Fields::default(), &[]),
    }))
}

fn row(v: &PageContext, one: &members::MembersColleagues) -> Row {
    let (tone, middle) = match one.signed_in_at {
        Some(at) => (Tone::Calm, v.h1(key::MEMBERS_SEEN, "day", v.on_day_of(at))),
        None => (Tone::Soon, components::tag(Tone::Soon, None, v.t(key::MEMBERS_INVITED))),
    };
    Row {
        icon: "user",
        tone,
        href: format!("/members/{}", one.id),
        title: one.name.clone(),
        under: components::plain(&one.email),
        middle,
        middle_under: Html::default(),
        last: match one.ends_on {
            Some(day) => v.h2(key::MEMBERS_ROLE_UNTIL, "role", v.word(one.role), "day", v.bare(day)),
            None => components::plain(&v.word(one.role)),
        },
    }
}
