//! People of the large network, with what is sealed about them.

use std::sync::Arc;

use chrono::NaiveDate;
use entities::{
    codes::{
        Code, ConsentAnswer, ConsentHow, KeyPurpose, LegalStatus, NeedDomain, Priority, Purpose, ReportBack,
        Scope, Set, Sex, Sobriety,
    },
    ids::KeyId,
    instant::Instant,
};
use fastrand::Rng;
use uuid::Uuid;

use super::{
    bulk::{Cell, Rows, To},
    chance::{before, ordered},
    frame::{Place, add_key},
};
use crate::{
    demonstration::{cast, founding::days_from, words},
    domain::people::{Particulars, model::name_tokens},
    error::DomainError,
    sealing::{self, DataKey, Sealing},
};

/// A person, as far as referrals need it.
pub struct PersonSample {
    pub id: Uuid,
    pub key: Arc<DataKey>,
    pub municipality: Uuid,
    pub release: NaiveDate,
    pub created_at: Instant,
    pub needs: Vec<(Uuid, NeedDomain)>,
    pub consent: Uuid,
    pub consent_withdrawn_at: Option<Instant>,
}

const WANTED: &[NeedDomain] =
    &[NeedDomain::Accommodation, NeedDomain::FinanceBenefitDebtId, NeedDomain::SocialInclusion];

/// Draws a person of a holder, with two needs and an answer; the answer's recipients are added
/// with the referrals.
pub fn person_sample(
    rng: &mut Rng,
    rows: &mut Rows,
    sealing: &Sealing,
    holder: &mut Place,
    (now, today): (Instant, NaiveDate),
) -> Result<PersonSample, DomainError> {
    let days = rng.i64(60..730);
    let at = before(rng, now, days);
    let id = ordered(rng, at);
    let (key, mut row) = sealing.make_row(KeyId(ordered(rng, at)), KeyPurpose::Person, id, at);
    let key_id = add_key(rows, &mut row)?;
    let families: Vec<&str> = cast::family_names().collect();
    let (given, family) = (rng.choice(GIVEN).unwrap_or(&GIVEN[0]), families[rng.usize(0..families.len())]);
    let known = Particulars {
        given_name: (*given).to_owned(),
        family_name: family.to_owned(),
        date_of_birth: NaiveDate::from_yo_opt(rng.i32(1960..2006), rng.u32(1..=365)),
        language: "lt".to_owned(),
        phone: "+370 600 00000".to_owned(),
        legal_status: Some(LegalStatus::OnLicence),
        sobriety: Some(Sobriety::Unknown),
        ..Particulars::default()
    };
    let json = serde_json::to_string(&known).map_err(|error| DomainError::Internal(error.to_string()))?;
    let sealed = key.seal(sealing::Cell::new("person", "sealed", id), &json);
    let municipality = holder.municipalities[rng.usize(0..holder.municipalities.len())].0;
    let release = days_from(today, rng.i64(-700..120));
    holder.known += 1;
    rows.add(
        To::Person,
        &[
            Cell::Id(id),
            Cell::Id(holder.id),
            Cell::Id(key_id),
            Cell::Text(&pseudonym(holder.known)),
            Cell::Number(known.date_of_birth.map_or(1980, |born| chrono::Datelike::year(&born)).into()),
            Cell::Text(if rng.u8(0..10) == 0 { Sex::Female } else { Sex::Male }.code()),
            Cell::Id(municipality),
            Cell::Day(release),
            Cell::Yes(true),
            Cell::Bytes(&sealed.0),
            Cell::Yes(false),
            Cell::Number(1),
            Cell::at(at),
            Cell::at(at),
        ],
    );
    let mut tokens = name_tokens(&format!("{given} {family}"));
    tokens.sort();
    tokens.dedup();
    for token in tokens {
        let hash = holder.search.hash(&token);
        rows.add(To::Hash, &[Cell::Id(holder.id), Cell::Bytes(&hash), Cell::Id(id)]);
    }
    rows.add(To::CaseTeam, &[Cell::Id(id), Cell::Id(holder.worker(id)), Cell::at(at)]);
    let first = rng.usize(0..WANTED.len());
    let needs = (0..2).map(|k| need(rng, rows, (id, &key), WANTED[(first + k) % WANTED.len()], at)).collect();
    let (consent, consent_withdrawn_at) = consent(rng, rows, (id, &key), holder.worker(id), (at, now, today));
    Ok(PersonSample { id, key, municipality, release, created_at: at, needs, consent, consent_withdrawn_at })
}

const GIVEN: &[&str] = &["Jonas", "Andrius", "Marius", "Pavel", "Ivan", "Marko", "Lina", "Natalya"];

/// Nobody else's at an organisation where so many are known.
pub fn pseudonym(n: u32) -> String {
    const WORDS: &[&str] = &["Heron", "Birch", "Lark", "Willow", "Aspen", "Otter", "Cedar", "Robin"];
    format!("{}-{}", WORDS[n as usize % WORDS.len()], 10 + n as usize / WORDS.len())
}

fn need(
    rng: &mut Rng,
    rows: &mut Rows,
    (person, key): (Uuid, &DataKey),
    domain: NeedDomain,
    at: Instant,
) -> (Uuid, NeedDomain) {
    let id = ordered(rng, at);
    let text = key.seal(sealing::Cell::new("need", "text", id), words::wanted(domain).needs[0].0);
    rows.add(
        To::Need,
        &[
            Cell::Id(id),
            Cell::Id(person),
            Cell::Text(domain.code()),
            Cell::Text(Priority::Routine.code()),
            Cell::Bytes(&text.0),
            Cell::Yes(false),
            Cell::Number(1),
            Cell::at(at),
        ],
    );
    (id, domain)
}

/// Most answers hold; of twenty, one has run out and one was taken back.
fn consent(
    rng: &mut Rng,
    rows: &mut Rows,
    (person, key): (Uuid, &DataKey),
    asked_by: Uuid,
    (at, now, today): (Instant, Instant, NaiveDate),
) -> (Uuid, Option<Instant>) {
    let id = ordered(rng, at);
    let chance = rng.u8(0..20);
    let expires_on = days_from(today, if chance == 0 { rng.i64(-40..0) } else { rng.i64(1..360) });
    let withdrawn_at = (chance == 1).then(|| before(rng, now, 5));
    let said = key.seal(sealing::Cell::new("consent", "said", id), words::SAID[0].1);
    rows.add(
        To::Consent,
        &[
            Cell::Id(id),
            Cell::Id(person),
            Cell::Text(ConsentAnswer::Given.code()),
            Cell::Text(Purpose::Resettlement.code()),
            Cell::Number(Set::<Scope>::all().bits().into()),
            Cell::Number(Set::<ReportBack>::all().bits().into()),
            Cell::Text(ConsentHow::Paper.code()),
            Cell::Yes(true),
            Cell::Text("lt"),
            Cell::Bytes(&said.0),
            Cell::Id(asked_by),
            Cell::at(at),
            Cell::Day(expires_on),
            Cell::at_or_null(withdrawn_at),
            Cell::Number(1),
        ],
    );
    (id, withdrawn_at)
}
