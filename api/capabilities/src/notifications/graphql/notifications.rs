//! Notices in the schema.

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

/// What the viewer was told: that something happened, and about what.
pub struct Notification {
    row: notification::Model,
    /// What it is about, as far as the viewer sees it; loaded together for the whole page.
    node: Option<Node>,
}

/// What a page of notifications is about, in as many statements as for one, where it is selected.
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

/// What the viewer was told: that something happened, and about what.
#[Object]
impl Notification {
    /// Opaque; says what it is the id of.
    async fn id(&self) -> ID {
        public(self.row.id)
    }

    /// What happened.
    async fn kind(&self) -> Open<EventKind> {
        Open(self.row.kind)
    }

    /// When it happened.
    async fn at(&self) -> DateTime {
        DateTime(self.row.created_at)
    }

    /// Null until the viewer has seen it.
    async fn read_at(&self) -> Option<DateTime> {
        self.row.read_at.map(DateTime)
    }

    /// What it is about; null if the viewer may not see it any more.
    async fn node(&self) -> Option<Node> {
        self.node.clone()
    }
}

/// What the viewer was told.
#[derive(Default)]
pub struct NotificationsQuery;

#[Object]
impl NotificationsQuery {
    /// What the viewer was told, newest first.
    async fn notifications(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list")] after: Option<String>,
        #[graphql(desc = "Only what was not seen yet", default)] unread: bool,
    ) -> Result<Listing<Notification>, GraphqlError> {
        let page = page(ctx, first, after)?;
        let paged = reads::notifications(request(ctx), unread, &page).await?;
        let nodes = apart(nodes_of(ctx, &paged.rows)).await?;
        Ok(listing(paged, |row| Notification { node: nodes.get(&row.subject_id).cloned(), row }))
    }
}

/// What the viewer has seen.
#[derive(InputObject)]
pub struct NotificationsMarkReadInput {
    /// These; 100 at most.
    notification_ids: Option<Vec<ID>>,
    /// This one and all that came before it.
    up_to: Option<ID>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

payload!(NotificationsMarkReadPayload, /// How many are left that were not seen; 100 where there are more.
    unread: i32, NotificationsMarkReadErrorCode);

/// Seeing notices.
#[derive(Default)]
pub struct NotificationsMutation;

#[Object]
impl NotificationsMutation {
    /// Notes that the viewer has seen notices.
    async fn notifications_mark_read(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which notices")] input: NotificationsMarkReadInput,
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
