//! The members of the organisation as a table.

use super::list::{Members, members};
use crate::{
    pages::export::{self, Cell, Column, Page, Rows, Table},
    prelude::*,
};

type Member = members::MembersColleagues;

const COLUMNS: [Column<Member>; 5] = [
    (key::MEMBER_NAME, |_, one| Cell::text(&one.name)),
    (key::MEMBER_EMAIL, |_, one| Cell::text(&one.email)),
    (key::MEMBER_ROLE, |v, one| Cell::text(v.word(one.role))),
    (key::MEMBER_ENDS_ON, |_, one| Cell::date(one.ends_on)),
    (key::COLUMN_LAST_HERE, |v, one| Cell::day_of(v, one.signed_in_at)),
];

pub fn routes() -> Router<AppState> {
    export::routes("/members", |v, _| {
        if !v.may(Action::MemberManage) {
            return Err(PageError::new(v, PageErrorKind::Forbidden, None));
        }
        Ok((Table::of(v, "members", &COLUMNS), Everybody))
    })
}

/// All of them stand in one answer.
struct Everybody;

impl Rows for Everybody {
    async fn page(&self, v: &PageContext, _: Option<String>) -> Result<Page, PageError> {
        let found = v.query::<Members>(members::Variables).await?.colleagues;
        Ok(Page::listed(v, &COLUMNS, &found, false, None))
    }
}
