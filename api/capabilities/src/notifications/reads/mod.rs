//! Reads of notifications and emails; each member sees only their own notifications.

mod digests;
mod emails;
mod login_links;

pub use digests::digest_of;
pub use emails::{choice, email, emails, visible as visible_emails, words_of};
pub use login_links::{login_link_message, url_of_login_link};

use entities::{
    ids::{MemberId, NotificationId},
    notification,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use platform::{
    access::Viewer,
    context::RequestContext,
    error::DomainError,
    paging::{Page, Paged, held_by},
};

/// Greatest count of unread notifications.
pub const MANY: u64 = 100;

/// Notifications of the viewer.
pub fn own(viewer: &Viewer) -> Select<notification::Entity> {
    of(viewer.member)
}

fn of(member: MemberId) -> Select<notification::Entity> {
    notification::Entity::find().filter(notification::Column::MemberId.eq(member))
}

/// Page of the viewer's notifications, newest first; only unread ones on request.
pub async fn notifications(
    request: &RequestContext,
    unread: bool,
    page: &Page,
) -> Result<Paged<notification::Model>, DomainError> {
    let mut found = own(request.viewer()?);
    if unread {
        found = found.filter(notification::Column::ReadAt.is_null());
    }
    let total = if page.total { Some(found.clone().count(request.read()).await?) } else { None };
    if let Some(cursor) = &page.after {
        let last = NotificationId(held_by(cursor)?);
        found = found.filter(notification::Column::Id.lt(last));
    }
    let rows =
        found.order_by_desc(notification::Column::Id).limit(page.first + 1).all(request.read()).await?;
    Ok(Paged::behind(page, rows, total, |row| row.id.0.to_string()))
}

/// Number of the viewer's unread notifications; at most [`MANY`].
pub async fn unread(request: &RequestContext) -> Result<u64, DomainError> {
    let ids: Vec<NotificationId> = own(request.viewer()?)
        .filter(notification::Column::ReadAt.is_null())
        .select_only()
        .column(notification::Column::Id)
        .limit(MANY)
        .into_tuple()
        .all(request.read())
        .await?;
    Ok(ids.len() as u64)
}
