//! What was chosen so far, and what the API says about it; common to all steps.

use crate::prelude::*;

operation!(ReferMatches, "src/pages/people/refer/refer.graphql");
operation!(Rerouted, "src/pages/people/refer/refer.graphql");

pub type Person = refer_matches::ReferMatchesPerson;
pub type Need = refer_matches::ReferMatchesPersonNeeds;
pub type Match = refer_matches::ReferMatchesServiceMatches;
pub type Reason = refer_matches::ReferMatchesServiceMatchesReasons;
pub type Consent = refer_matches::ReferMatchesPersonConsents;
pub type Before = rerouted::ReroutedReferral;

/// The choices that every step carries along.
const CARRIED: [&str; 4] = ["need", "service", "mode", "reroute"];
/// And those that the last step carries.
const WRITTEN: [&str; 5] = ["scopes", "deciding", "priority", "startDate", "ask"];

/// A person, the needs that were chosen, and every service that answers them.
pub struct Chosen {
    pub person: Person,
    pub needs: Vec<Need>,
    pub matches: Vec<Match>,
    /// The rejected referral that is offered to others now.
    pub before: Option<Before>,
}

impl Chosen {
    /// What is known about the choices. Of needs that are not this person's nothing is.
    pub async fn of(v: &PageContext, id: String, fields: &Fields) -> Result<Self, PageError> {
        let needs = fields.all("need");
        // A day that is none is said beside its field; places are then shown for the day of release.
        let date = fields.date("startDate");
        let told =
            v.query::<ReferMatches>(refer_matches::Variables { id, needs: needs.clone(), date }).await?;
        if !told.person.may.contains(&Action::ReferralSend) {
            return Err(PageError::new(v, PageErrorKind::Forbidden, None));
        }
        let before = before(v, fields, &told.person.id).await?;
        Ok(Chosen {
            needs: told.person.needs.iter().filter(|need| needs.contains(&need.id)).cloned().collect(),
            person: told.person,
            matches: told.service_matches,
            before,
        })
    }

    /// The services that were picked, in the order in which they are listed.
    pub fn picked(&self, fields: &Fields) -> Vec<&Match> {
        let picked = fields.all("service");
        self.matches.iter().filter(|found| picked.contains(&found.service.id)).collect()
    }

    /// The needs that the picked services answer: nobody is told of the others.
    pub fn asked_of(&self, fields: &Fields) -> Vec<&Need> {
        let picked = self.picked(fields);
        let answered = |need: &&Need| picked.iter().any(|found| found.service.domain == need.domain);
        self.needs.iter().filter(answered).collect()
    }

    /// The consent in force that lets us share with this service's organisation, if any.
    pub fn consent(&self, found: &Match) -> Option<&Consent> {
        let service = &found.service;
        let about = |consent: &&Consent| {
            consent.purpose == service.purpose
                && consent.recipients.iter().any(|one| one.id == service.organisation.id)
        };
        // The latest answer is the one that counts; they come newest first.
        let latest = self.person.consents.iter().find(about)?;
        (latest.standing == ConsentStanding::InForce).then_some(latest)
    }

    /// Whether a service could not take the person, this time: of several that were asked at once, each.
    pub fn could_not_take(&self, service: &str) -> bool {
        use ReferralState::{Expired, Failed, Rejected};
        self.before.as_ref().is_some_and(|before| {
            let asked = before.group.iter().flat_map(|group| &group.referrals);
            let refused = asked.filter(|one| matches!(one.state, Rejected | Expired | Failed));
            before.service.id == service || refused.into_iter().any(|one| one.service.id == service)
        })
    }

    /// The services that fit and were not asked about yet.
    pub fn not_asked(&self) -> Vec<&Match> {
        self.matches.iter().filter(|found| found.fits && !found.covered && !said_no(found)).collect()
    }

    pub fn release_is_near(&self, v: &PageContext) -> bool {
        let days = self.person.release.as_ref().map(|release| (release.date - v.today).num_days());
        days.is_some_and(|days| (0..=NEAR).contains(&days))
    }
}

/// From so many days before release on, a referral is about that day.
const NEAR: i64 = 14;

/// Whether the person refused this organisation, and has not agreed since.
pub fn said_no(found: &Match) -> bool {
    found
        .reasons
        .iter()
        .any(|reason| reason.factor == MatchFactor::Consent && reason.answer == MatchAnswer::No)
}

/// The referral that is offered to others; one of somebody else's person is none.
pub async fn before(v: &PageContext, fields: &Fields, person: &str) -> Result<Option<Before>, PageError> {
    let Some(id) = fields.some("reroute") else {
        return Ok(None);
    };
    let referral = v.query::<Rerouted>(rerouted::Variables { id }).await?.referral;
    let same = referral.person.as_ref().is_some_and(|one| one.id == person);
    if same { Ok(Some(referral)) } else { Err(PageError::not_found(v)) }
}

/// The choices of the first two steps, to be carried along.
pub fn carried(fields: &Fields) -> Vec<(&'static str, String)> {
    all_of(fields, &CARRIED)
}

/// Everything, to be carried to the last step.
pub fn carried_all(fields: &Fields) -> Vec<(&'static str, String)> {
    let mut all = carried(fields);
    all.extend(all_of(fields, &WRITTEN));
    all
}

fn all_of(fields: &Fields, names: &[&'static str]) -> Vec<(&'static str, String)> {
    names.iter().flat_map(|name| fields.all(name).into_iter().map(|value| (*name, value))).collect()
}

/// The address of a step, with the ids that were chosen and nothing else.
pub fn address(person: &str, fields: &Fields, names: &[&'static str]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in all_of(fields, names) {
        query.append_pair(name, &value);
    }
    format!("/people/{person}/refer?{}", query.finish())
}

/// Where the person is asked about these organisations; the way back leads here.
pub fn consent_address(person: &str, fields: &Fields, found: &[&Match]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for one in found {
        query.append_pair("recipient", &one.service.organisation.id);
    }
    if let Some(first) = found.first() {
        query.append_pair("purpose", first.service.purpose.code());
    }
    for (name, value) in all_of(fields, &["need", "reroute"]) {
        query.append_pair(name, &value);
    }
    format!("/people/{person}/consent?{}", query.finish())
}
