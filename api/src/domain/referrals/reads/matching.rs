//! Which services may help with a person's needs, with the reasons for and against each.

use std::collections::HashMap;

use chrono::NaiveDate;
use entities::{
    agreement,
    codes::{LegalStatus, NeedDomain, Scope, Set, Sobriety},
    ids::{AgreementId, NeedId, OrganisationId, PersonId, ServiceId},
    organisation, referral,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{super::model, Listed, listed_by_id};
use crate::{
    access::{Action, grounds, visible, visible::Side},
    domain::{
        network::{self, Candidate, MatchAnswer, MatchFactor, PlacesRow, Reason, ServiceRow},
        people,
    },
    house::Call,
    refusal::Refusal,
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
    /// Whether the person's answer, or a ground that does without, lets needs be shared with it.
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
    call: &Call,
    person: PersonId,
    needs: &[NeedId],
    date: Option<NaiveDate>,
) -> Result<Vec<ServiceMatch>, Refusal> {
    let viewer = call.viewer_who_may(Action::ReferralSend)?;
    let person = people::people_by_id(call, &[person])
        .await?
        .remove(&person)
        .ok_or(Refusal::NotFound("person"))?
        .person;
    let needs = people::needs_by_id(call, needs).await?;
    let domains: Vec<NeedDomain> =
        needs.values().filter(|row| row.need.person_id == person.id).map(|row| row.need.domain).collect();
    let date = date.or(person.release_date).unwrap_or_else(|| call.today()).max(call.today());
    let known = people::particulars(call, &person).await?;
    // What the viewer's role does not read is not compared either: a reason would tell it.
    let reads = |scope| viewer.scopes.contains(scope);
    let candidate = Candidate {
        age: people::age_on(known.date_of_birth, person.year_of_birth, date),
        sex: person.sex,
        legal_status: if reads(Scope::Offence) { known.legal_status() } else { LegalStatus::Unknown },
        sobriety: if reads(Scope::Offence) { known.sobriety() } else { Sobriety::Unknown },
        municipality: person.municipality_id,
        province: person
            .municipality_id
            .and_then(|id| call.house.atlas.municipality(id))
            .map(|row| row.province.clone()),
        prison: known.prison.filter(|_| reads(Scope::Offence)),
    };

    let mut services = network::services_for(call, domains).await?;
    services.retain(|row| row.service.organisation_id != viewer.organisation);
    let around = Around::gather(call, person.id, &services, date).await?;
    let mut matches = Vec::new();
    for service in services {
        if let Some(found) = around.judge(call, service, &candidate).await? {
            matches.push(found);
        }
    }
    matches.sort_by_key(|found| {
        let no_place = found.places.free == Some(0);
        (!found.fits(), no_place, !found.covered, found.service.service.name.clone())
    });
    Ok(matches)
}

/// What the matches of one person are judged against, brought in a few statements.
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
        call: &Call,
        person: PersonId,
        services: &[ServiceRow],
        date: NaiveDate,
    ) -> Result<Self, Refusal> {
        let viewer = call.viewer()?;
        let ids: Vec<OrganisationId> = services.iter().map(|row| row.service.organisation_id).collect();
        let open = visible::referrals(viewer, call.today(), Some(Side::Sent))
            .filter(referral::Column::PersonId.eq(person))
            .filter(visible::is_any(referral::Column::State, model::OPEN.iter().copied()))
            .all(call.read())
            .await?;
        let listed = listed_by_id(call, &open.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
        Ok(Self {
            person,
            organisations: organisation::Entity::find()
                .filter(organisation::Column::Id.is_in(ids.iter().copied()))
                .all(call.read())
                .await?
                .into_iter()
                .map(|row| (row.id, row))
                .collect(),
            places: network::places(call.read(), services, date).await?,
            agreements: network::agreements_in_force(call.read(), viewer.organisation, &ids, call.today())
                .await?,
            own: listed.into_values().map(|row| (row.service.id, row)).collect(),
            today: call.today(),
        })
    }

    async fn judge(
        &self,
        call: &Call,
        service: ServiceRow,
        candidate: &Candidate,
    ) -> Result<Option<ServiceMatch>, Refusal> {
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
        let (covered, consent, has_ground) = self.consent(call, &organisation, purpose).await?;
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
        if !has_ground {
            let wanted = entities::codes::Code::code(purpose);
            reasons.push(Reason::new(MatchFactor::Ground, MatchAnswer::No, wanted, ""));
        }
        if let Some(own) = &own_open {
            let found = own.facts.reference.clone();
            reasons.push(Reason::new(MatchFactor::OpenReferral, MatchAnswer::No, "", found));
        }
        Ok(Some(ServiceMatch { service, organisation, reasons, places, agreement, own_open, covered }))
    }

    /// Whether the person's latest answer lets needs be shared, and as a reason; and whether there is a ground at all.
    async fn consent(
        &self,
        call: &Call,
        recipient: &network::OrganisationRow,
        purpose: entities::codes::Purpose,
    ) -> Result<(bool, Reason, bool), Refusal> {
        let on = call.read();
        let ground = grounds::of(on, purpose, recipient.kind, &call.viewer()?.country).await?;
        let answer = people::answer_for(on, self.person, recipient.id, purpose).await?;
        let needs: Set<Scope> = [Scope::Needs].into_iter().collect();
        let allowed = people::allows(answer.as_ref(), needs, self.today);
        let without = ground.as_ref().is_some_and(|rule| !grounds::needs_consent(rule.ground));
        let (verdict, found) = if without || allowed {
            (MatchAnswer::Yes, "GIVEN")
        } else if people::refused(answer.as_ref()) {
            (MatchAnswer::No, "REFUSED")
        } else {
            (MatchAnswer::Unknown, "NOT_ASKED")
        };
        let reason = Reason::new(MatchFactor::Consent, verdict, "GIVEN", found);
        Ok((verdict == MatchAnswer::Yes && ground.is_some(), reason, ground.is_some()))
    }
}
