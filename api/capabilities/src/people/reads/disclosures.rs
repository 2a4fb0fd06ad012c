//! What a recipient sees of a person through one referral: a live view, never a copy.

use std::collections::HashMap;

use chrono::NaiveDate;
use entities::{
    agreement,
    codes::{LegalStatus, NeedDomain, PreAcceptanceFact, Priority, Scope, Set, Sex, Sobriety},
    consent, disclosure, disclosure_grant as grant,
    ids::{MunicipalityId, ReferralId},
    need, person, referral, referral_need,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::super::model::{Particulars, WithheldUntil, age_band, age_on, scope_of, standing};
use super::{super::model::ConsentStanding, persons::particulars};
use crate::network::legal_bases::needs_consent;
use platform::{
    context::{IdentityAccess, RequestContext},
    error::DomainError,
    sealing::{Cell, key_of},
};

/// A need as it is disclosed.
#[derive(Clone, Debug)]
pub struct DisclosedNeed {
    pub domain: NeedDomain,
    pub urgency: Priority,
    pub text: Option<String>,
}

/// What a recipient sees of a person through one referral.
#[derive(Clone, Debug)]
pub struct DisclosedRow {
    pub disclosure: disclosure::Model,
    pub grant: grant::Model,
    pub agreement: agreement::Model,
    /// The answer that it rests on now.
    pub consent: Option<consent::Model>,
    /// The yes that it was made on.
    pub given: Option<consent::Model>,
    /// Ten years, both inclusive.
    pub age: Option<(i32, i32)>,
    pub release_month: Option<String>,
    pub release: Option<(NaiveDate, bool)>,
    pub municipality: Option<MunicipalityId>,
    pub sex: Option<Sex>,
    pub legal_status: Option<LegalStatus>,
    pub sobriety: Option<Sobriety>,
    pub needs: Vec<DisclosedNeed>,
    /// Scopes that are open to the viewer now.
    pub open: Set<Scope>,
    pub withheld: Vec<(Scope, WithheldUntil)>,
    person: person::Model,
}

impl DisclosedRow {
    /// Opens what the viewer may read of the identity, after noting the look; `None` while nothing
    /// of it is open.
    pub async fn read_identity(&self, request: &RequestContext) -> Result<Option<Particulars>, DomainError> {
        let identifying: Set<Scope> =
            [Scope::Identity, Scope::Contact, Scope::Documents].into_iter().collect();
        if self.open.intersect(identifying).is_empty() {
            return Ok(None);
        }
        request.record_access(IdentityAccess {
            holder: self.person.holder_id,
            person: self.person.id,
            through: Some((self.disclosure.id, self.grant.referral_id)),
        })?;
        particulars(request, &self.person).await.map(Some)
    }
}

/// What is disclosed through referrals that the viewer may see, by referral. The sender sees the
/// same as the recipient's case workers, without opening the identity.
pub async fn disclosed(
    request: &RequestContext,
    referrals: &[ReferralId],
) -> Result<HashMap<ReferralId, DisclosedRow>, DomainError> {
    let viewer = request.viewer()?;
    let on = request.read();
    let rows: Vec<(referral::Model, Option<grant::Model>)> =
        crate::referrals::visible::referrals(viewer, request.today(), None)
            .filter(referral::Column::Id.is_in(referrals.iter().copied()))
            .select_also(grant::Entity)
            .all(on)
            .await?;
    let rows: Vec<(referral::Model, grant::Model)> =
        rows.into_iter().filter_map(|(row, grant)| Some((row, grant?))).collect();
    let joined = Joined::gather(request, &rows).await?;
    let mut found = HashMap::new();
    for (referral, grant) in rows {
        if let Some(row) = joined.row(request, &referral, grant).await? {
            found.insert(referral.id, row);
        }
    }
    Ok(found)
}

/// What many grants rest on, brought in a few statements.
struct Joined {
    people: HashMap<entities::ids::PersonId, person::Model>,
    disclosures: HashMap<entities::ids::DisclosureId, disclosure::Model>,
    agreements: HashMap<entities::ids::AgreementId, agreement::Model>,
    consents: HashMap<entities::ids::ConsentId, consent::Model>,
    needs: HashMap<ReferralId, Vec<need::Model>>,
}

impl Joined {
    async fn gather(
        request: &RequestContext,
        rows: &[(referral::Model, grant::Model)],
    ) -> Result<Self, DomainError> {
        let on = request.read();
        let people = person::Entity::find()
            .filter(person::Column::Id.is_in(rows.iter().map(|row| row.0.person_id)))
            .all(on)
            .await?;
        let disclosures = disclosure::Entity::find()
            .filter(disclosure::Column::Id.is_in(rows.iter().map(|row| row.1.disclosure_id)))
            .all(on)
            .await?;
        let agreements = agreement::Entity::find()
            .filter(agreement::Column::Id.is_in(rows.iter().map(|row| row.1.agreement_id)))
            .all(on)
            .await?;
        let answers: Vec<_> =
            rows.iter().flat_map(|row| [row.1.consent_id, row.1.given_consent_id]).flatten().collect();
        let consents = consent::Entity::find().filter(consent::Column::Id.is_in(answers)).all(on).await?;
        let mut needs: HashMap<ReferralId, Vec<need::Model>> = HashMap::new();
        let linked = referral_need::Entity::find()
            .filter(referral_need::Column::ReferralId.is_in(rows.iter().map(|row| row.0.id)))
            .all(on)
            .await?;
        let all: HashMap<_, _> = need::Entity::find()
            .filter(need::Column::Id.is_in(linked.iter().map(|row| row.need_id)))
            .order_by_asc(need::Column::CreatedAt)
            .all(on)
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect();
        for link in linked {
            if let Some(need) = all.get(&link.need_id) {
                needs.entry(link.referral_id).or_default().push(need.clone());
            }
        }
        let keys =
            people.iter().map(|row| row.key_id).chain(all.values().filter_map(|row| key_of(&row.text)));
        request.app.sealing.fetch(on, keys).await?;
        Ok(Self {
            people: people.into_iter().map(|row| (row.id, row)).collect(),
            disclosures: disclosures.into_iter().map(|row| (row.id, row)).collect(),
            agreements: agreements.into_iter().map(|row| (row.id, row)).collect(),
            consents: consents.into_iter().map(|row| (row.id, row)).collect(),
            needs,
        })
    }

    async fn row(
        &self,
        request: &RequestContext,
        referral: &referral::Model,
        grant: grant::Model,
    ) -> Result<Option<DisclosedRow>, DomainError> {
        let (Some(person), Some(disclosure), Some(agreement)) = (
            self.people.get(&referral.person_id).cloned(),
            self.disclosures.get(&grant.disclosure_id).cloned(),
            self.agreements.get(&grant.agreement_id).cloned(),
        ) else {
            return Ok(None);
        };
        let consent = grant.consent_id.and_then(|id| self.consents.get(&id).cloned());
        let viewer = request.viewer()?;
        // The sender is shown what the recipient's case workers see.
        let role = if referral.sender_id == viewer.organisation { Set::all() } else { viewer.scopes };
        let ended = referral.closed_at.is_some();
        let facts = Facts {
            grant: &grant,
            agreement: &agreement,
            consent: consent.as_ref(),
            role,
            reads: viewer.scopes,
            ended,
        };
        let mut extent = facts.extent(request.today());
        extent.live &= person.erased_at.is_none();
        extent.accepted &= extent.live;
        extent.texts &= extent.live;
        let known = particulars(request, &person).await?;
        let mut needs = Vec::new();
        for need in self.needs.get(&referral.id).into_iter().flatten().filter(|_| extent.live) {
            let scope = scope_of(need.domain);
            let text = if extent.texts && extent.scopes.intersect(facts.reads).contains(scope) {
                let cell = Cell::new("need", "text", need.id.0);
                Some(request.app.sealing.open(request.read(), cell, &need.text).await?)
            } else {
                None
            };
            needs.push(DisclosedNeed { domain: need.domain, urgency: need.urgency, text });
        }
        let mut row = facts.view(request.today(), &extent, &known, needs, disclosure, person);
        row.given = row.grant.given_consent_id.and_then(|id| self.consents.get(&id).cloned());
        Ok(Some(row))
    }
}

/// What decides how much is open.
struct Facts<'a> {
    grant: &'a grant::Model,
    agreement: &'a agreement::Model,
    consent: Option<&'a consent::Model>,
    role: Set<Scope>,
    /// What the viewer's own role reads, on either side.
    reads: Set<Scope>,
    /// Whether the referral is closed.
    ended: bool,
}

/// How far the door is open on a day.
struct DisclosureExtent {
    /// Whether anything of the sender's is to be seen.
    live: bool,
    /// Whether acceptance has opened it.
    accepted: bool,
    /// Whether the text of needs is open.
    texts: bool,
    /// What is shared under grant and agreement, as far as the role reads it.
    scopes: Set<Scope>,
}

impl Facts<'_> {
    fn extent(&self, today: NaiveDate) -> DisclosureExtent {
        let legal_basis = !needs_consent(self.grant.legal_basis)
            || self.consent.is_some_and(|consent| standing(consent, today) == ConsentStanding::InForce);
        // As `visible::disclosure_open` says it of a list: what acceptance never opened closes at once.
        let opened = self.grant.opened_at.is_some();
        let closed = self.grant.closes_on.is_some_and(|day| !opened || day <= today);
        let live = legal_basis && self.grant.revoked_at.is_none() && !closed;
        let accepted = live && opened;
        let scopes = self.grant.scopes.intersect(self.agreement.scopes).intersect(self.role);
        let texts = accepted || (live && self.grant.pre_acceptance.contains(PreAcceptanceFact::NeedText));
        DisclosureExtent { live, accepted, texts, scopes }
    }

    fn view(
        &self,
        today: NaiveDate,
        extent: &DisclosureExtent,
        known: &Particulars,
        needs: Vec<DisclosedNeed>,
        disclosure: disclosure::Model,
        person: person::Model,
    ) -> DisclosedRow {
        // What is for deciding is told before acceptance, no more of it than the person agreed to have
        // shared at all, and to nobody whose role does not read it.
        let read = extent.scopes.intersect(self.reads);
        let told = |fact, scope| {
            extent.live
                && (extent.accepted || self.grant.pre_acceptance.contains(fact))
                && read.contains(scope)
        };
        let identifying: Set<Scope> =
            [Scope::Identity, Scope::Contact, Scope::Documents].into_iter().collect();
        let open = match (extent.live, extent.accepted, extent.texts) {
            (false, ..) => Set::EMPTY,
            (_, true, _) => extent.scopes,
            (_, _, true) => extent.scopes.without(identifying),
            _ => extent.scopes.intersect([Scope::Needs].into_iter().collect()),
        };
        DisclosedRow {
            age: age_on(known.date_of_birth, person.year_of_birth, today)
                .filter(|_| extent.live)
                .map(age_band),
            release_month: person
                .release_date
                .filter(|_| extent.live)
                .map(|day| day.format("%Y-%m").to_string()),
            release: person
                .release_date
                .filter(|_| told(PreAcceptanceFact::ReleaseDay, Scope::Needs))
                .map(|day| (day, person.release_confirmed)),
            municipality: person.municipality_id.filter(|_| extent.live),
            sex: Some(person.sex).filter(|_| told(PreAcceptanceFact::Sex, Scope::Identity)),
            legal_status: Some(known.legal_status())
                .filter(|_| told(PreAcceptanceFact::LegalStatus, Scope::Offence)),
            sobriety: Some(known.sobriety()).filter(|_| told(PreAcceptanceFact::Sobriety, Scope::Health)),
            needs,
            withheld: self.withheld(extent, open),
            open,
            disclosure,
            grant: self.grant.clone(),
            agreement: self.agreement.clone(),
            consent: self.consent.cloned(),
            given: None,
            person,
        }
    }

    /// What is not open, and until when.
    fn withheld(&self, extent: &DisclosureExtent, open: Set<Scope>) -> Vec<(Scope, WithheldUntil)> {
        let shared = self.grant.scopes.intersect(self.agreement.scopes);
        Set::<Scope>::all()
            .without(open)
            .iter()
            .map(|scope| {
                let until = if !shared.contains(scope) {
                    WithheldUntil::NotShared
                } else if self.ended && self.grant.opened_at.is_none() {
                    WithheldUntil::Ended
                } else if !extent.live {
                    WithheldUntil::Closed
                } else if !self.role.contains(scope) {
                    WithheldUntil::NotYourRole
                } else {
                    WithheldUntil::Accepted
                };
                (scope, until)
            })
            .collect()
    }
}
