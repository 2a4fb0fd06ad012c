//! Services that match a person's needs, with the reasons for and against each.

use std::collections::HashMap;

use chrono::NaiveDate;
use entities::{
    agreement,
    codes::{LegalStatus, NeedDomain, Scope, Set, Sobriety},
    ids::{AgreementId, NeedId, OrganisationId, PersonId, ServiceId},
    organisation, referral,
};
use platform::{access::conditions, context::RequestContext, error::DomainError};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{super::model, Listed, listed_by_id};
use crate::{
    disclosures,
    network::{self, Candidate, MatchAnswer, MatchFactor, PlacesRow, Reason, ServiceRow, legal_bases},
    people,
    referrals::{REFERRAL_SEND, Side, visible},
};

/// A service held against a person's needs.
#[derive(Clone, Debug)]
pub struct ServiceMatch {
    pub service: ServiceRow,
    pub organisation: network::OrganisationRow,
    pub reasons: Vec<Reason>,
    pub places: PlacesRow,
    pub agreement: Option<AgreementId>,
    /// The viewer's organisation's own open referral of the person to it.
    pub own_open: Option<Listed>,
    /// Whether the person's consent, or a legal basis that needs none, lets needs be shared with the service.
    pub covered: bool,
}

impl ServiceMatch {
    /// Whether a referral to it makes sense: nothing speaks against it but, perhaps, that the
    /// person was not asked yet or that there is no place on the day.
    pub fn fits(&self) -> bool {
        self.reasons.iter().all(|reason| {
            reason.answer != MatchAnswer::No
                || matches!(reason.factor, MatchFactor::Places | MatchFactor::Consent)
        })
    }
}

/// Services for these needs of a person, from a day on; those that fit and have a place first.
pub async fn service_matches(
    request: &RequestContext,
    person: PersonId,
    needs: &[NeedId],
    date: Option<NaiveDate>,
) -> Result<Vec<ServiceMatch>, DomainError> {
    let viewer = request.viewer_who_may(REFERRAL_SEND)?;
    let person = people::people_by_id(request, &[person])
        .await?
        .remove(&person)
        .ok_or(DomainError::NotFound("person"))?
        .person;
    let needs = people::needs_by_id(request, needs).await?;
    let domains: Vec<NeedDomain> =
        needs.values().filter(|row| row.need.person_id == person.id).map(|row| row.need.domain).collect();
    let date = date.or(person.release_date).unwrap_or_else(|| request.today()).max(request.today());
    let known = people::particulars(request, &person).await?;
    // Factors that the viewer's role does not read are not compared, because a reason would reveal them.
    let reads = |scope| viewer.scopes.contains(scope);
    let candidate = Candidate {
        age: people::age_on(known.date_of_birth, person.year_of_birth, date),
        sex: person.sex,
        legal_status: if reads(Scope::Offence) { known.legal_status() } else { LegalStatus::Unknown },
        sobriety: if reads(Scope::Offence) { known.sobriety() } else { Sobriety::Unknown },
        municipality: person.municipality_id,
        province: person
            .municipality_id
            .and_then(|id| request.app.reference_data.municipality(id))
            .map(|row| row.province.clone()),
        prison: known.prison.filter(|_| reads(Scope::Offence)),
    };

    let mut services = network::services_for(request, domains).await?;
    services.retain(|row| row.service.organisation_id != viewer.organisation);
    let around = Around::gather(request, person.id, &services, date).await?;
    let mut matches = Vec::new();
    for service in services {
        if let Some(found) = around.judge(request, service, &candidate).await? {
            matches.push(found);
        }
    }
    matches.sort_by_key(|found| {
        let no_place = found.places.free == Some(0);
        (!found.fits(), no_place, !found.covered, found.service.service.name.clone())
    });
    Ok(matches)
}

/// Data for the matches of one person, loaded in a few statements.
struct Around {
    person: PersonId,
    organisations: HashMap<OrganisationId, network::OrganisationRow>,
    places: HashMap<ServiceId, PlacesRow>,
    agreements: Vec<(agreement::Model, std::collections::HashSet<OrganisationId>)>,
    own: HashMap<ServiceId, Listed>,
    today: NaiveDate,
}

impl Around {
    async fn gather(
        request: &RequestContext,
        person: PersonId,
        services: &[ServiceRow],
        date: NaiveDate,
    ) -> Result<Self, DomainError> {
        let viewer = request.viewer()?;
        let ids: Vec<OrganisationId> = services.iter().map(|row| row.service.organisation_id).collect();
        let open = visible::referrals(viewer, request.today(), Some(Side::Sent))
            .filter(referral::Column::PersonId.eq(person))
            .filter(conditions::is_any(referral::Column::State, model::OPEN.iter().copied()))
            .all(request.read())
            .await?;
        let listed = listed_by_id(request, &open.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
        Ok(Self {
            person,
            organisations: organisation::Entity::find()
                .filter(organisation::Column::Id.is_in(ids.iter().copied()))
                .all(request.read())
                .await?
                .into_iter()
                .map(|row| (row.id, row))
                .collect(),
            places: network::places(request.read(), services, date).await?,
            agreements: network::agreements_in_force(
                request.read(),
                viewer.organisation,
                &ids,
                request.today(),
            )
            .await?,
            own: listed.into_values().map(|row| (row.service.id, row)).collect(),
            today: request.today(),
        })
    }

    async fn judge(
        &self,
        request: &RequestContext,
        service: ServiceRow,
        candidate: &Candidate,
    ) -> Result<Option<ServiceMatch>, DomainError> {
        let (id, owner) = (service.service.id, service.service.organisation_id);
        let (Some(organisation), Some(places)) =
            (self.organisations.get(&owner).cloned(), self.places.get(&id).cloned())
        else {
            return Ok(None);
        };
        let purpose = service.service.purpose;
        let agreement = self
            .agreements
            .iter()
            .find(|(row, others)| row.purpose == purpose && others.contains(&owner))
            .map(|(row, _)| row.id);
        let own_open = self.own.get(&id).cloned();
        let (covered, consent, has_legal_basis) = self.consent(request, &organisation, purpose).await?;
        let yes_or_no = |yes| if yes { MatchAnswer::Yes } else { MatchAnswer::No };
        let mut reasons = vec![Reason::new(
            MatchFactor::Domain,
            MatchAnswer::Yes,
            entities::codes::Code::code(service.service.domain),
            entities::codes::Code::code(service.service.domain),
        )];
        reasons.extend(network::eligibility(&service, candidate));
        reasons.push(Reason::new(
            MatchFactor::Places,
            yes_or_no(places.free != Some(0)),
            "1",
            places.free.map(|free| free.to_string()).unwrap_or_default(),
        ));
        reasons.push(Reason::new(
            MatchFactor::Agreement,
            yes_or_no(agreement.is_some()),
            entities::codes::Code::code(purpose),
            "",
        ));
        reasons.push(consent);
        if !has_legal_basis {
            let wanted = entities::codes::Code::code(purpose);
            reasons.push(Reason::new(MatchFactor::LegalBasis, MatchAnswer::No, wanted, ""));
        }
        if let Some(own) = &own_open {
            let found = own.facts.reference.clone();
            reasons.push(Reason::new(MatchFactor::OpenReferral, MatchAnswer::No, "", found));
        }
        Ok(Some(ServiceMatch { service, organisation, reasons, places, agreement, own_open, covered }))
    }

    /// Whether the person's latest answer lets needs be shared, with its reason; and whether there is a legal basis.
    async fn consent(
        &self,
        request: &RequestContext,
        recipient: &network::OrganisationRow,
        purpose: entities::codes::Purpose,
    ) -> Result<(bool, Reason, bool), DomainError> {
        let on = request.read();
        let legal_basis = legal_bases::of(on, purpose, recipient.kind, &request.viewer()?.country).await?;
        let answer = disclosures::answer_for(on, self.person, recipient.id, purpose).await?;
        let needs: Set<Scope> = [Scope::Needs].into_iter().collect();
        let allowed = disclosures::allows(answer.as_ref(), needs, self.today);
        let without = legal_basis.as_ref().is_some_and(|rule| !legal_bases::needs_consent(rule.legal_basis));
        let (verdict, found) = if without || allowed {
            (MatchAnswer::Yes, "GIVEN")
        } else if disclosures::refused(answer.as_ref()) {
            (MatchAnswer::No, "REFUSED")
        } else {
            (MatchAnswer::Unknown, "NOT_ASKED")
        };
        let reason = Reason::new(MatchFactor::Consent, verdict, "GIVEN", found);
        Ok((verdict == MatchAnswer::Yes && legal_basis.is_some(), reason, legal_basis.is_some()))
    }
}
