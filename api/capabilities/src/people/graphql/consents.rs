//! A person's own answers.

use async_graphql::{Context, ID, Object};
use entities::codes::{ConsentAnswer, ConsentHow, Purpose, ReportBack, Scope};

use super::super::{model::ConsentStanding, reads::ConsentRow};
use crate::loaders::loads;
use crate::network::{Member, Organisation};
use platform::graphql::{Coded, Date, DateTime, GraphqlError, coded, public};

/// A person's own answer about recipients, a purpose and scopes.
#[derive(Clone)]
pub struct Consent(pub ConsentRow);

/// A person's own answer about recipients, a purpose and scopes.
#[Object]
impl Consent {
    /// Opaque; says what it is the id of.
    pub async fn id(&self) -> ID {
        public(self.0.consent.id)
    }

    /// What the person said: yes or no.
    async fn answer(&self) -> Coded<ConsentAnswer> {
        Coded(self.0.consent.answer)
    }

    /// What it is now; an answer of yes may have run out since.
    async fn standing(&self) -> Coded<ConsentStanding> {
        Coded(self.0.standing)
    }

    /// What a disclosure that rests on it is for.
    async fn purpose(&self) -> Coded<Purpose> {
        Coded(self.0.consent.purpose)
    }

    /// What the person lets others know.
    async fn scopes(&self) -> Vec<Coded<Scope>> {
        coded(self.0.consent.scopes)
    }

    /// Whom the person lets know it, by name.
    async fn recipients(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>, GraphqlError> {
        let found = loads(ctx).load_many(self.0.recipients.iter().copied()).await?;
        let mut recipients: Vec<Organisation> = found.into_values().map(Organisation::from).collect();
        recipients.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(recipients)
    }

    /// In which form the person answered.
    async fn how(&self) -> Coded<ConsentHow> {
        Coded(self.0.consent.how)
    }

    /// Whether it was given in custody; then the person is asked again after release.
    async fn in_custody(&self) -> bool {
        self.0.consent.in_custody
    }

    /// In which it was asked, BCP 47.
    async fn language(&self) -> &str {
        &self.0.consent.language
    }

    /// The words that were said to the person.
    async fn said(&self) -> &str {
        &self.0.said
    }

    /// Null where nobody else was there.
    async fn witness(&self) -> Option<&str> {
        self.0.witness.as_deref()
    }

    /// What the sender may learn afterwards, beyond the coded state and outcome.
    async fn report_back(&self) -> Vec<Coded<ReportBack>> {
        coded(self.0.consent.report_back)
    }

    /// Null where they are no colleague any more.
    async fn asked_by(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        Member::load(ctx, self.0.consent.asked_by).await
    }

    /// When the answer was recorded.
    async fn asked_at(&self) -> DateTime {
        DateTime(self.0.consent.asked_at)
    }

    /// Its last day.
    async fn expires_on(&self) -> Date {
        Date(self.0.consent.expires_on)
    }

    /// Null unless it was taken back.
    async fn withdrawn_at(&self) -> Option<DateTime> {
        self.0.consent.withdrawn_at.map(DateTime)
    }

    /// Changes with every change; what is written names the one that was read.
    async fn version(&self) -> i32 {
        self.0.consent.version
    }
}
