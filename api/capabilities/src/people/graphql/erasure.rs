//! Erasing a person: what it would do, and doing it.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use entities::{
    codes::{ErasureReason, Sex},
    ids::{OrganisationId, PersonId},
    person,
};

use super::super::{
    actions::{self, PersonEraseErrorCode},
    reads::{self, Erasing},
};
use crate::loaders::loads;
use crate::network::Organisation;
use platform::graphql::{Coded, GraphqlError, PublicId, UserErrors, idempotent, request};

/// What would go and what would stay if a person were erased. Name, contact, documents, custody, municipality,
/// case team and the words of needs, consents and own messages go in any case.
pub struct Erasure {
    own: Erasing,
    open_referrals: u64,
    closed_referrals: u64,
    recipients: Vec<OrganisationId>,
}

impl Erasure {
    /// Of a person whom the viewer was shown.
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

/// What would go and what would stay if a person were erased. Name, contact, documents, custody, municipality,
/// case team and the words of needs, consents and own messages go in any case.
#[Object]
impl Erasure {
    /// How many needs lose their words; domain and urgency stay.
    async fn needs(&self) -> i32 {
        number(self.own.needs)
    }

    /// How many answers lose the words that were said; those in force are withdrawn.
    async fn consents(&self) -> i32 {
        number(self.own.consents)
    }

    /// How many referrals end.
    async fn open_referrals(&self) -> i32 {
        number(self.open_referrals)
    }

    /// How many closed referrals stay, under a name that says nothing.
    async fn closed_referrals(&self) -> i32 {
        number(self.closed_referrals)
    }

    /// To whom the person was disclosed: what their members wrote after accepting stays with them.
    async fn recipients(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>, GraphqlError> {
        let found = loads(ctx).load_many(self.recipients.iter().copied()).await?;
        let mut recipients: Vec<Organisation> = found.into_values().map(Organisation::from).collect();
        recipients.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(recipients)
    }

    /// Stays, for statistics: its first year. Null where no year is known.
    async fn decade_of_birth(&self) -> Option<i32> {
        self.own.decade_of_birth
    }

    /// Stays, for statistics.
    async fn sex(&self) -> Coded<Sex> {
        Coded(self.own.sex)
    }

    /// Stays, for statistics. Null where no day is known.
    async fn year_of_release(&self) -> Option<i32> {
        self.own.year_of_release
    }
}

fn number(count: u64) -> i32 {
    count.try_into().unwrap_or(i32::MAX)
}

/// A person to erase.
#[derive(InputObject)]
pub struct PersonEraseInput {
    /// Whom; of the viewer's own organisation.
    person_id: ID,
    /// The version that was read.
    version: i32,
    /// Why, for the ledger.
    reason: Coded<ErasureReason>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    pub(super) idempotency_key: Option<String>,
}

/// What came of erasing a person.
#[derive(SimpleObject)]
pub struct PersonErasePayload {
    /// How many referrals ended with it.
    ended: i32,
    /// What a user can mend; empty when it is done.
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
