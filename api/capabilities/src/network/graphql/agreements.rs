//! Agreements and the register of grounds.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use entities::{
    codes::{AgreementState, LegalBasis, OrganisationKind, Purpose, Scope},
    ids::OrganisationId,
    legal_basis_rule,
};

use super::{
    super::{model::AgreementStep, policy, reads::AgreementRow},
    organisations::Organisation,
};
use platform::graphql::{Coded, Date, DateTime, GraphqlError, coded, public, request};

/// A cooperation agreement between organisations. Shown to its parties, and to the coordinator.
#[derive(Clone)]
pub struct Agreement(pub AgreementRow);

/// A party of an agreement.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct AgreementParty {
    #[graphql(skip)]
    organisation_id: OrganisationId,
    /// Null until it signs.
    signed_at: Option<DateTime>,
    /// Since when it keeps the agreement suspended, which it alone ends; null where it does not.
    suspended_at: Option<DateTime>,
}

#[ComplexObject]
impl AgreementParty {
    /// Who signs.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation, GraphqlError> {
        Organisation::load(ctx, self.organisation_id).await
    }
}

/// A cooperation agreement between organisations. Shown to its parties, and to the coordinator.
#[Object]
impl Agreement {
    /// Opaque; says what it is the id of.
    pub async fn id(&self) -> ID {
        public(self.0.agreement.id)
    }

    /// What the parties call it; 200 characters at most.
    async fn title(&self) -> &str {
        &self.0.agreement.title
    }

    /// What a disclosure under it is for.
    async fn purpose(&self) -> Coded<Purpose> {
        Coded(self.0.agreement.purpose)
    }

    /// Where it stands; disclosures rest on it while it is in force.
    async fn state(&self) -> Coded<AgreementState> {
        Coded(self.0.agreement.state)
    }

    /// What may be disclosed under it.
    async fn scopes(&self) -> Vec<Coded<Scope>> {
        coded(self.0.agreement.scopes)
    }

    /// Its first day.
    async fn starts_on(&self) -> Date {
        Date(self.0.agreement.starts_on)
    }

    /// Its last day; null where it holds until it is ended.
    async fn ends_on(&self) -> Option<Date> {
        self.0.agreement.ends_on.map(Date)
    }

    /// Everybody who signs, the proposer included.
    async fn parties(&self) -> Vec<AgreementParty> {
        let party = |row: &entities::agreement_party::Model| AgreementParty {
            organisation_id: row.organisation_id,
            signed_at: row.signed_at.map(DateTime),
            suspended_at: row.suspended_at.map(DateTime),
        };
        self.0.parties.iter().map(party).collect()
    }

    /// The party that wrote it.
    async fn proposed_by(&self, ctx: &Context<'_>) -> Result<Organisation, GraphqlError> {
        Organisation::load(ctx, self.0.agreement.proposed_by).await
    }

    /// The steps that the viewer may take now.
    async fn viewer_may(&self, ctx: &Context<'_>) -> Result<Vec<Coded<AgreementStep>>, GraphqlError> {
        let steps = policy::steps(request(ctx).viewer()?, &self.0.agreement, &self.0.parties);
        Ok(steps.into_iter().map(Coded).collect())
    }

    /// Changes with every change; a step names the one that was read.
    async fn version(&self) -> i32 {
        self.0.agreement.version
    }
}

/// A line of the register of grounds.
#[derive(SimpleObject)]
pub struct LegalBasisRule {
    /// What is disclosed for.
    purpose: Coded<Purpose>,
    /// Of the organisation that is told.
    recipient_kind: Coded<OrganisationKind>,
    /// Of the sender, ISO 3166-1 alpha-2.
    country: String,
    /// Why it is lawful.
    legal_basis: Coded<LegalBasis>,
    /// The text of law, named.
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
