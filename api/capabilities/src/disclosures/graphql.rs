//! Disclosures in the schema: what a recipient sees of a person.

use async_graphql::{Context, ID, Object, SimpleObject};
use entities::{
    codes::{
        ConsentAnswer, ConsentHow, LegalBasis, LegalStatus, NeedDomain, PreAcceptanceFact, Priority, Scope,
        Sex, Sobriety,
    },
    consent,
};
use platform::{
    error::DomainError,
    graphql::{Coded, Date, DateTime, GraphqlError, coded, public, request},
};

use super::{model::WithheldUntil, reads::DisclosedRow};
use crate::{
    loaders::loads,
    network::{Agreement, Municipality, municipality_of},
    people::{Contact, Identity, IdentityDocument, Particulars, contact, documents, identity},
};

/// Need as it is disclosed.
#[derive(SimpleObject)]
pub struct DisclosedNeed {
    /// Domain of the need.
    domain: Coded<NeedDomain>,
    /// Urgency set by the sender.
    urgency: Coded<Priority>,
    /// Text; null while it is withheld.
    text: Option<String>,
}

/// Scope that is withheld, and the reason.
#[derive(SimpleObject)]
pub struct Withheld {
    /// Withheld scope.
    scope: Coded<Scope>,
    /// Condition under which it opens, or the reason why it does not.
    until: Coded<WithheldUntil>,
}

/// What one recipient sees of one person through one referral.
pub struct Disclosure {
    pub row: DisclosedRow,
    /// Whether the viewer's organisation holds the person.
    pub is_holder: bool,
}

impl Disclosure {
    /// The disclosed part of the identity, for a recipient whose role reads this scope; the access is recorded. The
    /// sender reads the identity of its own person instead.
    async fn read_identity(
        &self,
        ctx: &Context<'_>,
        scope: Scope,
    ) -> Result<Option<Particulars>, GraphqlError> {
        if self.is_holder || !self.row.open.contains(scope) {
            return Ok(None);
        }
        Ok(self.row.read_identity(request(ctx)).await?)
    }

    /// The consent on which the disclosure was made.
    fn given(&self) -> Option<&consent::Model> {
        self.row.given.as_ref()
    }
}

/// What one recipient sees of one person through one referral. The sender sees the same, except for identity, contact
/// and documents, which it reads from its own person.
#[Object]
impl Disclosure {
    /// Recipient's own id of the person: the same in all referrals to this recipient, and different for every other
    /// organisation.
    pub async fn id(&self) -> ID {
        public(self.row.disclosure.id)
    }

    /// Pseudonym of the person, specific to the recipient.
    async fn pseudonym(&self) -> &str {
        &self.row.disclosure.pseudonym
    }

    /// Lower bound of the age, in steps of ten years; null if it is unknown or closed.
    async fn age_from(&self) -> Option<i32> {
        self.row.age.map(|age| age.0)
    }

    /// Upper bound of the age, in steps of ten years; null if it is unknown or closed.
    async fn age_to(&self) -> Option<i32> {
        self.row.age.map(|age| age.1)
    }

    /// Year and month of release, such as `2026-12`; null if the date is unknown or closed.
    async fn release_month(&self) -> Option<&str> {
        self.row.release_month.as_deref()
    }

    /// Release date; null until acceptance, unless it is shared before the decision.
    async fn release_date(&self) -> Option<Date> {
        self.row.release.map(|release| Date(release.0))
    }

    /// Whether the prison confirmed the release date; null if the date is.
    async fn release_confirmed(&self) -> Option<bool> {
        self.row.release.map(|release| release.1)
    }

    /// Municipality to which the person returns; null if it is unknown or closed.
    async fn municipality(&self, ctx: &Context<'_>) -> Option<Municipality> {
        self.row.municipality.and_then(|id| municipality_of(ctx, id))
    }

    /// Sex; null until acceptance, unless it is shared before the decision.
    async fn sex(&self) -> Option<Coded<Sex>> {
        self.row.sex.map(Coded)
    }

    /// Legal status; null unless it is shared.
    async fn legal_status(&self) -> Option<Coded<LegalStatus>> {
        self.row.legal_status.map(Coded)
    }

    /// Status regarding alcohol and drugs; null unless it is shared.
    async fn sobriety(&self) -> Option<Coded<Sobriety>> {
        self.row.sobriety.map(Coded)
    }

    /// Needs that the referral is about; empty once the disclosure is closed.
    async fn needs(&self) -> Vec<DisclosedNeed> {
        let one = |need: &super::reads::DisclosedNeed| DisclosedNeed {
            domain: Coded(need.domain),
            urgency: Coded(need.urgency),
            text: need.text.clone(),
        };
        self.row.needs.iter().map(one).collect()
    }

    /// Identity, open from acceptance until 30 days after closing; else null. Each access is recorded; not available
    /// over GET.
    async fn identity(&self, ctx: &Context<'_>) -> Result<Option<Identity>, GraphqlError> {
        Ok(self.read_identity(ctx, Scope::Identity).await?.as_ref().map(identity))
    }

    /// Contact details, open from acceptance until 30 days after closing; else null. Each access is recorded; not
    /// available over GET.
    async fn contact(&self, ctx: &Context<'_>) -> Result<Option<Contact>, GraphqlError> {
        Ok(self.read_identity(ctx, Scope::Contact).await?.as_ref().map(contact))
    }

    /// ID documents, open from acceptance until 30 days after closing; else null. Each access is recorded; not
    /// available over GET.
    async fn documents(&self, ctx: &Context<'_>) -> Result<Option<Vec<IdentityDocument>>, GraphqlError> {
        Ok(self.read_identity(ctx, Scope::Documents).await?.as_ref().map(documents))
    }

    /// Scopes that are withheld from the viewer, with the reasons.
    async fn withheld(&self) -> Vec<Withheld> {
        let one = |line: &(Scope, WithheldUntil)| Withheld { scope: Coded(line.0), until: Coded(line.1) };
        self.row.withheld.iter().map(one).collect()
    }

    /// Scopes that are shared.
    async fn scopes(&self) -> Vec<Coded<Scope>> {
        coded(self.row.grant.scopes)
    }

    /// Facts that are shared before the recipient decides.
    async fn pre_acceptance(&self) -> Vec<Coded<PreAcceptanceFact>> {
        coded(self.row.grant.pre_acceptance)
    }

    /// Day on which the disclosure closes; null while the referral is open.
    async fn closes_on(&self) -> Option<Date> {
        self.row.grant.closes_on.map(Date)
    }

    /// Legal basis of the disclosure.
    async fn legal_basis(&self) -> Coded<LegalBasis> {
        Coded(self.row.grant.legal_basis)
    }

    /// Name of the law.
    async fn law(&self) -> &str {
        &self.row.grant.law
    }

    /// Agreement under which the disclosure is made; both sides are parties of it.
    async fn agreement(&self, ctx: &Context<'_>) -> Result<Agreement, GraphqlError> {
        let found = loads(ctx).load_one(self.row.agreement.id).await?;
        Ok(Agreement(found.ok_or(DomainError::NotFound("agreement"))?))
    }

    /// Time of the consent; null if the legal basis needs none.
    async fn consent_given_at(&self) -> Option<DateTime> {
        self.given().map(|consent| DateTime(consent.asked_at))
    }

    /// Form of the consent; null if the legal basis needs none.
    async fn consent_how(&self) -> Option<Coded<ConsentHow>> {
        self.given().map(|consent| Coded(consent.how))
    }

    /// Whether the person consented in custody; null if the legal basis needs no consent.
    async fn consent_in_custody(&self) -> Option<bool> {
        self.given().map(|consent| consent.in_custody)
    }

    /// Last day of the consent; null if the legal basis needs none.
    async fn consent_expires_on(&self) -> Option<Date> {
        self.given().map(|consent| Date(consent.expires_on))
    }

    /// Time at which the person withdrew the consent or refused a renewal; null if neither happened.
    async fn consent_withdrawn_at(&self) -> Option<DateTime> {
        let withdrawn = self.given().and_then(|yes| yes.withdrawn_at);
        let now = self.row.consent.as_ref();
        let refused = now.filter(|now| now.answer == ConsentAnswer::Refused).map(|no| no.asked_at);
        withdrawn.or(refused).map(DateTime)
    }
}
