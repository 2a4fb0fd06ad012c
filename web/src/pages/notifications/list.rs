//! The list, newest first. Opening a notice sees it and leads to what it is about.

use axum::extract::RawQuery;

use crate::{
    codes::Code,
    components::Pager,
    pages::export::{ExportForm, export_form},
    prelude::*,
};

operation!(Notifications, "src/pages/notifications/list.graphql");
operation!(NotificationsMarkRead, "src/pages/notifications/list.graphql");

pub(super) type Notification = notifications::NotificationsNotificationsNodes;
type Node = notifications::NotificationsNotificationsNodesNode;

pub(super) const LIST: &str = "/notices";
/// A page of the list.
const PAGE: i64 = 25;
/// Where a notice may lead, before the id.
const ROOMS: [&str; 3] = ["/referrals/", "/agreements/", "/people/"];

#[derive(Template)]
#[template(path = "pages/notifications/list.html")]
struct NotificationsPage<'a> {
    v: &'a PageContext,
    rows: Vec<Row>,
    /// Up to which all can be marked as seen; nothing where all are.
    newest: Option<String>,
    pager: Pager<'a>,
    take: ExportForm<'a>,
}

/// A notice: a button while it is new, since opening it sees it; afterwards a link.
struct Row {
    id: String,
    icon: &'static str,
    title: String,
    under: Html,
    next: String,
    new: bool,
    at: DateTime<Utc>,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route(LIST, get(show))
        .route("/notices/seen", post(see_all))
        .route("/notices/{id}", post(open))
}

async fn show(v: PageContext, RawQuery(search): RawQuery) -> Result<Response, PageError> {
    let asked = Fields::of_query(&search.unwrap_or_default());
    let after = asked.some("after");
    let found = query(&v, PAGE, after.clone()).await?;
    let next = found.page_info.end_cursor.filter(|_| found.page_info.has_next_page);
    let unseen = v.viewer.as_ref().is_some_and(|viewer| viewer.unread_notifications > 0);
    let newest = found.nodes.first().filter(|_| unseen && after.is_none());
    Ok(v.show(&NotificationsPage {
        v: &v,
        rows: found.nodes.iter().map(|one| Row::of(&v, one)).collect(),
        newest: newest.map(|one| one.id.clone()),
        pager: Pager {
            v: &v,
            first: after.map(|_| LIST.to_owned()),
            next: next.map(|cursor| super::next_page(LIST, &cursor)),
        },
        take: export_form(&v, LIST, &Fields::default(), &[]),
    }))
}

pub(super) async fn query(
    v: &PageContext,
    first: i64,
    after: Option<String>,
) -> Result<notifications::NotificationsNotifications, PageError> {
    Ok(v.query::<Notifications>(notifications::Variables { first, after }).await?.notifications)
}

async fn see_all(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    if let Some(newest) = fields.some("upTo") {
        see(
            &v,
            notifications_mark_read::NotificationsMarkReadInput {
                idempotency_key: v.once(),
                notification_ids: None,
                up_to: Some(newest),
            },
        )
        .await?;
    }
    Ok(Redirect::to(LIST).into_response())
}

/// Sees one notice, and leads to what it is about, whose page asks by itself who may see it.
async fn open(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    see(
        &v,
        notifications_mark_read::NotificationsMarkReadInput {
            idempotency_key: v.once(),
            notification_ids: Some(vec![id]),
            up_to: None,
        },
    )
    .await?;
    let next = fields.get("next");
    let ours = ROOMS.iter().any(|room| {
        next.strip_prefix(room)
            .is_some_and(|id| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'))
    });
    Ok(Redirect::to(if ours { next } else { LIST }).into_response())
}

async fn see(
    v: &PageContext,
    input: notifications_mark_read::NotificationsMarkReadInput,
) -> Result<(), PageError> {
    match v.mutate::<NotificationsMarkRead>(notifications_mark_read::Variables { input }).await? {
        Ok(_) => Ok(()),
        // There is nothing to type here, so nothing that a user could mend.
        Err(_) => Err(PageError::not_found(v)),
    }
}

impl Row {
    fn of(v: &PageContext, one: &Notification) -> Self {
        Row {
            id: one.id.clone(),
            icon: one.kind.icon(),
            title: v.t(told(one.kind)),
            under: components::plain(&about(v, one)),
            next: leads_to(one).unwrap_or_else(|| LIST.to_owned()),
            new: one.read_at.is_none(),
            at: one.at,
        }
    }

    fn leads(&self) -> bool {
        self.next != LIST
    }
}

/// The page of what it is about.
fn leads_to(one: &Notification) -> Option<String> {
    match one.node.as_ref()? {
        Node::Referral(referral) => Some(format!("/referrals/{}", referral.id)),
        Node::Agreement(agreement) => Some(format!("/agreements/{}", agreement.id)),
        Node::Person(person) => Some(format!("/people/{}", person.id)),
        _ => None,
    }
}

/// What it is about, in words.
pub(super) fn about(v: &PageContext, one: &Notification) -> String {
    match &one.node {
        Some(Node::Referral(referral)) => {
            let other = match referral.side {
                Side::Sent => &referral.recipient.name,
                Side::Received => &referral.sender.name,
            };
            v.t2(key::NOTICES_REFERRAL, "reference", &referral.reference, "organisation", other)
        }
        Some(Node::Agreement(agreement)) => {
            let others = agreement.parties.iter().filter(|party| !party.organisation.is_viewers);
            let names: Vec<_> = others.map(|party| party.organisation.name.as_str()).collect();
            v.t1(key::AGREEMENT_WITH, "names", names.join(", "))
        }
        Some(Node::Person(_)) => v.t(key::NOTICES_PERSON),
        _ => v.t(key::NOTICES_GONE),
    }
}

/// The words of what happened, as the one who is told reads them.
pub(super) fn told(kind: EventKind) -> Key {
    Key::find(&format!("told-{}", kind.slug())).unwrap_or(key::TOLD_SOMETHING)
}

impl NotificationsPage<'_> {
    fn heading(&self) -> String {
        match self.v.viewer.as_ref().map_or(0, |viewer| viewer.unread_notifications) {
            0 => self.v.t(key::NOTICES_ALL_SEEN),
            unseen => self.v.t1(key::NOTICES_UNSEEN, "n", unseen),
        }
    }
}
