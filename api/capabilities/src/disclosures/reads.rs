//! Data of a person that a recipient sees through one grant: a live view, never a copy.

use std::collections::HashMap;

use chrono::NaiveDate;
use entities::{
    agreement,
    codes::{LegalStatus, NeedDomain, PreAcceptanceFact, Priority, Scope, Set, Sex, Sobriety},
    consent, disclosure, disclosure_grant as grant,
    ids::{GrantId, MunicipalityId, NeedId, OrganisationId, PersonId},
    need, person,
};
use platform::{
    context::{IdentityAccess, RequestContext},
    error::DomainError,
    sealing::{Cell, key_of},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::model::{DisclosureExtent, Facts, IDENTIFYING, WithheldUntil};
use crate::people::{Particulars, age_band, age_on, particulars, scope_of};

/// A need as it is disclosed.
#[derive(Clone, Debug)]
pub struct DisclosedNeed {
    pub domain: NeedDomain,
    pub urgency: Priority,
    pub text: Option<String>,
}

/// Data of a person that a recipient sees through one grant.
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
    /// Decrypts the part of the identity that the viewer may read, after recording the access; `None` while nothing
    /// of it is open.
    pub async fn read_identity(&self, request: &RequestContext) -> Result<Option<Particulars>, DomainError> {
        let identifying: Set<Scope> = IDENTIFYING.iter().copied().collect();
        if self.open.intersect(identifying).is_empty() {
            return Ok(None);
        }
        request.record_access(IdentityAccess {
            holder: self.person.holder_id,
            person: self.person.id,
            through: Some((self.disclosure.id, self.grant.owner_id)),
        })?;
        particulars(request, &self.person).await.map(Some)
    }
}

/// Something that owns a grant and that the viewer may see, as its capability knows it.
pub struct Shown {
    pub grant: grant::Model,
    pub person: PersonId,
    /// Whether the viewer's organisation holds the person; else it is the recipient.
    pub is_holder: bool,
    /// Whether the owner is closed.
    pub ended: bool,
    /// The needs that it is about.
    pub needs: Vec<NeedId>,
}

/// Data disclosed through these grants. The holder sees the same as the recipient's caseworkers, without access to
/// the identity.
pub async fn disclosed(
    request: &RequestContext,
    shown: Vec<Shown>,
) -> Result<HashMap<GrantId, DisclosedRow>, DomainError> {
    let joined = Joined::gather(request, &shown).await?;
    let mut found = HashMap::new();
    for each in shown {
        let id = each.grant.id;
        if let Some(row) = joined.row(request, each).await? {
            found.insert(id, row);
        }
    }
    Ok(found)
}

/// Recipients to whom a person whom the viewer may see was disclosed.
pub async fn recipients_of(
    request: &RequestContext,
    person: PersonId,
) -> Result<Vec<OrganisationId>, DomainError> {
    Ok(disclosure::Entity::find()
        .filter(disclosure::Column::PersonId.eq(person))
        .select_only()
        .column(disclosure::Column::RecipientId)
        .into_tuple()
        .all(request.read())
        .await?)
}

/// Consents and agreements of many grants, loaded in a few statements.
struct Joined {
    people: HashMap<PersonId, person::Model>,
    disclosures: HashMap<entities::ids::DisclosureId, disclosure::Model>,
    agreements: HashMap<entities::ids::AgreementId, agreement::Model>,
    consents: HashMap<entities::ids::ConsentId, consent::Model>,
    needs: HashMap<NeedId, need::Model>,
}

impl Joined {
    async fn gather(request: &RequestContext, shown: &[Shown]) -> Result<Self, DomainError> {
        let on = request.read();
        let people = person::Entity::find()
            .filter(person::Column::Id.is_in(shown.iter().map(|each| each.person)))
            .all(on)
            .await?;
        let disclosures = disclosure::Entity::find()
            .filter(disclosure::Column::Id.is_in(shown.iter().map(|each| each.grant.disclosure_id)))
            .all(on)
            .await?;
        let agreements = agreement::Entity::find()
            .filter(agreement::Column::Id.is_in(shown.iter().map(|each| each.grant.agreement_id)))
            .all(on)
            .await?;
        let answers: Vec<_> = shown
            .iter()
            .flat_map(|each| [each.grant.consent_id, each.grant.given_consent_id])
            .flatten()
            .collect();
        let consents = consent::Entity::find().filter(consent::Column::Id.is_in(answers)).all(on).await?;
        let needs = need::Entity::find()
            .filter(need::Column::Id.is_in(shown.iter().flat_map(|each| each.needs.iter().copied())))
            .all(on)
            .await?;
        let keys =
            people.iter().map(|row| row.key_id).chain(needs.iter().filter_map(|row| key_of(&row.text)));
        request.app.sealing.fetch(on, keys).await?;
        Ok(Self {
            people: people.into_iter().map(|row| (row.id, row)).collect(),
            disclosures: disclosures.into_iter().map(|row| (row.id, row)).collect(),
            agreements: agreements.into_iter().map(|row| (row.id, row)).collect(),
            consents: consents.into_iter().map(|row| (row.id, row)).collect(),
            needs: needs.into_iter().map(|row| (row.id, row)).collect(),
        })
    }

    async fn row(&self, request: &RequestContext, shown: Shown) -> Result<Option<DisclosedRow>, DomainError> {
        let grant = shown.grant;
        let (Some(person), Some(disclosure), Some(agreement)) = (
            self.people.get(&shown.person).cloned(),
            self.disclosures.get(&grant.disclosure_id).cloned(),
            self.agreements.get(&grant.agreement_id).cloned(),
        ) else {
            return Ok(None);
        };
        let consent = grant.consent_id.and_then(|id| self.consents.get(&id).cloned());
        let viewer = request.viewer()?;
        // The holder is shown what the recipient's case workers see.
        let role = if shown.is_holder { Set::all() } else { viewer.scopes };
        let facts = Facts {
            grant: &grant,
            agreement: &agreement,
            consent: consent.as_ref(),
            role,
            reads: viewer.scopes,
            ended: shown.ended,
        };
        let mut extent = facts.extent(request.today());
        extent.live &= person.erased_at.is_none();
        extent.accepted &= extent.live;
        extent.texts &= extent.live;
        let known = particulars(request, &person).await?;
        let mut needs = Vec::new();
        let mut these: Vec<&need::Model> = shown.needs.iter().filter_map(|id| self.needs.get(id)).collect();
        these.sort_by_key(|need| need.created_at);
        for need in these.into_iter().filter(|_| extent.live) {
            let scope = scope_of(need.domain);
            let text = if extent.texts && extent.scopes.intersect(facts.reads).contains(scope) {
                let cell = Cell::new("need", "text", need.id.0);
                Some(request.app.sealing.open(request.read(), cell, &need.text).await?)
            } else {
                None
            };
            needs.push(DisclosedNeed { domain: need.domain, urgency: need.urgency, text });
        }
        let mut row = view(&facts, request.today(), &extent, &known, needs, disclosure, person);
        row.given = row.grant.given_consent_id.and_then(|id| self.consents.get(&id).cloned());
        Ok(Some(row))
    }
}

/// The row of a disclosure with what is open.
fn view(
    facts: &Facts<'_>,
    today: NaiveDate,
    extent: &DisclosureExtent,
    known: &Particulars,
    needs: Vec<DisclosedNeed>,
    disclosure: disclosure::Model,
    person: person::Model,
) -> DisclosedRow {
    let told = |fact, scope| facts.tells(extent, fact, scope);
    let open = facts.open(extent);
    DisclosedRow {
        age: age_on(known.date_of_birth, person.year_of_birth, today).filter(|_| extent.live).map(age_band),
        release_month: person.release_date.filter(|_| extent.live).map(|day| day.format("%Y-%m").to_string()),
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
        withheld: facts.withheld(extent, open),
        open,
        disclosure,
        grant: facts.grant.clone(),
        agreement: facts.agreement.clone(),
        consent: facts.consent.cloned(),
        given: None,
        person,
    }
}
