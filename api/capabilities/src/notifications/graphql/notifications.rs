//! Notices in the schema.

use std::collections::HashMap;

use async_graphql::{Context, ID, InputObject, Object, dataloader::Loader};
use entities::{
    codes::EventKind,
    ids::{AgreementId, NotificationId, PersonId, ReferralId},
    notification,
};
use uuid::Uuid;

use super::super::{
    actions::{self, NotificationsMarkReadErrorCode},
    model::{About, rule_of},
    reads,
};
use crate::loaders::{Rows, loads};
use crate::{network::Agreement, people::Person, referrals::Referral};
use platform::{
    access::Action,
    graphql::{
        Coded, DateTime, GraphqlError, Listing, PublicId, apart, idempotent, listing, page, payload, public,
        request,
    },
};

/// What the viewer was told: that something happened, and about what.
pub struct Notification {
    row: notification::Model,
    /// As far as the viewer sees it; brought together for the whole page.
    about: Thing,
}

/// What a notice is about, where it was asked for.
enum Thing {
    Referral(Box<<Rows as Loader<ReferralId>>::Value>),
    Agreement(Box<<Rows as Loader<AgreementId>>::Value>),
    Person(Box<<Rows as Loader<PersonId>>::Value>),
    Nothing,
}

/// Rows of one kind of what notices are about.
type Found<K> = HashMap<K, <Rows as Loader<K>>::Value>;

/// What a page of notices is about, in as many statements as for one.
#[derive(Default)]
struct Things {
    referrals: Found<ReferralId>,
    agreements: Found<AgreementId>,
    people: Found<PersonId>,
}

impl Things {
    async fn of(ctx: &Context<'_>, rows: &[(String, notification::Model)]) -> Result<Self, GraphqlError> {
        let ids = |about: About, field: &str| -> Vec<Uuid> {
            let asked = ctx.look_ahead();
            let asked = asked.field("nodes").field(field).exists()
                || asked.field("edges").field("node").field(field).exists();
            let theirs = |row: &&(String, notification::Model)| asked && about_of(&row.1) == Some(about);
            rows.iter().filter(theirs).map(|(_, row)| row.subject_id).collect()
        };
        let mut things = Self::default();
        let wanted = ids(About::Referral, "referral");
        if !wanted.is_empty() {
            things.referrals = loads(ctx).load_many(wanted.into_iter().map(ReferralId)).await?;
        }
        let wanted = ids(About::Agreement, "agreement");
        if !wanted.is_empty() {
            things.agreements = loads(ctx).load_many(wanted.into_iter().map(AgreementId)).await?;
        }
        let wanted = ids(About::Person, "person");
        if !wanted.is_empty() && request(ctx).viewer()?.may(Action::PersonRead) {
            things.people = loads(ctx).load_many(wanted.into_iter().map(PersonId)).await?;
        }
        Ok(things)
    }

    fn about(&self, row: &notification::Model) -> Thing {
        let id = row.subject_id;
        let found = match about_of(row) {
            Some(About::Referral) => {
                self.referrals.get(&ReferralId(id)).cloned().map(Box::new).map(Thing::Referral)
            }
            Some(About::Agreement) => {
                self.agreements.get(&AgreementId(id)).cloned().map(Box::new).map(Thing::Agreement)
            }
            Some(About::Person) => self.people.get(&PersonId(id)).cloned().map(Box::new).map(Thing::Person),
            None => None,
        };
        found.unwrap_or(Thing::Nothing)
    }
}

fn about_of(row: &notification::Model) -> Option<About> {
    rule_of(row.kind).map(|rule| rule.about)
}

/// What the viewer was told: that something happened, and about what.
#[Object]
impl Notification {
    /// Opaque; says what it is the id of.
    async fn id(&self) -> ID {
        public(self.row.id)
    }

    /// What happened.
    async fn kind(&self) -> Coded<EventKind> {
        Coded(self.row.kind)
    }

    /// When it happened.
    async fn at(&self) -> DateTime {
        DateTime(self.row.created_at)
    }

    /// Null until the viewer has seen it.
    async fn read_at(&self) -> Option<DateTime> {
        self.row.read_at.map(DateTime)
    }

    /// The referral that it is about; null where it is about something else, or the viewer may not
    /// see it any more.
    async fn referral(&self) -> Option<Referral> {
        match &self.about {
            Thing::Referral(row) => Some(Referral::from(row.as_ref().clone())),
            _ => None,
        }
    }

    /// The agreement that it is about; null where it is about something else.
    async fn agreement(&self) -> Option<Agreement> {
        match &self.about {
            Thing::Agreement(row) => Some(Agreement(row.as_ref().clone())),
            _ => None,
        }
    }

    /// The person that it is about; null where it is about something else, or the viewer may not
    /// see them any more.
    async fn person(&self) -> Option<Person> {
        match &self.about {
            Thing::Person(row) => Some(Person(row.as_ref().clone())),
            _ => None,
        }
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
        let things = apart(Things::of(ctx, &paged.rows)).await?;
        Ok(listing(paged, |row| Notification { about: things.about(&row), row }))
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
