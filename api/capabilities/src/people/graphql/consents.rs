//! Consents and refusals of people in the schema.

use async_graphql::{Context, ID, Object};
use entities::codes::{ConsentAnswer, ConsentHow, Purpose, ReportBack, Scope};
use platform::graphql::{Coded, Date, DateTime, GraphqlError, coded, public};

use super::super::{model::ConsentStanding, reads::ConsentRow};
use crate::{
    loaders::loads,
    network::{Member, Organisation},
};

/// Answer of a person about recipients, a purpose and scopes.
#[derive(Clone)]
pub struct Consent(pub ConsentRow);

/// Answer of a person to the request to share data: with recipients, for a purpose, in scopes.
#[Object]
impl Consent {
    /// Opaque global id.
    pub async fn id(&self) -> ID {
        public(self.0.consent.id)
    }

    /// Answer: given or refused.
    async fn answer(&self) -> Coded<ConsentAnswer> {
        Coded(self.0.consent.answer)
    }

    /// Standing of the consent today; a consent that was given may have expired since.
    async fn standing(&self) -> Coded<ConsentStanding> {
        Coded(self.0.standing)
    }

    /// Purpose of the disclosures under the consent.
    async fn purpose(&self) -> Coded<Purpose> {
        Coded(self.0.consent.purpose)
    }

    /// Scopes of data that may be shared.
    async fn scopes(&self) -> Vec<Coded<Scope>> {
        coded(self.0.consent.scopes)
    }

    /// Organisations with which data may be shared, by name.
    async fn recipients(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>, GraphqlError> {
        let found = loads(ctx).load_many(self.0.recipients.iter().copied()).await?;
        let mut recipients: Vec<Organisation> = found.into_values().map(Organisation::from).collect();
        recipients.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(recipients)
    }

    /// Form of the answer.
    async fn how(&self) -> Coded<ConsentHow> {
        Coded(self.0.consent.how)
    }

    /// Whether the person answered in custody; then the person is asked again after release.
    async fn in_custody(&self) -> bool {
        self.0.consent.in_custody
    }

    /// Language in which the person was asked, BCP 47.
    async fn language(&self) -> &str {
        &self.0.consent.language
    }

    /// Text that was read to the person.
    async fn said(&self) -> &str {
        &self.0.said
    }

    /// Name of the witness; null if there was none.
    async fn witness(&self) -> Option<&str> {
        self.0.witness.as_deref()
    }

    /// Facts that the sender may learn after acceptance, beyond state and outcome.
    async fn report_back(&self) -> Vec<Coded<ReportBack>> {
        coded(self.0.consent.report_back)
    }

    /// Member who asked the person; null if that member is no longer a colleague.
    async fn asked_by(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        Member::load(ctx, self.0.consent.asked_by).await
    }

    /// Time of recording.
    async fn asked_at(&self) -> DateTime {
        DateTime(self.0.consent.asked_at)
    }

    /// Last day.
    async fn expires_on(&self) -> Date {
        Date(self.0.consent.expires_on)
    }

    /// Time of withdrawal; null unless the consent was withdrawn.
    async fn withdrawn_at(&self) -> Option<DateTime> {
        self.0.consent.withdrawn_at.map(DateTime)
    }

    /// Version for optimistic locking: pass the version that was read to the mutation that changes it.
    async fn version(&self) -> i32 {
        self.0.consent.version
    }
}
