//! The members of the organisation.

use crate::{
    client::Why,
    components::{Row, Tone},
    pages::export::{TakeAlong, take_along},
    prelude::*,
};

operation!(Members, "src/pages/members/list.graphql");

#[derive(Template)]
#[template(path = "pages/members/list.html")]
struct MembersPage<'a> {
    v: &'a Visit,
    rows: Vec<Row>,
    take: TakeAlong<'a>,
}

pub fn routes() -> Router<House> {
    Router::new().route("/members", get(show))
}

async fn show(v: Visit) -> Result<Response, Stop> {
    if !v.may(Action::MemberManage) {
        return Err(Stop::new(&v, Why::Forbidden, None));
    }
    let found = v.ask::<Members>(members::Variables).await?.colleagues;
    Ok(v.show(&MembersPage {
        v: &v,
        rows: found.iter().map(|one| row(&v, one)).collect(),
        take: take_along(&v, "/members", &Fields::default(), &[]),
    }))
}

fn row(v: &Visit, one: &members::MembersColleagues) -> Row {
    let (tone, middle) = match one.signed_in_at {
        Some(at) => (Tone::Calm, v.h1("members-seen", "day", v.on_day_of(at))),
        None => (Tone::Soon, components::tag(Tone::Soon, None, v.t("members-invited"))),
    };
    Row {
        icon: "user",
        tone,
        href: format!("/members/{}", one.id),
        title: one.name.clone(),
        under: components::plain(&one.email),
        middle,
        middle_under: Piece::default(),
        last: match one.ends_on {
            Some(day) => v.h2("members-role-until", "role", v.word(one.role), "day", v.bare(day)),
            None => components::plain(&v.word(one.role)),
        },
    }
}
