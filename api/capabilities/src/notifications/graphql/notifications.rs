//! Notifications in the schema.

use std::collections::HashMap;

use async_graphql::{Context, ID, InputObject, Object};
use entities::{codes::EventKind, ids::NotificationId, notification};
use platform::graphql::{
    DateTime, GraphqlError, Listing, Open, PublicId, apart, idempotent, listing, page, payload, public,
    request,
};
use uuid::Uuid;

use super::super::{
    actions::{self, NotificationsMarkReadErrorCode},
    reads,
};
use crate::node::Node;

/// Notification of the viewer about an event.
pub struct Notification {
    row: notification::Model,
    /// Subject of the event, if the viewer sees it; loaded together for the whole page.
    node: Option<Node>,
}

/// Subjects of a page of notifications, if selected, in as many statements as for one.
async fn nodes_of(
    ctx: &Context<'_>,
    rows: &[(String, notification::Model)],
) -> Result<HashMap<Uuid, Node>, GraphqlError> {
    let asked = ctx.look_ahead();
    let mut found = HashMap::new();
    if !asked.field("nodes").field("node").exists()
        && !asked.field("edges").field("node").field("node").exists()
    {
        return Ok(found);
    }
    let capabilities = request(ctx).app.capabilities;
    let mut by_type: HashMap<&'static str, Vec<Uuid>> = HashMap::new();
    for (_, row) in rows {
        let kind = capabilities.event(row.kind).and_then(|declared| declared.subjects.first());
        if let Some(subject) = kind.and_then(|kind| capabilities.subject(*kind)) {
            by_type.entry(subject.id_type()).or_default().push(row.subject_id);
        }
    }
    for (of_type, ids) in by_type {
        found.extend(Node::load_many(ctx, of_type, ids).await?);
    }
    Ok(found)
}

/// Notification of the viewer about an event.
#[Object]
impl Notification {
    /// Opaque global id.
    async fn id(&self) -> ID {
        public(self.row.id)
    }

    /// Kind of event.
    async fn kind(&self) -> Open<EventKind> {
        Open(self.row.kind)
    }

    /// Time of the event.
    async fn at(&self) -> DateTime {
        DateTime(self.row.created_at)
    }

    /// Time at which the viewer read the notification; null while it is unread.
    async fn read_at(&self) -> Option<DateTime> {
        self.row.read_at.map(DateTime)
    }

    /// Subject of the event; null if the viewer may no longer see it.
    async fn node(&self) -> Option<Node> {
        self.node.clone()
    }
}

/// Queries of notifications.
#[derive(Default)]
pub struct NotificationsQuery;

#[Object]
impl NotificationsQuery {
    /// Notifications of the viewer, newest first.
    async fn notifications(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
        #[graphql(desc = "Cursor of the item before the page; null for the first")] after: Option<String>,
        #[graphql(desc = "True for unread notifications only", default)] unread: bool,
    ) -> Result<Listing<Notification>, GraphqlError> {
        let page = page(ctx, first, after)?;
        let paged = reads::notifications(request(ctx), unread, &page).await?;
        let nodes = apart(nodes_of(ctx, &paged.rows)).await?;
        Ok(listing(paged, |row| Notification { node: nodes.get(&row.subject_id).cloned(), row }))
    }
}

/// Notifications to mark as read: by ids, or up to one.
#[derive(InputObject)]
pub struct NotificationsMarkReadInput {
    /// Ids of notifications, at most 100; null if `upTo` is given.
    notification_ids: Option<Vec<ID>>,
    /// Id of the newest notification to mark, together with all earlier ones; null if ids are given.
    up_to: Option<ID>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

payload!(NotificationsMarkReadPayload, /// Number of unread notifications; 100 for 100 or more.
    unread: i32, NotificationsMarkReadErrorCode);

/// Mutations of notifications.
#[derive(Default)]
pub struct NotificationsMutation;

#[Object]
impl NotificationsMutation {
    /// Marks notifications of the viewer as read.
    async fn notifications_mark_read(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Notifications to mark")] input: NotificationsMarkReadInput,
    ) -> Result<NotificationsMarkReadPayload, GraphqlError> {
        let ids = input.notification_ids.unwrap_or_default();
        let these = ids.iter().map(|id| NotificationId::parse(id)).collect::<Result<Vec<_>, _>>()?;
        let up_to = input.up_to.map(|id| NotificationId::parse(&id)).transpose()?;
        let (done, errors) =
            idempotent(ctx, || actions::mark_read(request(ctx), these.clone(), up_to)).await?;
        let unread = match done {
            Some(()) => Some(reads::unread(request(ctx)).await? as i32),
            None => None,
        };
        Ok(NotificationsMarkReadPayload { unread, errors })
    }
}
