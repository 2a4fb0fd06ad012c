//! The rules of services and agreements: who is eligible, how many places there are, what follows
//! what. Plain, without input or output.

use chrono::NaiveDate;
use entities::{
    codes::{AgreementState, Code, LegalStatus, Set, Sex, Sobriety},
    described_enum,
    ids::{MunicipalityId, OrganisationId},
    service, service_area, service_capacity,
};

/// A service with its area and capacity.
#[derive(Clone, Debug)]
pub struct ServiceFacts {
    pub service: service::Model,
    pub areas: Vec<service_area::Model>,
    /// By date, oldest first.
    pub capacities: Vec<service_capacity::Model>,
}

/// Facts that are compared with a service's rules. Unknown facts count neither for nor against.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// In whole years on the day from which a place is needed.
    pub age: Option<i32>,
    pub sex: Sex,
    pub legal_status: LegalStatus,
    pub sobriety: Sobriety,
    pub municipality: Option<MunicipalityId>,
    /// ISO 3166-2 code of the municipality's province.
    pub province: Option<String>,
    pub prison: Option<OrganisationId>,
}

described_enum! {
    /// Field of an organisation that a change may concern.
    OrganisationField {
        Description = "description": "Description.",
        MunicipalityId = "municipalityId": "Municipality, and the province that contains it.",
        Address = "address": "Street and number.",
        Phone = "phone": "Phone number.",
        Email = "email": "Email address.",
        Website = "website": "Website.",
        Language = "language": "Working language.",
        TimeZone = "timeZone": "Time zone.",
        ManagersSeeAll = "managersSeeAll": "Whether the organisation's managers see every person that it holds.",
        Services = "services": "Services of the organisation.",
    }
}
described_enum! {
    /// Field of a service that a change may concern.
    ServiceField {
        Name = "name": "Name.",
        Description = "description": "Description.",
        Domain = "domain": "Domain of the need that the service meets.",
        Purpose = "purpose": "Purpose of a disclosure to the service.",
        Status = "status": "Status.",
        Unit = "unit": "Unit of capacity, such as bed or seat.",
        MinimumAge = "minimumAge": "Minimum age.",
        MaximumAge = "maximumAge": "Maximum age.",
        Sex = "sex": "Sex of eligible people.",
        LegalStatuses = "legalStatuses": "Legal statuses of eligible people.",
        Sobriety = "sobriety": "Statuses regarding alcohol and drugs of eligible people.",
        Residents = "residents": "Whether only people who return to the service area are eligible.",
        EligibilityDescription = "eligibilityDescription": "Description of the eligibility.",
        ApplicationProcess = "applicationProcess": "Application process.",
        Fees = "fees": "Fees.",
        AssuredDate = "assuredDate": "Date on which the description was last confirmed.",
        RespondDays = "respondDays": "Response time in working days.",
        Provinces = "provinces": "Provinces of the service area.",
        MunicipalityIds = "municipalityIds": "Municipalities of the service area.",
        PrisonIds = "prisonIds": "Prisons in which the service works.",
        Capacities = "capacities": "Capacity by date.",
    }
}
described_enum! {
    /// Field of an agreement that a change may concern.
    AgreementField {
        State = "state": "State.",
        SignedAt = "signedAt": "Time of a party's signature.",
        SuspendedAt = "suspendedAt": "Time at which a party suspended the agreement.",
    }
}
described_enum! {
    /// Field of a line of the register of legal bases that a change may concern.
    LegalBasisField {
        LegalBasis = "legalBasis": "Legal basis.",
        Law = "law": "Name of the law.",
    }
}

described_enum! {
    /// Factor of the comparison between a person and a service.
    MatchFactor {
        Domain = "DOMAIN": "Domain of the need.",
        Area = "AREA": "Service area: the municipality or prison.",
        Age = "AGE": "Age in whole years on the start date.",
        Sex = "SEX": "Sex.",
        LegalStatus = "LEGAL_STATUS": "Legal status.",
        Sobriety = "SOBRIETY": "Status regarding alcohol and drugs.",
        Residence = "RESIDENCE": "Residence, if only people who return to the service area are eligible.",
        Places = "PLACES": "Free capacity on the start date.",
        Agreement = "AGREEMENT": "Active agreement between the two organisations.",
        OpenReferral = "OPEN_REFERRAL": "Open referral of the person to the service.",
        Consent = "CONSENT": "Consent to share with the organisation.",
        LegalBasis = "LEGAL_BASIS": "Legal basis in the register for sharing; included only if there is none.",
    }
}

described_enum! {
    /// Answer of a comparison between a person and a service.
    MatchAnswer {
        Yes = "YES": "The factor speaks for the service.",
        No = "NO": "The factor speaks against the service.",
        Unknown = "UNKNOWN": "Not known; counts neither for nor against.",
    }
}

/// One comparison: what the service wants and what was found, as codes or plain numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    pub factor: MatchFactor,
    pub answer: MatchAnswer,
    pub wanted: String,
    pub found: String,
}

impl Reason {
    pub fn new(
        factor: MatchFactor,
        answer: MatchAnswer,
        wanted: impl Into<String>,
        found: impl Into<String>,
    ) -> Self {
        Self { factor, answer, wanted: wanted.into(), found: found.into() }
    }
}

/// Compares a person with a service's rules; a rule that is not stated gives no reason.
pub fn eligibility(facts: &ServiceFacts, candidate: &Candidate) -> Vec<Reason> {
    let service = &facts.service;
    let mut reasons = vec![area(facts, candidate)];
    if service.minimum_age.is_some() || service.maximum_age.is_some() {
        reasons.push(age(service, candidate.age));
    }
    if let Some(wanted) = service.sex {
        reasons.push(one_of(MatchFactor::Sex, [wanted].into_iter().collect(), candidate.sex, Sex::Unknown));
    }
    if !service.legal_statuses.is_empty() {
        let (wanted, found) = (service.legal_statuses, candidate.legal_status);
        reasons.push(one_of(MatchFactor::LegalStatus, wanted, found, LegalStatus::Unknown));
    }
    if !service.sobriety.is_empty() {
        let (wanted, found) = (service.sobriety, candidate.sobriety);
        reasons.push(one_of(MatchFactor::Sobriety, wanted, found, Sobriety::Unknown));
    }
    reasons
}

fn age(service: &service::Model, age: Option<i32>) -> Reason {
    let number = |n: Option<i32>| n.map(|n| n.to_string()).unwrap_or_default();
    let wanted = format!("{}-{}", number(service.minimum_age), number(service.maximum_age));
    let answer = match age {
        None => MatchAnswer::Unknown,
        Some(age) => {
            let fits = service.minimum_age.is_none_or(|least| age >= least)
                && service.maximum_age.is_none_or(|most| age <= most);
            if fits { MatchAnswer::Yes } else { MatchAnswer::No }
        }
    };
    Reason::new(MatchFactor::Age, answer, wanted, number(age))
}

fn one_of<C: Code>(factor: MatchFactor, wanted: Set<C>, found: C, unknown: C) -> Reason {
    let answer = if found == unknown {
        MatchAnswer::Unknown
    } else if wanted.contains(found) {
        MatchAnswer::Yes
    } else {
        MatchAnswer::No
    };
    let words: Vec<_> = wanted.iter().map(Code::code).collect();
    Reason::new(factor, answer, words.join(" "), found.code())
}

/// Whether the service area covers the place to which the person returns, or the prison. If only residents are
/// eligible, the prison does not count.
fn area(facts: &ServiceFacts, candidate: &Candidate) -> Reason {
    let residents = facts.service.residents_only;
    let factor = if residents { MatchFactor::Residence } else { MatchFactor::Area };
    let found = candidate.municipality.map(|id| id.0.to_string()).unwrap_or_default();
    let serves = |area: &service_area::Model| {
        (area.municipality_id.is_some() && area.municipality_id == candidate.municipality)
            || (area.province.is_some() && area.province == candidate.province)
            || (!residents && area.prison_id.is_some() && area.prison_id == candidate.prison)
    };
    let answer = if facts.areas.is_empty() || facts.areas.iter().any(serves) {
        MatchAnswer::Yes
    } else if candidate.municipality.is_none() {
        MatchAnswer::Unknown
    } else {
        MatchAnswer::No
    };
    Reason::new(factor, answer, "", found)
}

/// A hold on a place: from this day on, until its referral closes.
pub type Hold = NaiveDate;

/// Free capacity on a day, given every reservation; `None` if it is unlimited. Never negative: a capacity below the
/// reservations leaves none.
pub fn free_on(capacities: &[service_capacity::Model], holds: &[Hold], day: NaiveDate) -> Option<i32> {
    let maximum = maximum_on(capacities, day)?;
    let held = holds.iter().filter(|from| **from <= day).count() as i32;
    Some((maximum - held).max(0))
}

/// Total capacity on a day; `None` if it is unlimited.
pub fn maximum_on(capacities: &[service_capacity::Model], day: NaiveDate) -> Option<i32> {
    capacities
        .iter()
        .filter(|row| row.starts_on <= day)
        .max_by_key(|row| row.starts_on)
        .map(|row| row.maximum)
}

/// Whether one more hold from a day on oversells no day. A hold has no end that is known, so every
/// later change of capacity and every later hold counts.
pub fn may_hold_from(capacities: &[service_capacity::Model], holds: &[Hold], from: NaiveDate) -> bool {
    let later = capacities.iter().map(|row| row.starts_on).chain(holds.iter().copied());
    std::iter::once(from)
        .chain(later.filter(|day| *day > from))
        .all(|day| free_on(capacities, holds, day).is_none_or(|free| free > 0))
}

/// The first day from `day` on from which one more hold oversells nothing, looking at the days on
/// which something changes.
pub fn next_place_from(
    capacities: &[service_capacity::Model],
    holds: &[Hold],
    day: NaiveDate,
) -> Option<NaiveDate> {
    let mut days: Vec<NaiveDate> =
        capacities.iter().map(|row| row.starts_on).filter(|each| *each > day).collect();
    days.push(day);
    days.sort();
    days.into_iter().find(|each| may_hold_from(capacities, holds, *each))
}

described_enum! {
    /// Step with an agreement.
    AgreementStep {
        Sign = "SIGN": "Sign for the viewer's organisation; the last signature makes the agreement active.",
        Suspend = "SUSPEND": "Suspend: the disclosures under the agreement are hidden until it is resumed.",
        Resume = "RESUME": "End one's own suspension; the agreement is active when no party suspends it.",
        End = "END": "End for good.",
    }
}

/// Steps with their states before and after. Signing changes the state when every party has signed, resuming when no
/// party suspends the agreement.
pub const AGREEMENT_STEPS: &[(AgreementStep, &[AgreementState], AgreementState)] = &[
    (AgreementStep::Sign, &[AgreementState::Proposed], AgreementState::Active),
    (AgreementStep::Suspend, &[AgreementState::Active, AgreementState::Suspended], AgreementState::Suspended),
    (AgreementStep::Resume, &[AgreementState::Suspended], AgreementState::Active),
    (
        AgreementStep::End,
        &[AgreementState::Proposed, AgreementState::Active, AgreementState::Suspended],
        AgreementState::Ended,
    ),
];

/// State after a step; `None` if the state does not allow it.
pub fn agreement_after(state: AgreementState, step: AgreementStep) -> Option<AgreementState> {
    AGREEMENT_STEPS.iter().find(|row| row.0 == step && row.1.contains(&state)).map(|row| row.2)
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn capacity(from: &str, maximum: i32) -> service_capacity::Model {
        let service_id = entities::ids::ServiceId(uuid::Uuid::nil());
        service_capacity::Model { service_id, starts_on: day(from), maximum }
    }

    #[test]
    fn no_capacity_stated_is_no_limit() {
        assert_eq!(free_on(&[], &[day("2026-01-01")], day("2026-06-01")), None);
        assert!(may_hold_from(&[], &[day("2026-01-01")], day("2026-01-01")));
        let later = [capacity("2026-06-01", 1)];
        assert!(may_hold_from(&later, &[], day("2026-01-01")));
        assert!(!may_hold_from(&later, &[day("2026-05-01")], day("2026-01-01")));
    }

    #[test]
    fn a_place_is_held_from_its_day_on() {
        let two = [capacity("2026-01-01", 2)];
        let holds = [day("2026-03-01")];
        assert_eq!(free_on(&two, &holds, day("2026-02-01")), Some(2));
        assert_eq!(free_on(&two, &holds, day("2026-03-01")), Some(1));
        assert!(may_hold_from(&two, &holds, day("2026-02-01")));
        let full = [day("2026-03-01"), day("2026-04-01")];
        assert!(!may_hold_from(&two, &full, day("2026-02-01")), "from April on there would be three");
    }

    #[test]
    fn the_next_place_is_found_where_capacity_grows() {
        let grows = [capacity("2026-01-01", 1), capacity("2026-05-01", 2)];
        let holds = [day("2026-01-10")];
        assert_eq!(next_place_from(&grows, &holds, day("2026-02-01")), Some(day("2026-05-01")));
        assert_eq!(next_place_from(&[capacity("2026-01-01", 0)], &[], day("2026-02-01")), None);
    }

    #[test]
    fn agreements_move_as_the_table_says() {
        use AgreementState::*;
        for state in AgreementState::all() {
            for step in AgreementStep::all() {
                let expected = match (state, step) {
                    (Proposed, AgreementStep::Sign) | (Suspended, AgreementStep::Resume) => Some(Active),
                    (Active | Suspended, AgreementStep::Suspend) => Some(Suspended),
                    (Proposed | Active | Suspended, AgreementStep::End) => Some(Ended),
                    _ => None,
                };
                assert_eq!(agreement_after(state, step), expected);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_024))]

        /// Any steps in any order: an end is final, and only an agreement that was active is suspended.
        #[test]
        fn any_sequence_of_agreement_steps_stays_in_the_table(
            tried in vec(select(AgreementStep::all().collect::<Vec<_>>()), 0..30),
        ) {
            let (mut state, mut held) = (AgreementState::Proposed, false);
            for step in tried {
                let Some(next) = agreement_after(state, step) else { continue };
                prop_assert_ne!(state, AgreementState::Ended);
                held |= next == AgreementState::Active;
                prop_assert!(held || next == AgreementState::Ended, "{:?}", next);
                prop_assert_ne!(next, AgreementState::Proposed);
                state = next;
            }
        }

        /// Compared with a count of every single day.
        #[test]
        fn a_place_is_free_unless_one_more_hold_oversells_a_day(
            capacities in vec((0..60_u64, 0..4_i32), 0..5),
            holds in vec(0..60_u64, 0..6),
            from in 0..60_u64,
        ) {
            let at = |days| day("2026-01-01") + chrono::Days::new(days);
            // One row a day, as in the database.
            let lines: std::collections::BTreeMap<u64, i32> = capacities.into_iter().collect();
            let capacities: Vec<_> = lines.iter().map(|(days, most)| capacity(&at(*days).to_string(), *most)).collect();
            let mut with_one_more: Vec<Hold> = holds.iter().map(|days| at(*days)).collect();
            let before = with_one_more.clone();
            with_one_more.push(at(from));
            let oversold = (from..120).map(at).any(|day| {
                let held = with_one_more.iter().filter(|from| **from <= day).count();
                maximum_on(&capacities, day).is_some_and(|most| held > most as usize)
            });
            prop_assert_eq!(may_hold_from(&capacities, &before, at(from)), !oversold);
            match next_place_from(&capacities, &before, at(from)) {
                Some(next) => prop_assert!(next >= at(from) && may_hold_from(&capacities, &before, next)),
                None => prop_assert!(!may_hold_from(&capacities, &before, at(119))),
            }
        }
    }
}
