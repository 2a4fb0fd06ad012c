//! Erasure of a person: its preview and the mutation.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use entities::{
    codes::{ErasureReason, Sex},
    ids::{OrganisationId, PersonId},
    person,
};
use platform::graphql::{Coded, GraphqlError, PublicId, UserErrors, idempotent, request};

use super::super::{
    actions::{self, PersonEraseErrorCode},
    reads::{self, Erasing},
};
use crate::{loaders::loads, network::Organisation};

/// Preview of the erasure of a person. Name, contact details, ID documents, custody, municipality, case team and the
/// texts of needs, consents and own messages are erased in any case.
pub struct Erasure {
    own: Erasing,
    open_referrals: u64,
    closed_referrals: u64,
    recipients: Vec<OrganisationId>,
}

impl Erasure {
    /// Preview for a person whom the viewer may see.
    pub(super) async fn of(ctx: &Context<'_>, person: &person::Model) -> Result<Self, GraphqlError> {
        let request = request(ctx);
        let (open_referrals, closed_referrals) =
            crate::referrals::counts_of_person(request, person.id).await?;
        Ok(Self {
            own: reads::erasing(request, person).await?,
            open_referrals,
            closed_referrals,
            recipients: crate::disclosures::recipients_of(request, person.id).await?,
        })
    }
}

/// Preview of the erasure of a person. Name, contact details, ID documents, custody, municipality, case team and the
/// texts of needs, consents and own messages are erased in any case.
#[Object]
impl Erasure {
    /// Number of needs whose text is erased; their domain and urgency are kept.
    async fn needs(&self) -> i32 {
        number(self.own.needs)
    }

    /// Number of consents whose text is erased; those in force are withdrawn.
    async fn consents(&self) -> i32 {
        number(self.own.consents)
    }

    /// Number of open referrals, which end.
    async fn open_referrals(&self) -> i32 {
        number(self.open_referrals)
    }

    /// Number of closed referrals, which are kept under a meaningless pseudonym.
    async fn closed_referrals(&self) -> i32 {
        number(self.closed_referrals)
    }

    /// Recipients to whom the person was disclosed; they keep what their members wrote after acceptance.
    async fn recipients(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>, GraphqlError> {
        let found = loads(ctx).load_many(self.recipients.iter().copied()).await?;
        let mut recipients: Vec<Organisation> = found.into_values().map(Organisation::from).collect();
        recipients.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(recipients)
    }

    /// First year of the decade of birth, kept for statistics; null if the year of birth is unknown.
    async fn decade_of_birth(&self) -> Option<i32> {
        self.own.decade_of_birth
    }

    /// Sex, kept for statistics.
    async fn sex(&self) -> Coded<Sex> {
        Coded(self.own.sex)
    }

    /// Year of release, kept for statistics; null if the date is unknown.
    async fn year_of_release(&self) -> Option<i32> {
        self.own.year_of_release
    }
}

fn number(count: u64) -> i32 {
    count.try_into().unwrap_or(i32::MAX)
}

/// Person to erase.
#[derive(InputObject)]
pub struct PersonEraseInput {
    /// Id of a person held by the viewer's organisation.
    person_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Reason, for the erasure ledger.
    reason: Coded<ErasureReason>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    pub(super) idempotency_key: Option<String>,
}

/// Result of an erasure.
#[derive(SimpleObject)]
pub struct PersonErasePayload {
    /// Number of referrals that ended.
    ended: i32,
    /// Errors in the input that a user can correct; empty on success.
    errors: UserErrors<PersonEraseErrorCode>,
}

impl PersonEraseInput {
    pub(super) async fn erase(self, ctx: &Context<'_>) -> Result<PersonErasePayload, GraphqlError> {
        let id = PersonId::parse(&self.person_id)?;
        let result = || actions::person_erase(request(ctx), id, self.version, self.reason.0);
        let (ended, errors) = idempotent(ctx, result).await?;
        Ok(PersonErasePayload { ended: number(ended.unwrap_or_default().into()), errors })
    }
}
