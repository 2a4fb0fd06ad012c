//! Loaders of referral rows that other answers refer to, batched for a whole answer.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use entities::{
    ids::{GroupId, MessageId, NeedId, ReferralId},
    referral_group,
};
use platform::graphql::GraphqlError;

use super::super::reads::{self, AppointmentRow, EventRow, Listed, MessageRow, Texts};
use crate::{disclosures::DisclosedRow, loaders::Rows};

impl Loader<ReferralId> for Rows {
    type Value = Listed;
    type Error = GraphqlError;

    async fn load(&self, ids: &[ReferralId]) -> Result<HashMap<ReferralId, Listed>, GraphqlError> {
        Ok(reads::listed_by_id(&self.0, ids).await?)
    }
}

impl Loader<GroupId> for Rows {
    type Value = referral_group::Model;
    type Error = GraphqlError;

    async fn load(&self, ids: &[GroupId]) -> Result<HashMap<GroupId, referral_group::Model>, GraphqlError> {
        Ok(reads::groups_by_id(&self.0, ids).await?)
    }
}

impl Loader<MessageId> for Rows {
    type Value = MessageRow;
    type Error = GraphqlError;

    async fn load(&self, ids: &[MessageId]) -> Result<HashMap<MessageId, MessageRow>, GraphqlError> {
        Ok(reads::messages_by_id(&self.0, ids).await?)
    }
}

/// Key: open referrals about a need.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct OpenFor(pub NeedId);

impl Loader<OpenFor> for Rows {
    type Value = Vec<Listed>;
    type Error = GraphqlError;

    async fn load(&self, keys: &[OpenFor]) -> Result<HashMap<OpenFor, Vec<Listed>>, GraphqlError> {
        let needs: Vec<NeedId> = keys.iter().map(|key| key.0).collect();
        let found = reads::open_for_needs(&self.0, &needs).await?;
        Ok(found.into_iter().map(|(id, rows)| (OpenFor(id), rows)).collect())
    }
}

/// Key: referrals that replaced one of a group.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReroutedTo(pub GroupId);

impl Loader<ReroutedTo> for Rows {
    type Value = Vec<Listed>;
    type Error = GraphqlError;

    async fn load(&self, keys: &[ReroutedTo]) -> Result<HashMap<ReroutedTo, Vec<Listed>>, GraphqlError> {
        let ids: Vec<GroupId> = keys.iter().map(|key| key.0).collect();
        let found = reads::rerouted_to(&self.0, &ids).await?;
        Ok(found.into_iter().map(|(id, rows)| (ReroutedTo(id), rows)).collect())
    }
}

/// Key: texts of a referral.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TextsOf(pub ReferralId);

impl Loader<TextsOf> for Rows {
    type Value = Texts;
    type Error = GraphqlError;

    async fn load(&self, keys: &[TextsOf]) -> Result<HashMap<TextsOf, Texts>, GraphqlError> {
        let ids: Vec<ReferralId> = keys.iter().map(|key| key.0).collect();
        let found = reads::texts(&self.0, &ids).await?;
        Ok(found.into_iter().map(|(id, row)| (TextsOf(id), row)).collect())
    }
}

/// Key: messages of a referral.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct MessagesOf(pub ReferralId);

impl Loader<MessagesOf> for Rows {
    type Value = Vec<MessageRow>;
    type Error = GraphqlError;

    async fn load(&self, keys: &[MessagesOf]) -> Result<HashMap<MessagesOf, Vec<MessageRow>>, GraphqlError> {
        let ids: Vec<ReferralId> = keys.iter().map(|key| key.0).collect();
        let found = reads::messages(&self.0, &ids).await?;
        Ok(found.into_iter().map(|(id, rows)| (MessagesOf(id), rows)).collect())
    }
}

/// Key: appointments of a referral.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct AppointmentsOf(pub ReferralId);

impl Loader<AppointmentsOf> for Rows {
    type Value = Vec<AppointmentRow>;
    type Error = GraphqlError;

    async fn load(
        &self,
        keys: &[AppointmentsOf],
    ) -> Result<HashMap<AppointmentsOf, Vec<AppointmentRow>>, GraphqlError> {
        let ids: Vec<ReferralId> = keys.iter().map(|key| key.0).collect();
        let found = reads::appointments(&self.0, &ids).await?;
        Ok(found.into_iter().map(|(id, rows)| (AppointmentsOf(id), rows)).collect())
    }
}

/// Key: the given number of latest events of a referral.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct EventsOf(pub ReferralId, pub u64);

impl Loader<EventsOf> for Rows {
    type Value = Vec<EventRow>;
    type Error = GraphqlError;

    async fn load(&self, keys: &[EventsOf]) -> Result<HashMap<EventsOf, Vec<EventRow>>, GraphqlError> {
        let mut found = HashMap::new();
        let mut lengths: Vec<u64> = keys.iter().map(|key| key.1).collect();
        lengths.sort_unstable();
        lengths.dedup();
        for length in lengths {
            let ids: Vec<ReferralId> = keys.iter().filter(|key| key.1 == length).map(|key| key.0).collect();
            let rows = reads::latest_events(&self.0, &ids, length).await?;
            found.extend(rows.into_iter().map(|(id, rows)| (EventsOf(id, length), rows)));
        }
        Ok(found)
    }
}

/// Key: data disclosed through a referral.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DisclosedThrough(pub ReferralId);

impl Loader<DisclosedThrough> for Rows {
    type Value = DisclosedRow;
    type Error = GraphqlError;

    async fn load(
        &self,
        keys: &[DisclosedThrough],
    ) -> Result<HashMap<DisclosedThrough, DisclosedRow>, GraphqlError> {
        let referrals: Vec<ReferralId> = keys.iter().map(|key| key.0).collect();
        let found = reads::disclosed(&self.0, &referrals).await?;
        Ok(found.into_iter().map(|(id, row)| (DisclosedThrough(id), row)).collect())
    }
}
