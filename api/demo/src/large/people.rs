//! People of the large network, with what is sealed about them.

use std::sync::Arc;

use capabilities::people::{Particulars, model::name_tokens};
use chrono::{Datelike, NaiveDate};
use entities::{
    case_team,
    codes::{
        ConsentAnswer, ConsentHow, KeyPurpose, LegalStatus, NeedDomain, Priority, Purpose, Set, Sex, Sobriety,
    },
    consent, data_key,
    ids::{ConsentId, KeyId, MemberId, MunicipalityId, NeedId, PersonId},
    instant::Instant,
    need, person, person_hash,
};
use fastrand::Rng;
use platform::{
    error::DomainError,
    sealing::{Cell, DataKey, Sealing},
};
use sea_orm::TryIntoModel;

use super::{
    bulk::Rows,
    chance::{before, ordered},
    frame::Place,
};
use crate::{cast, founding::days_from, words};

/// A person, as far as referrals need it.
pub struct PersonSample {
    pub id: PersonId,
    pub key: Arc<DataKey>,
    pub municipality: MunicipalityId,
    pub release: NaiveDate,
    pub created_at: Instant,
    pub needs: Vec<(NeedId, NeedDomain)>,
    pub consent: ConsentId,
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
    let id = PersonId(ordered(rng, at));
    let (key, row) = sealing.make_row(KeyId(ordered(rng, at)), KeyPurpose::Person, id.0, at);
    let row: data_key::Model = row.try_into_model()?;
    rows.add(&row);
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
    let sealed = key.seal(Cell::new("person", "sealed", id.0), &json);
    let municipality = holder.municipalities[rng.usize(0..holder.municipalities.len())];
    let release = days_from(today, rng.i64(-700..120));
    holder.known += 1;
    rows.add(&person::Model {
        id,
        holder_id: holder.id,
        key_id: row.id,
        pseudonym: pseudonym(holder.known),
        year_of_birth: known.date_of_birth.map(|born| born.year()),
        sex: if rng.u8(0..10) == 0 { Sex::Female } else { Sex::Male },
        municipality_id: Some(municipality),
        release_date: Some(release),
        release_confirmed: true,
        sealed,
        restricted: false,
        version: 1,
        created_at: at,
        changed_at: at,
        erased_at: None,
    });
    let mut tokens = name_tokens(&format!("{given} {family}"));
    tokens.sort();
    tokens.dedup();
    for token in tokens {
        let hash = holder.search.hash(&token);
        rows.add(&person_hash::Model { holder_id: holder.id, hash, person_id: id });
    }
    rows.add(&case_team::Model { person_id: id, member_id: holder.worker_with(id), since: at });
    let first = rng.usize(0..WANTED.len());
    let needs = (0..2).map(|k| need(rng, rows, (id, &key), WANTED[(first + k) % WANTED.len()], at)).collect();
    let (consent, consent_withdrawn_at) =
        consent(rng, rows, (id, &key), holder.worker_with(id), (at, now, today));
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
    (person, key): (PersonId, &DataKey),
    domain: NeedDomain,
    at: Instant,
) -> (NeedId, NeedDomain) {
    let id = NeedId(ordered(rng, at));
    rows.add(&need::Model {
        id,
        person_id: person,
        domain,
        urgency: Priority::Routine,
        text: key.seal(Cell::new("need", "text", id.0), words::wanted(domain).needs[0].0),
        met: false,
        version: 1,
        created_at: at,
    });
    (id, domain)
}

/// Most answers hold; of twenty, one has run out and one was taken back.
fn consent(
    rng: &mut Rng,
    rows: &mut Rows,
    (person, key): (PersonId, &DataKey),
    asked_by: MemberId,
    (at, now, today): (Instant, Instant, NaiveDate),
) -> (ConsentId, Option<Instant>) {
    let id = ConsentId(ordered(rng, at));
    let chance = rng.u8(0..20);
    let expires_on = days_from(today, if chance == 0 { rng.i64(-40..0) } else { rng.i64(1..360) });
    let withdrawn_at = (chance == 1).then(|| before(rng, now, 5));
    rows.add(&consent::Model {
        id,
        person_id: person,
        answer: ConsentAnswer::Given,
        purpose: Purpose::Resettlement,
        scopes: Set::all(),
        report_back: Set::all(),
        how: ConsentHow::Paper,
        in_custody: true,
        language: "lt".to_owned(),
        said: key.seal(Cell::new("consent", "said", id.0), words::SAID[0].1),
        witness: None,
        asked_by,
        asked_at: at,
        expires_on,
        withdrawn_at,
        version: 1,
    });
    (id, withdrawn_at)
}
