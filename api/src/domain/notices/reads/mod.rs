//! Notices, read: each member's own and nobody else's; and their mails.

mod mails;
mod telling;
mod ways_in;

pub use mails::{choice, mail, mails, visible as visible_mails, words_of};
pub use telling::telling;
pub use ways_in::{link_of_way_in, way_in_letter};

use entities::{
    ids::{MemberId, NoticeId},
    notice,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::{
    access::Viewer,
    house::Call,
    paging::{Page, Paged, bad_cursor},
    refusal::Refusal,
};

/// More than this is not counted: nobody needs to know how many they are.
pub const MANY: u64 = 100;

/// The viewer's own notices.
pub fn own(viewer: &Viewer) -> Select<notice::Entity> {
    of(viewer.member)
}

fn of(member: MemberId) -> Select<notice::Entity> {
    notice::Entity::find().filter(notice::Column::MemberId.eq(member))
}

/// A page of the viewer's notices, newest first; of those that were not seen alone, where that is
/// asked.
pub async fn notices(call: &Call, unseen: bool, page: &Page) -> Result<Paged<notice::Model>, Refusal> {
    let mut found = own(call.viewer()?);
    if unseen {
        found = found.filter(notice::Column::SeenAt.is_null());
    }
    let total = if page.total { Some(found.clone().count(call.read()).await?) } else { None };
    if let Some(cursor) = &page.after {
        let last = NoticeId(cursor.parse().map_err(|_| bad_cursor())?);
        found = found.filter(notice::Column::Id.lt(last));
    }
    let rows = found.order_by_desc(notice::Column::Id).limit(page.first + 1).all(call.read()).await?;
    Ok(Paged::behind(page, rows, total, |row| row.id.0.to_string()))
}

/// How many of the viewer's notices were not seen; [`MANY`] where there are more.
pub async fn unseen(call: &Call) -> Result<u64, Refusal> {
    let ids: Vec<NoticeId> = own(call.viewer()?)
        .filter(notice::Column::SeenAt.is_null())
        .select_only()
        .column(notice::Column::Id)
        .limit(MANY)
        .into_tuple()
        .all(call.read())
        .await?;
    Ok(ids.len() as u64)
}
