//! The members of the organisation as a table.

use super::list::{Members, members};
use crate::{
    client::Why,
    pages::export::{self, Cell, Column, Page, Rows, Table},
    prelude::*,
};

type Member = members::MembersColleagues;

const COLUMNS: [Column<Member>; 5] = [
    ("member-name", |_, one| Cell::text(&one.name)),
    ("member-email", |_, one| Cell::text(&one.email)),
    ("member-role", |v, one| Cell::text(v.word(one.role))),
    ("member-ends-on", |_, one| Cell::date(one.ends_on)),
    ("column-last-here", |v, one| Cell::day_of(v, one.signed_in_at)),
];

pub fn routes() -> Router<House> {
    export::routes("/members", |v, _| {
        if !v.may(Action::MemberManage) {
            return Err(Stop::new(v, Why::Forbidden, None));
        }
        Ok((Table::of(v, "members", &COLUMNS), Everybody))
    })
}

/// All of them stand in one answer.
struct Everybody;

impl Rows for Everybody {
    async fn page(&self, v: &Visit, _: Option<String>) -> Result<Page, Stop> {
        let found = v.ask::<Members>(members::Variables).await?.colleagues;
        Ok(Page::listed(v, &COLUMNS, &found, false, None))
    }
}
