//! Agreements and the register of legal bases.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use entities::{
    codes::{AgreementState, LegalBasis, OrganisationKind, Purpose, Scope},
    ids::OrganisationId,
    legal_basis_rule,
};
use platform::graphql::{Coded, Date, DateTime, GraphqlError, coded, public, request};

use super::{
    super::{model::AgreementStep, policy, reads::AgreementRow},
    organisations::Organisation,
};

/// Cooperation agreement between organisations. Its parties and the coordinator see it.
#[derive(Clone)]
pub struct Agreement(pub AgreementRow);

/// Party of an agreement.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct AgreementParty {
    #[graphql(skip)]
    organisation_id: OrganisationId,
    /// Time of the party's signature; null until it signs.
    signed_at: Option<DateTime>,
    /// Time since which the party has suspended the agreement, which only it can resume; null if it has not.
    suspended_at: Option<DateTime>,
}

#[ComplexObject]
impl AgreementParty {
    /// Organisation that is the party.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, GraphqlError> {
        Organisation::load(ctx, self.organisation_id).await
    }
}

/// Cooperation agreement between organisations. Its parties and the coordinator see it.
#[Object]
impl Agreement {
    /// Opaque global id.
    pub async fn id(&self) -> ID {
        public(self.0.agreement.id)
    }

    /// Title, at most 200 characters.
    async fn title(&self) -> &str {
        &self.0.agreement.title
    }

    /// Purpose of the disclosures under the agreement.
    async fn purpose(&self) -> Coded<Purpose> {
        Coded(self.0.agreement.purpose)
    }

    /// Present state; disclosures require an active agreement.
    async fn state(&self) -> Coded<AgreementState> {
        Coded(self.0.agreement.state)
    }

    /// Scopes of data that may be disclosed under the agreement.
    async fn scopes(&self) -> Vec<Coded<Scope>> {
        coded(self.0.agreement.scopes)
    }

    /// First day.
    async fn starts_on(&self) -> Date {
        Date(self.0.agreement.starts_on)
    }

    /// Last day; null if the agreement has no fixed end.
    async fn ends_on(&self) -> Option<Date> {
        self.0.agreement.ends_on.map(Date)
    }

    /// Parties of the agreement, including the proposer.
    async fn parties(&self) -> Vec<AgreementParty> {
        let party = |row: &entities::agreement_party::Model| AgreementParty {
            organisation_id: row.organisation_id,
            signed_at: row.signed_at.map(DateTime),
            suspended_at: row.suspended_at.map(DateTime),
        };
        self.0.parties.iter().map(party).collect()
    }

    /// Organisation that proposed the agreement.
    async fn proposed_by(&self, ctx: &Context<'_>) -> Result<Organisation, GraphqlError> {
        Organisation::load(ctx, self.0.agreement.proposed_by).await
    }

    /// Steps that the viewer may take now.
    async fn viewer_may(&self, ctx: &Context<'_>) -> Result<Vec<Coded<AgreementStep>>, GraphqlError> {
        let steps = policy::steps(request(ctx).viewer()?, &self.0.agreement, &self.0.parties);
        Ok(steps.into_iter().map(Coded).collect())
    }

    /// Version for optimistic locking: pass the version that was read to the next step.
    async fn version(&self) -> i32 {
        self.0.agreement.version
    }
}

/// Line of the register of legal bases.
#[derive(SimpleObject)]
pub struct LegalBasisRule {
    /// Purpose of the disclosure.
    purpose: Coded<Purpose>,
    /// Kind of the recipient.
    recipient_kind: Coded<OrganisationKind>,
    /// Country of the sender, ISO 3166-1 alpha-2.
    country: String,
    /// Legal basis of the disclosure.
    legal_basis: Coded<LegalBasis>,
    /// Name of the law.
    law: String,
}

impl From<legal_basis_rule::Model> for LegalBasisRule {
    fn from(row: legal_basis_rule::Model) -> Self {
        Self {
            purpose: Coded(row.purpose),
            recipient_kind: Coded(row.recipient_kind),
            country: row.country,
            legal_basis: Coded(row.legal_basis),
            law: row.law,
        }
    }
}
