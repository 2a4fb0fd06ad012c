//! Recording people: one by a page, many by a list, in the same way.

use std::collections::HashSet;

use chrono::Datelike;
use entities::{
    case_team,
    codes::{KeyPurpose, OrganisationKind},
    data_key,
    ids::{KeyId, NeedId, OrganisationId, PersonId},
    need, organisation, person, person_hash,
};
use platform::{
    access::membership,
    context::RequestContext,
    db::{DomainEvent, Tx, locks},
    error::{ActionError, DomainError, ValidationError},
    sealing::{Cell, DataKey},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{
    super::{
        model::{Particulars, birth_token, document_token, name_tokens, number_token},
        reads::known_by,
    },
    needs::{NeedEntry, need_row},
    persons::{Entry, PersonErrorCode, check},
    pseudonyms::free_pseudonyms,
};
use crate::{
    checks::{Checks, TEXT},
    people::{PERSON_RECORD, events::PERSON_RECORDED},
};

/// Rows that one statement writes at most: databases bind tens of thousands of values, not more.
const ROWS: usize = 5_000;

/// A validated person, with the data to encrypt.
struct Checked {
    entry: Entry,
    known: Particulars,
    needs: Vec<NeedEntry>,
}

/// Records a person with needs; who records is the case team.
pub async fn person_record(
    request: &RequestContext,
    entry: Entry,
    needs: Vec<NeedEntry>,
) -> Result<PersonId, ActionError<PersonErrorCode>> {
    request.viewer_who_may(PERSON_RECORD)?;
    let prisons = prisons(request, entry.prison).await?;
    let (checks, person) = check_all(request, entry, needs, &prisons);
    checks.done()?;
    let tx = request.begin().await?;
    let id = write(request, &tx, vec![person]).await?.pop().ok_or_else(|| missing("the person"))?;
    Ok(tx.commit(id).await?)
}

/// Records those of these valid people who are not recorded yet, in the caller's transaction; returns for each
/// whether they were recorded. Only one import of an organisation records at a time, so that of two lists with the
/// same person one records them.
pub async fn people_record(
    request: &RequestContext,
    tx: &Tx,
    people: Vec<(Entry, Vec<NeedEntry>)>,
) -> Result<Vec<bool>, DomainError> {
    let viewer = request.viewer_who_may(PERSON_RECORD)?;
    locks::organisation(tx, viewer.organisation).await?;
    let prisons = prisons(request, people.iter().filter_map(|(entry, _)| entry.prison)).await?;
    let tokens: Vec<Vec<String>> = people.iter().map(|(entry, _)| entry.recognised_by()).collect();
    let there = known_by(request, tx.on(), tokens.iter().flatten()).await?;
    let (mut new, mut said, mut recorded) = (Vec::new(), HashSet::new(), Vec::new());
    for ((entry, needs), tokens) in people.into_iter().zip(tokens) {
        let is_there = tokens.iter().any(|token| there.contains(token) || said.contains(token));
        recorded.push(!is_there);
        if is_there {
            continue;
        }
        said.extend(tokens);
        let (checks, person) = check_all(request, entry, needs, &prisons);
        // The same checks passed before: a referenced row was removed in between.
        if !checks.found().is_empty() {
            return Err(DomainError::stale());
        }
        new.push(person);
    }
    write(request, tx, new).await?;
    Ok(recorded)
}

/// Errors that prevent the recording of each of these people with their needs; nothing is written.
pub async fn validate_person(
    request: &RequestContext,
    people: &[(&Entry, &[NeedEntry])],
) -> Result<Vec<Vec<ValidationError<PersonErrorCode>>>, DomainError> {
    let prisons = prisons(request, people.iter().filter_map(|(entry, _)| entry.prison)).await?;
    let problems = people
        .iter()
        .map(|(entry, needs)| check_all(request, (*entry).clone(), needs.to_vec(), &prisons).0.found());
    Ok(problems.collect())
}

/// Checks a person with needs; gives what is to be written of them.
fn check_all(
    request: &RequestContext,
    entry: Entry,
    mut needs: Vec<NeedEntry>,
    prisons: &HashSet<OrganisationId>,
) -> (Checks<PersonErrorCode>, Checked) {
    let mut checks = Checks::default();
    let known = check(request, &mut checks, &entry, prisons);
    for (n, need) in needs.iter_mut().enumerate() {
        need.text = checks.optional(&format!("needs.{n}.text"), &need.text, TEXT);
    }
    if needs.len() > 50 {
        checks.wrong("needs", PersonErrorCode::TooLong, "enter at most 50 needs");
    }
    (checks, Checked { entry, known, needs })
}

/// Which of these organisations are prisons.
pub(super) async fn prisons(
    request: &RequestContext,
    named: impl IntoIterator<Item = OrganisationId>,
) -> Result<HashSet<OrganisationId>, DomainError> {
    let named: HashSet<OrganisationId> = named.into_iter().collect();
    if named.is_empty() {
        return Ok(named);
    }
    let found = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(named))
        .filter(organisation::Column::Kind.eq(OrganisationKind::Prison))
        .select_only()
        .column(organisation::Column::Id)
        .into_tuple()
        .all(request.read())
        .await?;
    Ok(found.into_iter().collect())
}

/// Writes people whom the viewer's organisation holds from now on, with as many statements for a list as for
/// one.
async fn write(
    request: &RequestContext,
    tx: &Tx,
    people: Vec<Checked>,
) -> Result<Vec<PersonId>, DomainError> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let viewer = request.viewer()?;
    // Who records them is their case team, so they must not leave in this moment.
    locks::member_stays(tx, viewer.member).await?.ok_or_else(membership::ended)?;
    let holder = organisation::Entity::find_by_id(viewer.organisation)
        .one(tx.on())
        .await?
        .ok_or_else(|| missing("the viewer's organisation"))?;
    let search = search_key(request, tx, holder.id).await?;
    let pseudonyms = free_pseudonyms(tx, &holder, people.len()).await?;
    let mut written = Written::default();
    for (person, pseudonym) in people.into_iter().zip(pseudonyms) {
        let id = PersonId(tx.env().ordered_id());
        let key_id = KeyId(tx.env().ordered_id());
        let (key, row) = request.app.sealing.make_row(key_id, KeyPurpose::Person, id.0, tx.now());
        written.keys.push(row);
        let entry = &person.entry;
        written.people.push(person::ActiveModel {
            id: Set(id),
            holder_id: Set(holder.id),
            key_id: Set(key_id),
            pseudonym: Set(pseudonym),
            year_of_birth: Set(year_of_birth(entry)),
            sex: Set(entry.sex),
            municipality_id: Set(entry.municipality),
            release_date: Set(entry.release_date),
            release_confirmed: Set(entry.release_date.is_some() && entry.release_confirmed),
            sealed: Set(seal(&key, id, &person.known)?),
            restricted: Set(entry.restricted),
            version: Set(1),
            created_at: Set(tx.now()),
            changed_at: Set(tx.now()),
            erased_at: Set(None),
        });
        written.hashes.extend(hashes(&search, holder.id, id, &person.known, year_of_birth(entry)));
        written.teams.push(case_team::ActiveModel {
            person_id: Set(id),
            member_id: Set(viewer.member),
            since: Set(tx.now()),
        });
        for need in &person.needs {
            written.needs.push(need_row(tx, NeedId(tx.env().ordered_id()), &key, id, need));
        }
        tx.record(DomainEvent::new(PERSON_RECORDED, vec![(holder.id, id.0)]));
        written.ids.push(id);
    }
    written.store(tx).await
}

/// Rows of people, table by table.
#[derive(Default)]
struct Written {
    ids: Vec<PersonId>,
    keys: Vec<data_key::ActiveModel>,
    people: Vec<person::ActiveModel>,
    hashes: Vec<person_hash::ActiveModel>,
    teams: Vec<case_team::ActiveModel>,
    needs: Vec<need::ActiveModel>,
}

impl Written {
    async fn store(self, tx: &Tx) -> Result<Vec<PersonId>, DomainError> {
        data_key::Entity::insert_many(self.keys).exec_without_returning(tx.on()).await?;
        person::Entity::insert_many(self.people).exec_without_returning(tx.on()).await?;
        for some in self.hashes.chunks(ROWS) {
            person_hash::Entity::insert_many(some.to_vec()).exec_without_returning(tx.on()).await?;
        }
        case_team::Entity::insert_many(self.teams).exec_without_returning(tx.on()).await?;
        for some in self.needs.chunks(ROWS / 2) {
            need::Entity::insert_many(some.to_vec()).exec_without_returning(tx.on()).await?;
        }
        Ok(self.ids)
    }
}

fn missing(what: &str) -> DomainError {
    DomainError::Internal(format!("{what} is missing"))
}

pub(super) fn year_of_birth(entry: &Entry) -> Option<i32> {
    entry.date_of_birth.map(|born| born.year()).or(entry.year_of_birth)
}

pub(super) fn seal(
    key: &DataKey,
    id: PersonId,
    known: &Particulars,
) -> Result<entities::sealed::Sealed, DomainError> {
    let text = serde_json::to_string(known).map_err(|error| DomainError::Internal(error.to_string()))?;
    Ok(key.seal(Cell::new("person", "sealed", id.0), &text))
}

/// The key by which the holder's people are found.
async fn search_key(
    request: &RequestContext,
    tx: &Tx,
    holder: OrganisationId,
) -> Result<std::sync::Arc<DataKey>, DomainError> {
    let sealing = &request.app.sealing;
    match sealing.key_for(tx.on(), KeyPurpose::Search, holder.0).await? {
        Some(key) => Ok(key),
        None => sealing.make(tx, KeyPurpose::Search, holder.0).await,
    }
}

/// Writes the keyed hashes again by which the holder finds a person.
pub(super) async fn hash_again(
    request: &RequestContext,
    tx: &Tx,
    holder: OrganisationId,
    id: PersonId,
    known: &Particulars,
    year_of_birth: Option<i32>,
) -> Result<(), DomainError> {
    let key = search_key(request, tx, holder).await?;
    person_hash::Entity::delete_many().filter(person_hash::Column::PersonId.eq(id)).exec(tx.on()).await?;
    let rows = hashes(&key, holder, id, known, year_of_birth);
    person_hash::Entity::insert_many(rows).exec_without_returning(tx.on()).await?;
    Ok(())
}

/// The keyed hashes by which the holder finds a person.
fn hashes(
    key: &DataKey,
    holder: OrganisationId,
    id: PersonId,
    known: &Particulars,
    year_of_birth: Option<i32>,
) -> Vec<person_hash::ActiveModel> {
    let name = format!("{} {}", known.given_name, known.family_name);
    let mut tokens = name_tokens(&name);
    tokens.extend(known.date_of_birth.map(|day| birth_token(&name, &day.to_string())));
    tokens.extend(year_of_birth.map(|year| birth_token(&name, &year.to_string())));
    for document in &known.documents {
        tokens.push(document_token(&document.number));
        tokens.push(number_token(&known.family_name, &document.number));
    }
    tokens.sort();
    tokens.dedup();
    let row = |token: &String| person_hash::ActiveModel {
        holder_id: Set(holder),
        hash: Set(key.hash(token)),
        person_id: Set(id),
    };
    tokens.iter().map(row).collect()
}
