//! What the schema shows of a person to a recipient.

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

/// A need as it is disclosed.
#[derive(SimpleObject)]
pub struct DisclosedNeed {
    /// What it is about.
    domain: Coded<NeedDomain>,
    /// As the sender sees it.
    urgency: Coded<Priority>,
    /// Null while it is withheld.
    text: Option<String>,
}

/// Something that is withheld, and until when.
#[derive(SimpleObject)]
pub struct Withheld {
    /// What is withheld.
    scope: Coded<Scope>,
    /// When it opens, or why it does not.
    until: Coded<WithheldUntil>,
}

/// What one recipient sees of one person, through one referral.
pub struct Disclosure {
    pub row: DisclosedRow,
    /// Whether the viewer's organisation holds the person.
    pub is_holder: bool,
}

impl Disclosure {
    /// What is open of the identity to a recipient whose role reads this scope, after noting the
    /// look. The sender looks at its own person instead.
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

    /// The yes that it was made on.
    fn given(&self) -> Option<&consent::Model> {
        self.row.given.as_ref()
    }
}

/// What one recipient sees of one person, through one referral. The sender is shown the same, but
/// for identity, contact and documents, which it finds at its own person.
#[Object]
impl Disclosure {
    /// The recipient's own id of the person: the same in all its referrals, and no other
    /// organisation's.
    pub async fn id(&self) -> ID {
        public(self.row.disclosure.id)
    }

    /// What the recipient calls the person.
    async fn pseudonym(&self) -> &str {
        &self.row.disclosure.pseudonym
    }

    /// Age in ten years, from; null where it is not known or closed.
    async fn age_from(&self) -> Option<i32> {
        self.row.age.map(|age| age.0)
    }

    /// Age in ten years, to; null where it is not known or closed.
    async fn age_to(&self) -> Option<i32> {
        self.row.age.map(|age| age.1)
    }

    /// Year and month, `2026-12`; null where no day is known, or closed.
    async fn release_month(&self) -> Option<&str> {
        self.row.release_month.as_deref()
    }

    /// Null until acceptance, unless shared for deciding.
    async fn release_date(&self) -> Option<Date> {
        self.row.release.map(|release| Date(release.0))
    }

    /// Whether the prison has confirmed the day; null where the day is.
    async fn release_confirmed(&self) -> Option<bool> {
        self.row.release.map(|release| release.1)
    }

    /// Where the person returns to; null where it is not known or closed.
    async fn municipality(&self, ctx: &Context<'_>) -> Option<Municipality> {
        self.row.municipality.and_then(|id| municipality_of(ctx, id))
    }

    /// Null until acceptance, unless shared for deciding.
    async fn sex(&self) -> Option<Coded<Sex>> {
        self.row.sex.map(Coded)
    }

    /// Null unless shared.
    async fn legal_status(&self) -> Option<Coded<LegalStatus>> {
        self.row.legal_status.map(Coded)
    }

    /// Null unless shared.
    async fn sobriety(&self) -> Option<Coded<Sobriety>> {
        self.row.sobriety.map(Coded)
    }

    /// The needs that the referral is about; empty once it is closed.
    async fn needs(&self) -> Vec<DisclosedNeed> {
        let one = |need: &super::reads::DisclosedNeed| DisclosedNeed {
            domain: Coded(need.domain),
            urgency: Coded(need.urgency),
            text: need.text.clone(),
        };
        self.row.needs.iter().map(one).collect()
    }

    /// Open from acceptance until 30 days after closing. Looking at it is recorded; not over GET.
    async fn identity(&self, ctx: &Context<'_>) -> Result<Option<Identity>, GraphqlError> {
        Ok(self.read_identity(ctx, Scope::Identity).await?.as_ref().map(identity))
    }

    /// Open from acceptance until 30 days after closing. Looking at it is recorded; not over GET.
    async fn contact(&self, ctx: &Context<'_>) -> Result<Option<Contact>, GraphqlError> {
        Ok(self.read_identity(ctx, Scope::Contact).await?.as_ref().map(contact))
    }

    /// Open from acceptance until 30 days after closing. Looking at them is recorded; not over GET.
    async fn documents(&self, ctx: &Context<'_>) -> Result<Option<Vec<IdentityDocument>>, GraphqlError> {
        Ok(self.read_identity(ctx, Scope::Documents).await?.as_ref().map(documents))
    }

    /// What is not open to the viewer, and until when.
    async fn withheld(&self) -> Vec<Withheld> {
        let one = |line: &(Scope, WithheldUntil)| Withheld { scope: Coded(line.0), until: Coded(line.1) };
        self.row.withheld.iter().map(one).collect()
    }

    /// What is shared.
    async fn scopes(&self) -> Vec<Coded<Scope>> {
        coded(self.row.grant.scopes)
    }

    /// What is shared before the recipient decides.
    async fn pre_acceptance(&self) -> Vec<Coded<PreAcceptanceFact>> {
        coded(self.row.grant.pre_acceptance)
    }

    /// The day on which it closes; null while the referral is open.
    async fn closes_on(&self) -> Option<Date> {
        self.row.grant.closes_on.map(Date)
    }

    /// Why it is lawful.
    async fn legal_basis(&self) -> Coded<LegalBasis> {
        Coded(self.row.grant.legal_basis)
    }

    /// The text of law, named.
    async fn law(&self) -> &str {
        &self.row.grant.law
    }

    /// Under which it is disclosed; both sides are parties of it.
    async fn agreement(&self, ctx: &Context<'_>) -> Result<Agreement, GraphqlError> {
        let found = loads(ctx).load_one(self.row.agreement.id).await?;
        Ok(Agreement(found.ok_or(DomainError::NotFound("agreement"))?))
    }

    /// When the person agreed; null where the ground does without.
    async fn consent_given_at(&self) -> Option<DateTime> {
        self.given().map(|consent| DateTime(consent.asked_at))
    }

    /// How the person agreed; null where the ground does without.
    async fn consent_how(&self) -> Option<Coded<ConsentHow>> {
        self.given().map(|consent| Coded(consent.how))
    }

    /// Whether the person agreed in custody; null where the ground does without.
    async fn consent_in_custody(&self) -> Option<bool> {
        self.given().map(|consent| consent.in_custody)
    }

    /// The last day of the consent; null where the ground does without.
    async fn consent_expires_on(&self) -> Option<Date> {
        self.given().map(|consent| Date(consent.expires_on))
    }

    /// When the person took the consent back, or said no when asked again; null unless they did.
    async fn consent_withdrawn_at(&self) -> Option<DateTime> {
        let withdrawn = self.given().and_then(|yes| yes.withdrawn_at);
        let now = self.row.consent.as_ref();
        let refused = now.filter(|now| now.answer == ConsentAnswer::Refused).map(|no| no.asked_at);
        withdrawn.or(refused).map(DateTime)
    }
}
