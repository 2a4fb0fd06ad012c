//! Organisations, members, services and agreements of the large network.

use chrono::NaiveDate;
use entities::{
    codes::{
        AgreementState, Code, KeyPurpose, LegalBasis, LegalStatus, NeedDomain, OrganisationKind as Kind,
        Purpose, Role, Scope, ServiceStatus, Set, Sobriety,
    },
    ids::{KeyId, MunicipalityId},
    instant::Instant,
};
use fastrand::Rng;
use std::sync::Arc;
use uuid::Uuid;

use super::{
    bulk::{Cell, Rows, To},
    chance::{ordered, random},
};
use crate::{
    demonstration::{
        founding::days_from,
        legal_bases::{LAWS, LEGAL_BASES},
    },
    error::DomainError,
    reference_data::ReferenceData,
    sealing::{DataKey, Sealing},
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
    pub id: Uuid,
    pub law: &'static str,
    /// Its case workers.
    pub workers: Vec<Uuid>,
    /// With the domain of each.
    pub services: Vec<(Uuid, NeedDomain)>,
    /// With whom, and under which agreement.
    pub partners: Vec<(usize, Uuid)>,
    pub weight: u32,
    pub municipalities: Vec<MunicipalityId>,
    pub search: Arc<DataKey>,
    /// How many are known here; numbers their pseudonyms.
    pub known: u32,
    pub by_law: bool,
}

impl Place {
    /// Who works with a person here, or on a referral.
    pub fn worker(&self, on: Uuid) -> Uuid {
        self.workers[(on.as_u128() % self.workers.len() as u128) as usize]
    }
}

pub struct Frame {
    pub places: Vec<Place>,
}

impl Frame {
    /// A partner to refer to. Large ones are partners more often, so they receive more.
    pub fn partner(&self, rng: &mut Rng, from: usize) -> Option<(usize, Uuid)> {
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
            rows.add(
                To::LegalBasisRule,
                &[
                    Cell::Id(random(rng)),
                    Cell::Text(purpose.code()),
                    Cell::Text(kind.code()),
                    Cell::Text(law.country),
                    Cell::Text(legal_basis.code()),
                    Cell::Text(law.text(*legal_basis)),
                ],
            );
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
    let id = random(rng);
    rows.add(
        To::Organisation,
        &[
            Cell::Id(id),
            Cell::Text(kind.code()),
            Cell::Text(&format!("Organisation {n}")),
            Cell::Text("Made for measuring."),
            Cell::Text(&province.code),
            Cell::Id(municipalities[n % municipalities.len()].0),
            Cell::Text(&province.country),
            Cell::Text("Europe/Vilnius"),
            Cell::Text("en"),
            Cell::Yes(true),
            Cell::at(at),
        ],
    );
    let names = (0..workers).map(|k| match k {
        0 => format!("caseworker-{n}"),
        k => format!("caseworker-{n}-{k}"),
    });
    let workers = names.map(|name| member(rng, rows, id, (&name, Role::Caseworker), at)).collect();
    member(rng, rows, id, (&format!("manager-{n}"), Role::Manager), at);
    let services: Vec<(Uuid, NeedDomain)> =
        (0..3).map(|k| service(rng, rows, id, (n + k, k), today)).collect();
    let (search, mut key) = sealing.make_row(KeyId(ordered(rng, at)), KeyPurpose::Search, id, at);
    add_key(rows, &mut key)?;
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
    organisation: Uuid,
    (name, role): (&str, Role),
    at: Instant,
) -> Uuid {
    let (account, id) = (ordered(rng, at), ordered(rng, at));
    let email = format!("{name}@large.example");
    rows.add(
        To::Account,
        &[Cell::Id(account), Cell::Text(&email), Cell::Text(name), Cell::Text("en"), Cell::at(at)],
    );
    rows.add(
        To::Member,
        &[
            Cell::Id(id),
            Cell::Id(account),
            Cell::Id(organisation),
            Cell::Text(role.code()),
            Cell::at(at),
            Cell::Null,
        ],
    );
    id
}

fn service(
    rng: &mut Rng,
    rows: &mut Rows,
    organisation: Uuid,
    (n, k): (usize, usize),
    today: NaiveDate,
) -> (Uuid, NeedDomain) {
    let (id, domain) = (random(rng), DOMAINS[n % DOMAINS.len()]);
    rows.add(
        To::Service,
        &[
            Cell::Id(id),
            Cell::Id(organisation),
            Cell::Text(["Temporary housing", "Help with papers", "A mentor"][k % 3]),
            Cell::Text("Made for measuring."),
            Cell::Text(domain.code()),
            Cell::Text(Purpose::Resettlement.code()),
            Cell::Text(ServiceStatus::Active.code()),
            Cell::Text("place"),
            Cell::Number(Set::<LegalStatus>::EMPTY.bits().into()),
            Cell::Number(Set::<Sobriety>::EMPTY.bits().into()),
            Cell::Yes(false),
            Cell::Text(""),
            Cell::Text("By referral."),
            Cell::Text(""),
            Cell::Day(today),
            Cell::Number(1),
        ],
    );
    if k == 0 {
        let long_ago = days_from(today, -1_000);
        rows.add(To::Capacity, &[Cell::Id(id), Cell::Day(long_ago), Cell::Number(100_000)]);
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
        let id = random(rng);
        let state = if rng.u8(0..100) < 3 { AgreementState::Suspended } else { AgreementState::Active };
        rows.add(
            To::Agreement,
            &[
                Cell::Id(id),
                Cell::Text(&format!("Agreement {n}")),
                Cell::Text(Purpose::Resettlement.code()),
                Cell::Text(state.code()),
                Cell::Number(scopes.bits().into()),
                Cell::Day(days_from(today, -900)),
                Cell::Null,
                Cell::Id(places[n].id),
                Cell::Number(1),
                Cell::at(at),
            ],
        );
        for party in &parties {
            let (organisation, worker) = (places[*party].id, places[*party].workers[0]);
            rows.add(To::Party, &[Cell::Id(id), Cell::Id(organisation), Cell::at(at), Cell::Id(worker)]);
            let others: Vec<(usize, Uuid)> =
                parties.iter().filter(|other| *other != party).map(|other| (*other, id)).collect();
            places[*party].partners.extend(others);
        }
    }
}

/// The row of a key.
pub fn add_key(rows: &mut Rows, row: &mut entities::data_key::ActiveModel) -> Result<Uuid, DomainError> {
    let missing = || DomainError::Internal("a key's row is incomplete".to_owned());
    let id = row.id.take().ok_or_else(missing)?.0;
    let purpose = row.purpose.take().ok_or_else(missing)?;
    let owner = row.owner.take().ok_or_else(missing)?;
    let master = row.master.take().ok_or_else(missing)?;
    let wrapped = row.wrapped.take().ok_or_else(missing)?;
    let at = row.created_at.take().ok_or_else(missing)?;
    rows.add(
        To::Key,
        &[
            Cell::Id(id),
            Cell::Text(purpose.code()),
            Cell::Id(owner),
            Cell::Text(&master),
            Cell::Bytes(&wrapped),
            Cell::at(at),
        ],
    );
    Ok(id)
}
