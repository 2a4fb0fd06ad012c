//! Organisations, members, services and agreements of the large network.

use std::sync::Arc;

use chrono::NaiveDate;
use entities::{
    account, agreement, agreement_party,
    codes::{
        AgreementState, KeyPurpose, LegalBasis, NeedDomain, OrganisationKind as Kind, Purpose, Role, Scope,
        ServiceStatus, Set,
    },
    data_key,
    ids::{
        AccountId, AgreementId, KeyId, LegalBasisRuleId, MemberId, MunicipalityId, OrganisationId, PersonId,
        ReferralId, ServiceId,
    },
    instant::Instant,
    legal_basis_rule, member, organisation, service, service_capacity,
};
use fastrand::Rng;
use platform::{
    error::DomainError,
    reference_data::ReferenceData,
    sealing::{DataKey, Sealing},
};
use sea_orm::TryIntoModel;
use uuid::Uuid;

use super::{
    bulk::Rows,
    chance::{ordered, random},
};
use crate::{
    founding::days_from,
    legal_bases::{LAWS, LEGAL_BASES},
};

const KINDS: &[Kind] = &[
    Kind::Prison,
    Kind::Ngo,
    Kind::LocalAuthority,
    Kind::FaithBased,
    Kind::SocialCentre,
    Kind::Ngo,
    Kind::RehabilitationCentre,
    Kind::Probation,
];
const DOMAINS: &[NeedDomain] = &[
    NeedDomain::Accommodation,
    NeedDomain::FinanceBenefitDebtId,
    NeedDomain::SocialInclusion,
    NeedDomain::FamilyAndRelationships,
];
/// People that one case worker works with.
const A_WORKER: u32 = 80;
/// How many times more the large ones do than the small ones, and how many of all are large.
const LARGE: u32 = 20;
const ONE_IN: usize = 20;

/// An organisation of the large network.
pub struct Place {
    pub id: OrganisationId,
    pub law: &'static str,
    /// Its case workers.
    pub workers: Vec<MemberId>,
    /// With the domain of each.
    pub services: Vec<(ServiceId, NeedDomain)>,
    /// With whom, and under which agreement.
    pub partners: Vec<(usize, AgreementId)>,
    pub weight: u32,
    pub municipalities: Vec<MunicipalityId>,
    pub search: Arc<DataKey>,
    /// How many are known here; numbers their pseudonyms.
    pub known: u32,
    pub by_law: bool,
}

impl Place {
    /// Who works with a person here.
    pub fn worker_with(&self, person: PersonId) -> MemberId {
        self.worker(person.0)
    }

    /// Who works on a referral here.
    pub fn worker_on(&self, referral: ReferralId) -> MemberId {
        self.worker(referral.0)
    }

    fn worker(&self, id: Uuid) -> MemberId {
        self.workers[(id.as_u128() % self.workers.len() as u128) as usize]
    }
}

pub struct Frame {
    pub places: Vec<Place>,
}

impl Frame {
    /// A partner to refer to. Large ones are partners more often, so they receive more.
    pub fn partner(&self, rng: &mut Rng, from: usize) -> Option<(usize, AgreementId)> {
        rng.choice(&self.places[from].partners).copied()
    }
}

/// Draws so many organisations and what is between them.
pub fn frame(
    rng: &mut Rng,
    rows: &mut Rows,
    (sealing, reference_data): (&Sealing, &ReferenceData),
    (count, people): (usize, u32),
    (at, today): (Instant, NaiveDate),
) -> Result<Frame, DomainError> {
    for law in LAWS {
        for (purpose, kind, legal_basis) in LEGAL_BASES {
            rows.add(&legal_basis_rule::Model {
                id: LegalBasisRuleId(random(rng)),
                purpose: *purpose,
                recipient_kind: *kind,
                country: law.country.to_owned(),
                legal_basis: *legal_basis,
                law: law.text(*legal_basis).to_owned(),
            });
        }
    }
    let mut places = Vec::new();
    let weight: u32 = (0..count).map(weight).sum();
    for n in 0..count {
        let workers = (people / weight * self::weight(n)).div_ceil(A_WORKER).max(1);
        places.push(place(rng, rows, (sealing, reference_data), (n, workers), (at, today))?);
    }
    agreements(rng, rows, &mut places, (at, today));
    Ok(Frame { places })
}

/// How much an organisation does, beside the others.
fn weight(n: usize) -> u32 {
    if n.is_multiple_of(ONE_IN) { LARGE } else { 1 }
}

fn place(
    rng: &mut Rng,
    rows: &mut Rows,
    (sealing, reference_data): (&Sealing, &ReferenceData),
    (n, workers): (usize, u32),
    (at, today): (Instant, NaiveDate),
) -> Result<Place, DomainError> {
    let provinces = reference_data.provinces();
    let province = &provinces[n % provinces.len()];
    let municipalities: Vec<MunicipalityId> =
        reference_data.municipalities_of(&province.code).iter().map(|row| row.id).collect();
    let kind = KINDS[n % KINDS.len()];
    let law = LAWS.iter().find(|law| law.country == province.country).unwrap_or(&LAWS[0]);
    let id = OrganisationId(random(rng));
    rows.add(&organisation::Model {
        id,
        kind,
        name: format!("Organisation {n}"),
        description: "Made for measuring.".to_owned(),
        province: province.code.clone(),
        municipality_id: Some(municipalities[n % municipalities.len()]),
        address: String::new(),
        phone: String::new(),
        email: String::new(),
        website: String::new(),
        country: province.country.clone(),
        time_zone: "Europe/Vilnius".to_owned(),
        language: "en".to_owned(),
        managers_see_all: true,
        version: 1,
        created_at: at,
    });
    let names = (0..workers).map(|k| match k {
        0 => format!("caseworker-{n}"),
        k => format!("caseworker-{n}-{k}"),
    });
    let workers = names.map(|name| member(rng, rows, id, (&name, Role::Caseworker), at)).collect();
    member(rng, rows, id, (&format!("manager-{n}"), Role::Manager), at);
    let services: Vec<(ServiceId, NeedDomain)> =
        (0..3).map(|k| service(rng, rows, id, (n + k, k), today)).collect();
    let (search, key) = sealing.make_row(KeyId(ordered(rng, at)), KeyPurpose::Search, id.0, at);
    let key: data_key::Model = key.try_into_model()?;
    rows.add(&key);
    let by_law = kind == Kind::Probation;
    Ok(Place {
        id,
        law: law.text(if by_law { LegalBasis::LegalObligation } else { LegalBasis::Consent }),
        workers,
        services,
        partners: Vec::new(),
        weight: weight(n),
        municipalities,
        search,
        known: 0,
        by_law,
    })
}

fn member(
    rng: &mut Rng,
    rows: &mut Rows,
    organisation: OrganisationId,
    (name, role): (&str, Role),
    at: Instant,
) -> MemberId {
    let (account, id) = (AccountId(ordered(rng, at)), MemberId(ordered(rng, at)));
    rows.add(&account::Model {
        id: account,
        email: format!("{name}@large.example"),
        name: name.to_owned(),
        language: "en".to_owned(),
        created_at: at,
    });
    rows.add(&member::Model {
        id,
        account_id: account,
        organisation_id: organisation,
        role,
        created_at: at,
        ended_at: None,
        ends_on: None,
        invited_as: None,
        signed_in_at: None,
    });
    id
}

fn service(
    rng: &mut Rng,
    rows: &mut Rows,
    organisation: OrganisationId,
    (n, k): (usize, usize),
    today: NaiveDate,
) -> (ServiceId, NeedDomain) {
    let (id, domain) = (ServiceId(random(rng)), DOMAINS[n % DOMAINS.len()]);
    rows.add(&service::Model {
        id,
        organisation_id: organisation,
        name: ["Temporary housing", "Help with papers", "A mentor"][k % 3].to_owned(),
        description: "Made for measuring.".to_owned(),
        domain,
        purpose: Purpose::Resettlement,
        status: ServiceStatus::Active,
        unit: "place".to_owned(),
        minimum_age: None,
        maximum_age: None,
        sex: None,
        legal_statuses: Set::EMPTY,
        sobriety: Set::EMPTY,
        residents_only: false,
        eligibility_description: String::new(),
        application_process: "By referral.".to_owned(),
        fees_description: String::new(),
        assured_on: Some(today),
        respond_days: None,
        version: 1,
    });
    if k == 0 {
        let starts_on = days_from(today, -1_000);
        rows.add(&service_capacity::Model { service_id: id, starts_on, maximum: 100_000 });
    }
    (id, domain)
}

/// One agreement for each organisation, with nine partners; a few are suspended, after referrals
/// were sent under them.
fn agreements(rng: &mut Rng, rows: &mut Rows, places: &mut [Place], (at, today): (Instant, NaiveDate)) {
    let scopes: Set<Scope> = Set::all();
    // Large ones stand as often as they are large.
    let urn: Vec<usize> =
        (0..places.len()).flat_map(|n| std::iter::repeat_n(n, places[n].weight as usize)).collect();
    for n in 0..places.len() {
        let mut parties = vec![n];
        for _ in 0..9 {
            let party = urn[rng.usize(0..urn.len())];
            if !parties.contains(&party) {
                parties.push(party);
            }
        }
        let id = AgreementId(random(rng));
        let state = if rng.u8(0..100) < 3 { AgreementState::Suspended } else { AgreementState::Active };
        rows.add(&agreement::Model {
            id,
            title: format!("Agreement {n}"),
            purpose: Purpose::Resettlement,
            state,
            scopes,
            starts_on: days_from(today, -900),
            ends_on: None,
            proposed_by: places[n].id,
            version: 1,
            created_at: at,
        });
        for party in &parties {
            rows.add(&agreement_party::Model {
                agreement_id: id,
                organisation_id: places[*party].id,
                signed_at: Some(at),
                signed_by: Some(places[*party].workers[0]),
                suspended_at: None,
            });
            let others: Vec<(usize, AgreementId)> =
                parties.iter().filter(|other| *other != party).map(|other| (*other, id)).collect();
            places[*party].partners.extend(others);
        }
    }
}
